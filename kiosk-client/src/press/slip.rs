//! What stands on a paper, from the ticket and the office's setup, in one language.

use crate::agent::Agent;
use crate::catalogue::said;
use crate::clock;
use okienko_paper::{Language, Slip, Wait};
use serde_json::Value;

/// The office's name.
pub fn office(agent: &Agent, language: &str) -> String {
    said(&agent.catalogue.setup().office.name, language).to_owned()
}

/// The slip of a ticket.
pub fn of_ticket(agent: &Agent, ticket: &Value, language: &str, offline: bool) -> Slip {
    let setup = agent.catalogue.setup();
    let text = |member: &str| ticket.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let service = setup.service(&text("service"));
    let issued = text("issued_at");
    let booked = ticket.get("booked_for").and_then(Value::as_str);
    let wait = ticket.get("wait").and_then(waiting);
    Slip {
        language: Language::of(language),
        office: office(agent, language),
        department: service.map(|(department, _)| said(&department.name, language).to_owned()).unwrap_or_default(),
        place: service.map(|(department, _)| said(&department.place, language).to_owned()).unwrap_or_default(),
        code: text("code"),
        service: service
            .map(|(_, service)| format!("{}: {}", service.letter, said(&service.name, language)))
            .unwrap_or_default(),
        date: day(&issued),
        time: hour(&issued),
        people_ahead: ticket.get("people_ahead").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok()),
        wait,
        booked_for: booked.map(hour),
        delay: booked.and_then(|booked| delay(wait?, booked, &issued)),
        priority: setup.priority(&text("priority"), language).map(str::to_owned),
        status_url: Some(text("status_url")).filter(|url| !url.is_empty()),
        offline,
        ..Slip::default()
    }
}

fn waiting(wait: &Value) -> Option<Wait> {
    let minutes = |member: &str| wait.get(member).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    Some(Wait { from_minutes: minutes("from_minutes")?, to_minutes: minutes("to_minutes")? })
}

fn delay(wait: Wait, booked: &str, issued: &str) -> Option<Wait> {
    Some(wait.beyond((clock::parsed(booked)? - clock::parsed(issued)?) / 60_000))
}

/// `23.11.2026`, as the digits stand in the instant: they are the office's wall time.
fn day(instant: &str) -> String {
    let date = instant.get(..10).unwrap_or_default();
    date.rsplit('-').collect::<Vec<_>>().join(".")
}

/// `9:05`.
fn hour(instant: &str) -> String {
    let time = instant.get(11..16).unwrap_or_default();
    time.strip_prefix('0').unwrap_or(time).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r35_day_and_hour_are_the_offices() {
        assert_eq!(day("2026-11-23T08:05:00+01:00"), "23.11.2026");
        assert_eq!(hour("2026-11-23T08:05:00+01:00"), "8:05");
        assert_eq!((day(""), hour("x")), (String::new(), String::new()));
    }

    #[test]
    fn r38_a_delay_is_what_the_wait_goes_beyond_the_booked_hour() {
        let wait = Wait { from_minutes: 10, to_minutes: 40 };
        let late = delay(wait, "2026-11-23T08:30:00+01:00", "2026-11-23T08:05:00+01:00");
        assert_eq!(late, Some(Wait { from_minutes: 0, to_minutes: 15 }));
    }
}
