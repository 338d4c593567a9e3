//! The agent's own small durable memory: a SQLite file in the state folder, WAL, `synchronous=FULL`: what was written before a power
//! cut is there after it. What is deleted is overwritten (`secure_delete`).
//!
//! One connection behind a lock: at most one person stands at a kiosk.

mod entries;
mod leases;
mod notes;
mod papers;
mod schema;
#[cfg(test)]
mod tests;
mod touches;
mod twins;
mod visits;

use crate::failure::Failure;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use entries::Entry;
pub use leases::{Given, Lease, Leased};
pub use notes::Printed;
pub use papers::Paper;
pub use touches::{Kind, NewTouch, Touch, TouchState};
pub use twins::Twin;
pub use visits::Visit;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");
const PRAGMAS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

/// The journal of one kiosk.
pub struct Journal(Mutex<SqliteConnection>);

impl Journal {
    /// Opens the journal in the state folder, made if it is not there.
    ///
    /// # Errors
    /// Exit code 1 with the reason.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let file = folder.join("journal.db");
        let undone = |why: String| Failure::undone(format!("{}: {why}", file.display()));
        let mut connection =
            SqliteConnection::establish(&file.to_string_lossy()).map_err(|error| undone(error.to_string()))?;
        connection.batch_execute(PRAGMAS).map_err(|error| undone(error.to_string()))?;
        connection.run_pending_migrations(MIGRATIONS).map_err(|error| undone(error.to_string()))?;
        Ok(Self(Mutex::new(connection)))
    }

    fn connection(&self) -> MutexGuard<'_, SqliteConnection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All or nothing.
    fn write<T>(
        &self,
        deed: impl FnOnce(&mut SqliteConnection) -> Result<T, diesel::result::Error>,
    ) -> Result<T, Failure> {
        Ok(self.connection().immediate_transaction(deed)?)
    }
}
