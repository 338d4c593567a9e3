//! A clerk's short note on a visit (roles.md, Clerk 7): what colleagues need to know when the visitor comes to them. Free text may be
//! personal data, so the journal only knows that there is a note, which number it has and where it was written. The text stands beside
//! the journal, as contacts do, sealed by whoever brings it here.

use crate::department::Department;
use crate::event::Event;
use crate::ids::{DeskId, TicketId};
use crate::refusal::Refusal;
use crate::ticket::{Channel, Ticket, TicketState};
use crate::time::Instant;
use crate::view_ticket::local;
use serde::{Deserialize, Serialize};

/// Characters of a note, at most.
pub const MOST: usize = 500;

/// A note's text as it is kept: the core carries it from the command to the store and cannot read it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(pub String);

/// Says nothing: commands are written into logs and test reports.
impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(..)")
    }
}

/// What the journal knows of a ticket's note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Counts what was written on this ticket, from 1, over all departments.
    pub number: u32,
    /// Whether there is a text; a note that was taken away keeps its number.
    pub written: bool,
    /// When.
    pub at: Instant,
    /// The label of the desk that it was written at.
    pub desk: String,
}

/// A note as desks see it: that it is there, never what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct NoteView {
    pub number: u32,
    pub at: String,
    pub desk: String,
}

impl Ticket {
    /// The number of the note that stands on it; 0 where there is none.
    pub fn note_number(&self) -> u32 {
        self.note.as_ref().filter(|note| note.written).map_or(0, |note| note.number)
    }
}

impl Department {
    /// The sign that a ticket has a note.
    pub(crate) fn note_view(&self, ticket: &Ticket) -> Option<NoteView> {
        let note = ticket.note.as_ref().filter(|note| note.written)?;
        Some(NoteView { number: note.number, at: local(self.config.time_zone, note.at), desk: note.desk.clone() })
    }

    /// The ticket whose note a desk may read, because it holds the ticket or sees it in a list of its own.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a ticket that is not here any more, [`Refusal::NotYourDesk`] for one at another desk.
    pub fn noted_ticket(&self, desk: &DeskId, id: &TicketId) -> Result<(&Ticket, Option<NoteView>), Refusal> {
        self.config.desk(desk).ok_or(Refusal::NotFound)?;
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        let own = ticket.desk.as_ref() == Some(desk);
        let offered = self.services_of(desk).contains(&ticket.service);
        let seen = match ticket.state {
            TicketState::Called | TicketState::Serving | TicketState::Finished => own,
            TicketState::Waiting => ticket.only_at.as_ref().map_or(offered, |only| only == desk),
            TicketState::Cancelled => offered,
            TicketState::OnHold | TicketState::NoShow => true,
            TicketState::InTransit | TicketState::Closed => return Err(Refusal::NotFound),
        };
        if seen { Ok((ticket, self.note_view(ticket))) } else { Err(Refusal::NotYourDesk) }
    }

    /// Writes on a ticket that is at the desk, waits for it or is parked, unless the note is another one by now than `number`.
    pub(crate) fn note(&self, desk: &DeskId, id: &TicketId, number: u32, written: bool) -> Result<Vec<Event>, Refusal> {
        let (ticket, _) = self.noted_ticket(desk, id)?;
        if !ticket.is_live() {
            return Err(Refusal::WrongState);
        }
        if ticket.note_number() != number {
            return Err(Refusal::NoteChanged);
        }
        if number == 0 && !written {
            return Ok(Vec::new());
        }
        let appointment = match &ticket.channel {
            Channel::Booked { appointment, .. } => Some(appointment.clone()),
            Channel::WalkIn => None,
        };
        Ok(vec![Event::Noted { ticket: id.clone(), desk: desk.clone(), appointment, written }])
    }

    /// The ticket itself is not touched: its place, its state and what can be undone stay.
    pub(crate) fn noted(&mut self, id: &TicketId, desk: &DeskId, written: bool, at: Instant) {
        let desk = self.desk_label(desk);
        let Some(ticket) = self.tickets.get_mut(id) else { return };
        let number = ticket.note.as_ref().map_or(0, |note| note.number) + 1;
        ticket.note = Some(Note { number, written, at, desk });
    }
}
