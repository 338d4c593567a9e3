//! What is shown of a ticket: never a name, a phone or an address.

use crate::department::Department;
use crate::forecast::Wait;
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::lease::Conflict;
use crate::ticket::{Ticket, TicketState};
use crate::time::Instant;
use chrono_tz::Tz;
use serde::Serialize;

/// An instant as RFC 3339 with the office's offset, never `Z` (contract).
pub fn local(zone: Tz, instant: Instant) -> String {
    instant.with_timezone(&zone).to_rfc3339()
}

/// A ticket in lists and at desks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the keys of the contract's `ticket`")]
pub struct TicketView {
    pub id: TicketId,
    pub code: String,
    pub channel: &'static str,
    pub service: ServiceId,
    pub service_name: String,
    pub letter: String,
    pub state: TicketState,
    pub issued_at: String,
    pub booked_for: Option<String>,
    pub priority: Option<String>,
    /// Why the booked visit that it was printed for was not collected by it: the holder counts as a walk-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
}

/// A ticket as its holder sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the keys of the contract's `ticket`")]
pub struct HeldTicket {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub people_ahead: usize,
    pub wait: Option<Wait>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk: Option<DeskId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk_label: Option<String>,
    /// The last announcement, while called: a recall is heard by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_at: Option<String>,
    /// The label of the desk that called in vain, after a no-show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missed_at: Option<String>,
}

impl Department {
    /// A ticket as lists show it.
    pub fn ticket_view(&self, ticket: &Ticket) -> TicketView {
        let zone = self.config.time_zone;
        let service = self.config.service(&ticket.service);
        TicketView {
            id: ticket.id.clone(),
            code: ticket.code.clone(),
            channel: ticket.channel_name(),
            service: ticket.service.clone(),
            service_name: service.map(|service| service.name.pl.clone()).unwrap_or_default(),
            letter: service.map(|service| service.letter.clone()).unwrap_or_default(),
            state: ticket.state,
            issued_at: local(zone, ticket.issued_at),
            booked_for: ticket.booked_for().map(|hour| local(zone, hour)),
            priority: ticket.priority.clone(),
            conflict: ticket.conflict,
        }
    }

    /// A ticket as its holder sees it; the wait comes from the latest forecast.
    pub fn held_ticket(&self, id: &TicketId, wait: Option<Wait>, now: Instant) -> Option<HeldTicket> {
        let ticket = self.tickets.get(id)?;
        let waits = ticket.state == TicketState::Waiting;
        let (called, missed) = (ticket.state == TicketState::Called, ticket.state == TicketState::NoShow);
        let desk = ticket.desk.clone().filter(|_| ticket.at_desk());
        Some(HeldTicket {
            ticket: self.ticket_view(ticket),
            people_ahead: self.waiting.ahead_of(id, self.moment(now)).unwrap_or(0),
            wait: wait.filter(|_| waits),
            desk_label: desk.as_ref().map(|desk| self.desk_label(desk)),
            desk,
            announced_at: called.then_some(ticket.announced_at).flatten().map(|at| local(self.config.time_zone, at)),
            missed_at: ticket.desk.as_ref().filter(|_| missed).map(|desk| self.desk_label(desk)),
        })
    }

    /// What stands above a desk.
    pub fn desk_label(&self, desk: &DeskId) -> String {
        self.config.desk(desk).map_or_else(|| desk.to_string(), |desk| desk.label.clone())
    }
}
