//! `decide` for what supervisors do from the wall: to services, desks and tickets of a whole department, for today.

use crate::command::{DeskAction, Oversight, Rest};
use crate::decide::{Answer, Decision};
use crate::department::Department;
use crate::desk::DeskStatus;
use crate::event::Event;
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::refusal::Refusal;
use crate::ticket::TicketState;
use crate::time::Instant;
use crate::today::StopReason;
use crate::waiting::Pool;

impl Department {
    pub(crate) fn oversee(&self, wish: &Oversight, now: Instant) -> Result<Decision, Refusal> {
        match wish {
            Oversight::StopService { service, reason } => self.stop_service(service, *reason),
            Oversight::ReopenService { service } => self.reopen_service(service),
            Oversight::MoveDesk { desk, services, anyway } => self.move_desk(desk, services, *anyway),
            Oversight::RestDesk { desk, rest, anyway } => self.rest_desk(desk, rest, *anyway, now),
            Oversight::TakeBack { ticket } => self.take_back(ticket, now),
            Oversight::AnswerAlarm { at } => Ok((self.answer_alarm(at, None)?, Answer::Done)),
            Oversight::EndAlarm { at } => Ok((self.end_alarm(at, None)?, Answer::Done)),
            Oversight::Reactivate { ticket } => Ok((vec![self.reactivated(ticket)?], Answer::Ticket(ticket.clone()))),
        }
    }

    fn stop_service(&self, service: &ServiceId, reason: StopReason) -> Result<Decision, Refusal> {
        self.config.service(service).ok_or(Refusal::NotFound)?;
        let known = self.stopped(service).is_some_and(|stopped| stopped.reason == reason);
        let stopped = (!known).then(|| Event::ServiceStopped { service: service.clone(), reason });
        Ok((stopped.into_iter().collect(), Answer::Done))
    }

    fn reopen_service(&self, service: &ServiceId) -> Result<Decision, Refusal> {
        self.config.service(service).ok_or(Refusal::NotFound)?;
        let stopped = self.stopped(service).map(|_| Event::ServiceReopened { service: service.clone() });
        Ok((stopped.into_iter().collect(), Answer::Done))
    }

    /// Lets a desk serve these services until the day ends; those of the configuration bring it back.
    fn move_desk(&self, desk: &DeskId, services: &[ServiceId], anyway: bool) -> Result<Decision, Refusal> {
        self.config.desk(desk).ok_or(Refusal::NotFound)?;
        if services.is_empty() || services.iter().any(|id| self.config.service(id).is_none()) {
            return Err(Refusal::NotFound);
        }
        // In the order of the configuration, each once; exactly the usual ones in their own order.
        let usual = self.config.desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
        let same = usual.len() == services.len() && usual.iter().all(|id| services.contains(id));
        let listed = self.config.services.iter().map(|service| &service.id).filter(|id| services.contains(id));
        let services: Vec<ServiceId> = if same { usual.to_vec() } else { listed.cloned().collect() };
        if !anyway {
            self.none_is_left(desk, &services, true)?;
        }
        let changed = self.services_of(desk) != services;
        let event = changed.then(|| Event::DeskServices { desk: desk.clone(), services });
        Ok((event.into_iter().collect(), Answer::Done))
    }

    /// A desk that was left is paused or closed by somebody else.
    fn rest_desk(&self, desk: &DeskId, rest: &Rest, anyway: bool, now: Instant) -> Result<Decision, Refusal> {
        self.config.desk(desk).ok_or(Refusal::NotFound)?;
        if !self.desks.get(desk).is_some_and(|status| status.open) {
            return Err(Refusal::WrongState);
        }
        if !anyway {
            self.none_is_left(desk, &[], false)?;
        }
        let action = match rest {
            Rest::Pause { reason } => DeskAction::Pause { reason: reason.clone() },
            Rest::Close => DeskAction::Close,
        };
        self.at_desk(desk, &action, now)
    }

    /// Refuses what would leave people waiting at no desk: `after` are the services that the desk would serve then, `stays` whether it
    /// would go on calling those who were sent to it alone.
    fn none_is_left(&self, desk: &DeskId, after: &[ServiceId], stays: bool) -> Result<(), Refusal> {
        if !self.desks.get(desk).is_some_and(DeskStatus::is_working) {
            return Ok(());
        }
        let waits = |service: &ServiceId| self.waiting.count(&[Pool::Service(service.clone())]) > 0;
        let alone = |service: &ServiceId| self.open_desks(service) == 1;
        let given_up = self.services_of(desk).iter().filter(|service| !after.contains(service));
        let mut left: Vec<ServiceId> = given_up.filter(|service| waits(service) && alone(service)).cloned().collect();
        if !stays {
            let own = Pool::Desk(desk.clone());
            left.extend(self.waiting.all().filter(|waiter| waiter.pool == own).map(|waiter| waiter.service.clone()));
        }
        left.sort();
        left.dedup();
        if left.is_empty() { Ok(()) } else { Err(Refusal::LeavesWaiting { services: left }) }
    }

    /// A called ticket goes back to the queue; whoever was called meanwhile at that desk is not touched.
    fn take_back(&self, id: &TicketId, now: Instant) -> Result<Decision, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        let desk = ticket.desk.as_ref().filter(|_| ticket.state == TicketState::Called).ok_or(Refusal::WrongState)?;
        self.at_desk(desk, &DeskAction::Return, now)
    }

    /// A ticket that had ended waits again (transition 18).
    pub(crate) fn reactivated(&self, id: &TicketId) -> Result<Event, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        match ticket.state {
            TicketState::Finished | TicketState::NoShow | TicketState::Cancelled if self.may_come_back(ticket) => {
                Ok(Event::Reactivated { ticket: id.clone() })
            }
            _ => Err(Refusal::WrongState),
        }
    }
}
