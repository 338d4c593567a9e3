//! Tickets that the server may have given for a touch that was answered without it.

use super::schema::{entries, touches};
use super::{Journal, Touch, TouchState};
use crate::failure::Failure;
use diesel::prelude::*;

/// What is known of the server's ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// It is there and has to be cancelled.
    Found,
    /// It is not there, or cancelled.
    Gone,
    /// It was called before it could be cancelled.
    Conflict,
}

impl Twin {
    const fn word(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Gone => "gone",
            Self::Conflict => "conflict",
        }
    }
}

impl Journal {
    /// Touches whose twin is still to be settled. The paper in the visitor's hand goes first: its entry has been answered.
    pub fn twins(&self) -> Result<Vec<Touch>, Failure> {
        let unsynced = entries::table.filter(entries::state.eq("waiting")).select(entries::touch);
        let open = touches::twin.eq_any(["sought", "found"]);
        let rows = touches::table.filter(open).filter(touches::key.ne_all(unsynced)).order(touches::touched_ms);
        Ok(rows.limit(50).load(&mut *self.connection())?)
    }

    /// What became of the twin; the link to it is kept while it has to be cancelled.
    pub fn set_twin(&self, key: &str, twin: Twin, token: Option<&str>) -> Result<(), Failure> {
        self.write(|db| {
            let row = touches::table.find(key);
            diesel::update(row).set((touches::twin.eq(twin.word()), touches::twin_token.eq(token))).execute(db)?;
            if twin != Twin::Found {
                diesel::update(row).set(touches::sealed.eq(None::<Vec<u8>>)).execute(db)?;
                let withdrawn = row.filter(touches::state.eq(TouchState::Withdrawn.word()));
                diesel::update(withdrawn).set(touches::asked.eq(false)).execute(db)?;
            }
            Ok(())
        })
    }

    /// Nothing was given for a touch that the server may have heard: its ticket is sought, to be cancelled.
    pub fn seek_twin(&self, key: &str) -> Result<(), Failure> {
        self.write(|db| diesel::update(touches::table.find(key)).set(touches::twin.eq("sought")).execute(db).map(drop))
    }
}
