//! The journal's rows and the readers of them.

use crate::bulk::{Cell, Row};
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::schema::{events, heads};
use crate::store::Store;
use chrono::NaiveDate;
use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::borrow::Cow;

/// One event of a department's journal.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct EventRow {
    /// The department whose journal it is.
    pub department: String,
    /// Position in the journal, from 1 without gaps.
    pub seq: i64,
    /// Instant on the office clock, milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Office-local service day.
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    /// The event's name; only `day_opened` means something to the store.
    pub kind: String,
    /// Who caused it (a clerk's id, a device's id, `timer` …), never a name of a visitor.
    pub actor: String,
    /// JSON that the store does not look into.
    pub body: String,
}

impl Row for EventRow {
    const TABLE: &'static str = "events";
    const COLUMNS: &'static [&'static str] = &["department", "seq", "at_ms", "day", "kind", "actor", "body"];
    const TAIL: &'static str = "";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.department),
            Cell::int(self.seq),
            Cell::int(self.at_ms),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::text(&self.kind),
            Cell::text(&self.actor),
            Cell::text(&self.body),
        ]);
    }
}

impl Store {
    /// Where the latest `day_opened` event of a department stands; a replay starts there.
    ///
    /// # Errors
    /// As for every reader: [`Fault::Away`] when the database does not answer.
    pub fn latest_day_opened(&self, department: &str) -> Result<Option<i64>, Fault> {
        self.read(|c| {
            events::table
                .filter(events::department.eq(department))
                // Written out, not bound, so that the partial index applies.
                .filter(sql::<Bool>("kind = 'day_opened'"))
                .select(max(events::seq))
                .first(c)
        })
    }

    /// Up to `limit` events of a department from `from_seq` (inclusive) on, in order.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn events_from(&self, department: &str, from_seq: i64, limit: i64) -> Result<Vec<EventRow>, Fault> {
        self.read(|c| {
            events::table
                .filter(events::department.eq(department))
                .filter(events::seq.ge(from_seq))
                .order(events::seq)
                .limit(limit)
                .load(c)
        })
    }

    /// The events of some kinds among the last `depth` events of a department, in order: one walk over the end of its
    /// journal, however long the journal is.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn latest_events(&self, department: &str, kinds: &[&str], depth: i64) -> Result<Vec<EventRow>, Fault> {
        self.read(|c| {
            let head: Option<i64> = heads::table.find(department).select(heads::seq).first(c).optional()?;
            events::table
                .filter(events::department.eq(department))
                .filter(events::seq.gt(head.unwrap_or(0).saturating_sub(depth)))
                .filter(events::kind.eq_any(kinds))
                .order(events::seq)
                .load(c)
        })
    }
}
