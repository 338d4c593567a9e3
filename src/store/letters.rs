//! Letters waiting to be sent: what an append encloses and what a mailer reads.

use crate::bulk::{Cell, Row};
use crate::fault::Fault;
use crate::schema::letters;
use crate::store::Store;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// A letter to be written with the events that cause it. The address is not in it: the mailer reads the contact
/// of the appointment, so that an erased contact is written to no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// The letter's id. A second letter with the same key is silently not written.
    pub dedupe_key: String,
    /// What letter, e.g. `confirmation`, `cancellation`.
    pub kind: String,
    /// Id of the appointment it is about.
    pub appointment: String,
    /// `pl`, `en` or `uk`.
    pub language: String,
    /// JSON with what the letter says beyond the contact.
    pub params: String,
    /// Instant of writing, process clock.
    pub created_ms: i64,
    /// Not to be sent before, process clock.
    pub next_ms: i64,
    /// Worthless after, process clock; `None` for always worth sending.
    pub not_after_ms: Option<i64>,
    /// `mail` or `sms`.
    pub channel: &'static str,
}

impl Row for NewLetter {
    const TABLE: &'static str = "letters";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "kind",
        "appointment",
        "language",
        "params",
        "created_ms",
        "next_ms",
        "not_after_ms",
        "attempts",
        "locked_until_ms",
        "state",
        "channel",
    ];
    const TAIL: &'static str = "ON CONFLICT DO NOTHING";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.dedupe_key),
            Cell::text(&self.kind),
            Cell::text(&self.appointment),
            Cell::text(&self.language),
            Cell::text(&self.params),
            Cell::int(self.created_ms),
            Cell::int(self.next_ms),
            Cell::Int(self.not_after_ms),
            Cell::int(0),
            Cell::int(0),
            Cell::text("queued"),
            Cell::text(self.channel),
        ]);
    }
}

/// A letter of the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Letter {
    /// The dedupe key it was written with.
    pub id: String,
    /// What letter.
    pub kind: String,
    /// Id of the appointment it is about.
    pub appointment: String,
    /// `pl`, `en` or `uk`.
    pub language: String,
    /// JSON, see [`NewLetter::params`].
    pub params: String,
    /// Instant of writing, process clock.
    pub created_ms: i64,
    /// Next try, process clock.
    pub next_ms: i64,
    /// Tries so far, this one included.
    pub attempts: i32,
    /// Until when one worker has it.
    pub locked_until_ms: i64,
    /// Worthless after.
    pub not_after_ms: Option<i64>,
    /// `queued`, `sent`, `dead` or `dropped`.
    pub state: String,
    /// Why the last try failed; no personal data.
    pub last_error: Option<String>,
    /// `mail` or `sms`.
    pub channel: String,
}

/// How many letters are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LetterCounts {
    /// Waiting for their first or next try.
    pub queued: i64,
    /// Handed over.
    pub sent: i64,
    /// Given up; an administrator should look.
    pub dead: i64,
    /// Not sent because it had become useless.
    pub dropped: i64,
}

impl Store {
    /// Counts the letters by state, for metrics and the administrator.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn letter_counts(&self) -> Result<LetterCounts, Fault> {
        let rows: Vec<(String, i64)> =
            self.read(|c| letters::table.group_by(letters::state).select((letters::state, count_star())).load(c))?;
        let of = |state: &str| rows.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
        Ok(LetterCounts { queued: of("queued"), sent: of("sent"), dead: of("dead"), dropped: of("dropped") })
    }

    /// One letter by its key.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn letter(&self, id: &str) -> Result<Option<Letter>, Fault> {
        self.read(|c| letters::table.find(id).first(c).optional())
    }

    /// Letters that were given up, the latest first: an administrator looks at them and may send them again.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn dead_letters(&self, limit: i64) -> Result<Vec<Letter>, Fault> {
        self.read(|c| {
            letters::table
                .filter(letters::state.eq("dead"))
                .order((letters::created_ms.desc(), letters::id))
                .limit(limit)
                .load(c)
        })
    }

    /// The letters about an appointment, oldest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn letters_about(&self, appointment: &str) -> Result<Vec<Letter>, Fault> {
        self.read(|c| {
            letters::table
                .filter(letters::appointment.eq(appointment))
                .order((letters::created_ms, letters::id))
                .load(c)
        })
    }
}
