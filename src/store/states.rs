//! The state of each appointment beside its contact: derived from the journal and rebuildable from it.

use crate::append::Appender;
use crate::connection::{Connection, on_each};
use crate::fault::Fault;
use crate::schema::contacts;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// The state an appointment has from now on. One without a contact is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitState {
    /// Id of the appointment.
    pub appointment: String,
    /// `booked`, `collected`, `cancelled` or `not_collected`.
    pub state: String,
}

/// Appointments a statement, most.
const MOST: usize = 1_000;

/// Writes the last state of each appointment, one statement a state.
pub(crate) fn put<'s>(connection: &mut Connection, states: impl Iterator<Item = &'s VisitState>) -> QueryResult<()> {
    let last: BTreeMap<&str, &str> = states.map(|row| (row.appointment.as_str(), row.state.as_str())).collect();
    let mut by_state: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (appointment, state) in last {
        by_state.entry(state).or_default().push(appointment);
    }
    for (state, appointments) in by_state {
        for some in appointments.chunks(MOST) {
            on_each!(connection, c => diesel::update(contacts::table)
                .filter(contacts::appointment.eq_any(some))
                .set(contacts::state.eq(state))
                .execute(c))?;
        }
    }
    Ok(())
}

impl Appender {
    /// Writes states outside of an append, for a rebuild.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_states(&mut self, states: &[VisitState]) -> Result<(), Fault> {
        self.run(|c| put(c, states.iter()))
    }
}
