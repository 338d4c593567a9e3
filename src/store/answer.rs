//! Idempotency records: a key, what was asked under it, and the answer that was given.

use crate::append::Appender;
use crate::bulk::{Cell, Row};
use crate::fault::Fault;
use crate::schema::answers;
use crate::store::Store;
use diesel::prelude::*;

/// The record of one answered command. Refusals are not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// Index of the command in its batch; echoed when the key is taken, 0 when read back.
    pub command: usize,
    /// The idempotency key, made unique per caller by whoever sends it here.
    pub key: String,
    /// Hash of the body; the same key with another is `key_reused`.
    pub body_hash: String,
    /// The answer, as it goes out again.
    pub answer: String,
    /// Instant on the process clock; kept 24 hours from here.
    pub created_ms: i64,
}

impl Row for AnswerRow {
    const TABLE: &'static str = "answers";
    const COLUMNS: &'static [&'static str] = &["key", "body_hash", "answer", "created_ms"];
    const TAIL: &'static str = "ON CONFLICT DO NOTHING";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.key),
            Cell::text(&self.body_hash),
            Cell::text(&self.answer),
            Cell::int(self.created_ms),
        ]);
    }
}

impl Store {
    /// The record under an idempotency key, whichever node wrote it.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn answer(&self, key: &str) -> Result<Option<AnswerRow>, Fault> {
        let found: Option<(String, String, String, i64)> =
            self.read(|c| answers::table.find(key).first(c).optional())?;
        Ok(found.map(|(key, body_hash, answer, created_ms)| AnswerRow {
            command: 0,
            key,
            body_hash,
            answer,
            created_ms,
        }))
    }
}

impl Appender {
    /// Forgets the records created before `before_ms` (process clock); answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_answers(&mut self, before_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(answers::table.filter(answers::created_ms.lt(before_ms))).execute(c))
    }
}
