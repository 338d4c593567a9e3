//! Erasing one person's visit at their own wish: the data, the letters that would need it, and the proof, all or nothing.

use crate::access::Access;
use crate::append::Appender;
use crate::bulk;
use crate::erase::erase;
use crate::fault::Fault;

impl Appender {
    /// Erases the contact of the appointment that `proof` is about, at the instant that `proof` names, with all that
    /// [`Appender::erase_contact`] takes along; writes `proof` into the access log. Answers whether there was anything to erase: if not,
    /// nothing is written, so that the log says it once.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_with_proof(&mut self, proof: &Access) -> Result<bool, Fault> {
        self.run(|c| {
            if erase(c, std::slice::from_ref(&proof.appointment), proof.at_ms)? == 0 {
                return Ok(false);
            }
            bulk::insert(c, &[proof])?;
            Ok(true)
        })
    }
}
