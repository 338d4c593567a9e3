//! Why the program ends without success, or why a deed could not be done: a sentence, and an exit code for scripts.

use std::fmt;

/// Something that could not be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    code: u8,
    why: String,
}

impl Failure {
    /// It was understood and could not be done: exit code 1.
    pub fn undone(why: impl Into<String>) -> Self {
        Self { code: 1, why: why.into() }
    }

    /// It was not understood: exit code 2.
    pub fn unreadable(why: impl Into<String>) -> Self {
        Self { code: 2, why: why.into() }
    }

    /// The exit code of the process.
    pub fn code(&self) -> u8 {
        self.code
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        Self::undone(format!("the kiosk's journal: {error}"))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::undone(format!("a text that should be JSON: {error}"))
    }
}
