//! The shapes of what a lobby screen is told about itself.

use super::{list, maybe, object, text};
use serde_json::{Value, json};

/// A text in all three languages.
pub(super) fn words() -> Value {
    object(&["pl", "en", "uk"], json!({ "pl": text(), "en": text(), "uk": text() }))
}

/// A board's setup.
pub(super) fn setup() -> Value {
    let language = || json!({ "enum": ["pl", "en", "uk"] });
    let volume = || json!({ "type": "integer", "minimum": 0, "maximum": 100 });
    let hour = || json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$", "description": "Office-local" });
    let flag = || json!({ "type": "boolean" });
    let arrows = ["left", "right", "up", "down", "up_left", "up_right", "down_left", "down_right", "here"];
    let way = json!({ "type": "object", "properties": {
        "arrow": { "oneOf": [{ "type": "null" }, { "enum": arrows }] }, "place": { "oneOf": [{ "type": "null" }, words()] },
    } });
    let loudness = object(&["from", "to", "volume"], json!({ "from": hour(), "to": hour(), "volume": volume() }));
    let speech = object(&["revision", "languages"], json!({ "revision": text(), "languages": list(language()) }));
    let medium = json!({
        "url": text(), "kind": { "enum": ["image", "video"] }, "seconds": { "type": "integer", "minimum": 3, "maximum": 600 },
    });
    let facts = json!({
        "id": text(), "name": words(), "revision": text(), "version": text(),
        "office": object(&["name"], json!({ "name": words() })),
        "layout": { "enum": ["hall", "list", "desk", "door"] }, "theme": { "enum": ["dark", "light"] }, "accent": text(),
        "languages": list(language()), "desk": maybe("string"), "show_waiting": flag(),
        "departments": list(object(&["id", "name", "place"], json!({ "id": text(), "name": words(), "place": words() }))),
        "services": list(object(&["id", "letter", "name", "department"], json!({
            "id": text(), "letter": text(), "name": words(), "department": text(),
        }))),
        "desks": list(object(&["id", "label", "services"], json!({ "id": text(), "label": text(), "services": list(text()) }))),
        "ways": { "type": "object", "additionalProperties": way },
        "ticker": list(words()), "media": list(object(&["url", "kind", "seconds"], medium)),
        "sound": object(&["on", "speech", "volume", "repeat", "hours"], json!({
            "on": flag(), "speech": flag(), "volume": volume(), "repeat": flag(), "hours": list(loudness),
        })),
        "night": object(&["from", "to"], json!({ "from": hour(), "to": hour() })),
        "speech": { "oneOf": [{ "type": "null" }, speech] },
    });
    json!({ "BoardSetup": object(&["id", "revision", "version", "layout", "languages", "services", "desks"], facts) })
}
