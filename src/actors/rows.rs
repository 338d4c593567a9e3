//! Between the core's types and the store's rows.

use chrono::NaiveDate;
use okienko_queue::Department;
use okienko_queue::department::Touched;
use okienko_queue::event::Record;
use okienko_queue::time::{self, Instant, from_ms};
use okienko_queue::visits::{Changes, Leg};
use okienko_store::{AppointmentRow, DeskHourRow, EventRow, Fault, PlanRow, PlannedPlaces, VisitRow};

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

/// Rows of the read model.
#[derive(Debug, Default)]
pub struct Rows {
    /// Legs.
    pub visits: Vec<VisitRow>,
    /// Appointments.
    pub appointments: Vec<AppointmentRow>,
    /// Hours of desks.
    pub desk_hours: Vec<DeskHourRow>,
    /// Plans of days.
    pub plans: Vec<PlanRow>,
    /// Legs, by ticket and number, of which there is nothing to tell any more; taken away before the others are written.
    pub undone: Vec<(String, i32)>,
}

impl Rows {
    /// The rows of all that changed in a department, days that it has forgotten since first.
    pub fn of(department: &Department, touched: &Touched) -> Self {
        let mut rows = Self::default();
        for changes in &touched.over {
            rows.extend(department, changes);
        }
        rows.extend(department, &department.changes(touched));
        rows.undone = touched.undone.iter().map(|(ticket, leg)| (ticket.to_string(), number(*leg))).collect();
        rows
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty()
            && self.appointments.is_empty()
            && self.desk_hours.is_empty()
            && self.plans.is_empty()
            && self.undone.is_empty()
    }

    /// The rows of another batch behind these.
    pub fn append(&mut self, mut other: Self) {
        self.visits.retain(|row| !other.undone.iter().any(|(ticket, leg)| *leg == row.leg && *ticket == row.ticket));
        self.undone.append(&mut other.undone);
        self.visits.append(&mut other.visits);
        self.appointments.append(&mut other.appointments);
        self.desk_hours.append(&mut other.desk_hours);
        self.plans.append(&mut other.plans);
    }

    fn extend(&mut self, department: &Department, changes: &Changes) {
        let config = department.config();
        let (zone, id) = (config.time_zone, config.id.as_str());
        for ticket in &changes.tickets {
            let day = changes.day.unwrap_or_else(|| time::day_of(zone, ticket.issued_at));
            self.visits.extend(ticket.own_legs().iter().map(|leg| visit_row(id, day, leg)));
        }
        self.appointments.extend(changes.appointments.iter().map(|visit| AppointmentRow {
            appointment: visit.id.to_string(),
            department: id.to_owned(),
            service: visit.service.to_string(),
            day: time::day_of(zone, visit.start),
            start_ms: visit.start.timestamp_millis(),
            state: visit.state.as_str().to_owned(),
        }));
        self.desk_hours.extend(changes.hours.iter().map(|hour| DeskHourRow {
            department: id.to_owned(),
            desk: hour.desk.to_string(),
            hour_ms: hour.hour.timestamp_millis(),
            day: changes.day.unwrap_or_else(|| time::day_of(zone, hour.hour)),
            free_ms: hour.times.free_ms,
            paused_ms: hour.times.paused_ms,
            called_ms: hour.times.called_ms,
            serving_ms: hour.times.serving_ms,
        }));
        self.plans.extend(changes.day.zip(changes.plan.as_ref()).map(|(day, plan)| {
            let places = plan.iter().map(|one| PlannedPlaces {
                service: one.service.to_string(),
                hour: one.hour,
                places: one.places,
            });
            PlanRow { department: id.to_owned(), day, places: places.collect() }
        }));
    }
}

fn visit_row(department: &str, day: NaiveDate, leg: &Leg<'_>) -> VisitRow {
    let ms = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
    let (ticket, times) = (leg.ticket, leg.times);
    VisitRow {
        ticket: ticket.id.to_string(),
        leg: number(leg.number),
        visit: ticket.id.to_string(),
        department: department.to_owned(),
        day,
        code: ticket.code.clone(),
        channel: ticket.channel_name().to_owned(),
        service: leg.service.to_string(),
        desk: leg.desk.map(ToString::to_string),
        priority: ticket.priority.clone(),
        booked_for_ms: ms(ticket.booked_for()),
        issued_ms: ticket.issued_at.timestamp_millis(),
        called_ms: ms(times.called_at),
        started_ms: ms(times.started_at),
        finished_ms: ms(times.ended_at),
        state: leg.state.as_str().to_owned(),
        recalls: i32::try_from(times.recalls).unwrap_or(i32::MAX),
        overtakes: i32::try_from(ticket.overtakes).unwrap_or(i32::MAX),
        began_ms: leg.began_at().timestamp_millis(),
        walked_ms: times.walked_ms,
        served_by: times.served_by.clone(),
    }
}

fn number(leg: u32) -> i32 {
    i32::try_from(leg).unwrap_or(i32::MAX)
}

/// A journal position as the database counts.
pub fn signed(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
