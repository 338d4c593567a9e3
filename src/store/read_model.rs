//! The rest of the read model: appointments without anything about persons, and the hours of desks. Derived from the journal like the legs.

use crate::append::Appender;
use crate::bulk::{Cell, Row, insert};
use crate::connection::Connection;
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::schema::{appointments, desk_hours, report_days, visits};
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
            diesel::delete(visits::table.filter(visits::department.eq(department))).execute(c)
        })
    }

    /// Writes rows of appointments and hours of desks outside of an append, for a rebuild.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_read_model(&mut self, appointments: &[AppointmentRow], hours: &[DeskHourRow]) -> Result<(), Fault> {
        self.run(|c| {
            put(c, appointments.iter())?;
            put(c, hours.iter())
        })
    }
}
