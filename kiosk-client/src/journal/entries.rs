//! What was given without the server and the server has to be told; never dropped before it has answered.

use super::Journal;
use super::schema::{entries, touches};
use crate::failure::Failure;
use diesel::prelude::*;

/// One entry for `POST /api/v1/kiosk/sync`.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = entries)]
pub struct Entry {
    /// Its own idempotency key.
    pub key: String,
    /// The key of the touch.
    pub touch: String,
    /// The office's day.
    pub day: String,
    /// Office time of the giving, before the correction by the next contact.
    pub given_ms: i64,
    /// The members but `key` and the instant.
    pub body: String,
    /// `waiting`, `accepted`, `conflict`, `refused`.
    pub state: String,
    /// The code of a conflict or refusal.
    pub code: Option<String>,
}

impl Journal {
    /// Entries that the server has not answered, oldest first.
    pub fn unsynced(&self, most: i64) -> Result<Vec<Entry>, Failure> {
        let rows = entries::table.filter(entries::state.eq("waiting")).order((entries::given_ms, entries::key));
        Ok(rows.limit(most).load(&mut *self.connection())?)
    }

    /// How many entries the server has not answered, and how many ended in a conflict or a refusal on `day` or later.
    pub fn entry_counts(&self, day: &str) -> Result<(i64, i64), Failure> {
        let mut db = self.connection();
        let waiting = entries::table.filter(entries::state.eq("waiting")).count().get_result(&mut *db)?;
        let failed = entries::table.filter(entries::state.eq_any(["conflict", "refused"]).and(entries::day.ge(day)));
        Ok((waiting, failed.count().get_result(&mut *db)?))
    }

    /// How many of the entries of `day` or later the server refused: paper in somebody's hand that stands for no ticket.
    pub fn refused_count(&self, day: &str) -> Result<i64, Failure> {
        let refused = entries::table.filter(entries::state.eq("refused").and(entries::day.ge(day)));
        Ok(refused.count().get_result(&mut *self.connection())?)
    }

    /// What the server said of an entry; `ticket` is the ticket that the paper stands for now.
    pub fn synced(&self, key: &str, state: &str, code: Option<&str>, ticket: Option<&str>) -> Result<(), Failure> {
        self.write(|db| {
            let change = (entries::state.eq(state), entries::code.eq(code));
            diesel::update(entries::table.find(key)).set(change).execute(db)?;
            if let Some(ticket) = ticket {
                let touch: String = entries::table.find(key).select(entries::touch).first(db)?;
                diesel::update(touches::table.find(touch)).set(touches::ticket.eq(ticket)).execute(db)?;
            }
            Ok(())
        })
    }

    /// Forgets answered entries of days before `day`.
    pub fn forget_entries(&self, day: &str) -> Result<usize, Failure> {
        let old = entries::table.filter(entries::day.lt(day)).filter(entries::state.ne("waiting"));
        self.write(|db| diesel::delete(old).execute(db))
    }
}
