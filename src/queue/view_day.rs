//! The day as a desk can look it up: booked visits with their hours, and tickets that have ended. No names and no contacts.

use crate::appointment::{Appointment, AppointmentState};
use crate::department::Department;
use crate::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use crate::note::NoteView;
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};
use crate::view_ticket::{TicketView, local};
use serde::Serialize;

/// Ended tickets shown.
const ENDED_SHOWN: usize = 30;

/// The day of a desk.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeskDay {
    /// Visits booked for today at the services of the desk, by hour.
    pub visits: Vec<BookedVisit>,
    /// Tickets that were finished at the desk or given up by their holders, the latest first: they can be brought back (transition 18).
    pub ended: Vec<EndedTicket>,
}

/// A booked visit of today.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's day")]
pub struct BookedVisit {
    pub appointment: AppointmentId,
    pub service: ServiceId,
    pub service_name: String,
    pub letter: String,
    pub start: String,
    pub state: &'static str,
    /// The ticket, once collected, and where it stands.
    pub ticket: Option<TicketId>,
    pub code: Option<String>,
    pub ticket_state: Option<TicketState>,
    /// Whether the check-in can be taken back (transition 3).
    pub can_revert: bool,
    /// The note of its ticket, where the desk may read it.
    pub note: Option<NoteView>,
}

/// A ticket that has ended.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's day")]
pub struct EndedTicket {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub ended_at: Option<String>,
    pub note: Option<NoteView>,
}

impl Department {
    /// The day of a desk; `None` for a desk that is none.
    pub fn desk_day(&self, desk: &DeskId, now: Instant) -> Option<DeskDay> {
        self.config.desk(desk)?;
        let services = self.services_of(desk);
        let (zone, today) = (self.config.time_zone, self.service_day(now));
        let own = |service: &ServiceId| services.contains(service);
        let mut visits: Vec<_> = self
            .appointments
            .values()
            .filter(|visit| time::day_of(zone, visit.start) == today && own(&visit.service))
            .collect();
        visits.sort_by_key(|visit| (visit.start, visit.id.clone()));
        let is_over = |ticket: &&Ticket| match ticket.state {
            TicketState::Finished => ticket.desk.as_ref() == Some(desk),
            TicketState::Cancelled => own(&ticket.service) && self.may_come_back(ticket),
            _ => false,
        };
        let mut ended: Vec<&Ticket> = self.tickets.values().filter(is_over).collect();
        ended.sort_by_key(|ticket| (std::cmp::Reverse(ticket.times.ended_at), ticket.id.clone()));
        let view = |ticket: &Ticket| EndedTicket {
            ticket: self.ticket_view(ticket),
            ended_at: ticket.times.ended_at.map(|at| local(zone, at)),
            note: self.note_view(ticket),
        };
        Some(DeskDay {
            visits: visits.into_iter().map(|visit| self.booked_visit(desk, visit, now)).collect(),
            ended: ended.into_iter().take(ENDED_SHOWN).map(view).collect(),
        })
    }

    fn booked_visit(&self, desk: &DeskId, visit: &Appointment, now: Instant) -> BookedVisit {
        let service = self.config.service(&visit.service);
        let ticket = visit.ticket.as_ref().and_then(|id| self.tickets.get(id));
        let readable = visit.ticket.as_ref().and_then(|id| self.noted_ticket(desk, id).ok());
        let collected = visit.state == AppointmentState::Collected;
        BookedVisit {
            appointment: visit.id.clone(),
            service: visit.service.clone(),
            service_name: service.map(|service| service.name.pl.clone()).unwrap_or_default(),
            letter: service.map(|service| service.letter.clone()).unwrap_or_default(),
            start: local(self.config.time_zone, visit.start),
            state: visit.state.as_str(),
            ticket: ticket.map(|ticket| ticket.id.clone()),
            code: ticket.map(|ticket| ticket.code.clone()),
            ticket_state: ticket.map(|ticket| ticket.state),
            can_revert: collected && ticket.is_some_and(|ticket| self.may_revert(ticket, now).is_ok()),
            note: readable.and_then(|(_, note)| note),
        }
    }
}
