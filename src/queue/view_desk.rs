//! The desk's view: all that a clerk needs, whole, in every message.

use crate::alarm::AlarmView;
use crate::announced::Announcement;
use crate::config::Service;
use crate::department::{CallEntry, Department};
use crate::desk::{DeskState, Undoable};
use crate::ids::{DepartmentId, DeskId, ServiceId, TicketId};
use crate::note::NoteView;
use crate::ticket::{ClosedLeg, Ticket, TicketState};
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
    pub no_shows: Vec<Missed>,
    pub counts: Counts,
    pub undo: Option<Undo>,
    pub transfer: Transfer,
    /// Who would be called by "next", and why.
    pub next: Option<Next>,
    /// Calls for help in the department, the desk's own included.
    pub alarms: Vec<AlarmView>,
    /// Classes of statutory priority that can be given.
    pub priority_classes: Vec<String>,
}

/// The ticket that is next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Next {
    pub ticket: TicketId,
    pub code: String,
    pub reason: String,
}

/// A part of the visit that is over.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct EarlierLeg {
    pub service_name: String,
    pub letter: String,
    pub desk_label: Option<String>,
    pub ended_at: Option<String>,
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
    /// Not before this it may be announced again (transition 7) …
    pub recall_from: Option<String>,
    /// … or be a no-show (transition 9).
    pub no_show_from: Option<String>,
    /// Whether the visit may go on to a second matter (transition 16).
    pub next_service: bool,
    /// What the visit was for before.
    pub legs: Vec<EarlierLeg>,
    /// That a note stands on it; what it says is asked for.
    pub note: Option<NoteView>,
}

/// A waiting ticket.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Waiting {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub waited_minutes: u32,
    pub desk_only: bool,
    pub note: Option<NoteView>,
}

/// A ticket put aside.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Held {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub hold_reason: Option<String>,
    pub until: Option<String>,
    pub note: Option<NoteView>,
}

/// A ticket whose visitor did not come.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the desk's view")]
pub struct Missed {
    #[serde(flatten)]
    pub ticket: TicketView,
    pub note: Option<NoteView>,
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
    /// Tells one command from the next: sent back with an undo, it takes nothing else back.
    pub number: u64,
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
        let own = self
            .config
            .services
            .iter()
            .filter(|one| !self.config.retired.contains(&one.id))
            .map(|service| ServiceName::of(service, Some(&self.config.id)));
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
            next: self.next_view(id, now),
            alarms: self.alarms(),
            priority_classes: self.config.priority_classes.clone(),
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
            recall_from: self.rests_until_after(ticket, self.config.desk_rules.recall_after_seconds),
            no_show_from: self.rests_until_after(ticket, self.config.desk_rules.no_show_after_seconds),
            next_service: ticket.state == TicketState::Serving && self.may_go_on(ticket),
            legs: ticket.legs.iter().map(|leg| self.earlier(leg)).collect(),
            note: self.note_view(ticket),
        }
    }

    fn rests_until_after(&self, ticket: &Ticket, seconds: u32) -> Option<String> {
        let rests = ticket.state == TicketState::Called && seconds > 0;
        let from = ticket.announced_at.filter(|_| rests).map(|at| at + time::seconds(seconds));
        from.map(|from| local(self.config.time_zone, from))
    }

    fn earlier(&self, leg: &ClosedLeg) -> EarlierLeg {
        let service = self.config.service(&leg.service);
        EarlierLeg {
            // A leg of another department names its service by its id: that is all this one knows of it.
            service_name: service.map_or_else(|| leg.service.to_string(), |service| service.name.pl.clone()),
            letter: service.map(|service| service.letter.clone()).unwrap_or_default(),
            desk_label: leg.desk.as_ref().map(|desk| self.desk_label(desk)),
            ended_at: leg.times.ended_at.map(|at| local(self.config.time_zone, at)),
        }
    }

    fn next_view(&self, desk: &DeskId, now: Instant) -> Option<Next> {
        let pools = self.pools_of(desk);
        let (id, rank) = self.waiting.next(&pools, self.moment(now))?;
        let code = self.tickets.get(&id)?.code.clone();
        Some(Next { reason: self.reason(&id, rank, &pools, now), ticket: id, code })
    }

    fn waiting_view(&self, desk: &DeskId, now: Instant) -> Vec<Waiting> {
        let order = self.waiting.in_order(&self.pools_of(desk), self.moment(now), WAITING_SHOWN);
        let tickets = order.iter().filter_map(|id| self.tickets.get(id));
        let view = |ticket: &Ticket| Waiting {
            ticket: self.ticket_view(ticket),
            waited_minutes: time::minutes_between(ticket.issued_at, now),
            desk_only: ticket.only_at.is_some(),
            note: self.note_view(ticket),
        };
        tickets.map(view).collect()
    }

    fn held(&self, ticket: &Ticket) -> Held {
        let hold = ticket.hold.as_ref();
        Held {
            ticket: self.ticket_view(ticket),
            hold_reason: hold.and_then(|hold| hold.reason.clone()),
            until: hold.and_then(|hold| hold.until).map(|until| local(self.config.time_zone, until)),
            note: self.note_view(ticket),
        }
    }

    fn no_shows(&self) -> Vec<Missed> {
        let mut missed = self.in_state(TicketState::NoShow);
        missed.sort_by_key(|ticket| std::cmp::Reverse(ticket.times.ended_at));
        let view = |ticket: &Ticket| Missed { ticket: self.ticket_view(ticket), note: self.note_view(ticket) };
        missed.into_iter().take(NO_SHOWS_SHOWN).map(view).collect()
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
        (now <= until).then(|| Undo { what: last.what, until: local(self.config.time_zone, until), number: last.seq })
    }
}
