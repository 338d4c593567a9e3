//! A report for programs. Times are seconds with three decimals, shares percent; what there is nothing of is null.

use super::{DEFINED, Told};
use crate::texts::Texts;
use okienko_queue::figures::{Capacity, Figures, Key, Part, Spread, Visits, Work};
use serde_json::{Map, Value, json};

/// The whole answer.
pub(crate) fn told(told: &Told, t: Texts) -> Value {
    let question = &told.asked.question;
    let rows = told
        .rows
        .iter()
        .map(|row| json!({ "key": key(&row.key), "label": row.label, "figures": figures(&row.figures) }));
    let definitions: Map<String, Value> =
        DEFINED.iter().map(|name| ((*name).to_owned(), t.get(format!("reports-def-{name}")).into())).collect();
    json!({
        "from": question.from,
        "to": question.to,
        "departments": told.asked.departments,
        "service": question.service,
        "channel": question.booked.map(|booked| if booked { "booked" } else { "walk_in" }),
        "by": question.by.word(),
        "total": figures(&told.total),
        "before": { "from": told.asked.before.0, "to": told.asked.before.1, "total": figures(&told.before) },
        "rows": rows.collect::<Vec<_>>(),
        "definitions": definitions,
    })
}

fn key(key: &Key) -> Value {
    match key {
        Key::Day(day) => day.to_string().into(),
        Key::Hour(hour) => format!("{hour:02}").into(),
        Key::Named(id) => id.clone().into(),
        Key::Nobody => Value::Null,
    }
}

fn figures(figures: &Figures) -> Value {
    json!({
        "all": part(&figures.all),
        "walk_in": part(&figures.walk_in),
        "booked": part(&figures.booked),
        "appointments": figures.visits.as_ref().map(visits),
        "desks": figures.work.as_ref().map(work),
        "capacity": figures.capacity.as_ref().map(capacity),
    })
}

fn part(part: &Part) -> Value {
    let counts = &part.counts;
    json!({
        "tickets": counts.tickets,
        "legs": counts.legs,
        "served": counts.served,
        "passed_on": counts.passed_on,
        "no_shows": counts.no_shows,
        "no_show_percent": counts.no_show_percent().map(thousandths),
        "gave_up": counts.gave_up,
        "lost": counts.lost,
        "open": counts.open,
        "waiting": spread(&part.waiting),
        "walking": spread(&part.walking),
        "service": spread(&part.service),
    })
}

fn spread(spread: &Spread) -> Value {
    if spread.count == 0 {
        return json!({ "count": 0 });
    }
    let seconds = |ms: u32| thousandths(f64::from(ms) / 1_000.0);
    json!({
        "count": spread.count,
        "mean_seconds": thousandths(spread.mean_ms / 1_000.0),
        "median_seconds": seconds(spread.median_ms),
        "p90_seconds": seconds(spread.p90_ms),
        "p95_seconds": seconds(spread.p95_ms),
        "max_seconds": seconds(spread.max_ms),
    })
}

fn visits(visits: &Visits) -> Value {
    json!({
        "booked": visits.booked(),
        "collected": visits.collected,
        "not_collected": visits.not_collected,
        "not_collected_percent": visits.not_collected_percent().map(thousandths),
        "cancelled": visits.cancelled,
        "expected": visits.expected,
    })
}

fn capacity(capacity: &Capacity) -> Value {
    json!({
        "planned": capacity.planned,
        "booked": capacity.booked,
        "collected": capacity.collected,
        "used": capacity.used,
        "given_back": capacity.given_back,
        "booked_percent": capacity.booked_percent().map(thousandths),
        "used_percent": capacity.used_percent().map(thousandths),
    })
}

fn work(work: &Work) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of a year are far below 2^53")]
    let seconds = |ms: i64| thousandths(ms as f64 / 1_000.0);
    json!({
        "working_seconds": seconds(work.working_ms()),
        "paused_seconds": seconds(work.paused_ms),
        "called_seconds": seconds(work.called_ms),
        "serving_seconds": seconds(work.serving_ms),
        "utilisation_percent": work.utilisation_percent().map(thousandths),
    })
}

fn thousandths(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}
