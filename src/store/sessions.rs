//! Sign-ons of staff. They follow the process clock and hold on every node.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::{sessions, staff};
use crate::secrets::{hash_token, new_token};
use crate::staff::Staff;
use crate::store::Store;
use diesel::prelude::*;

/// A live sign-on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, as configured now.
    pub staff: Staff,
    /// When it ends, process clock.
    pub expires_ms: i64,
}

impl Store {
    /// The session of a bearer token, unless it has expired.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn session(&self, token: &str, now_ms: i64) -> Result<Option<Session>, Fault> {
        let hash = hash_token(token);
        let found: Option<(Staff, i64)> = self.read(|c| {
            sessions::table
                .inner_join(staff::table)
                .filter(sessions::token_hash.eq(&hash))
                .filter(sessions::expires_ms.gt(now_ms))
                .select((staff::all_columns, sessions::expires_ms))
                .first(c)
                .optional()
        })?;
        Ok(found.map(|(staff, expires_ms)| Session { staff, expires_ms }))
    }
}

impl Appender {
    /// Begins a session of a member of staff (by id) until `expires_ms`; answers its bearer token, of which only the
    /// hash is kept.
    ///
    /// # Errors
    /// [`Fault::Broken`] for an unknown id, [`Fault::Away`] when the database does not answer.
    pub fn create_session(&mut self, staff_id: &str, expires_ms: i64) -> Result<String, Fault> {
        let token = new_token()?;
        let row = (
            sessions::token_hash.eq(hash_token(&token)),
            sessions::staff.eq(staff_id),
            sessions::expires_ms.eq(expires_ms),
        );
        self.run(|c| diesel::insert_into(sessions::table).values(row).execute(c))?;
        Ok(token)
    }

    /// Ends the session of a token; answers whether there was one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn delete_session(&mut self, token: &str) -> Result<bool, Fault> {
        let hash = hash_token(token);
        Ok(self.run(|c| diesel::delete(sessions::table.find(&hash)).execute(c))? == 1)
    }

    /// Forgets expired sessions; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_sessions(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(sessions::table.filter(sessions::expires_ms.le(now_ms))).execute(c))
    }
}
