//! What became of the paper of each ticket.

use super::schema::{entries, touches};
use super::{Journal, Touch};
use crate::failure::Failure;
use diesel::prelude::*;

const REPRINTS: &str = "reprints";
const MOST_REPRINTS: usize = 100;

/// Where a paper stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// `none`, `waiting`, `sending`, `printed`, `failed`.
    pub state: String,
    /// Why it failed.
    pub reason: Option<String>,
}

impl Paper {
    /// Whether nothing more happens to it by itself.
    pub fn is_final(&self) -> bool {
        !matches!(self.state.as_str(), "waiting" | "sending")
    }
}

impl Journal {
    /// The paper of a touch.
    pub fn paper(&self, key: &str) -> Result<Option<Paper>, Failure> {
        let row = touches::table.find(key).select((touches::paper, touches::paper_reason));
        let found: Option<(String, Option<String>)> = row.first(&mut *self.connection()).optional()?;
        Ok(found.map(|(state, reason)| Paper { state, reason }))
    }

    /// Changes a paper from one state to another; false when it was not in the first. This is what makes a paper come once.
    pub fn paper_moves(&self, key: &str, from: &str, to: &str, reason: Option<&str>) -> Result<bool, Failure> {
        let row = touches::table.find(key).filter(touches::paper.eq(from));
        let change = (touches::paper.eq(to), touches::paper_reason.eq(reason), touches::paper_told.eq(false));
        self.write(|db| Ok(diesel::update(row).set(change).execute(db)? == 1))
    }

    /// Papers in one state, oldest first, at most 100.
    pub fn papers_in(&self, state: &str) -> Result<Vec<Touch>, Failure> {
        let rows = touches::table.filter(touches::paper.eq(state)).order(touches::touched_ms);
        Ok(rows.limit(100).load(&mut *self.connection())?)
    }

    /// Papers whose end the server does not know yet though it knows the ticket, at most 50.
    pub fn papers_to_tell(&self) -> Result<Vec<Touch>, Failure> {
        let unsynced = entries::table.filter(entries::state.eq("waiting")).select(entries::touch);
        let ended = touches::paper.eq_any(["printed", "failed"]).and(touches::paper_told.eq(false));
        let rows = touches::table.filter(ended).filter(touches::ticket.is_not_null());
        Ok(rows.filter(touches::key.ne_all(unsynced)).limit(50).load(&mut *self.connection())?)
    }

    /// The server knows, if the paper still stands as it was told.
    pub fn paper_told(&self, key: &str, state: &str) -> Result<(), Failure> {
        let row = touches::table.find(key).filter(touches::paper.eq(state));
        self.write(|db| diesel::update(row).set(touches::paper_told.eq(true)).execute(db).map(drop))
    }

    /// Remembers what became of a paper that belongs to no touch of this kiosk, until the server knows.
    pub fn tell_paper(&self, ticket: &str, state: &str, reason: Option<&str>) -> Result<(), Failure> {
        let mut told: Vec<(String, String, Option<String>)> = self.note(REPRINTS).unwrap_or_default();
        told.truncate(MOST_REPRINTS);
        told.push((ticket.to_owned(), state.to_owned(), reason.map(str::to_owned)));
        self.remember(REPRINTS, &told)
    }

    /// The first of those papers.
    pub fn reprint_to_tell(&self) -> Option<(String, String, Option<String>)> {
        self.note::<Vec<_>>(REPRINTS)?.into_iter().next()
    }

    /// The server knows the first of those papers.
    pub fn reprint_told(&self) -> Result<(), Failure> {
        let told: Vec<(String, String, Option<String>)> = self.note(REPRINTS).unwrap_or_default();
        self.remember(REPRINTS, &told.into_iter().skip(1).collect::<Vec<_>>())
    }
}
