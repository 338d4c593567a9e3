//! The people who work in the office.

use crate::append::Appender;
use crate::bulk::{Cell, Row, insert};
use crate::fault::Fault;
use crate::schema::{account_links, sessions, staff};
use crate::store::Store;
use diesel::backend::Backend;
use diesel::deserialize::FromSql;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::borrow::Cow;

/// A member of staff.
#[derive(Clone, PartialEq, Eq, Queryable)]
pub struct Staff {
    /// Opaque id; the one that a login has already stands.
    pub id: String,
    /// What they sign on with; unique.
    pub login: String,
    /// Argon2 hash, see [`crate::hash_password`]; never the password.
    pub password: String,
    /// The name of the role: one of the house's or of the office's own.
    pub role: String,
    /// Id of the desk they may act at; `None` for any.
    pub desk: Option<String>,
    /// Ids of their departments; empty for all.
    #[diesel(deserialize_as = Words)]
    pub departments: Vec<String>,
}

/// Stands in the place of a password's hash for who signs on through the identity provider; it is no hash, so nothing verifies against it.
pub(crate) const PROVIDED: &str = "!provider";

impl Staff {
    /// Whether the account is of somebody whom the identity provider vouches for: it has no password here and is no part of the
    /// office's document.
    #[must_use]
    pub fn is_provided(&self) -> bool {
        self.password == PROVIDED
    }
}

/// Leaves the password's hash out.
impl std::fmt::Debug for Staff {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Staff")
            .field("id", &self.id)
            .field("role", &self.role)
            .field("desk", &self.desk)
            .finish_non_exhaustive()
    }
}

impl Row for Staff {
    const TABLE: &'static str = "staff";
    const COLUMNS: &'static [&'static str] = &["id", "login", "password", "role", "desk", "departments"];
    const TAIL: &'static str = "ON CONFLICT (login) DO UPDATE SET \
        role = excluded.role, desk = excluded.desk, departments = excluded.departments";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        let departments = serde_json::Value::from(self.departments.clone()).to_string();
        into.extend([
            Cell::text(&self.id),
            Cell::text(&self.login),
            Cell::text(&self.password),
            Cell::text(&self.role),
            Cell::maybe_text(self.desk.as_deref()),
            Cell::Text(Some(Cow::Owned(departments))),
        ]);
    }
}

/// A JSON list of texts in a column.
pub struct Words(Vec<String>);

impl<DB: Backend> Queryable<Text, DB> for Words
where
    String: FromSql<Text, DB>,
{
    type Row = String;

    fn build(text: String) -> diesel::deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(&text)?))
    }
}

impl From<Words> for Vec<String> {
    fn from(words: Words) -> Self {
        words.0
    }
}

impl Store {
    /// The member of staff with a login.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn staff_by_login(&self, login: &str) -> Result<Option<Staff>, Fault> {
        self.read(|c| staff::table.filter(staff::login.eq(login)).first(c).optional())
    }

    /// All members of staff, by login.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn staff(&self) -> Result<Vec<Staff>, Fault> {
        let mut all: Vec<Staff> = self.read(|c| staff::table.load(c))?;
        all.sort_by(|a, b| a.login.cmp(&b.login));
        Ok(all)
    }
}

impl Appender {
    /// Creates or changes members of staff by login, all or none. An id once given to a login stays. A password stays as it is, see
    /// [`Self::set_password`]. Whoever is another from now on, in role, desk or departments, is signed out everywhere.
    ///
    /// # Errors
    /// [`Fault::Broken`] when an id is another login's, [`Fault::Away`] when the database does not answer.
    pub fn put_staff(&mut self, members: &[Staff]) -> Result<(), Fault> {
        self.run(|c| {
            for member in members {
                let held: Option<Staff> = staff::table.filter(staff::login.eq(&member.login)).first(c).optional()?;
                let changed = held.filter(|held| {
                    let same = Staff { id: held.id.clone(), password: held.password.clone(), ..member.clone() };
                    same != *held
                });
                if let Some(held) = changed {
                    diesel::delete(sessions::table.filter(sessions::staff.eq(&held.id))).execute(c)?;
                    // Who was given a link had not been given what the account holds now.
                    diesel::delete(account_links::table.filter(account_links::staff.eq(&held.id))).execute(c)?;
                }
            }
            insert(c, &members.iter().collect::<Vec<_>>()).map(drop)
        })
    }

    /// Sets a password's hash by id, signs its owner out everywhere and ends the links that would set another; answers whether there is
    /// such a member of staff who may have a password: whom the identity provider vouches for gets none.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn set_password(&mut self, staff_id: &str, hash: &str) -> Result<bool, Fault> {
        let changed = self.run(|c| {
            diesel::delete(sessions::table.filter(sessions::staff.eq(staff_id))).execute(c)?;
            diesel::delete(account_links::table.filter(account_links::staff.eq(staff_id))).execute(c)?;
            let local = staff::table.find(staff_id).filter(staff::password.ne(PROVIDED));
            diesel::update(local).set(staff::password.eq(hash)).execute(c)
        })?;
        Ok(changed == 1)
    }

    /// Removes a member of staff with their sessions; answers whether there was one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn remove_staff(&mut self, login: &str) -> Result<bool, Fault> {
        let gone = self.run(|c| diesel::delete(staff::table.filter(staff::login.eq(login))).execute(c))?;
        Ok(gone == 1)
    }
}
