//! One connection of either engine, opened by scheme, and a write transaction on it.

use crate::engine::Target;
use crate::fault::Fault;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::result::Error;
use diesel::{Connection as _, PgConnection, QueryResult, SqliteConnection};

pub use any::AnyConnection as Connection;

mod any {
    #![allow(missing_docs)]
    use diesel::{PgConnection, SqliteConnection};

    /// A connection of either engine. Never established by itself: the derived `establish` guesses the engine.
    #[derive(diesel::MultiConnection)]
    pub enum AnyConnection {
        Sqlite(SqliteConnection),
        Postgres(PgConnection),
    }
}

/// The same body for the connection inside, of whichever engine it is.
macro_rules! on_each {
    ($connection:expr, $inner:ident => $body:expr) => {
        match $connection {
            $crate::connection::Connection::Sqlite($inner) => $body,
            $crate::connection::Connection::Postgres($inner) => $body,
        }
    };
}
pub(crate) use on_each;

/// What the connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Read,
    Write,
}

/// How long SQLite waits for the one write lock.
const BUSY_MS: u32 = if cfg!(test) { 400 } else { 5_000 };

/// A PostgreSQL statement that takes longer is cancelled; one that only waits for a lock, a little earlier.
const POSTGRES_SETTINGS: &str = "SET statement_timeout = 8000; SET lock_timeout = 5000; \
    SET idle_in_transaction_session_timeout = 15000; SET client_min_messages = warning; SET TIME ZONE 'UTC'";

impl Target {
    /// Opens a connection, at most about three seconds long; a failure is [`Fault::Away`] with the engine's words.
    pub(crate) fn connect(&self, purpose: Use) -> Result<Connection, Fault> {
        match self {
            Self::Sqlite(path) => {
                let path = path.to_string_lossy();
                let mut inner = SqliteConnection::establish(&path).map_err(away)?;
                inner.batch_execute(&pragmas(purpose)).map_err(|e| Fault::Away(e.to_string()))?;
                Ok(Connection::Sqlite(inner))
            }
            Self::Postgres(url) => {
                let mut inner = PgConnection::establish(url).map_err(away)?;
                inner.batch_execute(POSTGRES_SETTINGS).map_err(|e| Fault::Away(e.to_string()))?;
                Ok(Connection::Postgres(inner))
            }
        }
    }
}

fn away(error: diesel::ConnectionError) -> Fault {
    Fault::Away(error.to_string())
}

fn pragmas(purpose: Use) -> String {
    let common = format!(
        "PRAGMA busy_timeout = {BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON;"
    );
    match purpose {
        Use::Read => common + " PRAGMA query_only = ON;",
        Use::Write => common,
    }
}

/// Runs `work` in one transaction that is a writer from its first statement on (`BEGIN IMMEDIATE` on SQLite).
///
/// # Errors
/// What `work` or the commit says; the transaction is then rolled back as far as the connection still allows.
pub(crate) fn transact<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, E> {
    begin(connection)?;
    match work(connection) {
        Ok(value) => match end(connection, true) {
            Ok(()) => Ok(value),
            Err(error) => {
                abandon(connection);
                Err(error.into())
            }
        },
        Err(error) => {
            abandon(connection);
            Err(error)
        }
    }
}

/// Begins a transaction that is a writer from its first statement on.
pub(crate) fn begin(connection: &mut Connection) -> QueryResult<()> {
    match connection {
        Connection::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        Connection::Postgres(c) => AnsiTransactionManager::begin_transaction(c),
    }
}

/// Commits or rolls back.
pub(crate) fn end(connection: &mut Connection, commit: bool) -> QueryResult<()> {
    on_each!(connection, c => if commit {
        AnsiTransactionManager::commit_transaction(c)
    } else {
        AnsiTransactionManager::rollback_transaction(c)
    })
}

/// A rollback that fails leaves a connection that [`usable`] refuses; there is nothing better to do here.
pub(crate) fn abandon(connection: &mut Connection) {
    let open = on_each!(connection, c => {
        AnsiTransactionManager::transaction_manager_status_mut(c)
            .transaction_depth()
            .is_ok_and(|depth| depth.is_some())
    });
    if open && let Err(error) = end(connection, false) {
        tracing::debug!(%error, "rollback failed");
    }
}

/// Whether the connection answers and is outside of any transaction.
pub(crate) fn usable(connection: &mut Connection) -> bool {
    on_each!(connection, c => {
        let idle = AnsiTransactionManager::transaction_manager_status_mut(c)
            .transaction_depth()
            .is_ok_and(|depth| depth.is_none());
        idle && c.batch_execute("SELECT 1").is_ok()
    })
}
