//! The QR code of the ticket's page.

use qrcode::{Color, EcLevel, QrCode};

use crate::{PaperFault, Width};

/// White modules around a code (ISO/IEC 18004).
const QUIET: u32 = 4;
/// A module is at least so many dots: smaller ones run together on a warm head.
const LEAST: u32 = 4;
/// Larger modules only cost paper.
const MOST: u32 = 8;
/// About how wide the code is to be, with its quiet zone.
const WIDE_MM: f32 = 32.0;

/// A code and the size of its modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Qr {
    across: u32,
    module: u32,
    black: Vec<bool>,
}

impl Qr {
    /// The code of an address, level M.
    pub(crate) fn new(address: &str, width: Width) -> Result<Self, PaperFault> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| PaperFault::Qr)?;
        let across = u32::try_from(code.width()).map_err(|_| PaperFault::Qr)?;
        let whole = across + 2 * QUIET;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred dots")]
        let wanted = (WIDE_MM * width.dots_per_mm()) as u32;
        let module = (wanted / whole).clamp(LEAST, MOST);
        if whole * module > width.dots() {
            return Err(PaperFault::Qr);
        }
        let black = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { across, module, black })
    }

    /// Dots across and down, with the quiet zone.
    pub(crate) fn side(&self) -> u32 {
        (self.across + 2 * QUIET) * self.module
    }

    /// Dots across a module.
    pub(crate) fn module(&self) -> u32 {
        self.module
    }

    /// The black dots, from the corner of the quiet zone.
    pub(crate) fn dots(&self) -> impl Iterator<Item = (u32, u32)> {
        let (module, across) = (self.module, self.across.max(1));
        let black = (0..).zip(&self.black).filter(|(_, black)| **black);
        black.flat_map(move |(index, _): (u32, _)| {
            let (left, top) = ((index % across + QUIET) * module, (index / across + QUIET) * module);
            (0..module).flat_map(move |down| (0..module).map(move |right| (left + right, top + down)))
        })
    }
}
