//! One-time links by which a person sets a password: the first administrator's, and those that an administrator hands out.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::{account_links, staff};
use crate::secrets::{hash_token, new_token};
use crate::staff::Staff;
use crate::store::Store;
use diesel::prelude::*;

impl Store {
    /// Whose link a token is, if it still holds.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn account_link(&self, token: &str, now_ms: i64) -> Result<Option<Staff>, Fault> {
        let hash = hash_token(token);
        self.read(|c| {
            account_links::table
                .inner_join(staff::table)
                .filter(account_links::token_hash.eq(&hash))
                .filter(account_links::expires_ms.gt(now_ms))
                .select(staff::all_columns)
                .first(c)
                .optional()
        })
    }
}

impl Appender {
    /// Makes a link for a member of staff (by id) that holds until `expires_ms`; an earlier one holds no more. Answers its token, of
    /// which only the hash is kept.
    ///
    /// # Errors
    /// [`Fault::Broken`] for an unknown id, [`Fault::Away`] when the database does not answer.
    pub fn make_account_link(&mut self, staff_id: &str, expires_ms: i64) -> Result<String, Fault> {
        let token = new_token()?;
        let row = (
            account_links::token_hash.eq(hash_token(&token)),
            account_links::staff.eq(staff_id),
            account_links::expires_ms.eq(expires_ms),
        );
        self.run(|c| {
            diesel::delete(account_links::table.filter(account_links::staff.eq(staff_id))).execute(c)?;
            diesel::insert_into(account_links::table).values(row).execute(c)
        })?;
        Ok(token)
    }

    /// Uses a link up; answers whether it held.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn use_account_link(&mut self, token: &str, now_ms: i64) -> Result<bool, Fault> {
        let hash = hash_token(token);
        let used = self.run(|c| {
            diesel::delete(account_links::table.find(&hash).filter(account_links::expires_ms.gt(now_ms))).execute(c)
        })?;
        Ok(used == 1)
    }

    /// Forgets links that hold no more; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_account_links(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(account_links::table.filter(account_links::expires_ms.le(now_ms))).execute(c))
    }
}
