//! How a printer is.

/// How a printer is, worst first found. The words are those of `POST /api/v1/kiosk/health`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Ready to print.
    Ready,
    /// Prints, but the roll is near its end: tell somebody.
    NearEnd,
    /// No paper.
    PaperEnd,
    /// The cover is open.
    CoverOpen,
    /// The cutter, the head, or something unnamed.
    Error,
    /// It cannot be reached or does not answer.
    Away,
    /// This kiosk has no printer.
    None,
}

impl Status {
    /// `ready`, `near_end`, `paper_end`, `cover_open`, `error`, `away`, `none`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NearEnd => "near_end",
            Self::PaperEnd => "paper_end",
            Self::CoverOpen => "cover_open",
            Self::Error => "error",
            Self::Away => "away",
            Self::None => "none",
        }
    }

    /// Whether a ticket can be printed now.
    #[must_use]
    pub const fn can_print(self) -> bool {
        matches!(self, Self::Ready | Self::NearEnd)
    }
}
