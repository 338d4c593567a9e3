//! The rest of the read model: appointments without anything about persons, the hours of desks, and what days planned. Derived from the journal like the legs.

use crate::append::Appender;
use crate::bulk::{Cell, Row, insert};
use crate::connection::Connection;
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::schema::{appointments, desk_hours, report_days, slot_plans, visits};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::Hash;

/// One appointment, written whole each time.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AppointmentRow {
    /// Its id.
    pub appointment: String,
    /// Its department.
    pub department: String,
    /// Its service.
    pub service: String,
    /// The service day of its term.
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    /// Its term, milliseconds since 1970 (UTC).
    pub start_ms: i64,
    /// State as in the contract.
    pub state: String,
}

/// One office-local hour of a desk, written whole each time. All times are milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DeskHourRow {
    /// Its department.
    pub department: String,
    /// Its desk.
    pub desk: String,
    /// Its first instant, milliseconds since 1970 (UTC).
    pub hour_ms: i64,
    /// The service day.
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    /// Ready to call.
    pub free_ms: i64,
    /// On a break.
    pub paused_ms: i64,
    /// Somebody was on the way.
    pub called_ms: i64,
    /// Somebody was served.
    pub serving_ms: i64,
}

impl Row for AppointmentRow {
    const TABLE: &'static str = "appointments";
    const COLUMNS: &'static [&'static str] = &["appointment", "department", "service", "day", "start_ms", "state"];
    const TAIL: &'static str = "ON CONFLICT (appointment) DO UPDATE SET department = excluded.department, \
        service = excluded.service, day = excluded.day, start_ms = excluded.start_ms, state = excluded.state";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.appointment),
            Cell::text(&self.department),
            Cell::text(&self.service),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::int(self.start_ms),
            Cell::text(&self.state),
        ]);
    }
}

impl Row for DeskHourRow {
    const TABLE: &'static str = "desk_hours";
    const COLUMNS: &'static [&'static str] =
        &["department", "desk", "hour_ms", "day", "free_ms", "paused_ms", "called_ms", "serving_ms"];
    const TAIL: &'static str = "ON CONFLICT (department, desk, hour_ms) DO UPDATE SET day = excluded.day, \
        free_ms = excluded.free_ms, paused_ms = excluded.paused_ms, called_ms = excluded.called_ms, \
        serving_ms = excluded.serving_ms";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.department),
            Cell::text(&self.desk),
            Cell::int(self.hour_ms),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::int(self.free_ms),
            Cell::int(self.paused_ms),
            Cell::int(self.called_ms),
            Cell::int(self.serving_ms),
        ]);
    }
}

/// The places of a service's terms in one office-local hour of a service day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPlaces {
    /// The service.
    pub service: String,
    /// The hour in which the terms began, 0 to 23.
    pub hour: u32,
    /// Visits that they held.
    pub places: u32,
}

/// The plan of one service day, written whole each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Its department.
    pub department: String,
    /// The service day.
    pub day: NaiveDate,
    /// By service and hour.
    pub places: Vec<PlannedPlaces>,
}

impl PlanRow {
    /// A service, an hour and its places a line; ids have no spaces.
    fn written(&self) -> String {
        let lines = self.places.iter().map(|one| format!("{} {} {}", one.service, one.hour, one.places));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The places of such a text; `None` when it is none.
    pub(crate) fn read(text: &str) -> Option<Vec<PlannedPlaces>> {
        let line = |line: &str| {
            let mut parts = line.rsplitn(3, ' ');
            let (places, hour) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Some(PlannedPlaces { service: parts.next()?.to_owned(), hour, places })
        };
        text.lines().map(line).collect()
    }
}

impl Row for PlanRow {
    const TABLE: &'static str = "slot_plans";
    const COLUMNS: &'static [&'static str] = &["department", "day", "places"];
    const TAIL: &'static str = "ON CONFLICT (department, day) DO UPDATE SET places = excluded.places";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.department),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::Text(Some(Cow::Owned(self.written()))),
        ]);
    }
}

/// A row with what tells it from others: a statement may touch a row only once.
pub(crate) trait Keyed: Row {
    /// What tells it from others.
    type Key<'a>: Hash + Eq
    where
        Self: 'a;
    /// Of this row.
    fn key(&self) -> Self::Key<'_>;
}

impl Keyed for AppointmentRow {
    type Key<'a> = &'a str;

    fn key(&self) -> &str {
        &self.appointment
    }
}

impl Keyed for DeskHourRow {
    type Key<'a> = (&'a str, &'a str, i64);

    fn key(&self) -> Self::Key<'_> {
        (&self.department, &self.desk, self.hour_ms)
    }
}

impl Keyed for PlanRow {
    type Key<'a> = (&'a str, NaiveDate);

    fn key(&self) -> Self::Key<'_> {
        (&self.department, self.day)
    }
}

/// Writes the last row of each key.
pub(crate) fn put<'r, R: Keyed + 'r>(
    c: &mut Connection,
    rows: impl DoubleEndedIterator<Item = &'r R>,
) -> QueryResult<()> {
    let mut seen = HashSet::new();
    let mut kept: Vec<&R> = rows.rev().filter(|row| seen.insert(row.key())).collect();
    kept.reverse();
    insert(c, &kept).map(drop)
}

impl Appender {
    /// Empties the read model of a department before a rebuild; answers how many legs there were.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn clear_read_model(&mut self, department: &str) -> Result<usize, Fault> {
        self.run(|c| {
            diesel::delete(report_days::table.filter(report_days::department.eq(department))).execute(c)?;
            diesel::delete(appointments::table.filter(appointments::department.eq(department))).execute(c)?;
            diesel::delete(desk_hours::table.filter(desk_hours::department.eq(department))).execute(c)?;
            diesel::delete(slot_plans::table.filter(slot_plans::department.eq(department))).execute(c)?;
            diesel::delete(visits::table.filter(visits::department.eq(department))).execute(c)
        })
    }

    /// Writes rows of appointments, hours of desks and plans of days outside of an append, for a rebuild.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_read_model(
        &mut self,
        appointments: &[AppointmentRow],
        hours: &[DeskHourRow],
        plans: &[PlanRow],
    ) -> Result<(), Fault> {
        self.run(|c| {
            put(c, appointments.iter())?;
            put(c, hours.iter())?;
            put(c, plans.iter())
        })
    }
}
