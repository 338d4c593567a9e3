//! What became of a paper.

/// Why a paper was not printed, or may not have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The roll is at its end.
    PaperEnd,
    /// The cover is open.
    CoverOpen,
    /// The printer reports an error, or the ticket could not be drawn.
    Error,
    /// The printer cannot be reached, or went away in the middle.
    Away,
}

impl Reason {
    /// `paper_end`, `cover_open`, `error`, `away`: the words of `POST /api/v1/kiosk/tickets/{id}/paper`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PaperEnd => "paper_end",
            Self::CoverOpen => "cover_open",
            Self::Error => "error",
            Self::Away => "away",
        }
    }
}

/// What became of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A whole ticket came out.
    Printed,
    /// No whole ticket came out.
    Failed(Reason),
    /// The job went out whole and then the printer fell silent: a ticket may lie in the tray. Tell staff, never print again by itself.
    Unsure(Reason),
    /// This kiosk has no printer.
    NoPrinter,
}

impl Outcome {
    /// `printed`, `failed` (also when unsure) or `none`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Failed(_) | Self::Unsure(_) => "failed",
            Self::NoPrinter => "none",
        }
    }

    /// Why not, in the words of [`Reason::as_str`].
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Failed(reason) | Self::Unsure(reason) => Some(reason.as_str()),
            Self::Printed | Self::NoPrinter => None,
        }
    }
}
