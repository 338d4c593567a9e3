//! The ticket of a booked visit without the server: by the code of the letter, against the day list of keyed hashes (R23–R29).

use super::give::Found;
use crate::agent::Agent;
use crate::clock;
use crate::journal::Visit;
use crate::problem::Problem;
use crate::sealed;
use serde_json::{Map, Value, json};

/// Hours are told in whole seconds: all of the last second belongs to the window (R24).
const LAST_SECOND_MS: i64 = 1_000;

/// The visit of the code and the lowest leased number of its department's booked series.
pub fn find(agent: &Agent, token: &str, body: &Value) -> Result<Found, Problem> {
    let Some(code) = body.get("code").and_then(Value::as_str) else { return Err(Problem::new("offline_phone")) };
    if !agent.guesses.admits() {
        return Err(Problem::new("throttled"));
    }
    let day = agent.day();
    if day.is_empty() || agent.journal.note::<String>("visits_day").as_deref() != Some(&day) {
        return Err(Problem::new("ask_staff"));
    }
    let digits: String = code.chars().filter(char::is_ascii_digit).take(20).collect();
    let entry = sealed::entry(token, &day, &digits);
    let Some((visit, here)) = agent.journal.visit(&day, &entry)? else {
        agent.guesses.missed();
        return Err(Problem::new("unknown_phone"));
    };
    window(&visit, here, agent.clock.now_ms())?;
    let lease = agent.journal.lowest(&day, &visit.department, None)?.ok_or(Problem::new("ask_staff"))?;
    agent.guesses.succeeded();
    Ok(found(visit, lease, body.get("language")))
}

fn found(visit: Visit, lease: crate::journal::Lease, language: Option<&Value>) -> Found {
    let mut ticket = Map::new();
    ticket.insert("channel".into(), "booked".into());
    ticket.insert("service".into(), visit.service.clone().into());
    ticket.insert("booked_for".into(), visit.start.clone().into());
    let entry = json!({
        "kind": "check_in", "entry": visit.entry, "number": lease.number, "service": visit.service, "language": language,
    });
    Found { lease, ticket, entry, visit: Some(visit.entry) }
}

/// In the window or why not; a state other than booked comes first.
fn window(visit: &Visit, here: bool, now_ms: i64) -> Result<(), Problem> {
    let at = |text: &str| clock::parsed(text).unwrap_or(i64::MAX);
    match visit.state.as_str() {
        _ if here => Err(Problem::new("already_collected")),
        "collected" => Err(Problem::new("already_collected")),
        "cancelled" => Err(Problem::new("appointment_cancelled")),
        "not_collected" => Err(Problem::new("too_late")),
        _ if now_ms < at(&visit.opens_at) => {
            Err(Problem::new("too_early").with("opens_at", visit.opens_at.clone().into()))
        }
        _ if now_ms >= at(&visit.until).saturating_add(LAST_SECOND_MS) => Err(Problem::new("too_late")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(state: &str) -> Visit {
        Visit {
            entry: "e".into(),
            day: "2026-11-23".into(),
            department: "d".into(),
            service: "s".into(),
            start: "2026-11-23T08:30:00+01:00".into(),
            opens_at: "2026-11-23T08:00:00+01:00".into(),
            until: "2026-11-23T08:30:00+01:00".into(),
            state: state.into(),
        }
    }

    fn said(state: &str, here: bool, now_ms: i64) -> &'static str {
        match window(&visit(state), here, now_ms) {
            Err(Problem::Own(code, _)) => code,
            _ => "",
        }
    }

    #[test]
    fn r24_the_window_is_the_same_as_the_servers() {
        let opens = 1_795_417_200_000;
        let until = opens + 30 * 60_000;
        assert_eq!(said("booked", false, opens - 1), "too_early");
        assert_eq!(said("booked", false, opens), "");
        assert_eq!(said("booked", false, until + 999), "");
        assert_eq!(said("booked", false, until + 1_000), "too_late");
    }

    #[test]
    fn r25_each_state_has_its_own_refusal() {
        let now = 1_795_417_200_000;
        assert_eq!(said("collected", false, now), "already_collected");
        assert_eq!(said("cancelled", false, now), "appointment_cancelled");
        assert_eq!(said("not_collected", false, now), "too_late");
        assert_eq!(said("booked", true, now), "already_collected");
    }
}
