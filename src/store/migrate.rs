//! Brings the schema up to date at start, one node at a time, and refuses a newer one.

use crate::connection::Connection;
use crate::fault::Fault;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// The advisory lock under which nodes migrate; any number that is always the same.
const LOCK: &str = "SELECT pg_advisory_lock(7205759403792794)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7205759403792794)";
/// Another node's migration may take longer than a statement usually may.
const PATIENT: &str = "SET statement_timeout = 0; SET lock_timeout = 0";

/// Runs what is pending.
///
/// # Errors
/// [`Fault::Newer`] when the database knows migrations that this program does not.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let on_server = matches!(connection, Connection::Postgres(_));
    if on_server {
        let both = format!("{PATIENT}; {LOCK}");
        connection.batch_execute(&both).map_err(said)?;
    }
    let outcome =
        refuse_newer(connection).and_then(|()| connection.run_pending_migrations(MIGRATIONS).map(drop).map_err(said));
    if on_server {
        connection.batch_execute(UNLOCK).map_err(said)?;
    }
    outcome
}

fn refuse_newer(connection: &mut Connection) -> Result<(), Fault> {
    let known = newest_known()?;
    let applied = connection.applied_migrations().map_err(said)?;
    let found = applied.iter().map(ToString::to_string).max();
    match found {
        Some(found) if found > known => Err(Fault::Newer { found, known }),
        _ => Ok(()),
    }
}

fn newest_known() -> Result<String, Fault> {
    let all: Vec<Box<dyn Migration<diesel::sqlite::Sqlite>>> = MIGRATIONS.migrations().map_err(said)?;
    let newest = all.iter().map(|m| m.name().version().to_string()).max();
    Ok(newest.unwrap_or_default())
}

fn said(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(format!("migration: {error}"))
}
