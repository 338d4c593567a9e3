//! The access log: who saw or changed whose visit, what was erased (law lines 21–23), who signed on and who changed whose account. Ids
//! and codes, never personal data.

use crate::append::Appender;
use crate::bulk::{self, Cell, Row};
use crate::connection::on_each;
use crate::fault::Fault;
use crate::schema::{access_log, appointments};
use crate::secrets::new_token;
use crate::store::Store;
use diesel::prelude::*;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Access {
    /// Unique; drawn by [`Access::new`].
    pub id: String,
    /// When, milliseconds since 1970 (UTC), office clock.
    pub at_ms: i64,
    /// `staff:…`, `citizen` or `timer`; `nobody` for a sign-on under a login that does not exist.
    pub who: String,
    /// A coded verb: `saw`, `booked`, `moved`, `cancelled`, `exported`, `erased`, `signed_on`, `password_changed` …
    pub action: String,
    /// The appointment's id; empty when it is about none or many.
    pub appointment: String,
    /// Coded circumstances such as `beyond_limits` or `retention 12`; `staff:…` for whose account it was.
    pub detail: String,
}

impl Access {
    /// A line that happened at an instant.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the system gives no randomness.
    pub fn new(at_ms: i64, who: &str, action: &str, appointment: &str, detail: &str) -> Result<Self, Fault> {
        let text = |text: &str| text.to_owned();
        let (who, action, appointment, detail) = (text(who), text(action), text(appointment), text(detail));
        Ok(Self { id: new_token()?, at_ms, who, action, appointment, detail })
    }
}

impl Row for Access {
    const TABLE: &'static str = "access_log";
    const COLUMNS: &'static [&'static str] = &["id", "at_ms", "who", "action", "appointment", "detail"];
    const TAIL: &'static str = "";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.id),
            Cell::int(self.at_ms),
            Cell::text(&self.who),
            Cell::text(&self.action),
            Cell::text(&self.appointment),
            Cell::text(&self.detail),
        ]);
    }
}

/// Which lines are wanted; empty texts stand for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessQuery {
    /// From this instant on.
    pub from_ms: i64,
    /// Before this instant.
    pub before_ms: i64,
    /// Of this person of staff.
    pub who: String,
    /// About this visit.
    pub appointment: String,
    /// Of this coded verb.
    pub action: String,
    /// Only what belongs here; `None` for the whole office.
    pub within: Option<Within>,
    /// At most so many, the latest first.
    pub limit: i64,
}

/// A part of the office: what is about visits of its departments, and what its people did or was done to their accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Within {
    /// The departments.
    pub departments: Vec<String>,
    /// Whoever works nowhere else, as `who` names them.
    pub people: Vec<String>,
}

impl Store {
    /// Lines of the log, the latest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn accesses(&self, query: &AccessQuery) -> Result<Vec<Access>, Fault> {
        self.read(|c| on_each!(c, c => {
            let mut lines = access_log::table.into_boxed();
            lines = lines.filter(access_log::at_ms.ge(query.from_ms)).filter(access_log::at_ms.lt(query.before_ms));
            if !query.who.is_empty() {
                lines = lines.filter(access_log::who.eq(&query.who));
            }
            if !query.appointment.is_empty() {
                lines = lines.filter(access_log::appointment.eq(&query.appointment));
            }
            if !query.action.is_empty() {
                lines = lines.filter(access_log::action.eq(&query.action));
            }
            if let Some(Within { departments, people }) = &query.within {
                let visits = appointments::table.filter(appointments::department.eq_any(departments));
                let theirs = access_log::appointment.eq_any(visits.select(appointments::appointment));
                lines = lines.filter(theirs.or(access_log::who.eq_any(people)).or(access_log::detail.eq_any(people)));
            }
            lines.order((access_log::at_ms.desc(), access_log::id)).limit(query.limit).load(c)
        }))
    }
}

impl Appender {
    /// Writes lines of the log.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn log_access(&mut self, lines: &[Access]) -> Result<(), Fault> {
        self.run(|c| bulk::insert(c, &lines.iter().collect::<Vec<_>>()).map(drop))
    }

    /// Forgets lines older than an instant; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_accesses(&mut self, before_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(access_log::table.filter(access_log::at_ms.lt(before_ms))).execute(c))
    }
}
