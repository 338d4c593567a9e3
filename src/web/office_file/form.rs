//! The form of an exported file: in the order of the configuration, short tables on one line, nothing twice.

use okienko_queue::office::OfficeFile;
use toml::{Table, Value};

/// What a department's configuration takes over from its office; a file need not repeat it.
const SETTLED: [&str; 3] = ["ordinal", "time_zone", "priority_classes"];
/// Tables of at most so many plain values stand on one line.
const SHORT: usize = 4;
const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HEAD: &str = "# An office of okienko. Edit it and put it to use: okienko import FILE\n";
/// What an office has and its file leaves out, by name: whoever takes the file elsewhere sets it anew there.
pub const LEFT_OUT: [&str; 7] = [
    "passwords, second factors and recovery codes of accounts",
    "sessions and one-time links",
    "paired devices and their tokens",
    "the service PIN of kiosks",
    "keys of links in letters",
    "settings of the server: database, mail, text messages, speech, signs",
    "tickets, visits, contacts and their history",
];

/// The same as comments at the head of a file.
fn left_out() -> String {
    let lines: String = LEFT_OUT.iter().map(|what| format!("#   {what}\n")).collect();
    format!("# Left out, and not changed by importing it:\n{lines}")
}

/// An office as a file that a person can read and edit.
///
/// # Errors
/// What the writer says; cannot happen for an office that was read.
pub fn written(office: &OfficeFile) -> Result<String, toml::ser::Error> {
    let mut whole = Table::try_from(office)?;
    // A secret, if a hashed one.
    let kiosk = whole.get_mut("office").and_then(|office| office.get_mut("kiosk")).and_then(Value::as_table_mut);
    kiosk.and_then(|kiosk| kiosk.remove("pin"));
    let departments = whole.get_mut("departments").and_then(Value::as_array_mut);
    for department in departments.into_iter().flatten().filter_map(Value::as_table_mut) {
        SETTLED.iter().for_each(|key| drop(department.remove(*key)));
        let week = department.get_mut("hours").and_then(|hours| hours.get_mut("week")).and_then(Value::as_table_mut);
        if let Some(week) = week {
            let mut days: Vec<(String, Value)> = std::mem::take(week).into_iter().collect();
            days.sort_by_key(|(name, _)| WEEK.iter().position(|day| day == name));
            week.extend(days);
        }
    }
    let mut text = HEAD.to_owned() + &left_out();
    table("", &whole, &mut text);
    Ok(text)
}

/// Plain values first, as TOML wants it, then what has a heading of its own.
fn table(path: &str, values: &Table, into: &mut String) {
    for (key, value) in values.iter().filter(|(_, value)| is_plain(value)) {
        into.push_str(&format!("{} = {value}\n", written_key(key)));
    }
    for (key, value) in values.iter().filter(|(_, value)| !is_plain(value)) {
        let key = written_key(key);
        let path = if path.is_empty() { key } else { format!("{path}.{key}") };
        match value {
            Value::Table(inner) => {
                let has_own = inner.values().any(is_plain);
                into.push_str(&if has_own { format!("\n[{path}]\n") } else { String::new() });
                table(&path, inner, into);
            }
            Value::Array(list) => {
                for inner in list.iter().filter_map(Value::as_table) {
                    into.push_str(&format!("\n[[{path}]]\n"));
                    table(&path, inner, into);
                }
            }
            _ => {}
        }
    }
}

/// A key such as `confirmation.intro` stands in quotes, else its dot would make a table.
fn written_key(key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { key.to_owned() } else { Value::from(key).to_string() }
}

fn is_plain(value: &Value) -> bool {
    match value {
        Value::Table(inner) => inner.len() <= SHORT && !inner.values().any(Value::is_table),
        Value::Array(list) => !list.iter().any(Value::is_table),
        _ => true,
    }
}
