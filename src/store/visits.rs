//! The read model of visits: one row per leg, derived from the journal, for reports.

use crate::append::Appender;
use crate::bulk::{Cell, Row, insert};
use crate::connection::Connection;
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::schema::visits;
use crate::store::Store;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::borrow::Cow;

/// One leg of a visit. Written whole each time; (ticket, leg) says which, and a code exists once per office, service
/// day and leg, which the database holds.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct VisitRow {
    /// Id of the ticket.
    pub ticket: String,
    /// Number of the leg, from 1; a transfer or a next service begins another.
    pub leg: i32,
    /// Id of the visit that all legs share.
    pub visit: String,
    /// The department of this leg.
    pub department: String,
    /// Office-local service day.
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    /// The code on the ticket (`R012`, `U007`).
    pub code: String,
    /// `walk_in` or `booked`.
    pub channel: String,
    /// Id of the service.
    pub service: String,
    /// Id of the desk of the latest call.
    pub desk: Option<String>,
    /// Statutory priority class.
    pub priority: Option<String>,
    /// Booked hour, milliseconds since 1970 (UTC), as are all instants here.
    pub booked_for_ms: Option<i64>,
    /// When the ticket was issued.
    pub issued_ms: i64,
    /// First call; waiting time ends.
    pub called_ms: Option<i64>,
    /// Start; walking time ends.
    pub started_ms: Option<i64>,
    /// Finish; service time ends.
    pub finished_ms: Option<i64>,
    /// State as in the contract.
    pub state: String,
    /// How often it was called again.
    pub recalls: i32,
    /// How many that came later were called before it.
    pub overtakes: i32,
    /// When the leg began to wait.
    pub began_ms: i64,
    /// Milliseconds from the call that the visitor followed to the first start.
    pub walked_ms: Option<i64>,
    /// Who started the service: an id of staff.
    pub served_by: Option<String>,
}

impl Row for VisitRow {
    const TABLE: &'static str = "visits";
    const COLUMNS: &'static [&'static str] = &[
        "ticket",
        "leg",
        "visit",
        "department",
        "day",
        "code",
        "channel",
        "service",
        "desk",
        "priority",
        "booked_for_ms",
        "issued_ms",
        "called_ms",
        "started_ms",
        "finished_ms",
        "state",
        "recalls",
        "overtakes",
        "began_ms",
        "walked_ms",
        "served_by",
    ];
    const TAIL: &'static str = "ON CONFLICT (ticket, leg) DO UPDATE SET \
        visit = excluded.visit, department = excluded.department, day = excluded.day, \
        code = excluded.code, channel = excluded.channel, service = excluded.service, \
        desk = excluded.desk, priority = excluded.priority, \
        booked_for_ms = excluded.booked_for_ms, issued_ms = excluded.issued_ms, \
        called_ms = excluded.called_ms, started_ms = excluded.started_ms, \
        finished_ms = excluded.finished_ms, state = excluded.state, \
        recalls = excluded.recalls, overtakes = excluded.overtakes, \
        began_ms = excluded.began_ms, walked_ms = excluded.walked_ms, served_by = excluded.served_by";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.ticket),
            Cell::int(self.leg),
            Cell::text(&self.visit),
            Cell::text(&self.department),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::text(&self.code),
            Cell::text(&self.channel),
            Cell::text(&self.service),
            Cell::maybe_text(self.desk.as_deref()),
            Cell::maybe_text(self.priority.as_deref()),
            Cell::Int(self.booked_for_ms),
            Cell::int(self.issued_ms),
            Cell::Int(self.called_ms),
            Cell::Int(self.started_ms),
            Cell::Int(self.finished_ms),
            Cell::text(&self.state),
            Cell::int(self.recalls),
            Cell::int(self.overtakes),
            Cell::int(self.began_ms),
            Cell::Int(self.walked_ms),
            Cell::maybe_text(self.served_by.as_deref()),
        ]);
    }
}

/// The last row of each leg: a statement may touch a row only once.
pub(crate) fn latest<'r>(rows: impl DoubleEndedIterator<Item = &'r VisitRow>) -> Vec<&'r VisitRow> {
    let mut seen = std::collections::HashSet::new();
    let mut kept: Vec<_> = rows.rev().filter(|row| seen.insert((row.ticket.as_str(), row.leg))).collect();
    kept.reverse();
    kept
}

/// Takes legs away of which an undo left nothing.
pub(crate) fn forget<'r>(c: &mut Connection, legs: impl Iterator<Item = &'r (String, i32)>) -> QueryResult<()> {
    for (ticket, leg) in legs {
        let row = visits::table.filter(visits::ticket.eq(ticket)).filter(visits::leg.eq(leg));
        diesel::delete(row).execute(c)?;
    }
    Ok(())
}

impl Store {
    /// The legs of a department on a day, by ticket and leg.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn visits_of_day(&self, department: &str, day: NaiveDate) -> Result<Vec<VisitRow>, Fault> {
        self.read(|c| {
            visits::table
                .filter(visits::day.eq(day::written(day)))
                .filter(visits::department.eq(department))
                .order((visits::issued_ms, visits::ticket, visits::leg))
                .load(c)
        })
    }

    /// The legs of one ticket, in order.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn visit_legs(&self, ticket: &str) -> Result<Vec<VisitRow>, Fault> {
        self.read(|c| visits::table.filter(visits::ticket.eq(ticket)).order(visits::leg).load(c))
    }
}

impl Appender {
    /// Takes legs away, by ticket and number, outside of an append, for a rebuild.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn forget_legs(&mut self, legs: &[(String, i32)]) -> Result<(), Fault> {
        self.run(|c| forget(c, legs.iter()))
    }

    /// Writes rows of the read model outside of an append, for a rebuild.
    ///
    /// # Errors
    /// [`Fault::Broken`] when a code would exist twice on a day, [`Fault::Away`] when the database does not answer.
    pub fn put_visits(&mut self, rows: &[VisitRow]) -> Result<(), Fault> {
        self.run(|c| insert(c, &latest(rows.iter())).map(drop))
    }
}
