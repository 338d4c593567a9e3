//! The shapes of devices: how they are paired, what they are given, how a lobby screen is; see `schemas.rs`. A kiosk's own are
//! in `schemas_kiosks.rs`.

use super::{instant, list, maybe, maybe_instant, object, text, to};
use serde_json::{Value, json};

fn kind() -> Value {
    json!({ "enum": ["kiosk", "board", "desk"] })
}

fn layout() -> Value {
    json!({ "enum": ["hall", "list", "desk", "door", null] })
}

fn words() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 60 })
}

fn given() -> Value {
    json!({
        "name": words(), "place": { "type": ["string", "null"], "maxLength": 60 }, "board": text(), "layout": layout(), "desk": maybe("string"),
    })
}

/// What devices and their administrator send and get.
pub(super) fn all() -> Vec<Value> {
    vec![pairing(), device(), screen()]
}

fn pairing() -> Value {
    let mut approval = given();
    if let Value::Object(members) = &mut approval {
        members.insert("config".into(), json!({ "type": "object" }));
    }
    json!({
        "NewPairing": object(&["kind"], json!({ "kind": kind() })),
        "Pairing": object(&["code", "poll_token", "expires_at"], json!({ "code": text(), "poll_token": text(), "expires_at": instant() })),
        "PairingState": object(&["state"], json!({
            "state": { "enum": ["pending", "approved", "expired"] }, "id": text(), "kind": text(), "name": text(), "token": text(),
            "board": maybe("string"), "layout": layout(), "desk": maybe("string"), "address": maybe("string"),
        })),
        "Approval": object(&["name"], approval),
    })
}

fn device() -> Value {
    let or_null = |schema: &str| json!({ "oneOf": [{ "type": "null" }, to(schema)] });
    json!({
        "Device": object(&["id", "kind", "name", "state"], json!({
            "id": text(), "kind": kind(), "name": text(), "place": maybe("string"), "state": { "enum": ["active", "revoked"] },
            "last_seen_at": maybe_instant(), "board": maybe("string"), "layout": layout(), "desk": maybe("string"),
            "address": maybe("string"), "kiosk": or_null("Kiosk"), "screen": or_null("Screen"),
        })),
        "Devices": list(to("Device")),
        "DeviceChange": object(&[], given()),
    })
}

fn screen() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    json!({
        "Screen": object(&["online", "sound", "layout", "version", "up_to_date", "seq", "calls", "errors", "heap_mb", "wishes"], json!({
            "online": { "type": "boolean" }, "sound": object(&["state", "since"], json!({
                "state": { "enum": ["on", "blocked", "off", "quiet", "no_speech"] }, "since": instant(),
            })),
            "layout": text(), "version": maybe("string"), "up_to_date": { "type": "boolean" }, "seq": count(), "calls": count(), "errors": count(),
            "heap_mb": maybe("number"), "wishes": list(json!({ "enum": ["reload"] })),
        })),
    })
}
