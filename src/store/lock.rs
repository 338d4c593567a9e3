//! A SQLite file belongs to one process: an exclusive lock on `PATH.lock` beside it, which the system gives back
//! even when the process is killed.

use crate::fault::Fault;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Held as long as the store lives.
#[derive(Debug)]
pub(crate) struct FileLock {
    _file: File,
}

impl FileLock {
    /// Takes the lock, or says who has it ([`Fault::InUse`]).
    pub(crate) fn take(database: &Path) -> Result<Self, Fault> {
        let path = beside(database);
        let broken = |e: std::io::Error| Fault::Broken(format!("{}: {e}", path.display()));
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(broken)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(database, &mut file)),
            Err(TryLockError::Error(error)) => return Err(broken(error)),
        }
        let id = std::process::id().to_string();
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(id.as_bytes())).map_err(broken)?;
        Ok(Self { _file: file })
    }
}

/// Follows links, so that two names of one file meet at one lock.
fn beside(database: &Path) -> PathBuf {
    let real = database.canonicalize().unwrap_or_else(|_| database.to_owned());
    let mut name = real.into_os_string();
    name.push(".lock");
    PathBuf::from(name)
}

fn in_use(database: &Path, file: &mut File) -> Fault {
    let mut holder = String::new();
    let known = file.read_to_string(&mut holder).is_ok() && !holder.trim().is_empty();
    let who = if known { format!("process {}", holder.trim()) } else { "another process".to_owned() };
    Fault::InUse(format!(
        "{} is held by {who}; a SQLite file serves one process. Stop that one, or use PostgreSQL for several",
        database.display()
    ))
}
