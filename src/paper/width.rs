//! Widths of paper, and how many dots a printer has across them.

use serde::{Deserialize, Serialize};

/// Width of the paper and density of the print head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// Rolls of 57–60 mm, 203 dpi: 384 dots.
    Mm58,
    /// Rolls of 80 mm, 203 dpi: 576 dots. The usual kiosk printer.
    #[default]
    Mm80,
    /// Rolls of 80 mm, 180 dpi: 512 dots.
    #[serde(rename = "mm80_180dpi")]
    Mm80At180,
}

impl Width {
    /// All widths.
    pub const ALL: [Self; 3] = [Self::Mm58, Self::Mm80, Self::Mm80At180];

    /// Dots across.
    #[must_use]
    pub const fn dots(self) -> u32 {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
            Self::Mm80At180 => 512,
        }
    }

    /// Dots in a millimetre, both ways.
    #[must_use]
    pub const fn dots_per_mm(self) -> f32 {
        match self {
            Self::Mm58 | Self::Mm80 => 8.0,
            Self::Mm80At180 => 180.0 / 25.4,
        }
    }

    /// Letters across in the printer's own font A (12 dots each): the width of text mode.
    #[must_use]
    pub const fn columns(self) -> usize {
        match self {
            Self::Mm58 => 32,
            Self::Mm80 => 48,
            Self::Mm80At180 => 42,
        }
    }
}
