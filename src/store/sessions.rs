//! Sign-ons of staff. They follow the process clock and hold on every node.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::{sessions, staff};
use crate::secrets::{hash_token, new_token};
use crate::staff::Staff;
use crate::store::Store;
use diesel::prelude::*;

/// Signs of the name by which a session is listed; it opens nothing.
const NAME: usize = 16;

/// A live sign-on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, as configured now.
    pub staff: Staff,
    /// When it ends, process clock.
    pub expires_ms: i64,
    /// When it was last used, to a few minutes; process clock.
    pub seen_ms: i64,
    /// Its owner has yet to set up a second factor, and can do nothing else.
    pub limited: bool,
}

/// A sign-on that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// The id of the member of staff.
    pub staff: &'a str,
    /// Now, process clock.
    pub now_ms: i64,
    /// When it ends.
    pub expires_ms: i64,
    /// The kind of browser, in a word or two.
    pub browser: &'a str,
    /// See [`Session::limited`].
    pub limited: bool,
}

/// A sign-on as its owner sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSession {
    /// By which it is ended; made of the token's hash, so it opens nothing.
    pub name: String,
    /// When it began.
    pub begun_ms: i64,
    /// When it was last used, to a few minutes.
    pub seen_ms: i64,
    /// The kind of browser.
    pub browser: String,
}

/// The name by which the session of a token is listed.
#[must_use]
pub fn session_name(token: &str) -> String {
    name_of(&hash_token(token))
}

fn name_of(token_hash: &str) -> String {
    hash_token(token_hash).chars().take(NAME).collect()
}

impl Store {
    /// The session of a bearer token, unless it has expired.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn session(&self, token: &str, now_ms: i64) -> Result<Option<Session>, Fault> {
        let hash = hash_token(token);
        let found: Option<(Staff, i64, i64, i32)> = self.read(|c| {
            sessions::table
                .inner_join(staff::table)
                .filter(sessions::token_hash.eq(&hash))
                .filter(sessions::expires_ms.gt(now_ms))
                .select((staff::all_columns, sessions::expires_ms, sessions::seen_ms, sessions::limited))
                .first(c)
                .optional()
        })?;
        Ok(found.map(|(staff, expires_ms, seen_ms, limited)| Session {
            staff,
            expires_ms,
            seen_ms,
            limited: limited != 0,
        }))
    }

    /// The live sessions of a member of staff (by id), the latest used first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn sessions_of(&self, staff_id: &str, now_ms: i64) -> Result<Vec<ListedSession>, Fault> {
        let rows: Vec<(String, i64, i64, String)> = self.read(|c| {
            sessions::table
                .filter(sessions::staff.eq(staff_id))
                .filter(sessions::expires_ms.gt(now_ms))
                .select((sessions::token_hash, sessions::begun_ms, sessions::seen_ms, sessions::browser))
                .load(c)
        })?;
        let listed = |(hash, begun_ms, seen_ms, browser): (String, _, _, _)| ListedSession {
            name: name_of(&hash),
            begun_ms,
            seen_ms,
            browser,
        };
        let mut all: Vec<ListedSession> = rows.into_iter().map(listed).collect();
        all.sort_by(|a, b| (b.seen_ms, &b.name).cmp(&(a.seen_ms, &a.name)));
        Ok(all)
    }

    /// Ids of staff, once for each live session.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn signed_on(&self, now_ms: i64) -> Result<Vec<String>, Fault> {
        self.read(|c| sessions::table.filter(sessions::expires_ms.gt(now_ms)).select(sessions::staff).load(c))
    }
}

impl Appender {
    /// Begins a session; answers its bearer token, of which only the hash is kept.
    ///
    /// # Errors
    /// [`Fault::Broken`] for an unknown id, [`Fault::Away`] when the database does not answer.
    pub fn create_session(&mut self, new: NewSession<'_>) -> Result<String, Fault> {
        let token = new_token()?;
        let row = (
            sessions::token_hash.eq(hash_token(&token)),
            sessions::staff.eq(new.staff),
            sessions::expires_ms.eq(new.expires_ms),
            sessions::begun_ms.eq(new.now_ms),
            sessions::seen_ms.eq(new.now_ms),
            sessions::browser.eq(new.browser),
            sessions::limited.eq(i32::from(new.limited)),
        );
        self.run(|c| diesel::insert_into(sessions::table).values(row).execute(c))?;
        Ok(token)
    }

    /// The session of a token was used.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn session_seen(&mut self, token: &str, now_ms: i64) -> Result<(), Fault> {
        let hash = hash_token(token);
        self.run(|c| diesel::update(sessions::table.find(&hash)).set(sessions::seen_ms.eq(now_ms)).execute(c))?;
        Ok(())
    }

    /// Its owner has done what a limited session is for.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn unlimit_session(&mut self, token: &str) -> Result<(), Fault> {
        let hash = hash_token(token);
        self.run(|c| diesel::update(sessions::table.find(&hash)).set(sessions::limited.eq(0)).execute(c))?;
        Ok(())
    }

    /// Ends the session of a token; answers whether there was one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn delete_session(&mut self, token: &str) -> Result<bool, Fault> {
        let hash = hash_token(token);
        Ok(self.run(|c| diesel::delete(sessions::table.find(&hash)).execute(c))? == 1)
    }

    /// Ends the sessions of a member of staff (by id) for which `ends` says so of the listed name; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn end_sessions(&mut self, staff_id: &str, ends: impl Fn(&str) -> bool) -> Result<usize, Fault> {
        self.run(|c| {
            let of_them = sessions::table.filter(sessions::staff.eq(staff_id));
            let mut hashes: Vec<String> = of_them.select(sessions::token_hash).load(c)?;
            hashes.retain(|hash| ends(&name_of(hash)));
            let mut ended = 0;
            for hash in &hashes {
                ended += diesel::delete(sessions::table.find(hash)).execute(c)?;
            }
            Ok(ended)
        })
    }

    /// Forgets expired sessions; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_sessions(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(sessions::table.filter(sessions::expires_ms.le(now_ms))).execute(c))
    }
}
