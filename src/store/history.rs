//! Every change of the office's document: kept beside it, written with it.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::office_history;
use crate::store::Store;
use diesel::prelude::*;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = office_history)]
pub struct OfficeChange {
    /// The revision of the document that it made.
    pub revision: i64,
    /// When, milliseconds since 1970 (UTC), office clock.
    pub at_ms: i64,
    /// Who: `staff:…` or `command line`.
    pub author: String,
    /// What, as JSON; the store does not look inside.
    pub changes: String,
    /// The revision that it took back.
    pub undoes: Option<i64>,
}

impl Store {
    /// Changes before a revision (`i64::MAX` for all), the latest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn office_changes(&self, before: i64, limit: i64) -> Result<Vec<OfficeChange>, Fault> {
        self.read(|c| {
            let earlier = office_history::table.filter(office_history::revision.lt(before));
            earlier.order(office_history::revision.desc()).limit(limit).load(c)
        })
    }

    /// Changes after a revision, the earliest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn office_changes_since(&self, revision: i64) -> Result<Vec<OfficeChange>, Fault> {
        self.read(|c| {
            let later = office_history::table.filter(office_history::revision.gt(revision));
            later.order(office_history::revision).load(c)
        })
    }

    /// The change that made a revision.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn office_change(&self, revision: i64) -> Result<Option<OfficeChange>, Fault> {
        self.read(|c| office_history::table.find(revision).first(c).optional())
    }
}

impl Appender {
    /// Keeps a change; to be written together with its document.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_office_change(&mut self, change: &OfficeChange) -> Result<(), Fault> {
        self.run(|c| diesel::insert_into(office_history::table).values(change.clone()).execute(c).map(drop))
    }

    /// Forgets changes older than an instant; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_office_changes(&mut self, before_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(office_history::table.filter(office_history::at_ms.lt(before_ms))).execute(c))
    }
}
