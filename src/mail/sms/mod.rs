//! Text messages: an optional second channel behind one face (law line 28). Off unless the server has a gateway and the office
//! asks for a kind of message.

mod alphabet;
mod folder;
mod http;
mod memory;
mod note;
mod smsapi;

use std::fmt;
use std::path::PathBuf;

pub use alphabet::{is_gsm, plain, units};
pub use http::Template;
pub use memory::Outbox;
pub use note::{Note, NoteKind, write};
pub use smsapi::SmsApi;

use crate::fault::{Fault, NotSent};

/// One text message, ready to leave. Holds personal data: its `Debug` shows the id only.
#[derive(Clone, PartialEq, Eq)]
pub struct Sms {
    /// Unique for each message and the same for each try of it: gateways that can, pass over the second (letters, digits, `-`, `.`).
    pub id: String,
    /// Digits with the country's number in front, without `+`.
    pub to: String,
    /// What it says.
    pub text: String,
    /// Worthless after, seconds since 1970.
    pub expires: i64,
    /// Now, seconds since 1970.
    pub now: i64,
}

impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sms({})", self.id)
    }
}

/// The way out for text messages. Cheap to clone.
#[derive(Clone)]
pub enum Gateway {
    /// SMSAPI.pl, or whoever speaks the same.
    SmsApi(SmsApi),
    /// Any other HTTP gateway, described by templates.
    Template(Box<Template>),
    /// A folder that receives one file per message, for trials.
    Folder(PathBuf),
    /// A list in memory, for tests.
    Memory(Outbox),
}

impl Gateway {
    /// A folder, created if it is not there.
    ///
    /// # Errors
    /// [`Fault::Settings`] when it cannot be created.
    pub fn folder(dir: impl Into<PathBuf>) -> Result<Self, Fault> {
        let dir = dir.into();
        std::fs::create_dir_all(&dir).map_err(|error| Fault::Settings(format!("sms folder: {error}")))?;
        Ok(Self::Folder(dir))
    }

    /// A memory, and a handle to look into it.
    #[must_use]
    pub fn memory() -> (Self, Outbox) {
        let outbox = Outbox::default();
        (Self::Memory(outbox.clone()), outbox)
    }

    /// Sends one message. Blocks up to some 10 s, so call it off the async threads.
    ///
    /// # Errors
    /// [`NotSent`], numbers masked.
    pub fn send(&self, sms: &Sms) -> Result<(), NotSent> {
        match self {
            Self::SmsApi(api) => api.send(sms),
            Self::Template(template) => template.send(sms),
            Self::Folder(dir) => folder::write(dir, sms),
            Self::Memory(outbox) => outbox.keep(sms),
        }
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SmsApi(_) => "Gateway::SmsApi",
            Self::Template(_) => "Gateway::Template",
            Self::Folder(_) => "Gateway::Folder",
            Self::Memory(_) => "Gateway::Memory",
        })
    }
}
