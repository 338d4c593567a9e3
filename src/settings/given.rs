//! What a file and the environment give, by section and key, before it is understood.

use crate::failure::Failure;
use std::collections::BTreeMap;
use toml::Value;

/// Every section with its keys.
const KNOWN: [(&str, &[&str]); 11] = [
    ("server", &["listen", "public_url", "workers"]),
    ("database", &["url"]),
    ("mail", &["transport", "url", "folder"]),
    ("kiosk", &["throttle_entries", "throttle_minutes"]),
    ("web", &["trust_proxy", "frame_ancestors", "declaration_url", "privacy_url"]),
    ("boards", &["media"]),
    ("guard", super::guard::KEYS),
    ("sms", &["transport", "url", "token", "from", "folder", "method", "headers", "body", "success"]),
    ("mqtt", okienko_signs::BROKER_KEYS),
    ("speech", &["pack", "engine"]),
    ("openid", super::openid::KEYS),
];
/// Every section that there may be several of, `[[name]]`, with its keys. They are given in the file only.
const LISTS: [(&str, &[&str]); 2] = [("signs", okienko_signs::SIGN_KEYS), ("openid_roles", super::openid::ROLE_KEYS)];
const PREFIX: &str = "OKIENKO__";

/// What was given, by section and key.
#[derive(Default)]
pub struct Given {
    single: BTreeMap<(String, String), Value>,
    lists: BTreeMap<String, Vec<Entry>>,
}

/// One of several sections of a name.
pub struct Entry(toml::Table);

impl Entry {
    /// A text; what is wrong begins with the key.
    pub fn text(&self, key: &str) -> Result<Option<String>, String> {
        match self.0.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(format!("{key}: must be a text in quotes")),
        }
    }

    /// Several texts; what is wrong begins with the key.
    pub fn words(&self, key: &str) -> Result<Vec<String>, String> {
        let wrong = || format!("{key}: must be a list of texts");
        match self.0.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(list)) => {
                list.iter().map(|one| one.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
            }
            Some(_) => Err(wrong()),
        }
    }

    /// All its keys, each a text; what is wrong begins with the key.
    pub fn texts(&self) -> Result<BTreeMap<String, String>, String> {
        let text = |(key, value): (&String, &Value)| match value {
            Value::String(text) => Ok((key.clone(), text.clone())),
            _ => Err(format!("{key}: must be a text in quotes")),
        };
        self.0.iter().map(text).collect()
    }
}

impl Given {
    /// A file; `name` says which in a refusal.
    pub fn add_file(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        let table: toml::Table = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).unwrap_or_default().lines().count().max(1);
            Failure::unreadable(format!("{name}, about line {line}: {}", error.message()))
        })?;
        for (section, keys) in table {
            if LISTS.iter().any(|(known, _)| *known == section) {
                self.add_list(name, &section, keys)?;
                continue;
            }
            let Value::Table(keys) = keys else {
                return Err(Failure::unreadable(format!(
                    "{name}: `{section}` stands outside of a section; {}",
                    sections()
                )));
            };
            for (key, value) in keys {
                self.add(name, &section, &key, value)?;
            }
        }
        Ok(())
    }

    /// The environment: `OKIENKO__SECTION__KEY`, and `DATABASE_URL` above all.
    pub fn add_environment(&mut self, environment: impl Iterator<Item = (String, String)>) -> Result<(), Failure> {
        let mut database = None;
        for (name, value) in environment {
            if name == "DATABASE_URL" && !value.is_empty() {
                database = Some(value);
            } else if let Some(path) = name.strip_prefix(PREFIX) {
                let (section, key) = path.split_once("__").unwrap_or((path, ""));
                self.add(&name, &section.to_lowercase(), &key.to_lowercase(), Value::String(value))?;
            }
        }
        // What other tools of the same container read stands above the house's own settings.
        database.map_or(Ok(()), |url| self.add("DATABASE_URL", "database", "url", Value::String(url)))
    }

    fn add_list(&mut self, from: &str, section: &str, tables: Value) -> Result<(), Failure> {
        let keys = LISTS.iter().find(|(known, _)| *known == section).map_or(&[][..], |(_, keys)| keys);
        let list = if let Value::Array(list) = tables { list } else { Vec::new() };
        let tables: Option<Vec<Entry>> =
            list.into_iter().map(|one| if let Value::Table(table) = one { Some(Entry(table)) } else { None }).collect();
        let Some(tables) = tables.filter(|tables| !tables.is_empty()) else {
            let words = format!("{from}: there may be several `{section}`: write [[{section}]] above the keys of each");
            return Err(Failure::unreadable(words));
        };
        if let Some(key) = tables.iter().flat_map(|table| table.0.keys()).find(|key| !keys.contains(&key.as_str())) {
            let known = keys.join(", ");
            return Err(Failure::unreadable(format!("{from}: [[{section}]] has no key `{key}`; it has {known}")));
        }
        self.lists.insert(section.to_owned(), tables);
        Ok(())
    }

    /// The sections of a name that there may be several of, in their order.
    pub fn tables(&self, section: &str) -> &[Entry] {
        self.lists.get(section).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, from: &str, section: &str, key: &str, value: Value) -> Result<(), Failure> {
        let Some((_, keys)) = KNOWN.iter().find(|(known, _)| *known == section) else {
            return Err(Failure::unreadable(format!("{from}: there is no section `{section}`; {}", sections())));
        };
        if !keys.contains(&key) {
            let known = keys.join(", ");
            return Err(Failure::unreadable(format!("{from}: [{section}] has no key `{key}`; it has {known}")));
        }
        self.single.insert((section.to_owned(), key.to_owned()), value);
        Ok(())
    }

    /// Whether anything was given under a key.
    pub fn holds(&self, section: &str, key: &str) -> bool {
        self.single.contains_key(&(section.to_owned(), key.to_owned()))
    }

    /// A text.
    pub fn text(&self, section: &str, key: &str) -> Result<Option<String>, Failure> {
        match self.single.get(&(section.to_owned(), key.to_owned())) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Failure::unreadable(format!("[{section}] {key} must be a text in quotes"))),
        }
    }

    /// A whole number from 1 to 65535.
    pub fn number(&self, section: &str, key: &str) -> Result<Option<u16>, Failure> {
        let value = match self.single.get(&(section.to_owned(), key.to_owned())) {
            None => return Ok(None),
            Some(Value::Integer(number)) => u16::try_from(*number).ok(),
            Some(Value::String(text)) => text.parse().ok(),
            Some(_) => None,
        };
        let wrong = || Failure::unreadable(format!("[{section}] {key} must be a whole number from 1 to 65535"));
        value.filter(|number| *number > 0).map(Some).ok_or_else(wrong)
    }

    /// `true` or `false`.
    pub fn flag(&self, section: &str, key: &str) -> Result<Option<bool>, Failure> {
        match self.single.get(&(section.to_owned(), key.to_owned())) {
            None => Ok(None),
            Some(Value::Boolean(flag)) => Ok(Some(*flag)),
            Some(Value::String(text)) if text == "true" || text == "false" => Ok(Some(text == "true")),
            Some(_) => Err(Failure::unreadable(format!("[{section}] {key} must be true or false"))),
        }
    }

    /// Several texts: a list, or words with spaces between them.
    pub fn words(&self, section: &str, key: &str) -> Result<Vec<String>, Failure> {
        let wrong = || Failure::unreadable(format!("[{section}] {key} must be a list of texts"));
        match self.single.get(&(section.to_owned(), key.to_owned())) {
            None => Ok(Vec::new()),
            Some(Value::String(text)) => Ok(text.split_whitespace().map(str::to_owned).collect()),
            Some(Value::Array(list)) => {
                list.iter().map(|one| one.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
            }
            Some(_) => Err(wrong()),
        }
    }
}

impl Given {
    /// Several texts that may hold spaces: a list, or lines.
    pub fn list(&self, section: &str, key: &str) -> Result<Vec<String>, Failure> {
        match self.single.get(&(section.to_owned(), key.to_owned())) {
            Some(Value::String(text)) => Ok(text.lines().map(str::to_owned).collect()),
            _ => self.words(section, key),
        }
    }
}

fn sections() -> String {
    let single = KNOWN.iter().map(|(section, _)| format!("[{section}]"));
    let names: Vec<String> = single.chain(LISTS.iter().map(|(section, _)| format!("[[{section}]]"))).collect();
    format!("the sections are {}", names.join(", "))
}
