//! The shapes of what clerks' pages send and get; see `schemas.rs`.

use super::{coded, instant, list, maybe, maybe_instant, maybe_language, object, text, ticket_with, to};
use serde_json::{Value, json};

/// What a desk sees and says.
pub(super) fn all() -> Value {
    let groups = [views(), commands(), reception()];
    let members =
        groups.into_iter().filter_map(|group| if let Value::Object(members) = group { Some(members) } else { None });
    Value::Object(members.flatten().collect())
}

fn views() -> Value {
    json!({
        "Desk": object(&["desk", "state", "current", "waiting", "counts"], view()),
        "Called": object(&["ticket"], json!({ "ticket": { "oneOf": [{ "type": "null" }, to("Ticket")] }, "reason": maybe("string") })),
        "DeskDay": object(&["visits", "ended"], json!({
            "visits": list(object(&["appointment", "service", "service_name", "letter", "start", "state", "ticket", "code", "ticket_state", "can_revert"], json!({
                "appointment": text(), "service": text(), "service_name": text(), "letter": text(), "start": instant(),
                "state": { "enum": ["booked", "collected", "cancelled", "not_collected"] }, "ticket": maybe("string"), "code": maybe("string"),
                "ticket_state": maybe("string"), "can_revert": { "type": "boolean" }, "note": note(),
            }))),
            "ended": list(ticket_with(json!({ "ended_at": maybe_instant(), "note": note() }))),
        })),
    })
}

fn view() -> Value {
    json!({
        "desk": text(), "label": text(), "department": { "type": "object" }, "services": list(json!({ "type": "object" })),
        "state": { "enum": ["free", "called", "serving", "paused", "closed"] }, "paused_reason": maybe("string"),
        "current": { "oneOf": [{ "type": "null" }, ticket_with(json!({
            "called_at": maybe_instant(), "started_at": maybe_instant(), "recalls": { "type": "integer" }, "reason": maybe("string"),
            "announcement": { "oneOf": [{ "type": "null" }, announcement()] },
            "recall_from": maybe_instant(), "no_show_from": maybe_instant(), "next_service": { "type": "boolean" }, "note": note(),
            "legs": list(object(&["service_name", "letter", "desk_label", "ended_at"], json!({
                "service_name": text(), "letter": text(), "desk_label": maybe("string"), "ended_at": maybe_instant(),
            }))),
        }))] },
        "waiting": list(ticket_with(json!({ "waited_minutes": { "type": "integer" }, "desk_only": { "type": "boolean" }, "note": note() }))),
        "held": list(ticket_with(json!({ "hold_reason": maybe("string"), "until": maybe_instant(), "note": note() }))),
        "no_shows": list(ticket_with(json!({ "note": note() }))),
        "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
        "undo": maybe("object"), "transfer": { "type": "object" },
        "next": { "oneOf": [{ "type": "null" }, object(&["ticket", "code", "reason"], json!({ "ticket": text(), "code": text(), "reason": text() }))] },
        "alarms": alarms(),
        "priority_classes": list(text()),
    })
}

/// Calls for help that stand.
pub(super) fn alarms() -> Value {
    list(object(
        &["desk", "label", "since", "coming", "answered"],
        json!({
            "desk": text(), "label": text(), "since": instant(), "coming": maybe("string"),
            "answered": { "enum": ["desk", "supervisor", null] },
        }),
    ))
}

/// That a note stands on a ticket, never what it says.
fn note() -> Value {
    let sign = json!({ "number": { "type": "integer", "minimum": 1 }, "at": instant(), "desk": text() });
    json!({ "oneOf": [{ "type": "null" }, object(&["number", "at", "desk"], sign)] })
}

/// What screens did about the latest call, in counts of screens.
fn announcement() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    let counts = ["screens", "shown", "spoken", "late", "silent", "blocked"];
    object(&counts, counts.iter().map(|name| ((*name).to_owned(), count())).collect())
}

fn commands() -> Value {
    json!({
        "AsSeen": { "type": "object", "description": "Beside the members of any command, all optional", "properties": {
            "seen": { "type": ["string", "null"], "description": "The ticket at hand as the clerk saw it; another one now: desk_changed" },
            "seen_undo": { "type": "integer", "description": "The number of the undo that was offered" },
        } },
        "CallOne": object(&["ticket"], json!({
            "ticket": text(), "finish_current": { "type": "boolean", "default": false }, "reason": coded(),
        })),
        "OneTicket": object(&["ticket"], json!({ "ticket": text() })),
        "OneService": object(&["service"], json!({ "service": text() })),
        "Hold": object(&[], json!({ "reason": coded(), "minutes": { "type": "integer", "minimum": 1, "maximum": 480 } })),
        "Pause": object(&[], json!({ "reason": coded() })),
        "Transfer": { "type": "object", "minProperties": 1, "properties": {
            "service": text(), "desk": text(), "mode": { "enum": ["first", "by_time", "last"], "default": "by_time" },
        } },
        "TicketChange": object(&["ticket"], json!({ "ticket": text(), "service": text(), "priority": maybe("string") })),
        "Note": object(&["ticket", "number", "text"], json!({
            "ticket": text(), "number": { "type": "integer", "minimum": 0, "description": "Of the note that the clerk saw; 0 for none. Another one now: note_changed" },
            "text": { "type": "string", "maxLength": 500, "description": "Empty takes the note away" },
        })),
        "NoteRead": object(&["note"], json!({ "note": { "oneOf": [{ "type": "null" }, object(&["number", "at", "desk", "text"], json!({
            "number": { "type": "integer", "minimum": 1 }, "at": instant(), "desk": text(), "text": maybe("string"),
        }))] } })),
        "AtDesk": object(&["at"], json!({ "at": text() })),
    })
}

fn reception() -> Value {
    let named = || object(&["id", "name"], json!({ "id": text(), "name": text() }));
    json!({
        "Reception": object(&["services", "kiosks"], json!({
            "services": list(object(&["id", "letter", "name", "department", "priority_classes"], json!({
                "id": text(), "letter": text(), "name": text(), "department": named(), "priority_classes": list(text()),
            }))),
            "kiosks": list(named()),
        })),
        "DeskWalk": object(&["service"], json!({ "service": text(), "priority": text(), "language": maybe_language(), "kiosk": text() })),
        "DeskEntry": {
            "type": "object", "properties": { "phone": text(), "code": text(), "language": maybe_language(), "kiosk": text() },
            "oneOf": [{ "required": ["phone"] }, { "required": ["code"] }],
        },
        "DeskIssued": object(&["ticket", "repeated"], json!({ "ticket": to("Ticket"), "repeated": { "type": "boolean", "description": "Given before under the same key; nothing is printed again" }, "kiosk": { "oneOf": [{ "type": "null" }, named()] } })),
    })
}
