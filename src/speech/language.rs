//! The languages of a call.

use std::fmt;

/// A language that calls are spoken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Polish.
    Polish,
    /// English.
    English,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them, Polish first.
    pub const ALL: [Self; 3] = [Self::Polish, Self::English, Self::Ukrainian];

    /// Its code of ISO 639-1, as in addresses and names of folders.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::English => "en",
            Self::Ukrainian => "uk",
        }
    }

    /// The language of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// What stands before a ticket's code.
    pub(crate) fn number_word(self) -> &'static str {
        match self {
            Self::Polish => "Numer",
            Self::English => "Number",
            Self::Ukrainian => "Номер",
        }
    }

    /// What stands before a desk's label: the same words as on the screens (`lobby-desk`).
    pub(crate) fn desk_word(self) -> &'static str {
        match self {
            Self::Polish => "stanowisko",
            Self::English => "desk",
            Self::Ukrainian => "вікно",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
