//! What may go wrong with the database, as the callers tell it apart, and the judgement of diesel's errors.

use diesel::result::{DatabaseErrorKind as Kind, Error};
use std::fmt;

/// A broken machine, never an expected refusal. Messages carry no personal data and are meant for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The database cannot be reached or did not answer in time. The outcome of what was asked is unknown; the
    /// same may be asked again later (503 `try_again`).
    Away(String),
    /// The database was migrated by a newer program; this one refuses to touch it. Both are migration versions.
    Newer {
        /// Newest version found in the database.
        found: String,
        /// Newest version this program knows.
        known: String,
    },
    /// The SQLite file belongs to another process; says to which file and, when known, which process.
    InUse(String),
    /// The database address cannot be understood; says what would be.
    BadUrl(String),
    /// Anything that asking again will not mend.
    Broken(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(why) => write!(f, "the database is away: {why}"),
            Self::Newer { found, known } => {
                write!(f, "the database has schema {found}, this program knows only {known}: start a newer okienko")
            }
            Self::InUse(why) => write!(f, "the database is in use: {why}"),
            Self::BadUrl(why) => write!(f, "DATABASE_URL is not understood: {why}"),
            Self::Broken(why) => write!(f, "the database refused: {why}"),
        }
    }
}

impl std::error::Error for Fault {}

/// What to do about one failed statement or transaction.
pub(crate) enum Verdict {
    /// The connection is of no use any more, or the database cannot work just now.
    Lost(String),
    /// The transaction was rolled back for a reason that may be gone the next time (deadlock, serialisation).
    Again(String),
    /// It would fail the same way again.
    Broken(String),
}

/// Judges by the error's kind, never by a constraint's name: SQLite does not tell it.
pub(crate) fn judge(error: &Error) -> Verdict {
    match error {
        Error::DatabaseError(kind, info) => judge_kind(kind, info.message()),
        Error::BrokenTransactionManager | Error::AlreadyInTransaction => Verdict::Lost(error.to_string()),
        other => Verdict::Broken(other.to_string()),
    }
}

fn judge_kind(kind: &Kind, message: &str) -> Verdict {
    let said = message.to_owned();
    match kind {
        Kind::ClosedConnection | Kind::UnableToSendCommand | Kind::ReadOnlyTransaction => Verdict::Lost(said),
        Kind::UniqueViolation
        | Kind::ForeignKeyViolation
        | Kind::NotNullViolation
        | Kind::CheckViolation
        | Kind::RestrictViolation
        | Kind::ExclusionViolation => Verdict::Broken(said),
        _ if SQLITE_CANNOT_NOW.iter().any(|sign| message.contains(sign)) => Verdict::Lost(said),
        _ => Verdict::Again(said),
    }
}

/// SQLite's own words (never translated) for a file that cannot be written at the moment.
const SQLITE_CANNOT_NOW: [&str; 5] = [
    "database is locked",
    "disk I/O error",
    "database or disk is full",
    "unable to open database file",
    "attempt to write a readonly database",
];

impl Verdict {
    /// The fault for callers that do not try again themselves.
    pub(crate) fn into_fault(self) -> Fault {
        match self {
            Self::Lost(why) => Fault::Away(why),
            Self::Again(why) | Self::Broken(why) => Fault::Broken(why),
        }
    }
}
