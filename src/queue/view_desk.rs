//! The desk's view: all that a clerk needs, whole, in every message.

use crate::announced::Announcement;
use crate::config::Service;
use crate::department::{CallEntry, Department};
use crate::desk::{DeskState, Undoable};
use crate::ids::{DepartmentId, DeskId, ServiceId};
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};
use crate::view_ticket::{TicketView, local};
use serde::Serialize;

/// Waiting tickets shown (contract).
const WAITING_SHOWN: usize = 50;
/// Missed tickets shown.
const NO_SHOWS_SHOWN: usize = 20;

/// A service as desks and lists name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct ServiceName {
    pub id: ServiceId,
    pub letter: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
}

/// The desk's view of the contract.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the contract")]
pub struct DeskView {
    pub desk: DeskId,
    pub label: String,
    pub department: DepartmentName,
    pub services: Vec<ServiceName>,
    pub state: DeskState,
    pub paused_reason: Option<String>,
    pub current: Option<Current>,
    pub waiting: Vec<Waiting>,
    pub held: Vec<Held>,
    pub no_shows: Vec<TicketView>,
    pub counts: Counts,
    pub undo: Option<Undo>,
    pub transfer: Transfer,
}

/// A department's id and name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct DepartmentName {
    pub id: DepartmentId,
    pub name: String,
}

/// The ticket at hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Current {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub called_at: Option<String>,
    pub started_at: Option<String>,
    pub recalls: u32,
    pub reason: Option<String>,
    pub announcement: Option<Announcement>,
}

/// A waiting ticket.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Waiting {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub waited_minutes: u32,
    pub desk_only: bool,
}

/// A ticket put aside.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Held {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub hold_reason: Option<String>,
    pub until: Option<String>,
}

/// How many there are, for this desk.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Counts {
    pub waiting: usize,
    pub booked: usize,
    pub walk_in: usize,
    pub held: usize,
    pub served_today: u32,
    pub expected: usize,
}

/// The command that can be taken back, and until when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Undo {
    pub what: Undoable,
    pub until: String,
}

/// Where the ticket at hand can be sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Transfer {
    pub services: Vec<ServiceName>,
    pub desks: Vec<DeskName>,
}

/// A desk's id and label.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct DeskName {
    pub id: DeskId,
    pub label: String,
}

impl ServiceName {
    /// A service by its Polish name.
    pub fn of(service: &Service, department: Option<&DepartmentId>) -> Self {
        Self {
            id: service.id.clone(),
            letter: service.letter.clone(),
            name: service.name.pl.clone(),
            department: department.cloned(),
        }
    }
}

impl Department {
    /// The desk's view; `elsewhere` lists the services of other departments that a ticket can be sent to, `announced` tells what screens
    /// said of a call.
    pub fn desk_view(
        &self,
        id: &DeskId,
        elsewhere: &[ServiceName],
        announced: impl Fn(&CallEntry) -> Announcement,
        now: Instant,
    ) -> Option<DeskView> {
        let desk = self.config.desk(id)?;
        let status = self.desks.get(id).cloned().unwrap_or_default();
        let current = status.current.as_ref().and_then(|ticket| self.tickets.get(ticket));
        let own = self.config.services.iter().map(|service| ServiceName::of(service, Some(&self.config.id)));
        let others = self.config.desks.iter().filter(|other| other.id != *id);
        let held = self.in_state(TicketState::OnHold);
        Some(DeskView {
            desk: id.clone(),
            label: desk.label.clone(),
            department: DepartmentName { id: self.config.id.clone(), name: self.config.name.pl.clone() },
            services: self
                .services_of(id)
                .iter()
                .filter_map(|id| self.config.service(id))
                .map(|one| ServiceName::of(one, None))
                .collect(),
            state: status.state(current.is_some_and(|ticket| ticket.state == TicketState::Serving)),
            paused_reason: status.paused.clone().flatten(),
            current: current.map(|ticket| self.current(ticket, announced)),
            waiting: self.waiting_view(id, now),
            held: held.iter().map(|ticket| self.held(ticket)).collect(),
            no_shows: self.no_shows(),
            counts: self.counts(id, held.len(), status.served, now),
            undo: self.undo_view(&status, now),
            transfer: Transfer {
                services: own.chain(elsewhere.iter().cloned()).collect(),
                desks: others.map(|desk| DeskName { id: desk.id.clone(), label: desk.label.clone() }).collect(),
            },
        })
    }

    fn in_state(&self, state: TicketState) -> Vec<&Ticket> {
        self.tickets.values().filter(|ticket| ticket.state == state).collect()
    }

    fn current(&self, ticket: &Ticket, announced: impl Fn(&CallEntry) -> Announcement) -> Current {
        let zone = self.config.time_zone;
        let latest =
            self.calls.iter().find(|entry| entry.ticket == ticket.id && ticket.desk.as_ref() == Some(&entry.desk));
        Current {
            ticket: self.ticket_view(ticket),
            called_at: ticket.announced_at.map(|at| local(zone, at)),
            started_at: ticket.times.started_at.map(|at| local(zone, at)),
            recalls: ticket.times.recalls,
            reason: ticket.reason.clone(),
            announcement: latest.map(announced),
        }
    }

    fn waiting_view(&self, desk: &DeskId, now: Instant) -> Vec<Waiting> {
        let order = self.waiting.in_order(&self.pools_of(desk), self.moment(now), WAITING_SHOWN);
        let tickets = order.iter().filter_map(|id| self.tickets.get(id));
        let view = |ticket: &Ticket| Waiting {
            ticket: self.ticket_view(ticket),
            waited_minutes: time::minutes_between(ticket.issued_at, now),
            desk_only: ticket.only_at.is_some(),
        };
        tickets.map(view).collect()
    }

    fn held(&self, ticket: &Ticket) -> Held {
        let hold = ticket.hold.as_ref();
        Held {
            ticket: self.ticket_view(ticket),
            hold_reason: hold.and_then(|hold| hold.reason.clone()),
            until: hold.and_then(|hold| hold.until).map(|until| local(self.config.time_zone, until)),
        }
    }

    fn no_shows(&self) -> Vec<TicketView> {
        let mut missed = self.in_state(TicketState::NoShow);
        missed.sort_by_key(|ticket| std::cmp::Reverse(ticket.times.ended_at));
        missed.into_iter().take(NO_SHOWS_SHOWN).map(|ticket| self.ticket_view(ticket)).collect()
    }

    fn counts(&self, desk: &DeskId, held: usize, served_today: u32, now: Instant) -> Counts {
        let pools = self.pools_of(desk);
        let waiting = self.waiting.count(&pools);
        let booked = self.waiting.booked(&pools);
        let services = self.services_of(desk);
        let expected = self.expected(self.service_day(now)).filter(|visit| services.contains(&visit.service));
        Counts { waiting, booked, walk_in: waiting - booked, held, served_today, expected: expected.count() }
    }

    fn undo_view(&self, status: &crate::desk::DeskStatus, now: Instant) -> Option<Undo> {
        let last = status.last.as_ref()?;
        let until = last.at + time::seconds(self.config.desk_rules.undo_seconds);
        (now <= until).then(|| Undo { what: last.what, until: local(self.config.time_zone, until) })
    }
}
