//! Between the core's types and the store's rows.

use okienko_queue::Department;
use okienko_queue::event::Record;
use okienko_queue::ticket::Ticket;
use okienko_queue::time::from_ms;
use okienko_store::{EventRow, Fault, VisitRow};

/// A record as a row of the journal.
pub fn event_row(department: &Department, record: &Record) -> Result<EventRow, Fault> {
    let body = serde_json::to_string(&record.event).map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(EventRow {
        department: department.config().id.to_string(),
        seq: signed(record.seq),
        at_ms: record.at.timestamp_millis(),
        day: department.service_day(record.at),
        kind: record.event.kind().to_owned(),
        actor: record.actor.clone(),
        body,
    })
}

/// A row of the journal as a record.
///
/// # Errors
/// [`Fault::Broken`] when the body is not an event that this program knows.
pub fn record_of(row: &EventRow) -> Result<Record, Fault> {
    let event = serde_json::from_str(&row.body)
        .map_err(|error| Fault::Broken(format!("event {} of {}: {error}", row.seq, row.department)))?;
    Ok(Record { seq: row.seq.unsigned_abs(), at: from_ms(row.at_ms), actor: row.actor.clone(), event })
}

/// All legs of a ticket as rows of the read model.
pub fn visit_rows(department: &Department, ticket: &Ticket) -> Vec<VisitRow> {
    let day = department.day().unwrap_or_else(|| department.service_day(ticket.issued_at));
    let ms = |at: Option<okienko_queue::time::Instant>| at.map(|at| at.timestamp_millis());
    let legs = department.legs(ticket).into_iter();
    legs.map(|leg| VisitRow {
        ticket: ticket.id.to_string(),
        leg: i32::try_from(leg.number).unwrap_or(i32::MAX),
        visit: ticket.id.to_string(),
        department: department.config().id.to_string(),
        day,
        code: ticket.code.clone(),
        channel: ticket.channel_name().to_owned(),
        service: leg.service.to_string(),
        desk: leg.desk.map(ToString::to_string),
        priority: ticket.priority.clone(),
        booked_for_ms: ms(ticket.booked_for()),
        issued_ms: ticket.issued_at.timestamp_millis(),
        called_ms: ms(leg.times.called_at),
        started_ms: ms(leg.times.started_at),
        finished_ms: ms(leg.times.ended_at),
        state: leg.state.as_str().to_owned(),
        recalls: i32::try_from(leg.times.recalls).unwrap_or(i32::MAX),
        overtakes: i32::try_from(ticket.overtakes).unwrap_or(i32::MAX),
    })
    .collect()
}

/// A journal position as the database counts.
pub fn signed(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
