//! `OKIENKO_KIOSK__SECTION__KEY`: each text becomes what the key's default is (number, flag, list or text).

use super::Settings;
use crate::failure::Failure;
use toml::{Table, Value};

const PREFIX: &str = "OKIENKO_KIOSK__";

/// The file's table with the environment above it, understood.
pub fn over(mut table: Table, environment: impl Iterator<Item = (String, String)>) -> Result<Settings, Failure> {
    let defaults = Table::try_from(Settings::default())
        .map_err(|error| Failure::undone(format!("the default settings: {error}")))?;
    for (name, text) in environment {
        let Some(path) = name.strip_prefix(PREFIX) else { continue };
        let Some((section, key)) = path.split_once("__") else {
            return Err(Failure::unreadable(format!("{name}: must be {PREFIX}SECTION__KEY")));
        };
        let (section, key) = (section.to_lowercase(), key.to_lowercase());
        let like = defaults.get(&section).and_then(|section| section.get(&key));
        let value = value(like, &text).ok_or_else(|| Failure::unreadable(format!("{name}: cannot be {text:?}")))?;
        let entry = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(section) = entry {
            section.insert(key, value);
        }
    }
    Value::Table(table)
        .try_into()
        .map_err(|error: toml::de::Error| Failure::unreadable(format!("in the environment: {}", error.message())))
}

fn value(like: Option<&Value>, text: &str) -> Option<Value> {
    match like {
        Some(Value::Integer(_)) => text.trim().parse().ok().map(Value::Integer),
        Some(Value::Boolean(_)) => text.trim().parse().ok().map(Value::Boolean),
        Some(Value::Array(_)) => {
            Some(Value::Array(text.split_whitespace().map(|word| Value::String(word.to_owned())).collect()))
        }
        _ => Some(Value::String(text.to_owned())),
    }
}
