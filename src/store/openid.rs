//! Accounts of people whom the identity provider vouches for, and the sign-ons that came back from it.

use crate::append::Appender;
use crate::connection::on_each;
use crate::fault::Fault;
use crate::schema::{openid_accounts, openid_returns, staff};
use crate::staff::{PROVIDED, Staff};
use diesel::prelude::*;

/// Who somebody is to the provider (OpenID Connect Core §2): never a name or an address, which may be given to somebody else one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider's own name, `iss`.
    pub issuer: String,
    /// Its name for the person, `sub`.
    pub subject: String,
}

impl Appender {
    /// The account of an identity.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn openid_account(&mut self, identity: &Identity) -> Result<Option<Staff>, Fault> {
        self.run(|c| {
            openid_accounts::table
                .inner_join(staff::table)
                .filter(openid_accounts::issuer.eq(&identity.issuer))
                .filter(openid_accounts::subject.eq(&identity.subject))
                .select(staff::all_columns)
                .first(c)
                .optional()
        })
    }

    /// Makes the account of an identity; answers whether its login was free. Of `member` the password does not count: there is none.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the identity has an account already, [`Fault::Away`] when the database does not answer.
    pub fn make_openid_account(&mut self, identity: &Identity, member: &Staff) -> Result<bool, Fault> {
        let departments = serde_json::Value::from(member.departments.clone()).to_string();
        let row = (
            staff::id.eq(&member.id),
            staff::login.eq(&member.login),
            staff::password.eq(PROVIDED),
            staff::role.eq(&member.role),
            staff::desk.eq(&member.desk),
            staff::departments.eq(departments),
        );
        let bond = (
            openid_accounts::issuer.eq(&identity.issuer),
            openid_accounts::subject.eq(&identity.subject),
            openid_accounts::staff.eq(&member.id),
        );
        self.run(|c| {
            // A login that somebody has stays theirs.
            let made = on_each!(c, c => diesel::insert_into(staff::table)
                .values(row)
                .on_conflict(staff::login)
                .do_nothing()
                .execute(c))?;
            if made == 1 {
                diesel::insert_into(openid_accounts::table).values(bond).execute(c)?;
            }
            Ok(made == 1)
        })
    }

    /// Gives an account of the provider (by id) another login, if nobody has it; answers whether it was free.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn rename_openid_account(&mut self, staff_id: &str, login: &str) -> Result<bool, Fault> {
        self.run(|c| {
            let held: i64 = staff::table.filter(staff::login.eq(login)).count().get_result(c)?;
            if held > 0 {
                return Ok(false);
            }
            let own = staff::table.find(staff_id).filter(staff::password.eq(PROVIDED));
            Ok(diesel::update(own).set(staff::login.eq(login)).execute(c)? == 1)
        })
    }

    /// Uses the state (by its hash) of a sign-on up; answers whether it was the first time. It is remembered until `expires_ms`.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn use_openid_state(&mut self, state_hash: &str, expires_ms: i64) -> Result<bool, Fault> {
        let row = (openid_returns::state_hash.eq(state_hash), openid_returns::expires_ms.eq(expires_ms));
        let used = self.run(|c| {
            on_each!(c, c => diesel::insert_into(openid_returns::table)
                .values(row)
                .on_conflict_do_nothing()
                .execute(c))
        })?;
        Ok(used == 1)
    }

    /// Forgets states that nobody can come back with any more; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_openid_states(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(openid_returns::table.filter(openid_returns::expires_ms.le(now_ms))).execute(c))
    }
}
