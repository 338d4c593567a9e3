//! The shapes of what kiosks, and those who look after them, send and get; see `schemas.rs`.

use super::{instant, list, maybe, maybe_instant, object, text, to, wait};
use serde_json::{Value, json};

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn printer() -> Value {
    json!({ "enum": ["ready", "near_end", "paper_end", "cover_open", "error", "away", "none"] })
}

fn words() -> Value {
    object(&["pl", "en", "uk"], json!({ "pl": text(), "en": text(), "uk": text() }))
}

fn named() -> Value {
    object(&["id", "name"], json!({ "id": text(), "name": words() }))
}

/// What a kiosk and its administrator see of it.
pub(super) fn all() -> Vec<Value> {
    vec![setup(), health(), paper(), settings()]
}

fn setup() -> Value {
    let service = object(
        &["id", "letter", "name", "duration_minutes", "walk_in"],
        json!({
            "id": text(), "letter": text(), "name": words(), "duration_minutes": count(), "walk_in": { "type": "boolean" },
        }),
    );
    let department = object(
        &["id", "name", "place", "services"],
        json!({
            "id": text(), "name": words(), "place": words(), "services": list(service),
        }),
    );
    json!({
        "KioskSetup": object(&["kiosk", "office", "languages", "version", "revision", "departments", "priority_classes", "offline"], json!({
            "kiosk": object(&["id", "name"], json!({ "id": text(), "name": text() })),
            "office": object(&["id", "name", "time_zone"], json!({
                "id": text(), "name": words(), "time_zone": text(), "website": maybe("string"),
            })),
            "languages": list(text()), "version": text(), "revision": text(), "departments": list(department),
            "priority_classes": list(named()), "template": maybe("string"), "service_pin": maybe("string"),
            "offline": object(&["numbers", "booked"], json!({ "numbers": count(), "booked": count() })),
        })),
        "KioskServices": object(&["now", "services"], json!({
            "now": instant(),
            "services": list(object(&["id", "open", "reason", "opens_at", "people_ahead", "wait", "tickets_left"], json!({
                "id": text(), "open": { "type": "boolean" }, "reason": { "enum": [null, "closed", "no_tickets_left"] },
                "stopped": { "enum": [null, "overload", "staff", "fault", "incident", "other"] },
                "opens_at": maybe_instant(), "people_ahead": count(), "wait": wait(), "tickets_left": maybe("integer"),
            }))),
        })),
    })
}

fn printed() -> Value {
    object(&[], json!({ "today": count(), "since_roll": count(), "left": maybe("integer") }))
}

fn health() -> Value {
    let kinds = || json!({ "enum": ["reload", "restart", "test_print", "print"] });
    json!({
        "KioskHealth": object(&["version", "printer"], json!({
            "version": { "type": "string", "maxLength": 40 }, "printer": object(&["state"], json!({ "state": printer() })),
            "printed": printed(), "unsynced": count(), "refused": count(), "page_alive": { "type": "boolean" },
            "clock_offset_ms": { "type": "integer" }, "done": { "type": "array", "items": text(), "maxItems": 50 },
        })),
        "KioskWishes": object(&["now", "revision", "wishes"], json!({
            "now": instant(), "revision": text(),
            "wishes": list(object(&["id", "kind", "ticket"], json!({
                "id": text(), "kind": kinds(), "ticket": { "oneOf": [{ "type": "null" }, to("Ticket")] },
            }))),
        })),
        "NewWish": object(&["kind"], json!({ "kind": { "enum": ["reload", "restart", "test_print"] } })),
        "Wish": object(&["id", "kind", "expires_at"], json!({ "id": text(), "kind": kinds(), "expires_at": instant() })),
        "Kiosk": object(&["online", "version", "printer", "printed", "unsynced"], json!({
            "online": { "type": "boolean" }, "version": text(), "printer": object(&["state", "since"], json!({
                "state": printer(), "since": instant(),
            })),
            "printed": printed(), "paper": { "oneOf": [{ "type": "null" }, object(&["ends", "at"], json!({
                "ends": { "enum": ["today", "later"] }, "at": maybe_instant(),
            }))] },
            "unsynced": count(), "refused": count(), "page_alive": { "type": "boolean" },
            "clock_offset_ms": { "type": "integer" },
            "wishes": list(kinds()),
        })),
    })
}

fn paper() -> Value {
    let kiosk = || object(&["id", "name"], json!({ "id": text(), "name": text() }));
    json!({
        "Paper": object(&["state"], json!({ "state": { "enum": ["printed", "failed"] }, "reason": maybe("string") })),
        "Nothing": object(&[], json!({})),
        "Unprinted": object(&["unprinted"], json!({
            "unprinted": list(object(&["ticket", "code", "kiosk", "reason", "at"], json!({
                "ticket": text(), "code": text(), "kiosk": kiosk(), "reason": text(), "at": instant(),
            }))),
        })),
        "Reprint": object(&["ticket"], json!({ "ticket": text(), "kiosk": text() })),
        "PrintWish": object(&["id", "kind", "kiosk"], json!({ "id": text(), "kind": text(), "kiosk": kiosk() })),
    })
}

fn settings() -> Value {
    let numbers = |most: u32| json!({ "type": "integer", "minimum": 0, "maximum": most });
    json!({
        "KioskSettings": object(&["alert_mail", "pin_set", "offline_numbers", "offline_booked", "template"], json!({
            "alert_mail": maybe("string"), "pin_set": { "type": "boolean" }, "offline_numbers": numbers(200),
            "offline_booked": numbers(50), "template": maybe("string"), "house_template": text(), "template_most": count(), "values": list(text()),
        })),
        "KioskSettingsChange": object(&[], json!({
            "alert_mail": { "type": ["string", "null"], "format": "email" },
            "pin": { "type": ["string", "null"], "pattern": "^[0-9]{6,12}$", "format": "password" },
            "offline_numbers": numbers(200), "offline_booked": numbers(50), "template": maybe("string"),
        })),
        "TicketPreview": object(&["language", "width"], json!({
            "template": maybe("string"), "language": { "enum": ["pl", "en", "uk"] }, "width": { "enum": [58, 80] },
        })),
    })
}
