//! Settings of a server: a TOML file, then the environment. Unknown names are errors with advice; values, which may be
//! secrets, are never repeated.

use crate::failure::Failure;
use okienko_mail::Post;
use okienko_queue::throttle::{CITY, Limit};
use okienko_store::Store;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every section with its keys.
const KNOWN: [(&str, &[&str]); 4] = [
    ("server", &["listen", "public_url", "workers"]),
    ("database", &["url"]),
    ("mail", &["transport", "url", "folder"]),
    ("kiosk", &["throttle_entries", "throttle_minutes"]),
];
const USUAL_FILE: &str = "okienko.toml";
const PREFIX: &str = "OKIENKO__";

/// Settings of a server.
#[derive(Clone, PartialEq)]
pub struct Settings {
    /// Host and port to listen on.
    pub listen: String,
    /// What links in letters and on tickets begin with; no slash at the end.
    pub public_url: String,
    /// Threads that answer HTTP, at least 1.
    pub workers: usize,
    /// Where letters go.
    pub mail: Mail,
    /// Unknown numbers let through at one kiosk (R25).
    pub throttle: Limit,
    database: String,
}

/// Where letters go.
#[derive(Clone, PartialEq)]
pub enum Mail {
    /// A mail server, see [`Post::smtp`].
    Smtp(String),
    /// A folder of `.eml` files.
    Folder(PathBuf),
    /// Nowhere: forgotten at the end.
    Memory,
}

impl Settings {
    /// Reads `file` (else `./okienko.toml` if there is one) and the environment.
    ///
    /// # Errors
    /// Exit code 2 for a file that cannot be read, an unknown name or a value of the wrong kind.
    pub fn read(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> Result<Self, Failure> {
        let mut given = Given::default();
        let usual = Path::new(USUAL_FILE);
        if let Some(file) = file.or_else(|| usual.exists().then_some(usual)) {
            let text = std::fs::read_to_string(file);
            let text = text.map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))?;
            given.add_file(&file.display().to_string(), &text)?;
        }
        given.add_environment(environment)?;
        given.settle()
    }

    /// Opens the database.
    ///
    /// # Errors
    /// Exit code 1 with the reason, see [`Store::open`].
    pub fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.database)?)
    }

    /// The way out for letters.
    ///
    /// # Errors
    /// Exit code 1 for an address or folder that cannot be used.
    pub fn post(&self) -> Result<Post, Failure> {
        match &self.mail {
            Mail::Smtp(url) => Post::smtp(url),
            Mail::Folder(folder) => Post::folder(folder),
            Mail::Memory => Ok(Post::memory().0),
        }
        .map_err(|fault| Failure::undone(fault.to_string()))
    }
}

/// Leaves addresses out: they hold passwords.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("listen", &self.listen).finish_non_exhaustive()
    }
}

/// What was given, by section and key.
#[derive(Default)]
struct Given(BTreeMap<(String, String), toml::Value>);

impl Given {
    fn add_file(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        let table: toml::Table = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).unwrap_or_default().lines().count().max(1);
            Failure::unreadable(format!("{name}, about line {line}: {}", error.message()))
        })?;
        for (section, keys) in table {
            let toml::Value::Table(keys) = keys else {
                return Err(Failure::unreadable(format!("{name}: `{section}` stands outside of a section; {}", sections())));
            };
            for (key, value) in keys {
                self.add(name, &section, &key, value)?;
            }
        }
        Ok(())
    }

    fn add_environment(&mut self, environment: impl Iterator<Item = (String, String)>) -> Result<(), Failure> {
        let mut database = None;
        for (name, value) in environment {
            if name == "DATABASE_URL" {
                database = Some(value);
            } else if let Some(path) = name.strip_prefix(PREFIX) {
                let (section, key) = path.split_once("__").unwrap_or((path, ""));
                self.add(&name, &section.to_lowercase(), &key.to_lowercase(), toml::Value::String(value))?;
            }
        }
        // What other tools of the same container read stands above the house's own settings.
        database.map_or(Ok(()), |url| self.add("DATABASE_URL", "database", "url", toml::Value::String(url)))
    }

    fn add(&mut self, from: &str, section: &str, key: &str, value: toml::Value) -> Result<(), Failure> {
        let Some((_, keys)) = KNOWN.iter().find(|(known, _)| *known == section) else {
            return Err(Failure::unreadable(format!("{from}: there is no section `{section}`; {}", sections())));
        };
        if !keys.contains(&key) {
            let known = keys.join(", ");
            return Err(Failure::unreadable(format!("{from}: [{section}] has no key `{key}`; it has {known}")));
        }
        self.0.insert((section.to_owned(), key.to_owned()), value);
        Ok(())
    }

    fn text(&self, section: &str, key: &str) -> Result<Option<String>, Failure> {
        match self.0.get(&(section.to_owned(), key.to_owned())) {
            None => Ok(None),
            Some(toml::Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Failure::unreadable(format!("[{section}] {key} must be a text in quotes"))),
        }
    }

    fn number(&self, section: &str, key: &str) -> Result<Option<u16>, Failure> {
        let value = match self.0.get(&(section.to_owned(), key.to_owned())) {
            None => return Ok(None),
            Some(toml::Value::Integer(number)) => u16::try_from(*number).ok(),
            Some(toml::Value::String(text)) => text.parse().ok(),
            Some(_) => None,
        };
        let wrong = || Failure::unreadable(format!("[{section}] {key} must be a whole number from 1 to 65535"));
        value.filter(|number| *number > 0).map(Some).ok_or_else(wrong)
    }

    fn settle(&self) -> Result<Settings, Failure> {
        let listen = self.text("server", "listen")?.unwrap_or_else(|| "127.0.0.1:8080".into());
        let public_url = self.text("server", "public_url")?.unwrap_or_else(|| format!("http://{listen}"));
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(Failure::unreadable("[server] public_url must begin with http:// or https://"));
        }
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Ok(Settings {
            public_url: public_url.trim_end_matches('/').to_owned(),
            workers: self.number("server", "workers")?.map_or(cores, usize::from),
            mail: self.mail()?,
            throttle: Limit {
                most: self.number("kiosk", "throttle_entries")?.map_or(CITY.most, usize::from),
                minutes: self.number("kiosk", "throttle_minutes")?.map_or(CITY.minutes, u32::from),
            },
            database: self.text("database", "url")?.unwrap_or_else(|| "sqlite:okienko.db".into()),
            listen,
        })
    }

    fn mail(&self) -> Result<Mail, Failure> {
        let url = self.text("mail", "url")?;
        let folder = || Ok(self.text("mail", "folder")?.map_or_else(|| "mail".into(), PathBuf::from));
        match (self.text("mail", "transport")?.as_deref(), url) {
            (Some("smtp") | None, Some(url)) => Ok(Mail::Smtp(url)),
            (Some("smtp"), None) => Err(Failure::unreadable("[mail] transport smtp needs a url such as smtp://relay.example:25")),
            (Some("folder") | None, _) => folder().map(Mail::Folder),
            (Some("memory"), _) => Ok(Mail::Memory),
            (Some(_), _) => Err(Failure::unreadable("[mail] transport must be smtp, folder or memory")),
        }
    }
}

fn sections() -> String {
    let names: Vec<String> = KNOWN.iter().map(|(section, _)| format!("[{section}]")).collect();
    format!("the sections are {}", names.join(", "))
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
