//! `decide` for what clerks do (tickets.md, transitions 5–18).

use crate::command::{DeskAction, Seen, Target};
use crate::decide::{Answer, Decision};
use crate::department::Department;
use crate::desk::DeskStatus;
use crate::event::Event;
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::refusal::Refusal;
use crate::ticket::{Channel, Mode, Ticket, TicketState};
use crate::time::{self, Instant};

/// Longest hold timer, minutes: the rest of a day.
const LONGEST_HOLD: u32 = 24 * 60;

/// A desk with what it holds, at the moment of a command.
struct AtDesk<'a> {
    department: &'a Department,
    desk: &'a DeskId,
    status: Option<&'a DeskStatus>,
    current: Option<&'a Ticket>,
    now: Instant,
}

impl Department {
    /// The first command of a clerk's day opens the desk.
    pub(crate) fn at_desk(&self, desk: &DeskId, action: &DeskAction, now: Instant) -> Result<Decision, Refusal> {
        self.config.desk(desk).ok_or(Refusal::NotFound)?;
        let status = self.desks.get(desk);
        let current = status.and_then(|status| status.current.as_ref()).and_then(|id| self.tickets.get(id));
        let at = AtDesk { department: self, desk, status, current, now };
        let (events, answer) = at.decide(action)?;
        let opens = status.is_none_or(|status| !status.open) && action.opens_desk();
        let opened = opens.then(|| Event::DeskOpened { desk: desk.clone() });
        Ok((opened.into_iter().chain(events).collect(), answer))
    }
}

impl Department {
    /// A check-in that was taken back left its visit booked: the visit is collected again, not its ticket.
    pub(crate) fn may_come_back(&self, ticket: &Ticket) -> bool {
        match &ticket.channel {
            Channel::Booked { appointment, .. } => {
                let visit = self.appointments.get(appointment);
                visit.is_none_or(|visit| visit.ticket.as_ref() == Some(&ticket.id))
            }
            Channel::WalkIn => true,
        }
    }

    /// Whether a ticket may go on to a second matter (transition 16; R12 says one booking, one matter).
    pub(crate) fn may_go_on(&self, ticket: &Ticket) -> bool {
        !matches!(ticket.channel, Channel::Booked { .. }) || self.config.desk_rules.second_matter_for_booked
    }
}

impl AtDesk<'_> {
    fn decide(&self, action: &DeskAction) -> Result<Decision, Refusal> {
        let desk = self.desk.clone();
        let event = match action {
            DeskAction::CallNext => return self.call_next(),
            DeskAction::AsSeen { seen, action } => {
                self.must_be_as_seen(seen)?;
                return self.decide(action);
            }
            DeskAction::Call { ticket, finish_current } => return self.call(ticket, *finish_current, None),
            DeskAction::CallFor { ticket, finish_current, why } => {
                return self.call(ticket, *finish_current, Some(why));
            }
            DeskAction::Recall => self.recall()?,
            DeskAction::Start => Event::Started { ticket: self.in_state(TicketState::Called)?, desk },
            DeskAction::Finish => {
                Event::Finished { ticket: self.in_state(TicketState::Serving)?, desk, implied: false }
            }
            DeskAction::NoShow => self.no_show()?,
            DeskAction::Hold { reason, minutes } => self.hold(reason.clone(), *minutes)?,
            DeskAction::Unhold { ticket } => self.unhold(ticket)?,
            DeskAction::Return => {
                let not_before = self.now + time::minutes(self.department.config.desk_rules.return_minutes);
                Event::Returned { ticket: self.in_state(TicketState::Called)?, desk, not_before }
            }
            DeskAction::Transfer { to, mode } => self.transfer(to, *mode)?,
            DeskAction::NextService { service } => self.next_service(service)?,
            DeskAction::Reactivate { ticket } => self.department.reactivated(ticket)?,
            DeskAction::Undo => self.undo()?,
            DeskAction::Pause { reason } => {
                self.must_be_idle()?;
                Event::DeskPaused { desk, reason: reason.clone() }
            }
            DeskAction::Resume => return Ok((self.resume(), self.view())),
            DeskAction::Close => {
                self.must_be_idle()?;
                Event::DeskClosed { desk }
            }
            DeskAction::RaiseAlarm => return Ok((self.department.raise_alarm(self.desk), self.view())),
            DeskAction::AnswerAlarm { at } => {
                return Ok((self.department.answer_alarm(at, Some(self.desk))?, self.view()));
            }
            DeskAction::EndAlarm { at } => return Ok((self.department.end_alarm(at, Some(self.desk))?, self.view())),
            DeskAction::Note { ticket, number, text } => {
                let events = self.department.note(self.desk, ticket, *number, text.is_some())?;
                return Ok((events, self.view()));
            }
        };
        Ok((vec![event], self.view()))
    }

    fn view(&self) -> Answer {
        Answer::Desk(self.desk.clone())
    }

    fn call_next(&self) -> Result<Decision, Refusal> {
        let finished = self.ready_to_call(true)?;
        let department = self.department;
        let pools = department.pools_of(self.desk);
        let next = department.waiting.next(&pools, department.moment(self.now));
        let called = next.as_ref().map(|(ticket, rank)| Event::Called {
            ticket: ticket.clone(),
            desk: self.desk.clone(),
            reason: department.reason(ticket, *rank, &pools, self.now),
        });
        let ticket = next.map(|(ticket, _)| ticket);
        Ok((finished.into_iter().chain(called).collect(), Answer::Called(ticket)))
    }

    /// A command decided on a view never does something else than what was seen (two pages open, two people at one desk).
    fn must_be_as_seen(&self, seen: &Seen) -> Result<(), Refusal> {
        let at_hand = self.current.map(|ticket| &ticket.id);
        let last = self.status.and_then(|status| status.last.as_ref()).map(|last| last.seq);
        let same = seen.ticket.as_ref().is_none_or(|ticket| ticket.as_ref() == at_hand);
        if same && seen.last.is_none_or(|seq| Some(seq) == last) { Ok(()) } else { Err(Refusal::DeskChanged) }
    }

    fn call(&self, id: &TicketId, finish_current: bool, why: Option<&String>) -> Result<Decision, Refusal> {
        let ticket = self.department.tickets.get(id).ok_or(Refusal::NotFound)?;
        let finished = self.ready_to_call(finish_current)?;
        let reason = match ticket.state {
            TicketState::Waiting | TicketState::NoShow => "chosen",
            TicketState::OnHold => "held",
            _ => return Err(Refusal::WrongState),
        };
        let reason = why.map_or_else(|| reason.to_owned(), |why| format!("{reason} {why}"));
        self.may_serve(ticket)?;
        let called = Event::Called { ticket: id.clone(), desk: self.desk.clone(), reason };
        Ok((finished.into_iter().chain([called]).collect(), Answer::Called(Some(id.clone()))))
    }

    /// A called ticket must be settled first; one being served may be finished by the call (transition 17).
    fn ready_to_call(&self, finish: bool) -> Result<Option<Event>, Refusal> {
        let paused = self.status.is_some_and(|status| status.paused.is_some());
        match self.current {
            // A finish undone on a break leaves a ticket at hand; the break still has to end first.
            Some(ticket) if ticket.state == TicketState::Serving && finish && !paused => {
                Ok(Some(Event::Finished { ticket: ticket.id.clone(), desk: self.desk.clone(), implied: true }))
            }
            Some(ticket) if ticket.state == TicketState::Called || !paused => {
                Err(Refusal::DeskBusy { ticket: Some(ticket.id.clone()) })
            }
            _ if paused => Err(Refusal::DeskPaused),
            _ => Ok(None),
        }
    }

    fn must_be_idle(&self) -> Result<(), Refusal> {
        match self.current {
            Some(ticket) => Err(Refusal::DeskBusy { ticket: Some(ticket.id.clone()) }),
            None => Ok(()),
        }
    }

    fn at_hand(&self) -> Result<&Ticket, Refusal> {
        self.current.ok_or(Refusal::NoCurrentTicket)
    }

    fn in_state(&self, state: TicketState) -> Result<TicketId, Refusal> {
        let ticket = self.at_hand()?;
        if ticket.state == state { Ok(ticket.id.clone()) } else { Err(Refusal::WrongState) }
    }

    fn not_before(&self, ticket: &Ticket, seconds: u32) -> Result<(), Refusal> {
        let from = ticket.announced_at.map(|at| at + time::seconds(seconds)).filter(|from| self.now < *from);
        from.map_or(Ok(()), |from| Err(Refusal::TooSoon { from }))
    }

    fn recall(&self) -> Result<Event, Refusal> {
        let ticket = self.in_state(TicketState::Called)?;
        self.not_before(self.at_hand()?, self.department.config.desk_rules.recall_after_seconds)?;
        Ok(Event::Recalled { ticket, desk: self.desk.clone() })
    }

    fn no_show(&self) -> Result<Event, Refusal> {
        let ticket = self.in_state(TicketState::Called)?;
        self.not_before(self.at_hand()?, self.department.config.desk_rules.no_show_after_seconds)?;
        Ok(Event::NoShow { ticket, desk: self.desk.clone() })
    }

    fn hold(&self, reason: Option<String>, minutes: Option<u32>) -> Result<Event, Refusal> {
        let ticket = self.at_hand()?.id.clone();
        let until = minutes.map(|minutes| self.now + time::minutes(minutes.min(LONGEST_HOLD)));
        Ok(Event::Held { ticket, desk: self.desk.clone(), reason, until })
    }

    fn unhold(&self, id: &TicketId) -> Result<Event, Refusal> {
        let ticket = self.department.tickets.get(id).ok_or(Refusal::NotFound)?;
        if ticket.state != TicketState::OnHold {
            return Err(Refusal::WrongState);
        }
        if ticket.desk.as_ref() != Some(self.desk) {
            self.may_serve(ticket)?;
        }
        Ok(Event::Unheld { ticket: id.clone() })
    }

    fn transfer(&self, to: &Target, mode: Mode) -> Result<Event, Refusal> {
        let held = self.at_hand()?;
        let config = &self.department.config;
        let (ticket, desk) = (held.id.clone(), self.desk.clone());
        match to {
            Target::Service(service) => {
                config.service(service).ok_or(Refusal::NotFound)?;
                Ok(Event::Transferred { ticket, desk, service: service.clone(), only_at: None, mode })
            }
            Target::Desk(only_at) => {
                config.desk(only_at).ok_or(Refusal::NotFound)?;
                let service = held.service.clone();
                Ok(Event::Transferred { ticket, desk, service, only_at: Some(only_at.clone()), mode })
            }
            Target::Elsewhere(to) => Ok(Event::SentAway { ticket, desk, to: to.clone() }),
        }
    }

    fn next_service(&self, service: &ServiceId) -> Result<Event, Refusal> {
        let ticket = self.in_state(TicketState::Serving)?;
        self.department.config.service(service).ok_or(Refusal::NotFound)?;
        if !self.department.may_go_on(self.at_hand()?) {
            return Err(Refusal::Forbidden);
        }
        Ok(Event::NextService { ticket, desk: self.desk.clone(), service: service.clone() })
    }

    fn undo(&self) -> Result<Event, Refusal> {
        let last = self.status.and_then(|status| status.last.as_ref()).ok_or(Refusal::UndoExpired)?;
        let age = self.now - last.at;
        let touched = last
            .after
            .iter()
            .any(|(id, revision)| self.department.tickets.get(id).is_none_or(|ticket| ticket.revision != *revision));
        let elsewhere = self.current.is_some_and(|ticket| last.after.iter().all(|(id, _)| *id != ticket.id));
        if age > time::seconds(self.department.config.desk_rules.undo_seconds) || touched || elsewhere {
            return Err(Refusal::UndoExpired);
        }
        Ok(Event::Undone { desk: self.desk.clone() })
    }

    fn resume(&self) -> Vec<Event> {
        let paused = self.status.is_some_and(|status| status.paused.is_some());
        paused.then(|| Event::DeskResumed { desk: self.desk.clone() }).into_iter().collect()
    }

    fn may_serve(&self, ticket: &Ticket) -> Result<(), Refusal> {
        let offered = self.department.services_of(self.desk).contains(&ticket.service);
        let mine = ticket.only_at.as_ref().map_or(offered, |only| only == self.desk);
        if mine { Ok(()) } else { Err(Refusal::NotYourDesk) }
    }
}
