//! Opening a store, and what all parts of it share.

use crate::append::Appender;
use crate::connection::{Connection, Use};
use crate::engine::{Engine, Target};
use crate::fault::Fault;
use crate::lock::FileLock;
use crate::migrate::migrate;
use crate::pool::Pool;
use crate::secrets::Secrets;
use diesel::QueryResult;
use std::sync::Arc;

/// An open database. Cloning is cheap and shares the pool.
#[derive(Clone)]
pub struct Store(Arc<Shared>);

struct Shared {
    target: Target,
    pool: Pool,
    secrets: Secrets,
    _lock: Option<FileLock>,
}

impl Store {
    /// Opens the database that `url` names (`sqlite:PATH`, `postgres://…`), brings its schema up to date and reads or
    /// creates the server's secret.
    ///
    /// # Errors
    /// [`Fault::BadUrl`] with advice, [`Fault::InUse`] when another process has the SQLite file, [`Fault::Newer`] when
    /// the schema is newer than this program, [`Fault::Away`] when the server does not answer within three seconds.
    pub fn open(url: &str) -> Result<Self, Fault> {
        let target = Target::parse(url)?;
        let lock = match &target {
            Target::Sqlite(path) => Some(FileLock::take(path)?),
            Target::Postgres(_) => None,
        };
        let mut connection = target.connect(Use::Write)?;
        migrate(&mut connection)?;
        let secrets = Secrets::read_or_create(&mut connection)?;
        drop(connection);
        Ok(Self(Arc::new(Shared { pool: Pool::new(target.clone()), target, secrets, _lock: lock })))
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.0.target.engine()
    }

    /// A writer with a connection of its own. One per process is the rule; several are safe.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn appender(&self) -> Result<Appender, Fault> {
        Appender::new(self.clone())
    }

    /// Asks the database for a sign of life, for `/readyz`.
    ///
    /// # Errors
    /// [`Fault::Away`] when there is none.
    pub fn ping(&self) -> Result<(), Fault> {
        self.heads().map(drop)
    }

    /// The keys that secret links, person hashes and device tokens are made with.
    #[must_use]
    pub fn secrets(&self) -> &Secrets {
        &self.0.secrets
    }

    pub(crate) fn target(&self) -> &Target {
        &self.0.target
    }

    pub(crate) fn read<T>(&self, work: impl FnMut(&mut Connection) -> QueryResult<T>) -> Result<T, Fault> {
        self.0.pool.read(work)
    }
}
