//! One type that hides where letters go: an SMTP server, a folder, or a test's memory.

use std::fmt;
use std::path::PathBuf;

use lettre::SmtpTransport;

use crate::fault::{Fault, NotSent};
use crate::memory::Memory;
use crate::message::Message;
use crate::sms::Gateway;
use crate::{folder, smtp};

/// Both ways out of the house. Text messages have none unless a gateway is set up.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Where letters go.
    pub mail: Post,
    /// Where text messages go.
    pub sms: Option<Gateway>,
}

impl From<Post> for Ways {
    fn from(mail: Post) -> Self {
        Self { mail, sms: None }
    }
}

/// The way out of the house. Cheap to clone; clones share the connections (or the memory).
#[derive(Clone)]
pub enum Post {
    /// A mail server, with a pool of kept connections.
    Smtp(SmtpTransport),
    /// A folder that receives one `.eml` file per message; the demo's post.
    Folder(PathBuf),
    /// A list in memory, for tests.
    Memory(Memory),
}

impl Post {
    /// A mail server by URL: `smtp://host:25` (plain), `smtp://user:pass@host:587?tls=required` (STARTTLS or nothing),
    /// `?tls=opportunistic` (STARTTLS if offered), `smtps://user:pass@host` (TLS from the first byte, port 465). User and password
    /// are percent-encoded. Nothing is connected yet.
    ///
    /// # Errors
    /// [`Fault::Settings`] for an unusable URL; its text holds no password.
    pub fn smtp(url: &str) -> Result<Self, Fault> {
        smtp::transport(url).map(Self::Smtp)
    }

    /// A folder, created if it is not there.
    ///
    /// # Errors
    /// [`Fault::Settings`] when it cannot be created.
    pub fn folder(dir: impl Into<PathBuf>) -> Result<Self, Fault> {
        let dir = dir.into();
        std::fs::create_dir_all(&dir).map_err(|error| Fault::Settings(format!("mail folder: {error}")))?;
        Ok(Self::Folder(dir))
    }

    /// A memory, and a handle to look into it.
    #[must_use]
    pub fn memory() -> (Self, Memory) {
        let memory = Memory::default();
        (Self::Memory(memory.clone()), memory)
    }

    /// Sends one message. Blocks (SMTP: up to some 20 s for a silent server), so call it off the async threads. Sending the same
    /// letter twice is harmless: a folder keeps one file, and a mailbox shows two mails with one Message-ID as one.
    ///
    /// # Errors
    /// [`NotSent`], whose text may be logged.
    pub fn send(&self, message: &Message) -> Result<(), NotSent> {
        match self {
            Self::Smtp(transport) => smtp::send(transport, message),
            Self::Folder(dir) => folder::write(dir, message),
            Self::Memory(memory) => memory.keep(message),
        }
    }
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(_) => f.write_str("Post::Smtp"),
            Self::Folder(dir) => f.debug_tuple("Post::Folder").field(dir).finish(),
            Self::Memory(_) => f.write_str("Post::Memory"),
        }
    }
}
