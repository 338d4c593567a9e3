//! The state of the outbox: workers of any node take due letters and say what became of them.

use crate::append::Appender;
use crate::bulk;
use crate::connection::Connection;
use crate::fault::Fault;
use crate::letters::{Letter, NewLetter};
use crate::schema::{contacts, letters};
use diesel::prelude::*;

/// How long a worker has a letter for itself: longer than one SMTP attempt may take (20 s), and short enough that a
/// letter whose worker died still goes within a minute (R15).
pub const LETTER_LEASE_MS: i64 = 30_000;

impl Appender {
    /// Takes up to `limit` due letters for the caller alone, the longest due first, and counts the try. Letters past
    /// their `not_after_ms` are dropped instead. All instants are on the process clock. Two workers, also of two
    /// nodes, never get the same letter within [`LETTER_LEASE_MS`].
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn due_letters(&mut self, now_ms: i64, limit: i64) -> Result<Vec<Letter>, Fault> {
        self.due_of(&["mail", "sms"], now_ms, limit)
    }

    /// As [`Appender::due_letters`], of one channel: a gateway that is slow holds up its own messages only.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn due_on(&mut self, channel: &'static str, now_ms: i64, limit: i64) -> Result<Vec<Letter>, Fault> {
        self.due_of(&[channel], now_ms, limit)
    }

    fn due_of(&mut self, channels: &[&'static str], now_ms: i64, limit: i64) -> Result<Vec<Letter>, Fault> {
        self.run(|c| {
            bury_late(c, now_ms)?;
            let mut mine = Vec::new();
            for id in due(c, channels, now_ms, limit)? {
                if take(c, &id, now_ms)? {
                    mine.push(letters::table.find(&id).first(c)?);
                }
            }
            Ok(mine)
        })
    }

    /// The letter was handed over.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer; the letter is then tried again after its lease.
    pub fn mark_sent(&mut self, id: &str) -> Result<(), Fault> {
        self.run(|c| {
            diesel::update(letters::table.find(id))
                .set((
                    letters::state.eq("sent"),
                    letters::locked_until_ms.eq(0),
                    letters::last_error.eq(None::<String>),
                ))
                .execute(c)
                .map(drop)
        })
    }

    /// The try failed; the next one is at `next_ms` (process clock).
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn mark_failed(&mut self, id: &str, next_ms: i64, error: &str) -> Result<(), Fault> {
        self.run(|c| {
            diesel::update(queued(id))
                .set((letters::next_ms.eq(next_ms), letters::locked_until_ms.eq(0), letters::last_error.eq(error)))
                .execute(c)
                .map(drop)
        })
    }

    /// The letter has become useless and is not sent: its moment has passed, or there is nobody to write to.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn mark_dropped(&mut self, id: &str, why: &str) -> Result<(), Fault> {
        self.run(|c| {
            diesel::update(queued(id))
                .set((letters::state.eq("dropped"), letters::last_error.eq(why)))
                .execute(c)
                .map(drop)
        })
    }

    /// A letter that was handed over came back: it counts as dead from now on. Answers whether that is news.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn mark_bounced(&mut self, id: &str, why: &str) -> Result<bool, Fault> {
        self.run(|c| {
            let sent = letters::table.filter(letters::id.eq(id)).filter(letters::state.eq("sent"));
            Ok(diesel::update(sent).set((letters::state.eq("dead"), letters::last_error.eq(why))).execute(c)? == 1)
        })
    }

    /// A dead letter is queued anew, with all its tries; answers whether there was such a one.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn revive_letter(&mut self, id: &str, now_ms: i64) -> Result<bool, Fault> {
        self.run(|c| {
            let dead = letters::table.filter(letters::id.eq(id)).filter(letters::state.eq("dead"));
            let anew = (
                letters::state.eq("queued"),
                letters::attempts.eq(0),
                letters::locked_until_ms.eq(0),
                letters::next_ms.eq(now_ms),
            );
            Ok(diesel::update(dead).set(anew).execute(c)? == 1)
        })
    }

    /// Letters outside of an append: reminders, a letter sent once more. One whose key is known is not written again;
    /// answers how many are new.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_letters(&mut self, new: &[NewLetter]) -> Result<usize, Fault> {
        self.run(|c| bulk::insert(c, &new.iter().collect::<Vec<_>>()))
    }

    /// Whether letters to a visit's address arrive: `fine` or `failed`.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn set_mail_state(&mut self, appointment: &str, state: &str) -> Result<(), Fault> {
        self.run(|c| {
            diesel::update(contacts::table.find(appointment)).set(contacts::mail.eq(state)).execute(c).map(drop)
        })
    }

    /// The letter is given up.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn mark_dead(&mut self, id: &str, error: &str) -> Result<(), Fault> {
        self.run(|c| {
            diesel::update(queued(id))
                .set((letters::state.eq("dead"), letters::last_error.eq(error)))
                .execute(c)
                .map(drop)
        })
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn queued<'a>(id: &'a str) -> _ {
    let state: &'static str = "queued";
    letters::table.filter(letters::id.eq(id)).filter(letters::state.eq(state))
}

fn bury_late(c: &mut Connection, now_ms: i64) -> QueryResult<usize> {
    diesel::update(
        letters::table
            .filter(letters::state.eq("queued"))
            .filter(letters::not_after_ms.lt(now_ms))
            .filter(letters::locked_until_ms.le(now_ms)),
    )
    .set((letters::state.eq("dropped"), letters::last_error.eq("too late to be of use")))
    .execute(c)
}

fn due(c: &mut Connection, channels: &[&'static str], now_ms: i64, limit: i64) -> QueryResult<Vec<String>> {
    letters::table
        .filter(letters::channel.eq_any(channels.iter().copied()))
        .filter(letters::state.eq("queued"))
        .filter(letters::next_ms.le(now_ms))
        .filter(letters::locked_until_ms.le(now_ms))
        .order((letters::next_ms, letters::id))
        .limit(limit)
        .select(letters::id)
        .load(c)
}

/// The row count tells whether it was still free: another node may have been faster since it was listed.
fn take(c: &mut Connection, id: &str, now_ms: i64) -> QueryResult<bool> {
    let free = queued(id).filter(letters::locked_until_ms.le(now_ms));
    let taken = diesel::update(free)
        .set((letters::locked_until_ms.eq(now_ms + LETTER_LEASE_MS), letters::attempts.eq(letters::attempts + 1)))
        .execute(c)?;
    Ok(taken == 1)
}
