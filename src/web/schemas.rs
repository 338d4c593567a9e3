//! The shapes of what goes in and out, for the description of the interface (JSON Schema 2020-12, as OpenAPI 3.1 uses it).

#[path = "schemas_account.rs"]
mod account;
#[path = "schemas_administration.rs"]
mod administration;
#[path = "schemas_boards.rs"]
mod boards;
#[path = "schemas_desks.rs"]
mod desks;
#[path = "schemas_devices.rs"]
mod devices;
#[path = "schemas_kiosks.rs"]
mod kiosks;
#[path = "schemas_reports.rs"]
mod reports;
#[path = "schemas_wall.rs"]
mod wall;

use crate::errors::TABLE;
use serde_json::{Map, Value, json};

/// All schemas by name.
pub(crate) fn all() -> Map<String, Value> {
    let groups =
        [booking(), tickets(), desks::all(), staff(), phone_line(), privacy(), letters(), offline(), problem()];
    groups
        .into_iter()
        .chain(devices::all())
        .chain(kiosks::all())
        .chain([
            boards::setup(),
            boards::settings(),
            account::all(),
            administration::all(),
            wall::all(),
            reports::all(),
        ])
        .flat_map(|group| if let Value::Object(members) = group { members } else { Map::new() })
        .collect()
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn maybe(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time", "description": "RFC 3339 with the office's offset, never Z" })
}

fn maybe_instant() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn object(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": required, "properties": properties })
}

fn booking() -> Value {
    json!({
        "Departments": list(object(&["id", "name", "services"], json!({
            "id": text(), "name": text(), "place": text(),
            "services": list(object(&["id", "letter", "name", "duration_minutes", "bookable"], json!({
                "id": text(), "letter": text(), "name": text(), "duration_minutes": { "type": "integer", "minimum": 1, "maximum": 480 },
                "bookable": { "type": "boolean" }, "walk_in": { "type": "boolean" },
            }))),
        }))),
        "Days": object(&["days"], json!({ "days": list(object(&["date", "slots"], json!({
            "date": { "type": "string", "format": "date" },
            "slots": list(object(&["start", "free"], json!({ "start": instant(), "free": { "type": "integer", "minimum": 1 } }))),
        }))) })),
        "Booking": object(&["service", "start", "name", "phone", "email"], json!({
            "service": text(), "start": instant(), "name": { "type": "string", "minLength": 1, "maxLength": 60 }, "phone": text(),
            "email": { "type": "string", "format": "email" }, "language": { "enum": ["pl", "en", "uk"] },
            "proof": object(&["challenge", "answer"], json!({ "challenge": text(), "answer": text() })),
        })),
        "Move": object(&["start"], json!({ "start": instant() })),
        "Appointment": object(&["id", "code", "service", "start", "phone", "state", "manage_url", "token"], json!({
            "id": text(), "code": maybe("string"), "service": text(), "start": instant(), "phone": maybe("string"),
            "state": { "enum": ["booked", "collected", "cancelled", "not_collected"] }, "ticket": maybe("string"),
            "manage_url": { "type": "string", "format": "uri" }, "token": text(),
        })),
    })
}

/// What every view says of a ticket.
fn ticket_members() -> Value {
    json!({
        "id": text(), "code": text(), "channel": { "enum": ["walk_in", "booked"] }, "service": text(), "service_name": text(), "letter": text(),
        "state": { "enum": ["waiting", "called", "serving", "on_hold", "in_transit", "no_show", "finished", "cancelled", "closed"] },
        "issued_at": instant(), "booked_for": maybe_instant(), "priority": maybe("string"),
        "conflict": conflict(),
    })
}

fn ticket_with(more: Value) -> Value {
    let plain = object(&["id", "code", "channel", "service", "state", "issued_at"], ticket_members());
    json!({ "allOf": [plain, { "type": "object", "properties": more }] })
}

fn wait() -> Value {
    json!({ "oneOf": [{ "type": "null" }, object(&["from_minutes", "to_minutes"], json!({
        "from_minutes": { "type": "integer", "minimum": 0 }, "to_minutes": { "type": "integer", "minimum": 0 },
    }))] })
}

/// Why a paper that a kiosk printed for a booked visit counts as a walk-in.
fn conflict() -> Value {
    json!({ "enum": ["already_collected", "appointment_cancelled", "too_early", "too_late", "not_today"] })
}

fn offline() -> Value {
    let number = || json!({ "type": "integer", "minimum": 1 });
    let day = || json!({ "type": "string", "format": "date" });
    let hash = || json!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "HMAC-SHA256 of the code, keyed per kiosk and day" });
    let lent = object(
        &["number", "code", "ticket", "status_url", "token"],
        json!({
            "number": number(), "code": text(), "ticket": text(), "status_url": { "type": "string", "format": "uri" }, "token": text(),
        }),
    );
    let paper = |kind: &str, required: &[&str], more: Value| {
        let key = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
        let common = json!({ "key": key, "kind": { "const": kind }, "number": number(), "language": maybe_language() });
        json!({ "allOf": [object(&["key", "kind", "number"], common), object(required, more)] })
    };
    json!({
        "Leases": object(&["now", "day", "leases"], json!({ "now": instant(), "day": day(), "leases": list(object(
            &["department", "service", "series", "numbers"],
            json!({ "department": text(), "service": maybe("string"), "series": text(), "numbers": list(lent) }),
        )) })),
        "DayList": object(&["day", "visits"], json!({ "day": day(), "visits": list(object(
            &["entry", "department", "service", "start", "opens_at", "until", "state"],
            json!({
                "entry": hash(), "department": text(), "service": text(), "start": instant(), "opens_at": instant(), "until": instant(),
                "state": { "enum": ["booked", "collected", "cancelled", "not_collected"] },
            }),
        )) })),
        "Sync": object(&["entries"], json!({ "entries": { "type": "array", "minItems": 1, "maxItems": 50, "items": { "oneOf": [
            paper("ticket", &["service", "issued_at"], json!({ "service": text(), "issued_at": instant(), "priority": maybe("string") })),
            paper("check_in", &["entry", "collected_at"], json!({ "entry": hash(), "collected_at": instant(), "service": maybe("string") })),
        ] } } })),
        "Synced": object(&["now", "results"], json!({ "now": instant(), "results": list(object(
            &["key", "state", "code", "ticket"],
            json!({
                "key": maybe("string"), "state": { "enum": ["accepted", "conflict", "refused"] }, "code": maybe("string"),
                "ticket": { "oneOf": [{ "type": "null" }, to("Ticket")] },
            }),
        )) })),
    })
}

fn tickets() -> Value {
    let held = json!({
        "people_ahead": { "type": "integer", "minimum": 0 }, "wait": wait(), "desk": text(), "desk_label": text(),
        "announced_at": instant(), "missed_at": text(),
        "status_url": { "type": "string", "format": "uri" }, "token": text(),
    });
    json!({
        "Ticket": ticket_with(held),
        "Issued": object(&["ticket"], json!({ "ticket": to("Ticket") })),
        "Entry": {
            "type": "object", "properties": { "phone": text(), "code": text(), "language": maybe_language() },
            "oneOf": [{ "required": ["phone"] }, { "required": ["code"] }],
        },
        "Walk": object(&["service"], json!({ "service": text(), "priority": text(), "language": maybe_language() })),
        "Board": object(&["calls", "waiting"], json!({
            "calls": list(object(&["seq", "code", "desk", "service", "called_at", "recall"], json!({
                "seq": { "type": "integer" }, "code": text(), "desk": text(), "desk_label": text(), "service": text(), "called_at": instant(),
                "recall": { "type": "boolean" }, "language": maybe_language(),
            }))),
            "waiting": list(object(&["service", "letter", "people", "open_desks", "wait"], json!({
                "service": text(), "service_name": text(), "letter": text(), "people": { "type": "integer" },
                "open_desks": { "type": "integer" }, "wait": wait(),
            }))),
            "desks": { "type": "object", "additionalProperties": { "enum": ["free", "called", "serving", "closed"] } },
            "closed": { "type": "boolean" }, "opens_at": maybe_instant(), "revision": text(), "version": text(),
            "emergency": { "oneOf": [{ "type": "null" }, boards::words()] },
        })),
    })
}

fn maybe_language() -> Value {
    json!({ "enum": ["pl", "en", "uk", null] })
}

fn coded() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9_-]{1,40}$" })
}

fn staff() -> Value {
    json!({
        "Clock": object(&["now"], json!({ "now": instant() })),
    })
}

fn privacy() -> Value {
    let visit = json!({
        "id": text(), "department": text(), "service": text(), "service_name": maybe("string"), "start": instant(),
        "state": { "enum": ["booked", "collected", "cancelled", "not_collected"] }, "booked_at": maybe_instant(), "code": text(),
        "name": text(), "phone": text(), "email": text(), "language": { "enum": ["pl", "en", "uk"] }, "mail_fails": { "type": "boolean" },
    });
    let held = json!({
        "phone_hash": text(), "network_address_hash": text(), "letters": list(json!({ "type": "object" })),
        "accesses": list(json!({ "type": "object" })), "ticket": list(json!({ "type": "object" })),
    });
    let visits = || list(to("PersonalVisit"));
    json!({
        "Whose": { "type": "object", "properties": { "phone": text(), "email": text() }, "minProperties": 1, "maxProperties": 1 },
        "PersonalVisit": object(&["id", "service", "start", "state", "name", "phone", "email"], visit),
        "PersonalData": object(&["appointments"], json!({ "appointments": visits() })),
        "PersonalDataFile": object(&["office", "generated_at", "appointments"], json!({
            "office": text(), "generated_at": instant(),
            "appointments": list(json!({ "allOf": [to("PersonalVisit"), { "type": "object", "properties": held }] })),
        })),
        "Erasure": object(&["appointments"], json!({ "appointments": { "type": "array", "items": text(), "minItems": 1, "maxItems": 100 } })),
        "Erased": object(&["erased", "unknown"], json!({ "erased": list(text()), "unknown": list(text()) })),
    })
}

fn phone_line() -> Value {
    let state = || json!({ "enum": ["booked", "collected", "cancelled", "not_collected"] });
    let beyond_limits = || json!({ "type": "boolean", "default": false, "description": "For those who oversee only" });
    let language = || json!({ "enum": ["pl", "en", "uk"] });
    json!({
        "StaffSearch": {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "properties": { "phone": text(), "code": text(), "appointment": text() },
        },
        "StaffVisits": object(&["visits"], json!({ "visits": list(to("StaffVisit")) })),
        "StaffVisit": object(&["id", "code", "service", "start", "state", "name", "phone", "email", "mail"], json!({
            "id": text(), "code": text(), "department": text(), "department_name": maybe("string"), "service": text(),
            "service_name": maybe("string"), "start": instant(), "state": state(), "name": text(), "phone": text(),
            "email": { "type": ["string", "null"], "description": "Masked" }, "mail": { "enum": ["fine", "failed", "none"] },
            "language": language(), "moves": { "type": "integer" }, "confirm_by": maybe_instant(),
            "collect_from": instant(), "collect_until": instant(),
        })),
        "StaffBooking": object(&["service", "start", "name", "phone"], json!({
            "service": text(), "start": instant(), "name": { "type": "string", "minLength": 1, "maxLength": 60 }, "phone": text(),
            "email": maybe("string"), "language": language(), "beyond_limits": beyond_limits(),
        })),
        "StaffBooked": object(&["id", "code", "service", "start", "phone", "state"], json!({
            "id": text(), "code": text(), "service": text(), "start": instant(), "phone": text(), "state": state(),
            "collect_from": instant(), "collect_until": instant(),
        })),
        "StaffMove": object(&["start"], json!({ "start": instant(), "beyond_limits": beyond_limits() })),
        "StaffTerm": object(&["id", "service", "start", "state"], json!({
            "id": text(), "service": text(), "start": instant(), "state": state(),
        })),
        "AccessLog": object(&["lines", "complete"], json!({
            "lines": list(object(&["at", "who", "login", "action", "appointment", "detail"], json!({
                "at": instant(), "who": text(), "login": maybe("string"), "action": text(), "appointment": text(), "detail": text(), "about": maybe("string"),
            }))),
            "complete": { "type": "boolean" },
        })),
        "Patterns": object(&["patterns", "bookings", "complete"], json!({
            "patterns": list(object(&["kind", "count", "from", "until", "appointments"], json!({
                "kind": { "enum": [
                    "one_email_many_phones", "one_origin_many_bookings", "book_and_cancel", "consecutive_phones", "seconds_after_release",
                ] },
                "count": { "type": "integer" }, "from": instant(), "until": instant(), "appointments": list(text()),
            }))),
            "bookings": { "type": "integer" }, "complete": { "type": "boolean" },
        })),
    })
}

fn letters() -> Value {
    let words = || {
        object(
            &["pl"],
            json!({ "pl": { "type": "string", "maxLength": 1000 }, "en": maybe("string"), "uk": maybe("string") }),
        )
    };
    let by_name = |one: Value| json!({ "type": "object", "additionalProperties": one });
    let change = || by_name(json!({ "oneOf": [{ "type": "null" }, words()] }));
    let wrong = || {
        list(object(
            &["name", "language", "code"],
            json!({
                "name": text(), "language": text(), "line": { "type": ["integer", "null"], "minimum": 1 }, "code": text(), "detail": text(),
            }),
        ))
    };
    json!({
        "DeadLetters": object(&["counts", "letters"], json!({
            "counts": by_name(json!({ "type": "integer" })),
            "letters": list(object(&["id", "kind", "channel", "appointment", "reason"], json!({
                "id": text(), "kind": text(), "channel": { "enum": ["mail", "sms"] }, "language": text(), "appointment": text(),
                "written_at": instant(), "attempts": { "type": "integer" }, "reason": text(),
            }))),
        })),
        "LetterState": object(&["state"], json!({ "id": text(), "state": { "enum": ["queued", "sent", "dead", "dropped"] } })),
        "Bounce": object(&["message_id"], json!({ "message_id": { "type": "string", "maxLength": 300 } })),
        "Templates": object(&["kinds", "values", "templates", "missing"], json!({
            "kinds": list(object(&["kind", "parts"], json!({ "kind": text(), "parts": list(text()) }))),
            "values": list(text()), "templates": by_name(words()),
            "missing": list(object(&["name", "languages"], json!({ "name": text(), "languages": list(text()) }))),
        })),
        "TemplateChange": object(&["templates"], json!({ "templates": change() })),
        "PreviewWish": object(&["kind", "language"], json!({
            "kind": text(), "language": { "enum": ["pl", "en", "uk"] }, "templates": change(),
        })),
        "Preview": object(&["subject", "text", "html", "sms", "problems"], json!({
            "subject": text(), "text": text(), "html": text(), "sms": maybe("string"), "problems": wrong(),
        })),
    })
}

fn problem() -> Value {
    let codes: Vec<&str> = TABLE.iter().map(|(code, _)| *code).collect();
    json!({
        "Problem": object(&["type", "title", "status", "detail", "code"], json!({
            "type": { "type": "string", "format": "uri" }, "title": text(), "status": { "type": "integer" }, "detail": text(),
            "code": { "enum": codes }, "opens_at": maybe_instant(), "from": instant(), "nearest": list(instant()), "ticket": maybe("object"),
            "challenge": text(), "bits": { "type": "integer" }, "algorithm": { "enum": ["SHA-256"] }, "expires_at": instant(),
            "template": { "type": "object" }, "revision": text(), "current": to("EditedBoard"), "screens": list(text()), "field": text(), "errors": list(object(&["field", "code"], json!({ "field": text(), "code": text() }))),
        })),
    })
}
