//! The shapes of the supervisor's wall, and of what is done from it; see `schemas.rs`.

use super::desks::alarms;
use super::{instant, list, maybe, maybe_instant, object, text, to, wait};
use serde_json::{Value, json};

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn or_null(shape: Value) -> Value {
    json!({ "oneOf": [{ "type": "null" }, shape] })
}

fn people() -> Value {
    or_null(object(&["from", "to"], json!({ "from": count(), "to": count() })))
}

fn level() -> Value {
    json!({ "enum": ["ok", "warning", "critical"] })
}

fn reason() -> Value {
    json!({ "enum": ["overload", "staff", "fault", "incident", "other"] })
}

/// The wall's shapes.
pub(super) fn all() -> Value {
    let anyway = || json!({ "type": "boolean", "default": false, "description": "Even where people would be left without a desk" });
    json!({
        "Walls": object(&["departments"], json!({ "departments": list(to("Wall")) })),
        "Wall": object(&["type", "seq", "now", "view"], json!({
            "type": { "const": "view" }, "seq": count(), "now": instant(), "view": view(),
        })),
        "Stop": object(&["reason"], json!({ "reason": reason() })),
        "DeskServices": object(&["services"], json!({
            "services": { "type": "array", "items": text(), "minItems": 1, "maxItems": 200 }, "anyway": anyway(),
        })),
        "RestDesk": object(&[], json!({ "reason": maybe("string"), "anyway": anyway() })),
        "CallTo": object(&["desk"], json!({ "desk": text(), "finish_current": { "type": "boolean", "default": false } })),
        "ChangeTicket": object(&[], json!({ "service": text(), "priority": maybe("string") })),
    })
}

fn view() -> Value {
    let ticket = || list(json!({ "type": "object" }));
    object(
        &[
            "department",
            "open",
            "level",
            "services",
            "desks",
            "waiting",
            "waiting_more",
            "on_hold",
            "on_hold_more",
            "ended",
            "ended_more",
            "alarms",
        ],
        json!({
            "department": object(&["id", "name"], json!({ "id": text(), "name": text() })),
            "open": { "type": "boolean" }, "opens_at": maybe_instant(), "closes_at": maybe_instant(), "level": level(),
            "unserved": people(), "services": list(service()), "desks": list(desk()), "waiting": ticket(),
            "waiting_more": count(), "on_hold": ticket(), "on_hold_more": count(), "ended": ticket(), "ended_more": count(),
            "priority_classes": list(text()), "alarms": alarms(),
        }),
    )
}

fn service() -> Value {
    let marks = || object(&["warning", "critical"], json!({ "warning": count(), "critical": count() }));
    object(
        &["id", "letter", "name", "waiting", "level", "reached", "open_desks"],
        json!({
            "id": text(), "letter": text(), "name": text(), "waiting": count(), "walk_in": count(), "booked": count(),
            "priority": count(), "expected": count(), "wait": wait(), "open_desks": count(), "finished": count(),
            "no_shows": count(), "not_collected": count(), "level": level(), "unserved": people(),
            "longest": or_null(object(&["code", "since", "minutes"], json!({
                "code": text(), "since": instant(), "minutes": count(),
            }))),
            "reached": list(json!({ "enum": ["wait", "people"] })),
            "thresholds": object(&["wait_minutes", "people"], json!({ "wait_minutes": marks(), "people": marks() })),
            "stopped": or_null(object(&["reason", "since"], json!({ "reason": reason(), "since": instant() }))),
            "last_call": or_null(object(&["from", "to"], json!({ "from": instant(), "to": instant() }))),
        }),
    )
}

fn desk() -> Value {
    let current = object(
        &["id", "code", "service"],
        json!({
            "id": text(), "code": text(), "service": text(), "called_at": maybe_instant(), "started_at": maybe_instant(),
            "recalls": count(),
        }),
    );
    object(
        &["id", "label", "state", "services", "usual", "moved"],
        json!({
            "id": text(), "label": text(), "state": { "enum": ["free", "called", "serving", "paused", "closed"] },
            "paused_reason": maybe("string"), "since": maybe_instant(), "current": or_null(current),
            "services": list(text()), "usual": list(text()), "moved": { "type": "boolean" }, "served": count(),
        }),
    )
}
