//! Changed places of the document in words for a person: where, what stood there, what stands there.

use crate::texts::Texts;
use okienko_actors::history::{Edit, ORDER};
use okienko_queue::office::OfficeFile;
use serde_json::{Value, json};

/// Letters of a value that are shown.
const SHOWN: usize = 160;
/// Keys whose values nobody sees.
const SECRET: [&str; 1] = ["pin"];
/// Lists whose members have names.
const NAMED: [&str; 5] = ["departments", "services", "desks", "boards", "staff"];

/// Every place with its words.
pub(super) fn worded(edits: &[Edit], office: &OfficeFile, t: Texts) -> Value {
    edits.iter().map(|edit| one(edit, office, t)).collect()
}

fn one(edit: &Edit, office: &OfficeFile, t: Texts) -> Value {
    let is_secret = edit.path.iter().any(|key| SECRET.contains(&key.as_str()));
    let shown = |value: &Value| if is_secret && !value.is_null() { "•••".to_owned() } else { said(value, t) };
    json!({
        "path": edit.path, "place": place(edit, office, t), "before": shown(&edit.before), "after": shown(&edit.after),
    })
}

/// `Wydział „Geodezja” › Sprawa „Mapy” › Czas jednej wizyty`.
fn place(edit: &Edit, office: &OfficeFile, t: Texts) -> String {
    let (mut steps, mut keys) = (Vec::new(), edit.path.iter().peekable());
    while let Some(key) = keys.next() {
        let next = keys.peek().filter(|name| NAMED.contains(&key.as_str()) && **name != ORDER);
        if let Some(name) = next {
            let words = called(key, name, office, edit).unwrap_or_else(|| (*name).clone());
            steps.push(t.with(&format!("office-thing-{key}"), "name", words));
            keys.next();
        } else if key == ORDER {
            steps.push(t.get("office-key-order"));
        } else if edit.path.first().is_none_or(|first| first != key || first != "office") {
            steps.push(label(key, t));
        }
    }
    steps.join(" › ")
}

fn label(key: &str, t: Texts) -> String {
    let known = format!("office-key-{}", key.replace('_', "-"));
    if t.has(&known) { t.get(known) } else { key.to_owned() }
}

/// What a thing is called: as it is now, or as it was when it came or went.
fn called(list: &str, id: &str, office: &OfficeFile, edit: &Edit) -> Option<String> {
    let mut departments = office.departments.iter();
    let now = match list {
        "departments" => departments.find(|one| one.id.as_str() == id).map(|one| one.name.pl.clone()),
        "services" => departments.find_map(|one| one.service(&id.into())).map(|one| one.name.pl.clone()),
        "desks" => departments.find_map(|one| one.desk(&id.into())).map(|one| one.label.clone()),
        "boards" => office.boards.iter().find(|one| one.id.as_str() == id).map(|one| one.name.pl.clone()),
        _ => Some(id.to_owned()),
    };
    let is_last = edit.path.last().is_some_and(|last| last == id);
    let then = [&edit.after, &edit.before].into_iter().find_map(name).filter(|_| is_last);
    now.or(then)
}

fn name(value: &Value) -> Option<String> {
    let named = value.get("name").and_then(|name| name.get("pl")).or_else(|| value.get("label"))?;
    named.as_str().map(str::to_owned)
}

fn said(value: &Value, t: Texts) -> String {
    let words = match value {
        Value::Null => t.get("office-value-none"),
        Value::Bool(true) => t.get("office-value-yes"),
        Value::Bool(false) => t.get("office-value-no"),
        Value::String(text) if text.is_empty() => t.get("office-value-none"),
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => t.get("office-value-none"),
        Value::Array(list) => list.iter().map(|item| said(item, t)).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let text = map.get("pl").and_then(Value::as_str).map(str::to_owned);
            text.or_else(|| name(value)).unwrap_or_else(|| pairs(map, t))
        }
        number => number.to_string(),
    };
    let short: String = words.chars().take(SHOWN).collect();
    if short.len() < words.len() { format!("{short}…") } else { words }
}

fn pairs(map: &serde_json::Map<String, Value>, t: Texts) -> String {
    map.iter().map(|(key, value)| format!("{}: {}", label(key, t), said(value, t))).collect::<Vec<_>>().join("; ")
}
