//! Named documents of the office, each with a revision: its configuration, and what else is not in a journal.

use crate::append::Appender;
use crate::connection::{Connection, on_each};
use crate::fault::Fault;
use crate::schema::settings;
use crate::store::Store;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its text, usually JSON.
    pub value: String,
    /// From 1, one more with every change.
    pub revision: i64,
}

impl Store {
    /// A document by name.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn setting(&self, name: &str) -> Result<Option<Setting>, Fault> {
        self.read(|c| settings::table.find(name).first(c).optional())
    }
}

impl Appender {
    /// Writes a document if its revision is still `expected` (0: if there is none). Answers the new revision, or
    /// `None` when somebody else was faster.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_setting(&mut self, name: &str, value: &str, expected: i64) -> Result<Option<i64>, Fault> {
        let next = expected + 1;
        let row = (settings::name.eq(name), settings::value.eq(value), settings::revision.eq(next));
        let written = self.run(|c| {
            if expected == 0 {
                return on_each!(c, c => diesel::insert_into(settings::table)
                    .values(row)
                    .on_conflict_do_nothing()
                    .execute(c));
            }
            told(c, name)?;
            let unchanged = settings::table.filter(settings::name.eq(name)).filter(settings::revision.eq(expected));
            diesel::update(unchanged).set((settings::value.eq(value), settings::revision.eq(next))).execute(c)
        })?;
        Ok((written == 1).then_some(next))
    }
}

/// Tells the other nodes; delivered with the commit. SQLite has one node.
fn told(c: &mut Connection, name: &str) -> QueryResult<()> {
    let Connection::Postgres(inner) = c else { return Ok(()) };
    diesel::sql_query("SELECT pg_notify('okienko_document', $1)").bind::<Text, _>(name).execute(inner).map(drop)
}
