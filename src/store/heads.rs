//! Where each department's journal ends: the one thing that several nodes agree by.

use crate::bulk::{Cell, Row};
use crate::fault::Fault;
use crate::schema::heads;
use crate::store::Store;
use diesel::prelude::*;

/// Compare-and-set of one head: from `previous` to `seq`. Returns the department when it held.
#[derive(Debug)]
pub(crate) struct HeadMove<'b> {
    pub department: &'b str,
    pub seq: i64,
    pub previous: i64,
}

impl Row for HeadMove<'_> {
    const TABLE: &'static str = "heads";
    const COLUMNS: &'static [&'static str] = &["department", "seq", "previous"];
    // A department without a head can only be begun at 0, never in the middle.
    const FILTER: &'static str = "previous = 0 OR EXISTS (SELECT 1 FROM heads h WHERE h.department = u.department)";
    const TAIL: &'static str = "ON CONFLICT (department) DO UPDATE \
        SET seq = excluded.seq, previous = excluded.previous \
        WHERE heads.seq = excluded.previous RETURNING department";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([Cell::text(self.department), Cell::int(self.seq), Cell::int(self.previous)]);
    }
}

impl Store {
    /// The position of a department's latest event, 0 when it has none.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn head(&self, department: &str) -> Result<i64, Fault> {
        self.read(|c| heads::table.find(department).select(heads::seq).first(c).optional())
            .map(|head| head.unwrap_or(0))
    }

    /// The heads of all departments, sorted by department.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn heads(&self) -> Result<Vec<(String, i64)>, Fault> {
        let mut all: Vec<(String, i64)> =
            self.read(|c| heads::table.select((heads::department, heads::seq)).load(c))?;
        all.sort();
        Ok(all)
    }
}
