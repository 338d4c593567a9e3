//! Tickets that no paper was printed of: staff tell the visitor, or print it elsewhere.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::{devices, unprinted};
use crate::store::Store;
use diesel::prelude::*;

/// How long one is remembered, milliseconds: no ticket outlives its day.
pub const UNPRINTED_MS: i64 = 86_400_000;
/// Tickets shown, most; the latest are.
const MOST: i64 = 200;

/// A ticket without paper.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = unprinted)]
pub struct Unprinted {
    /// The ticket's id.
    pub ticket: String,
    /// The kiosk that could not print it.
    pub device: String,
    /// Why not, in one coded word.
    pub reason: String,
    /// When it said so, process clock.
    pub at_ms: i64,
}

impl Store {
    /// All of them with the name of their kiosk, the oldest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn unprinted(&self) -> Result<Vec<(Unprinted, String)>, Fault> {
        let mut all: Vec<(Unprinted, String)> = self.read(|c| {
            unprinted::table
                .inner_join(devices::table)
                .select((unprinted::all_columns, devices::name))
                .order((unprinted::at_ms.desc(), unprinted::ticket))
                .limit(MOST)
                .load(c)
        })?;
        all.reverse();
        Ok(all)
    }

    /// The kiosk that could not print a ticket.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn unprinted_by(&self, ticket: &str) -> Result<Option<String>, Fault> {
        self.read(|c| unprinted::table.find(ticket).select(unprinted::device).first(c).optional())
    }
}

impl Appender {
    /// A kiosk could not print a ticket; what was said of it before counts no more.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_unprinted(&mut self, row: &Unprinted) -> Result<(), Fault> {
        self.run(|c| {
            diesel::delete(unprinted::table.find(&row.ticket)).execute(c)?;
            diesel::insert_into(unprinted::table).values(row.clone()).execute(c).map(drop)
        })
    }

    /// A ticket has its paper, or its visitor knows the number; answers whether it had none.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn clear_unprinted(&mut self, ticket: &str) -> Result<bool, Fault> {
        Ok(self.run(|c| diesel::delete(unprinted::table.find(ticket)).execute(c))? == 1)
    }

    /// Forgets tickets of the day before; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_unprinted(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(unprinted::table.filter(unprinted::at_ms.le(now_ms - UNPRINTED_MS))).execute(c))
    }
}
