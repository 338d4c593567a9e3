//! Second factors of staff and their recovery codes. A code is used by whoever changes the row: once, on whichever node.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::{recovery_codes, second_factors};
use crate::secrets::hash_token;
use crate::store::Store;
use diesel::prelude::*;

/// What a person's application shares with us.
#[derive(Clone, PartialEq, Eq, Queryable)]
pub struct SecondFactor {
    /// The id of the member of staff.
    pub staff: String,
    /// The shared secret, base32.
    pub secret: String,
    /// Since when it is in force; `None` while it is being set up.
    pub confirmed_ms: Option<i64>,
    /// The step of time whose code was used last.
    pub last_step: i64,
}

/// Leaves the secret out.
impl std::fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecondFactor").field("staff", &self.staff).finish_non_exhaustive()
    }
}

impl Store {
    /// The second factor of a member of staff (by id), in force or being set up.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn second_factor(&self, staff_id: &str) -> Result<Option<SecondFactor>, Fault> {
        self.read(|c| second_factors::table.find(staff_id).first(c).optional())
    }

    /// How many recovery codes a member of staff (by id) has left.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn recovery_codes_left(&self, staff_id: &str) -> Result<i64, Fault> {
        self.read(|c| recovery_codes::table.filter(recovery_codes::staff.eq(staff_id)).count().get_result(c))
    }

    /// The ids of those who have a second factor in force.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn with_second_factor(&self) -> Result<Vec<String>, Fault> {
        let in_force = second_factors::table.filter(second_factors::confirmed_ms.is_not_null());
        self.read(|c| in_force.select(second_factors::staff).load(c))
    }
}

impl Appender {
    /// Begins to set up a second factor, anew if one was begun; answers `false` when one is in force.
    ///
    /// # Errors
    /// [`Fault::Broken`] for an unknown id, [`Fault::Away`] when the database does not answer.
    pub fn begin_second_factor(&mut self, staff_id: &str, secret: &str) -> Result<bool, Fault> {
        self.run(|c| {
            let begun = second_factors::table.find(staff_id).filter(second_factors::confirmed_ms.is_null());
            diesel::delete(begun).execute(c)?;
            let in_force: i64 = second_factors::table.find(staff_id).count().get_result(c)?;
            if in_force > 0 {
                return Ok(false);
            }
            let row = (
                second_factors::staff.eq(staff_id),
                second_factors::secret.eq(secret),
                second_factors::last_step.eq(0),
            );
            diesel::insert_into(second_factors::table).values(row).execute(c).map(|added| added == 1)
        })
    }

    /// Puts what was begun in force by the code of a step; answers whether something was begun.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn confirm_second_factor(&mut self, staff_id: &str, step: i64, now_ms: i64) -> Result<bool, Fault> {
        let in_force = (second_factors::confirmed_ms.eq(now_ms), second_factors::last_step.eq(step));
        let changed = self.run(|c| {
            let begun = second_factors::table.find(staff_id).filter(second_factors::confirmed_ms.is_null());
            diesel::update(begun).set(in_force).execute(c)
        })?;
        Ok(changed == 1)
    }

    /// Uses the code of a step up; answers `false` when it, or a later one, was used before.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn use_step(&mut self, staff_id: &str, step: i64) -> Result<bool, Fault> {
        let changed = self.run(|c| {
            let earlier = second_factors::table.find(staff_id).filter(second_factors::last_step.lt(step));
            diesel::update(earlier).set(second_factors::last_step.eq(step)).execute(c)
        })?;
        Ok(changed == 1)
    }

    /// Takes a second factor and its recovery codes away; answers whether there was one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn remove_second_factor(&mut self, staff_id: &str) -> Result<bool, Fault> {
        let removed = self.run(|c| {
            diesel::delete(recovery_codes::table.filter(recovery_codes::staff.eq(staff_id))).execute(c)?;
            diesel::delete(second_factors::table.find(staff_id)).execute(c)
        })?;
        Ok(removed == 1)
    }

    /// Gives a member of staff (by id) these recovery codes and takes all earlier ones away. Hashes are kept, codes never: they need
    /// as many random bits as a token, or nearly.
    ///
    /// # Errors
    /// [`Fault::Broken`] for an unknown id, [`Fault::Away`] when the database does not answer.
    pub fn put_recovery_codes(&mut self, staff_id: &str, codes: &[String]) -> Result<(), Fault> {
        self.run(|c| {
            diesel::delete(recovery_codes::table.filter(recovery_codes::staff.eq(staff_id))).execute(c)?;
            for code in codes {
                let row = (recovery_codes::hash.eq(hashed(staff_id, code)), recovery_codes::staff.eq(staff_id));
                diesel::insert_into(recovery_codes::table).values(row).execute(c)?;
            }
            Ok(())
        })
    }

    /// Uses a recovery code up; answers whether it was one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn use_recovery_code(&mut self, staff_id: &str, code: &str) -> Result<bool, Fault> {
        let hash = hashed(staff_id, code);
        Ok(self.run(|c| diesel::delete(recovery_codes::table.find(&hash)).execute(c))? == 1)
    }
}

/// Of a person and a code as typed: case, spaces and hyphens do not matter.
fn hashed(staff_id: &str, code: &str) -> String {
    let bare: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    hash_token(&format!("{staff_id} {}", bare.to_ascii_lowercase()))
}
