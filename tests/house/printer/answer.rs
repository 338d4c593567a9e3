//! How the printer is, and how it says so.

/// How the printer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Prints.
    Ready,
    /// Prints, and the roll is near its end.
    NearEnd,
    /// Stands: no paper.
    PaperEnd,
    /// Stands: the cover is open.
    CoverOpen,
    /// Stands: the cutter is stuck.
    Error,
    /// Prints, but answers nothing.
    Silent,
    /// Takes no connection: switched off, or the cable is out.
    Away,
}

impl Mood {
    /// Whether paper moves.
    pub(super) fn prints(self) -> bool {
        matches!(self, Self::Ready | Self::NearEnd | Self::Silent)
    }

    /// What is answered to `DLE EOT n`.
    pub(super) fn answer(self, n: u8) -> Option<u8> {
        let answers = match self {
            Self::Ready => [0x12, 0x12, 0x12, 0x12],
            Self::NearEnd => [0x12, 0x12, 0x12, 0x1e],
            Self::PaperEnd => [0x1a, 0x32, 0x12, 0x7e],
            Self::CoverOpen => [0x1a, 0x16, 0x12, 0x12],
            Self::Error => [0x1a, 0x52, 0x1a, 0x12],
            Self::Silent | Self::Away => return None,
        };
        answers.get(usize::from(n).checked_sub(1)?).copied()
    }
}
