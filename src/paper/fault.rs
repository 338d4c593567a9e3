//! Why a paper could not be made.

use std::fmt;

/// Why a paper could not be made. None of these is the printer's doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFault {
    /// The template failed although it was checked, e.g. it ran out of fuel with these values; the text says how.
    Template(String),
    /// A text of the house is missing (language, key).
    Text(&'static str, String),
    /// The address of the ticket does not fit into a QR code.
    Qr,
    /// The ticket would be longer than any ticket may be ([`crate::Bitmap::MOST_ROWS`]).
    TooLong,
    /// The picture could not be made; the text says why.
    Picture(String),
    /// Text mode only: no code page of the printer holds this character. Print dots instead.
    Unprintable(char),
}

impl fmt::Display for PaperFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(why) => write!(f, "the ticket's template: {why}"),
            Self::Text(language, key) => write!(f, "the text `{key}` is missing in {language}"),
            Self::Qr => write!(f, "the ticket's address is too long for a QR code"),
            Self::TooLong => write!(f, "the ticket would be too long"),
            Self::Picture(why) => write!(f, "the picture of the ticket: {why}"),
            Self::Unprintable(sign) => {
                write!(f, "no code page of the printer holds `{sign}` (U+{:04X})", u32::from(*sign))
            }
        }
    }
}

impl std::error::Error for PaperFault {}
