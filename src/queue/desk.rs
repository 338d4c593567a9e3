//! A desk on one service day.

use crate::alarm::Alarm;
use crate::ids::TicketId;
use crate::ticket::Ticket;
use crate::time::Instant;
use crate::waiting::Passing;
use crate::work::DeskClock;
use serde::Serialize;

/// What a clerk sees of the own desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// Ready to call.
    Free,
    /// Called somebody who is on the way.
    Called,
    /// Serving somebody.
    Serving,
    /// On a break.
    Paused,
    /// Not opened today, or closed.
    Closed,
}

/// What a department remembers of a desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskStatus {
    /// A clerk opened it today and has not closed it.
    pub open: bool,
    /// On a break, with the coded reason.
    pub paused: Option<Option<String>>,
    /// The ticket at hand: called or serving.
    pub current: Option<TicketId>,
    /// Visits finished today.
    pub served: u32,
    /// When it came into the state that it is in.
    pub since: Option<Instant>,
    /// The last command that can be taken back.
    pub last: Option<LastCommand>,
    /// The call for help that stands.
    pub alarm: Option<Alarm>,
    /// How its time passed today.
    pub clock: DeskClock,
}

/// Which command can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the commands of tickets.md, transition 11")]
pub enum Undoable {
    Call,
    Recall,
    Start,
    Finish,
    NoShow,
    Return,
    Hold,
    Transfer,
    NextService,
}

/// A command with all that its undo puts back.
#[derive(Clone, Debug, PartialEq)]
pub struct LastCommand {
    /// Which.
    pub what: Undoable,
    /// When it was given.
    pub at: Instant,
    /// Position of its last event.
    pub(crate) seq: u64,
    /// A finish that a call implied: undone together with the call.
    pub(crate) implied: bool,
    /// The tickets as they were.
    pub(crate) before: Vec<Ticket>,
    /// Their revisions right after: any other means that somebody touched them.
    pub(crate) after: Vec<(TicketId, u32)>,
    /// Announcements from this number on leave the boards.
    pub(crate) announced: Option<u64>,
    /// What the call counted.
    pub(crate) passing: Option<Passing>,
    /// Visits finished before.
    pub(crate) served: u32,
}

impl DeskStatus {
    /// The state a clerk sees; `serving` tells whether the ticket at hand is being served.
    pub fn state(&self, serving: bool) -> DeskState {
        match (&self.current, &self.paused) {
            (Some(_), _) if serving => DeskState::Serving,
            (Some(_), _) => DeskState::Called,
            (None, _) if !self.open => DeskState::Closed,
            (None, Some(_)) => DeskState::Paused,
            (None, None) => DeskState::Free,
        }
    }

    /// Whether it takes part in the work of now: open and not on a break.
    pub fn is_working(&self) -> bool {
        self.open && self.paused.is_none()
    }
}
