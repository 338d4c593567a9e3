//! Which engine an address names. The scheme alone decides: a guess once created a stray SQLite file while
//! PostgreSQL was down.

use crate::fault::Fault;
use std::path::PathBuf;

/// The two SQL engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, one process.
    Sqlite,
    /// A server, any number of equal nodes.
    Postgres,
}

/// A parsed address.
#[derive(Debug, Clone)]
pub(crate) enum Target {
    Sqlite(PathBuf),
    Postgres(String),
}

const ADVICE: &str = "write sqlite:PATH for a file (for example sqlite:okienko.db) \
    or postgres://user:password@host/database for a server";

impl Target {
    /// Reads `sqlite:PATH`, `sqlite://PATH`, `postgres://…` or `postgresql://…`; everything else is
    /// [`Fault::BadUrl`] with advice. The address is never repeated in the message: it may hold a password.
    pub(crate) fn parse(url: &str) -> Result<Self, Fault> {
        if let Some(rest) = url.strip_prefix("sqlite:") {
            return sqlite(rest.strip_prefix("//").unwrap_or(rest));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(with_timeouts(url)));
        }
        Err(Fault::BadUrl(ADVICE.to_owned()))
    }

    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }
}

fn sqlite(path: &str) -> Result<Target, Fault> {
    if path.is_empty() || path.starts_with(":memory:") || path.contains('?') {
        let why = format!("a SQLite database must be a plain file here; {ADVICE}");
        return Err(Fault::BadUrl(why));
    }
    Ok(Target::Sqlite(PathBuf::from(path)))
}

/// What keeps a silent server from holding a thread for minutes; what the operator wrote stands.
fn with_timeouts(url: &str) -> String {
    let mut full = url.to_owned();
    for (name, value) in [
        ("connect_timeout", "3"),
        ("tcp_user_timeout", "8000"),
        ("keepalives_idle", "10"),
        ("application_name", "okienko"),
    ] {
        if !url.contains(&format!("{name}=")) {
            full.push(if full.contains('?') { '&' } else { '?' });
            full.push_str(name);
            full.push('=');
            full.push_str(value);
        }
    }
    full
}
