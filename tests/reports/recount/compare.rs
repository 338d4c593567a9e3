//! Whether a row of the server says what was counted.

use serde_json::Value;

use super::counted::{Counted, outcome, times};
use super::journal::Leg;

/// Compares the figures of a row with the recount.
pub fn agrees(what: &str, figures: &Value, counted: &Counted) {
    part(&format!("{what}, all"), &figures["all"], &counted.legs.iter().collect::<Vec<_>>());
    for (name, booked) in [("walk_in", false), ("booked", true)] {
        let legs: Vec<&Leg> = counted.legs.iter().filter(|leg| leg.booked == booked).collect();
        part(&format!("{what}, {name}"), &figures[name], &legs);
    }
    if !figures["appointments"].is_null() {
        visits(what, &figures["appointments"], counted);
    }
    if !figures["capacity"].is_null() {
        capacity(what, &figures["capacity"], counted);
    }
    if !figures["desks"].is_null() {
        desks(what, &figures["desks"], counted);
    }
}

fn part(what: &str, told: &Value, legs: &[&Leg]) {
    let number = |outcome_is: &str| legs.iter().filter(|leg| outcome(leg) == outcome_is).count();
    let tickets = legs.iter().filter(|leg| leg.number == 1).count();
    let mut wanted = vec![("legs", legs.len()), ("tickets", tickets)];
    wanted.extend(["served", "passed_on", "no_shows", "gave_up", "lost", "open"].map(|name| (name, number(name))));
    for (name, count) in wanted {
        assert_eq!(told[name].as_u64(), Some(count as u64), "{what}: {name}");
    }
    share(
        &format!("{what}: no-shows"),
        &told["no_show_percent"],
        number("no_shows"),
        number("no_shows") + number("served"),
    );
    for (index, name) in ["waiting", "walking", "service"].into_iter().enumerate() {
        let mut all: Vec<i64> = legs.iter().filter_map(|leg| times(leg)[index]).collect();
        all.sort_unstable();
        spread(&format!("{what}: {name}"), &told[name], &all);
    }
}

fn share(what: &str, told: &Value, part: usize, whole: usize) {
    if whole == 0 {
        assert!(told.is_null(), "{what}: {told}");
    } else {
        near(what, told, 100.0 * part as f64 / whole as f64);
    }
}

fn near(what: &str, told: &Value, wanted: f64) {
    let told = told.as_f64().unwrap_or_else(|| panic!("{what}: {told} is no number"));
    assert!((told - wanted).abs() < 0.000_6, "{what}: {told} is told, {wanted} was counted");
}

/// Of times in order; the nearest rank by counting: the first that enough others do not exceed.
fn spread(what: &str, told: &Value, sorted: &[i64]) {
    assert_eq!(told["count"].as_u64(), Some(sorted.len() as u64), "{what}: count");
    let Some(longest) = sorted.last() else { return };
    let percentile = |percent: usize| {
        let enough = |time: &&i64| sorted.iter().filter(|other| other <= time).count() * 100 >= percent * sorted.len();
        *sorted.iter().find(enough).expect("some time")
    };
    let seconds = |ms: i64| ms as f64 / 1_000.0;
    near(
        &format!("{what}: mean"),
        &told["mean_seconds"],
        sorted.iter().sum::<i64>() as f64 / sorted.len() as f64 / 1_000.0,
    );
    near(&format!("{what}: median"), &told["median_seconds"], seconds(percentile(50)));
    near(&format!("{what}: p90"), &told["p90_seconds"], seconds(percentile(90)));
    near(&format!("{what}: p95"), &told["p95_seconds"], seconds(percentile(95)));
    near(&format!("{what}: longest"), &told["max_seconds"], seconds(*longest));
}

fn visits(what: &str, told: &Value, counted: &Counted) {
    let number = |state: &str| counted.visits.iter().filter(|visit| visit.state == state).count();
    let (collected, missed, expected) = (number("collected"), number("not_collected"), number("booked"));
    let wanted = [
        ("collected", collected),
        ("not_collected", missed),
        ("cancelled", number("cancelled")),
        ("expected", expected),
        ("booked", collected + missed + expected),
    ];
    for (name, count) in wanted {
        assert_eq!(told[name].as_u64(), Some(count as u64), "{what}: appointments {name}");
    }
    share(&format!("{what}: not collected"), &told["not_collected_percent"], missed, missed + collected);
}

fn capacity(what: &str, told: &Value, counted: &Counted) {
    let number = |state: &str| counted.visits.iter().filter(|visit| visit.state == state).count();
    let planned: u64 = counted.terms.iter().map(|term| term.places).sum();
    let booked = number("collected") + number("not_collected") + number("booked");
    let is_used = |leg: &&Leg| leg.booked && leg.number == 1 && outcome(leg) == "served";
    let used = counted.legs.iter().filter(is_used).count();
    let wanted =
        [("booked", booked), ("collected", number("collected")), ("used", used), ("given_back", number("cancelled"))];
    assert_eq!(told["planned"].as_u64(), Some(planned), "{what}: planned places");
    for (name, count) in wanted {
        assert_eq!(told[name].as_u64(), Some(count as u64), "{what}: places {name}");
    }
    let planned = usize::try_from(planned).expect("a number");
    share(&format!("{what}: booked of planned"), &told["booked_percent"], booked, planned);
    share(&format!("{what}: used of planned"), &told["used_percent"], used, planned);
}

fn desks(what: &str, told: &Value, counted: &Counted) {
    let ms =
        |state: &str| -> i64 { counted.spells.iter().filter(|spell| spell.state == state).map(|spell| spell.ms).sum() };
    let (called, serving) = (ms("called"), ms("serving"));
    let working = ms("free") + called + serving;
    let wanted = [("working", working), ("paused", ms("paused")), ("called", called), ("serving", serving)];
    for (name, ms) in wanted {
        near(&format!("{what}: desks {name}"), &told[format!("{name}_seconds")], ms as f64 / 1_000.0);
    }
    let share = &told["utilisation_percent"];
    if working == 0 {
        assert!(share.is_null(), "{what}: {share}");
    } else {
        near(&format!("{what}: utilisation"), share, 100.0 * (called + serving) as f64 / working as f64);
    }
}
