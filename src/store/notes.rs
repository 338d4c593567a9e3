//! Clerks' notes on visits: personal data beside the journal, kept as contacts are and erased with them. The texts come here sealed.

use crate::access::Access;
use crate::append::Appender;
use crate::bulk;
use crate::connection::Connection;
use crate::fault::Fault;
use crate::schema::notes;
use crate::store::Store;
use diesel::prelude::*;

/// The note on one ticket.
#[derive(Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = notes)]
pub struct NoteRow {
    /// Id of the ticket; it stays with the visit through transfers to other departments.
    pub ticket: String,
    /// Id of the booked visit; empty for a walk-in ticket.
    pub appointment: String,
    /// What it says, sealed; empty takes the note away.
    pub sealed: String,
    /// When it was written, office clock.
    pub at_ms: i64,
}

/// Says on which ticket, never what.
impl std::fmt::Debug for NoteRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NoteRow").field("ticket", &self.ticket).finish_non_exhaustive()
    }
}

/// Writes notes in the order in which they were decided: the last one of a ticket stands.
pub(crate) fn put<'a>(c: &mut Connection, rows: impl Iterator<Item = &'a NoteRow>) -> QueryResult<()> {
    for row in rows {
        diesel::delete(notes::table.find(&row.ticket)).execute(c)?;
        if !row.sealed.is_empty() {
            diesel::insert_into(notes::table).values(row.clone()).execute(c)?;
        }
    }
    Ok(())
}

/// Erases the notes on visits.
pub(crate) fn erase(c: &mut Connection, appointments: &[String]) -> QueryResult<usize> {
    // Walk-in tickets have no visit: an empty id is nobody's.
    let of = notes::table.filter(notes::appointment.ne("")).filter(notes::appointment.eq_any(appointments));
    diesel::delete(of).execute(c)
}

impl Store {
    /// The note on a ticket.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn note(&self, ticket: &str) -> Result<Option<NoteRow>, Fault> {
        self.read(|c| notes::table.find(ticket).first(c).optional())
    }

    /// The notes on a booked visit: usually one, more where its check-in was taken back.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn notes_about(&self, appointment: &str) -> Result<Vec<NoteRow>, Fault> {
        self.read(|c| {
            notes::table.filter(notes::appointment.eq(appointment)).order((notes::at_ms, notes::ticket)).load(c)
        })
    }
}

impl Appender {
    /// Erases at most `limit` notes written before an instant of the office clock, the oldest first, and writes one line of the access log as
    /// proof; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer; then nothing was erased.
    pub fn erase_notes_before(&mut self, before_ms: i64, now_ms: i64, limit: i64) -> Result<usize, Fault> {
        let proof = Access::new(now_ms, "timer", "erased", "", "")?;
        self.run(|c| {
            let old: Vec<String> = notes::table
                .filter(notes::at_ms.lt(before_ms))
                .order((notes::at_ms, notes::ticket))
                .limit(limit)
                .select(notes::ticket)
                .load(c)?;
            if old.is_empty() {
                return Ok(0);
            }
            let erased = diesel::delete(notes::table.filter(notes::ticket.eq_any(old))).execute(c)?;
            if erased > 0 {
                let proof = Access { detail: format!("notes {erased}"), ..proof };
                bulk::insert(c, &[&proof])?;
            }
            Ok(erased)
        })
    }
}
