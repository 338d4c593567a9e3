//! A walk-in number without the server: only what was leased, and only what was said to be open.

use super::give::Found;
use crate::agent::Agent;
use crate::catalogue::Live;
use crate::clock;
use crate::problem::Problem;
use serde_json::{Map, Value, json};

/// The lowest leased number of the service.
pub fn find(agent: &Agent, body: &Value) -> Result<Found, Problem> {
    let id = body.get("service").and_then(Value::as_str).unwrap_or_default();
    let priority = body.get("priority").and_then(Value::as_str);
    let setup = agent.catalogue.setup();
    let Some((department, service)) = setup.service(id) else {
        return Err(Problem::new(if setup.departments.is_empty() { "ask_staff" } else { "not_found" }));
    };
    let live = agent.catalogue.live(id).unwrap_or_default();
    if let Some(refusal) = closed(&live, agent.clock.now_ms()) {
        return Err(refusal);
    }
    // A stop ends with its day.
    if let Some(reason) = live.stopped.as_deref().filter(|_| agent.catalogue.said_on() == Some(agent.day())) {
        return Err(Problem::new("no_tickets_left").with("reason", reason.into()));
    }
    let lease = agent.journal.lowest(&agent.day(), &department.id, Some(&service.id))?;
    let none_left = live.reason.as_deref() == Some("no_tickets_left");
    let lease = lease.ok_or(Problem::new(if none_left { "no_tickets_left" } else { "ask_staff" }))?;
    let mut ticket = Map::new();
    ticket.insert("channel".into(), "walk_in".into());
    ticket.insert("service".into(), service.id.clone().into());
    ticket.insert("priority".into(), priority.into());
    let entry = json!({ "kind": "ticket", "service": service.id, "number": lease.number, "priority": priority, "language": body.get("language") });
    Ok(Found { lease, ticket, entry, visit: None })
}

/// Closed, as far as the last word of the server goes: what it said to open at an hour that has come counts as open.
fn closed(live: &Live, now_ms: i64) -> Option<Problem> {
    if live.open || live.reason.as_deref() != Some("closed") {
        return None;
    }
    let opened = live.opens_at.as_deref().and_then(clock::parsed).is_some_and(|opens_ms| now_ms >= opens_ms);
    (!opened).then(|| Problem::new("closed").with("opens_at", live.opens_at.clone().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_opens_at_the_hour_that_was_told() {
        let live = |reason: &str| Live {
            open: false,
            reason: Some(reason.to_owned()),
            opens_at: Some("2026-11-23T08:00:00+01:00".to_owned()),
            ..Live::default()
        };
        let eight = 1_795_417_200_000;
        assert!(closed(&live("closed"), eight - 1).is_some());
        assert!(closed(&live("closed"), eight).is_none());
        // Numbers that were leased are counted among those of the day already.
        assert!(closed(&live("no_tickets_left"), eight).is_none());
    }
}
