//! Which letters and text messages the events of a visit cause; written with them, sent afterwards by the mailer.

use crate::ask::Person;
use crate::clock::process_now_ms;
use okienko_queue::Department;
use okienko_queue::appointment::By;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::AppointmentId;
use okienko_queue::notices::Notices;
use okienko_store::NewLetter;
use serde_json::{Value, json};

/// What the office asks for, and whether the server has a gateway for text messages.
pub struct Wanted<'a> {
    /// The office's settings.
    pub notices: &'a Notices,
    /// Whether text messages have a way out.
    pub sms: bool,
}

/// The letters of one event. `person` is known unless a timer caused it; who has no address is written to by nobody.
pub fn of(record: &Record, person: Option<&Person>, department: &Department, wanted: &Wanted<'_>) -> Vec<NewLetter> {
    let Some((kind, appointment)) = kind_of(&record.event, person.is_some(), wanted.notices) else { return Vec::new() };
    let mut letters = Vec::new();
    if person.is_none_or(|person| !person.email.is_empty()) {
        letters.push(letter(kind, appointment, record, person, department));
    }
    if kind == "confirmation" && wanted.sms && wanted.notices.sms.confirmation {
        letters.extend(note(kind, appointment, record, person, department));
    }
    letters
}

fn kind_of<'e>(event: &'e Event, by_person: bool, notices: &Notices) -> Option<(&'static str, &'e AppointmentId)> {
    Some(match event {
        Event::Booked { .. } if !by_person => return None,
        Event::Booked { appointment, confirm_by: Some(_), .. } => ("confirm_request", appointment),
        Event::Booked { appointment, .. } | Event::AppointmentConfirmed { appointment } => {
            ("confirmation", appointment)
        }
        Event::AppointmentMoved { appointment, .. } => ("change", appointment),
        Event::AppointmentCancelled { appointment, .. } => ("cancellation", appointment),
        Event::NotCollected { appointment } if notices.not_collected => ("not_collected", appointment),
        _ => return None,
    })
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
    let dedupe_key = match kind {
        "change" => format!("{appointment}:{kind}:{moves}"),
        _ => format!("{appointment}:{kind}"),
    };
    NewLetter {
        dedupe_key,
        kind: kind.into(),
        appointment: appointment.to_string(),
        language: person.map_or("pl", |person| &person.language).to_owned(),
        params: params(record, moves).to_string(),
        created_ms: now,
        next_ms: now,
        not_after_ms: None,
        channel: "mail",
    }
}

fn params(record: &Record, moves: u32) -> Value {
    let mut params = serde_json::Map::new();
    let mut put = |name: &str, value: Value| params.insert(name.to_owned(), value);
    put("written_at_ms", record.at.timestamp_millis().into());
    put("sequence", moves.into());
    match &record.event {
        Event::AppointmentMoved { from, start, .. } => {
            put("from_ms", from.timestamp_millis().into());
            put("start_ms", start.timestamp_millis().into());
        }
        Event::Booked { confirm_by: Some(by), .. } => {
            put("confirm_by_ms", by.timestamp_millis().into());
        }
        Event::AppointmentCancelled { by: By::Timeout, .. } => {
            put("by", "timeout".into());
        }
        _ => {}
    }
    Value::Object(params)
}

/// A text message about a visit: worthless once its hour is there.
fn note(
    kind: &str,
    appointment: &AppointmentId,
    record: &Record,
    person: Option<&Person>,
    department: &Department,
) -> Option<NewLetter> {
    let start = department.appointment(appointment)?.start;
    let now = process_now_ms();
    Some(NewLetter {
        dedupe_key: format!("{appointment}:{kind}:sms"),
        kind: kind.into(),
        appointment: appointment.to_string(),
        language: person.map_or("pl", |person| &person.language).to_owned(),
        params: json!({ "written_at_ms": record.at.timestamp_millis() }).to_string(),
        created_ms: now,
        next_ms: now,
        not_after_ms: Some(now + (start - record.at).num_milliseconds().max(0)),
        channel: "sms",
    })
}
