//! The shapes of what a lobby screen is told about itself.

use super::{list, maybe, object, text, to};
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

/// A board as the office's file has it; a key that is left out has the house's value.
fn board() -> Value {
    let language = || json!({ "enum": ["pl", "en", "uk"] });
    let said = || object(&["pl"], json!({ "pl": text(), "en": text(), "uk": text() }));
    let any = || json!({ "type": "object" });
    object(
        &["id", "name", "departments"],
        json!({
            "id": text(), "name": said(), "departments": list(text()), "services": list(text()), "languages": list(language()),
            "layout": { "enum": ["hall", "list", "desk", "door"] }, "theme": { "enum": ["dark", "light"] }, "accent": text(),
            "desk": maybe("string"), "show_waiting": { "type": "boolean" }, "ticker": list(said()),
            "media": list(object(&["file"], json!({ "file": text(), "seconds": { "type": "integer", "minimum": 3, "maximum": 600 } }))),
            "emergency": { "oneOf": [{ "type": "null" }, said()] }, "ways": { "type": "object", "additionalProperties": any() },
            "sound": any(), "night": any(),
        }),
    )
}

/// How boards are set up, and the message over everything.
pub(super) fn settings() -> Value {
    let edited = || to("EditedBoard");
    let errors =
        list(object(&["field", "code", "detail"], json!({ "field": text(), "code": text(), "detail": text() })));
    let message = || json!({ "oneOf": [{ "type": "null" }, object(&["pl"], json!({ "pl": text(), "en": text(), "uk": text() }))] });
    json!({
        "EditedBoard": object(&["revision", "board"], json!({ "revision": text(), "board": board() })),
        "BoardEdit": object(&["board"], json!({ "revision": maybe("string"), "board": board() })),
        "SeenBoard": object(&["revision"], json!({ "revision": text() })),
        "RemovedBoard": object(&["id"], json!({ "id": text() })),
        "BoardSettings": object(&["boards", "choices", "most"], json!({
            "boards": list(edited()), "choices": { "type": "object" }, "most": { "type": "object" },
        })),
        "BoardPreview": object(&["setup", "errors"], json!({ "setup": to("BoardSetup"), "errors": errors })),
        "Emergency": object(&["text", "boards"], json!({
            "text": message(), "boards": { "oneOf": [{ "const": "all" }, list(text())] },
        })),
        "Emergencies": object(&["boards", "ready", "most"], json!({
            "boards": list(object(&["id", "name", "emergency"], json!({ "id": text(), "name": text(), "emergency": message() }))),
            "ready": list(object(&["id", "words"], json!({ "id": text(), "words": words() }))), "most": { "type": "integer" },
        })),
    })
}
