//! What an append is asked and what it answers.

use crate::access::Access;
use crate::answer::AnswerRow;
use crate::claim::{Claim, Release};
use crate::contacts::Contact;
use crate::event::EventRow;
use crate::letters::NewLetter;
use crate::moved::ContactMove;
use crate::notes::NoteRow;
use crate::read_model::{AppointmentRow, DeskHourRow, PlanRow};
use crate::states::VisitState;
use crate::visits::VisitRow;

/// The events of one department that go into one transaction, with what belongs to them.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Whose journal.
    pub department: String,
    /// The head that the events follow; the batch is left out when the journal stands elsewhere.
    pub expected: i64,
    /// Events at `expected + 1` and on, without gaps; may be empty.
    pub events: Vec<EventRow>,
    /// Everything else of the same commands.
    pub enclosure: Enclosure,
}

/// What belongs to commands but not to the journal, written in the same transaction.
#[derive(Debug, Clone, Default)]
pub struct Enclosure {
    /// Claims to make, after all releases.
    pub claims: Vec<Claim>,
    /// Claims to give back.
    pub releases: Vec<Release>,
    /// Contact data of new appointments.
    pub contacts: Vec<Contact>,
    /// New terms of visits that were moved.
    pub moves: Vec<ContactMove>,
    /// Clerks' notes; of several on one ticket the last counts.
    pub notes: Vec<NoteRow>,
    /// Letters for the outbox.
    pub letters: Vec<NewLetter>,
    /// Idempotency records of the answered commands.
    pub answers: Vec<AnswerRow>,
    /// Rows of the read model; of several for one leg the last counts.
    pub visits: Vec<VisitRow>,
    /// Likewise of appointments.
    pub appointments: Vec<AppointmentRow>,
    /// Likewise of hours of desks.
    pub desk_hours: Vec<DeskHourRow>,
    /// Likewise of plans of days.
    pub plans: Vec<PlanRow>,
    /// Rows of legs, by ticket and number, that are taken away before: an undo left nothing of them.
    pub undone: Vec<(String, i32)>,
    /// New states of appointments, kept beside their contacts; of several for one the last counts.
    pub states: Vec<VisitState>,
    /// Lines of the access log: a change that staff made and its line are durable together, or neither is.
    pub accesses: Vec<Access>,
}

/// What became of one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All of it is durable.
    Appended,
    /// Nothing of it: another node was faster. Read on to `head` and decide again.
    HeadMoved {
        /// Where the journal stands.
        head: i64,
    },
    /// Nothing of it: somebody else has what one command needs. Decide again, that command being refused by name.
    Taken {
        /// Index of the command in the batch.
        command: usize,
        /// What is taken.
        what: Taken,
    },
    /// Nothing of it: the database refuses these rows and always will (a code twice on a day, a gap in the events).
    /// The department's machine is broken; the other batches were settled without it.
    Broken(String),
}

/// What somebody else already has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A claim; with several ordinals, all of them.
    Claim {
        /// Kind of the claim.
        kind: String,
        /// Key of the claim.
        key: String,
    },
    /// The idempotency key: the command was answered before, read the answer.
    Key,
    /// The contact's code on its day (or its appointment); choose another.
    Code,
}
