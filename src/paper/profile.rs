//! What a model of printer can do.

use serde::{Deserialize, Serialize};

use crate::Width;

/// How a ticket is sent to the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// As dots: every letter is right on every printer.
    #[default]
    Raster,
    /// As letters of the printer's own font; dots whenever its code pages lack one.
    Text,
}

/// What happens to the paper after a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// No cutter: the paper is fed to the tear bar.
    None,
    /// Cut but for a point, so that no ticket falls to the floor.
    #[default]
    Partial,
    /// Cut off.
    Full,
}

/// One code page of a printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodePage {
    /// Which letters it holds: `CP852`, `CP1250`, `CP1125`, `CP866`, `CP1251`, `CP855`, `CP858`, `CP437`.
    pub name: String,
    /// The number by which this model knows the page (`ESC t n`); each maker has its own.
    pub number: u8,
}

/// What a model of printer can do. Every field has a default: `Profile::default()` is an 80 mm printer with a cutter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Width of the paper and density of the dots.
    pub width: Width,
    /// Dots or letters.
    pub mode: Mode,
    /// The cutter.
    pub cut: Cut,
    /// Dot rows fed after the last line; a model with a cutter adds the way to its knife by itself, one without needs about 100.
    pub feed: u8,
    /// Dot rows in one raster command; 24 to 256, smaller for printers with little memory.
    pub band: u16,
    /// Text mode: the code pages this model has, the preferred one first. The first that holds every letter of a ticket is taken.
    pub code_pages: Vec<CodePage>,
    /// Text mode: letters across; the paper's usual number when absent.
    pub columns: Option<u8>,
    /// Text mode: whether the printer draws QR codes itself (`GS ( k`). Otherwise it is sent as dots.
    pub native_qr: bool,
    /// Asks the printer for a sign that it has come to the end of the job (`GS r 1`); a few cheap models never answer.
    pub confirm: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            width: Width::Mm80,
            mode: Mode::Raster,
            cut: Cut::Partial,
            feed: 24,
            band: 128,
            code_pages: Vec::new(),
            columns: None,
            native_qr: true,
            confirm: true,
        }
    }
}
