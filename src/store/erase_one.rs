//! Erasing one person's visit at their own wish: the data, the letters that would need it, and the proof, all or nothing.

use crate::access::Access;
use crate::append::Appender;
use crate::bulk;
use crate::erase::blank;
use crate::fault::Fault;
use crate::schema::{contacts, letters};
use diesel::prelude::*;

impl Appender {
    /// Erases the contact of the appointment that `proof` is about, at the instant that `proof` names; drops its letters
    /// that have not gone yet; writes `proof` into the access log. Answers whether there was anything to erase: if not,
    /// nothing is written, so that the log says it once.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_with_proof(&mut self, proof: &Access) -> Result<bool, Fault> {
        self.run(|c| {
            let of = &proof.appointment;
            let unerased = contacts::table.filter(contacts::appointment.eq(of)).filter(contacts::erased_ms.is_null());
            if diesel::update(unerased).set(blank(proof.at_ms)).execute(c)? == 0 {
                return Ok(false);
            }
            let waiting = letters::table.filter(letters::appointment.eq(of)).filter(letters::state.eq("queued"));
            diesel::update(waiting)
                .set((letters::state.eq("dropped"), letters::last_error.eq("the contact was erased")))
                .execute(c)?;
            bulk::insert(c, &[proof])?;
            Ok(true)
        })
    }
}
