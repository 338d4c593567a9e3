//! What can go wrong with a sound, in words for the person who runs the server.

use std::fmt;

/// Why there is no sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeechFault(String);

impl SpeechFault {
    /// A fault in one sentence.
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// The same fault, with what it is about in front.
    pub(crate) fn of(what: impl fmt::Display) -> impl FnOnce(Self) -> Self {
        move |fault| Self(format!("{what}: {fault}"))
    }

    /// A fault of a file or folder.
    pub(crate) fn at(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for SpeechFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SpeechFault {}
