//! What is asked of a department actor, and what it answers.

use okienko_queue::command::Command;
use okienko_queue::ids::DepartmentId;
use okienko_queue::refusal::Refusal;
use okienko_store::Fault;
use std::sync::Arc;

/// One command for one department.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Whose queue.
    pub department: DepartmentId,
    /// What.
    pub command: Command,
    /// Who: `kiosk:k1`, `staff:s3`, `citizen`, `timer`; never a visitor's data.
    pub actor: String,
    /// The idempotency key, if the caller sent one.
    pub key: Option<Key>,
    /// Whose visit it is: needed to book, and to answer about a visit.
    pub person: Option<Person>,
}

/// An idempotency key with the hash of what was asked under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub key: String,
    /// Hash of method, path, caller and body.
    pub body_hash: String,
}

/// The three things a booking asks for (R11). Kept beside the journal, never in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// First name.
    pub name: String,
    /// Digits with the country's code in front (R14).
    pub phone: String,
    /// Where letters go; empty for a caller without e-mail (R36).
    pub email: String,
    /// `pl`, `en` or `uk`.
    pub language: String,
    /// The six digits for the kiosk; drawn by the actor when a visit is booked.
    pub code: Option<String>,
    /// Keyed hash of the network address that books, to find patterns of trade; never the address.
    pub origin: Option<String>,
}

/// Leaves the data out.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(..)")
    }
}

/// The answer, word for word as it was given the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// JSON.
    pub body: String,
    /// The same was asked under the same key before: nothing was done now.
    pub repeated: bool,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The rules do not allow it.
    Refused(Refusal),
    /// The key was used for something else.
    KeyReused,
    /// The outcome is unknown or nothing was done; the same key asked again is answered truly.
    TryAgain,
    /// A fault, already logged.
    Broken,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Away(why) => {
                tracing::warn!(%why, "the database is away");
                Self::TryAgain
            }
            other => {
                tracing::error!(fault = %other, "the database refused");
                Self::Broken
            }
        }
    }
}

/// One socket message, serialised once for all sockets.
#[derive(Clone, Debug, actix::Message)]
#[rtype(result = "()")]
pub struct Frame(pub Arc<str>);

impl Frame {
    /// What was watched is no more: the socket may close.
    pub fn nothing() -> Self {
        Self("".into())
    }

    /// Whether it says so.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }
}
