//! The shapes of reports; see `schemas.rs`. Times are seconds, shares percent.

use super::{list, maybe, object, text, to};
use serde_json::{Value, json};

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn or_null(schema: &str) -> Value {
    json!({ "oneOf": [{ "type": "null" }, to(schema)] })
}

/// What a report holds.
pub(super) fn all() -> Value {
    let seconds = || json!({ "type": "number", "minimum": 0 });
    json!({
        "Report": object(&["from", "to", "departments", "service", "channel", "by", "total", "before", "rows", "definitions"], json!({
            "from": day(), "to": day(), "departments": list(text()), "service": maybe("string"),
            "channel": { "enum": ["walk_in", "booked", null] },
            "by": { "enum": ["day", "hour", "department", "service", "desk", "person"] },
            "total": to("Figures"), "before": object(&["from", "to", "total"], json!({ "from": day(), "to": day(), "total": to("Figures") })),
            "rows": list(object(&["key", "label", "figures"], json!({ "key": maybe("string"), "label": text(), "figures": to("Figures") }))),
            "definitions": { "type": "object", "additionalProperties": text() },
        })),
        "Figures": object(&["all", "walk_in", "booked", "appointments", "desks", "capacity"], json!({
            "all": to("FiguresPart"), "walk_in": to("FiguresPart"), "booked": to("FiguresPart"),
            "appointments": or_null("FiguresVisits"), "desks": or_null("FiguresDesks"),
            "capacity": or_null("FiguresCapacity"),
        })),
        "FiguresPart": object(&["tickets", "legs", "served", "passed_on", "no_shows", "no_show_percent", "gave_up", "lost", "open", "waiting", "walking", "service"], json!({
            "tickets": count(), "legs": count(), "served": count(), "passed_on": count(), "no_shows": count(),
            "no_show_percent": maybe("number"), "gave_up": count(), "lost": count(), "open": count(),
            "waiting": to("FiguresTime"), "walking": to("FiguresTime"), "service": to("FiguresTime"),
        })),
        "FiguresTime": object(&["count"], json!({
            "count": count(), "mean_seconds": seconds(), "median_seconds": seconds(), "p90_seconds": seconds(), "p95_seconds": seconds(),
            "max_seconds": seconds(),
        })),
        "FiguresVisits": object(&["booked", "collected", "not_collected", "not_collected_percent", "cancelled", "expected"], json!({
            "booked": count(), "collected": count(), "not_collected": count(), "not_collected_percent": maybe("number"),
            "cancelled": count(), "expected": count(),
        })),
        "FiguresCapacity": object(&["planned", "booked", "collected", "used", "given_back", "booked_percent", "used_percent"], json!({
            "planned": count(), "booked": count(), "collected": count(), "used": count(), "given_back": count(),
            "booked_percent": maybe("number"), "used_percent": maybe("number"),
        })),
        "FiguresDesks": object(&["working_seconds", "paused_seconds", "called_seconds", "serving_seconds", "utilisation_percent"], json!({
            "working_seconds": seconds(), "paused_seconds": seconds(), "called_seconds": seconds(), "serving_seconds": seconds(),
            "utilisation_percent": maybe("number"),
        })),
    })
}
