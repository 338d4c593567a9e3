//! The readers' pool. Connections are opened by scheme, and one that broke is replaced instead of handed out again.

use crate::connection::{Connection, Use, usable};
use crate::engine::Target;
use crate::fault::{Fault, Verdict, judge};
use diesel::QueryResult;
use std::time::{Duration, Instant};

/// Readers at once; more wait.
const MOST: u32 = 8;
/// How long to wait for a free or a fresh connection.
const WAIT: Duration = Duration::from_secs(3);
/// A connection used less long ago is handed out without asking whether it lives: that would double each read.
const FRESH: Duration = Duration::from_secs(1);

/// A connection in the pool.
pub(crate) struct Reader {
    connection: Connection,
    used: Instant,
    broken: bool,
}

pub(crate) struct Manager(Target);

impl r2d2::ManageConnection for Manager {
    type Connection = Reader;
    type Error = Fault;

    fn connect(&self) -> Result<Reader, Fault> {
        Ok(Reader { connection: self.0.connect(Use::Read)?, used: Instant::now(), broken: false })
    }

    fn is_valid(&self, reader: &mut Reader) -> Result<(), Fault> {
        if reader.used.elapsed() < FRESH || usable(&mut reader.connection) {
            return Ok(());
        }
        Err(Fault::Away("the connection was closed".to_owned()))
    }

    fn has_broken(&self, reader: &mut Reader) -> bool {
        reader.broken
    }
}

/// Logs what keeps the pool from filling, at a level that does not flood while a database is away.
#[derive(Debug)]
struct Quiet;

impl r2d2::HandleError<Fault> for Quiet {
    fn handle_error(&self, error: Fault) {
        tracing::debug!(%error, "reader connection");
    }
}

pub(crate) struct Pool(r2d2::Pool<Manager>);

impl Pool {
    pub(crate) fn new(target: Target) -> Self {
        let pool = r2d2::Pool::builder()
            .max_size(MOST)
            .min_idle(Some(1))
            .connection_timeout(WAIT)
            .error_handler(Box::new(Quiet))
            .build_unchecked(Manager(target));
        Self(pool)
    }

    /// Runs a query; on connections that turn out to be dead it is asked again on another, as reading is harmless.
    pub(crate) fn read<T>(&self, mut work: impl FnMut(&mut Connection) -> QueryResult<T>) -> Result<T, Fault> {
        let mut last = Fault::Away("no connection".to_owned());
        for _ in 0..=MOST {
            let mut reader = self.0.get().map_err(|e| Fault::Away(e.to_string()))?;
            let began = Instant::now();
            match work(&mut reader.connection) {
                Ok(value) => {
                    reader.used = Instant::now();
                    return Ok(value);
                }
                Err(error) => {
                    let verdict = judge(&error);
                    if usable(&mut reader.connection) {
                        return Err(match verdict {
                            Verdict::Again(why) if began.elapsed() > WAIT => Fault::Away(why),
                            verdict => verdict.into_fault(),
                        });
                    }
                    reader.broken = true;
                    last = Fault::Away(error.to_string());
                }
            }
        }
        Err(last)
    }
}
