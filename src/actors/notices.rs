//! Which letters the events of a visit cause; written with them, sent afterwards by the mailer.

use crate::ask::Person;
use crate::clock::process_now_ms;
use okienko_queue::Department;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::AppointmentId;
use okienko_queue::notices::Notices;
use okienko_store::NewLetter;

/// The letters of one event. `person` is known unless a timer caused it; who has no address is written to by nobody.
pub fn of(record: &Record, person: Option<&Person>, department: &Department, settings: &Notices) -> Option<NewLetter> {
    if person.is_some_and(|person| person.email.is_empty()) {
        return None;
    }
    let (kind, appointment) = match &record.event {
        Event::Booked { .. } if person.is_none() => return None,
        Event::Booked { appointment, confirm_by: Some(_), .. } => ("confirm_request", appointment),
        Event::Booked { appointment, .. } | Event::AppointmentConfirmed { appointment } => {
            ("confirmation", appointment)
        }
        Event::AppointmentMoved { appointment, .. } => ("change", appointment),
        Event::AppointmentCancelled { appointment, .. } => ("cancellation", appointment),
        Event::NotCollected { appointment } if settings.not_collected => ("not_collected", appointment),
        _ => return None,
    };
    Some(letter(kind, appointment, record, person, department))
}

fn letter(
    kind: &str,
    appointment: &AppointmentId,
    record: &Record,
    person: Option<&Person>,
    department: &Department,
) -> NewLetter {
    let now = process_now_ms();
    let moves = department.appointment(appointment).map_or(0, |visit| visit.moves);
    let mut params = serde_json::json!({ "written_at_ms": record.at.timestamp_millis(), "sequence": moves });
    if let Event::AppointmentMoved { from, .. } = &record.event {
        params["from_ms"] = from.timestamp_millis().into();
    }
    let dedupe_key = match kind {
        "change" => format!("{appointment}:{kind}:{moves}"),
        _ => format!("{appointment}:{kind}"),
    };
    NewLetter {
        dedupe_key,
        kind: kind.into(),
        appointment: appointment.to_string(),
        language: person.map_or("pl", |person| &person.language).to_owned(),
        params: params.to_string(),
        created_ms: now,
        next_ms: now,
        not_after_ms: None,
        channel: "mail",
    }
}
