//! Passwords and tokens of a demo: fresh for every new folder, the same after a restart over it.

use crate::failure::Failure;
use okienko_queue::office::OfficeFile;
use okienko_store::{hash_password, new_token};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

const FILE: &str = "secrets.json";
/// Letters and digits that nobody mistakes for others; 32 of them, so that five random bits make one.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS: usize = 4;
/// Hashes computed at once: each takes a core and 19 MiB.
const AT_ONCE: usize = 4;

/// What a folder knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secrets {
    /// The kiosk's token.
    pub kiosk: String,
    /// The lobby board's token.
    pub board: String,
    /// Everybody's password.
    pub people: Vec<Person>,
}

/// One person's password, and its hash, by which the row in the database is recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The login.
    pub login: String,
    /// The password.
    pub password: String,
    /// Its Argon2 hash.
    pub hash: String,
}

/// What a folder knows and the database confirms; `None` is written as `null`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The kiosk's token.
    pub kiosk: Option<String>,
    /// The lobby board's token.
    pub board: Option<String>,
    /// Logins with their passwords.
    pub passwords: Vec<(String, String)>,
}

impl Known {
    /// The password of a login.
    pub fn password(&self, login: &str) -> Option<&str> {
        self.passwords.iter().find(|(known, _)| known == login).map(|(_, password)| password.as_str())
    }
}

impl Secrets {
    /// What the folder holds from an earlier start.
    ///
    /// # Errors
    /// Exit code 1 when the file is there and cannot be read.
    pub fn read(data: &Path) -> Result<Option<Self>, Failure> {
        let path = data.join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let broken =
            |why: String| Failure::undone(format!("{}: {why}; remove the folder to begin anew", path.display()));
        let text = std::fs::read_to_string(&path).map_err(|error| broken(error.to_string()))?;
        serde_json::from_str(&text).map(Some).map_err(|error| broken(error.to_string()))
    }

    /// Fresh ones for everybody of an office.
    ///
    /// # Errors
    /// Exit code 1 when the system gives no randomness.
    pub fn fresh(office: &OfficeFile) -> Result<Self, Failure> {
        let mut people = Vec::new();
        for staff in &office.staff {
            people.push(Person { login: staff.login.clone(), password: password()?, hash: String::new() });
        }
        hash_all(&mut people)?;
        Ok(Self { kiosk: new_token()?, board: new_token()?, people })
    }

    /// Keeps them in the folder, for its owner only.
    ///
    /// # Errors
    /// Exit code 1 when the folder cannot be written.
    pub fn keep(&self, data: &Path) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(self).map_err(|error| Failure::undone(error.to_string()))?;
        write_private(data, FILE, &text)
    }

    /// Forgets them: another node was faster, its secrets hold.
    ///
    /// # Errors
    /// Exit code 1 when the file cannot be removed.
    pub fn forget(data: &Path) -> Result<(), Failure> {
        std::fs::remove_file(data.join(FILE)).map_err(|error| Failure::undone(format!("{FILE}: {error}")))
    }
}

/// Writes a file that only its owner reads, whole or not at all.
///
/// # Errors
/// Exit code 1 when the folder cannot be written.
pub fn write_private(data: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let temporary = data.join(format!(".{name}.{}.tmp", std::process::id()));
    let write = || {
        let mut file: File = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&temporary, data.join(name))
    };
    write().map_err(|error| Failure::undone(format!("{}: {error}", data.join(name).display())))
}

/// Four groups of four, 80 random bits: `k3vd-9mxt-…`.
fn password() -> Result<String, Failure> {
    let mut bytes = [0_u8; GROUPS * 4];
    getrandom::fill(&mut bytes).map_err(|error| Failure::undone(format!("no randomness: {error}")))?;
    let letter = |byte: &u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('x', char::from);
    let groups: Vec<String> = bytes.chunks(4).map(|group| group.iter().map(letter).collect()).collect();
    Ok(groups.join("-"))
}

fn hash_all(people: &mut [Person]) -> Result<(), Failure> {
    let share = people.len().div_ceil(AT_ONCE).max(1);
    let hashed: Result<(), okienko_store::Fault> = std::thread::scope(|scope| {
        let threads: Vec<_> = people.chunks_mut(share).map(|some| scope.spawn(|| hash_some(some))).collect();
        let died = |_| Err(okienko_store::Fault::Broken("a hashing thread died".into()));
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(died))
    });
    Ok(hashed?)
}

fn hash_some(people: &mut [Person]) -> Result<(), okienko_store::Fault> {
    people.iter_mut().try_for_each(|person| {
        person.hash = hash_password(&person.password)?;
        Ok(())
    })
}
