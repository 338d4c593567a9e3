//! `apply` for what happens at desks, and the undo that puts a desk's last command back.

use crate::alarm::{Alarm, Helper};
use crate::department::{CallEntry, Department};
use crate::desk::{DeskState, LastCommand, Undoable};
use crate::event::Event;
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::ticket::{Hold, Mode, Ticket, TicketState};
use crate::time::{self, Instant};
use crate::waiting::Passing;
use std::collections::BTreeMap;

/// Announcements kept for the boards: everything of the last five minutes and at least this many (contract).
const CALLS_KEPT: usize = 20;
const CALLS_KEPT_MINUTES: u32 = 5;
/// And this many of each service and each desk.
const CALLS_KEPT_EACH: usize = 10;
/// Departments that one board can tell apart by call numbers.
const DEPARTMENTS: u64 = 1_000;

impl Department {
    /// Moves a desk's state by an event, and notes since when it is in the state that it comes to.
    pub(crate) fn apply_at_desk(&mut self, event: &Event, at: Instant) {
        let before = event.at_desk().map(|desk| self.desk_state(desk));
        self.change_at_desk(event, at);
        let Some((desk, before)) = event.at_desk().zip(before) else { return };
        if self.desk_state(desk) != before {
            self.status(desk).since = Some(at);
        }
    }

    /// The state that a desk is in.
    pub(crate) fn desk_state(&self, desk: &DeskId) -> DeskState {
        let serves = |id: &TicketId| self.tickets.get(id).is_some_and(|one| one.state == TicketState::Serving);
        let state = self.desks.get(desk).map(|status| status.state(status.current.as_ref().is_some_and(serves)));
        state.unwrap_or(DeskState::Closed)
    }

    fn change_at_desk(&mut self, event: &Event, at: Instant) {
        match event {
            Event::DeskOpened { desk } => self.status(desk).open = true,
            Event::DeskPaused { desk, reason } => self.status(desk).paused = Some(reason.clone()),
            Event::DeskResumed { desk } => self.status(desk).paused = None,
            Event::DeskClosed { desk } => {
                let status = self.status(desk);
                (status.open, status.paused) = (false, None);
            }
            Event::Called { ticket, desk, reason } => self.called(ticket, desk, reason, at),
            Event::Recalled { ticket, desk } => {
                self.undoable(Undoable::Recall, desk, ticket, at, |ticket| {
                    ticket.times.recalls += 1;
                    ticket.announced_at = Some(at);
                });
                self.announce(ticket, desk, at, true);
            }
            Event::Started { ticket, desk } => self.undoable(Undoable::Start, desk, ticket, at, |ticket| {
                ticket.state = TicketState::Serving;
                ticket.times.started_at = Some(at);
                let called = ticket.times.last_called_at;
                ticket.times.walked_ms = ticket.times.walked_ms.or(called.map(|call| (at - call).num_milliseconds()));
            }),
            Event::Finished { ticket, desk, implied } => self.finished(ticket, desk, *implied, at),
            Event::NoShow { ticket, desk } => {
                self.leaves_desk(Undoable::NoShow, desk, ticket, at, |ticket| {
                    ticket.state = TicketState::NoShow;
                    ticket.times.ended_at = Some(at);
                });
            }
            Event::Returned { ticket, desk, not_before } => {
                self.leaves_desk(Undoable::Return, desk, ticket, at, |ticket| {
                    ticket.state = TicketState::Waiting;
                    ticket.not_before = Some(*not_before);
                });
            }
            Event::Held { ticket, desk, reason, until } => {
                self.leaves_desk(Undoable::Hold, desk, ticket, at, |ticket| {
                    ticket.state = TicketState::OnHold;
                    ticket.hold = Some(Hold { reason: reason.clone(), until: *until });
                });
            }
            Event::Transferred { ticket, desk, service, only_at, mode } => {
                self.leaves_desk(Undoable::Transfer, desk, ticket, at, |ticket| {
                    ticket.times.ended_at = Some(at);
                    ticket.next_leg(service.clone(), at);
                    ticket.state = TicketState::Waiting;
                    ticket.only_at = only_at.clone();
                    ticket.take_place(*mode, at);
                });
            }
            Event::SentAway { ticket, desk, to } => {
                self.leaves_desk(Undoable::Transfer, desk, ticket, at, |ticket| {
                    ticket.state = TicketState::InTransit;
                    ticket.times.ended_at = Some(at);
                    ticket.sent_to = Some(to.clone());
                });
                self.status(desk).last = None;
            }
            Event::NextService { ticket, desk, service } => {
                self.undoable(Undoable::NextService, desk, ticket, at, |ticket| {
                    ticket.times.ended_at = Some(at);
                    ticket.next_leg(service.clone(), at);
                    (ticket.times.called_at, ticket.times.started_at) = (Some(at), Some(at));
                });
            }
            Event::Undone { desk } => self.undone(desk),
            Event::AlarmRaised { desk } => self.status(desk).alarm = Some(Alarm { since: at, coming: None }),
            Event::AlarmAnswered { desk, by } => {
                if let Some(alarm) = &mut self.status(desk).alarm {
                    alarm.coming = Some(Helper::of(by.as_ref()));
                }
            }
            Event::AlarmEnded { desk, .. } => self.status(desk).alarm = None,
            Event::Noted { ticket, desk, written, .. } => self.noted(ticket, desk, *written, at),
            _ => {}
        }
    }

    pub(crate) fn status(&mut self, desk: &DeskId) -> &mut crate::desk::DeskStatus {
        self.desks.entry(desk.clone()).or_default()
    }

    fn called(&mut self, id: &TicketId, desk: &DeskId, reason: &str, at: Instant) {
        let Some(mut before) = self.tickets.get(id).cloned() else { return };
        before.overtakes = self.waiting.overtakes(id).unwrap_or(before.overtakes);
        let pools = self.pools_of(desk);
        let passed = self.waiting.call(&pools, id);
        self.change(id, |ticket| {
            ticket.overtakes = passed.as_ref().map_or(ticket.overtakes, |(overtakes, _)| *overtakes);
            ticket.state = TicketState::Called;
            ticket.desk = Some(desk.clone());
            ticket.reason = Some(reason.to_owned());
            ticket.announced_at = Some(at);
            ticket.hold = None;
            ticket.not_before = None;
            ticket.times.called_at.get_or_insert(at);
            ticket.times.last_called_at = Some(at);
            ticket.times.ended_at = None;
            ticket.times.recalls = 0;
        });
        self.status(desk).current = Some(id.clone());
        self.announce(id, desk, at, false);
        self.remember(Undoable::Call, desk, vec![before], at, passed.map(|(_, passing)| passing));
    }

    fn finished(&mut self, id: &TicketId, desk: &DeskId, implied: bool, at: Instant) {
        self.leaves_desk(Undoable::Finish, desk, id, at, |ticket| {
            ticket.state = TicketState::Finished;
            ticket.times.ended_at = Some(at);
        });
        let status = self.status(desk);
        status.served += 1;
        if let Some(last) = &mut status.last {
            last.implied = implied;
        }
    }

    fn leaves_desk(
        &mut self,
        what: Undoable,
        desk: &DeskId,
        id: &TicketId,
        at: Instant,
        change: impl FnOnce(&mut Ticket),
    ) {
        self.undoable(what, desk, id, at, change);
        self.status(desk).current = None;
    }

    fn undoable(
        &mut self,
        what: Undoable,
        desk: &DeskId,
        id: &TicketId,
        at: Instant,
        change: impl FnOnce(&mut Ticket),
    ) {
        let Some(before) = self.tickets.get(id).cloned() else { return };
        self.change(id, change);
        self.remember(what, desk, vec![before], at, None);
    }

    /// Notes how things were before a command. A call right after the finish that it implied is one command with it.
    fn remember(&mut self, what: Undoable, desk: &DeskId, before: Vec<Ticket>, at: Instant, passing: Option<Passing>) {
        let seq = self.seq;
        let announced = matches!(what, Undoable::Call | Undoable::Recall).then(|| self.call_number());
        let status = self.desks.entry(desk.clone()).or_default();
        let (mut all, mut served) = (before, status.served);
        if let Some(last) = status.last.take().filter(|last| last.implied && last.seq + 1 == seq) {
            served = last.served;
            all.extend(last.before);
        }
        let tickets = &self.tickets;
        let after = all.iter().filter_map(|ticket| tickets.get(&ticket.id)).map(|now| (now.id.clone(), now.revision));
        let after = after.collect();
        status.last =
            Some(LastCommand { what, at, seq, implied: false, before: all, after, announced, passing, served });
    }

    fn call_number(&self) -> u64 {
        self.seq * DEPARTMENTS + u64::from(self.config.ordinal) % DEPARTMENTS
    }

    fn announce(&mut self, id: &TicketId, desk: &DeskId, at: Instant, recall: bool) {
        let Some(ticket) = self.tickets.get(id) else { return };
        let entry = CallEntry {
            number: self.call_number(),
            ticket: id.clone(),
            code: ticket.code.clone(),
            desk: desk.clone(),
            service: ticket.service.clone(),
            called_at: at,
            recall,
            language: ticket.language,
        };
        self.calls.push_front(entry);
        self.forget_calls(at - time::minutes(CALLS_KEPT_MINUTES));
    }

    /// Forgets announcements before an instant, but for the last ones of the department, of each service and of each desk: a board may
    /// show one service or one desk alone.
    fn forget_calls(&mut self, old: Instant) {
        let mut services: BTreeMap<ServiceId, usize> = BTreeMap::new();
        let mut desks: BTreeMap<DeskId, usize> = BTreeMap::new();
        let mut all = 0;
        self.calls.retain(|entry| {
            let of_service = services.entry(entry.service.clone()).or_default();
            let of_desk = desks.entry(entry.desk.clone()).or_default();
            (*of_service, *of_desk, all) = (*of_service + 1, *of_desk + 1, all + 1);
            entry.called_at >= old || all <= CALLS_KEPT || *of_service <= CALLS_KEPT_EACH || *of_desk <= CALLS_KEPT_EACH
        });
    }

    fn undone(&mut self, desk: &DeskId) {
        let Some(last) = self.status(desk).last.take() else { return };
        if let Some(from) = last.announced {
            self.calls.retain(|entry| entry.desk != *desk || entry.number < from);
        }
        if let Some(passing) = &last.passing {
            self.waiting.uncall(passing);
        }
        let mut current = None;
        for ticket in last.before {
            if ticket.at_desk() && ticket.desk.as_ref() == Some(desk) {
                current = Some(ticket.id.clone());
            }
            let legs = self.tickets.get(&ticket.id).map_or(0, |now| now.leg);
            self.touched.undone.extend((ticket.leg + 1..=legs).map(|leg| (ticket.id.clone(), leg)));
            // A note that was written meanwhile stays: it is about the visitor, not about the command.
            self.change(&ticket.id.clone(), |now| {
                *now = Ticket { revision: now.revision, note: now.note.take(), ..ticket };
            });
        }
        let status = self.status(desk);
        (status.current, status.served) = (current, last.served);
    }
}

impl Ticket {
    /// Takes its place in a new queue.
    pub(crate) fn take_place(&mut self, mode: Mode, now: Instant) {
        self.front = mode == Mode::First;
        self.place = match mode {
            Mode::First | Mode::ByTime => self.issued_at,
            Mode::Last => now,
        };
        self.not_before = None;
        self.reason = None;
    }
}
