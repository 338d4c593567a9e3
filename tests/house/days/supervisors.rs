//! What supervisors do: stop services, move desks, look after desks that were left, set single tickets right.

use super::citizens::minutes;
use super::happening::Happening;
use super::town::Town;
use okienko_queue::Answer;
use okienko_queue::command::{Command, Oversight, Rest};
use okienko_queue::ids::{DeskId, ServiceId, TicketId};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::TicketState;
use okienko_queue::time::Instant;
use okienko_queue::today::StopReason;

impl Town {
    pub(super) fn plan_supervisors(&mut self) {
        for department in 0..self.houses.len() {
            for _ in 0..self.oversight.below(7) {
                let at = self.plan.opens + minutes(self.oversight.unit() * 500.0 - 20.0);
                self.agenda.plan(at, Happening::Oversee { department });
            }
        }
    }

    /// One thing that a supervisor does. Without `anyway` nobody who waits may lose the last desk.
    pub(super) fn supervise(&mut self, department: usize, now: Instant) -> Result<(), String> {
        let wish = self.wish(department);
        let before = self.houses[department].auditor.attended();
        let outcome = self.step(department, &Command::Oversee(wish.clone()), "staff:s9", now)?;
        let after = self.houses[department].auditor.attended();
        let careful =
            matches!(wish, Oversight::MoveDesk { anyway: false, .. } | Oversight::RestDesk { anyway: false, .. });
        match outcome {
            Ok(Answer::Done | Answer::Desk(_)) if careful && !before.is_subset(&after) => {
                Err(format!("{wish:?} left people waiting: {before:?}, then {after:?}"))
            }
            Err(Refusal::LeavesWaiting { services }) if !careful || services.is_empty() => {
                Err(format!("{wish:?} was refused for {services:?}"))
            }
            Err(Refusal::LeavesWaiting { services }) => self.would_leave(department, &wish, &services, now),
            _ => Ok(()),
        }
    }

    /// A refusal is believed only when the same wish, done anyway, takes the last desk from each service that it names.
    fn would_leave(
        &self,
        department: usize,
        wish: &Oversight,
        services: &[ServiceId],
        now: Instant,
    ) -> Result<(), String> {
        let house = &self.houses[department];
        let (mut live, mut auditor) = (house.live.clone(), house.auditor.clone());
        let alone = |service: &ServiceId| match wish {
            Oversight::RestDesk { desk, .. } => live.tickets().any(|ticket| {
                ticket.state == TicketState::Waiting
                    && ticket.only_at.as_ref() == Some(desk)
                    && ticket.service == *service
            }),
            _ => false,
        };
        let sent_there: Vec<ServiceId> = services.iter().filter(|service| alone(service)).cloned().collect();
        let forced = live.step(&Command::Oversee(anyway(wish)), "staff:s9", now);
        if forced.outcome.is_err() {
            // It cannot be done at all, as with a ticket at hand: nobody would have been left, and nobody was.
            return Ok(());
        }
        for record in &forced.records {
            auditor.read(record)?;
        }
        let (before, after) = (house.auditor.attended(), auditor.attended());
        let is_left = |service: &&ServiceId| before.contains(*service) && !after.contains(*service);
        match services.iter().find(|service| !is_left(service) && !sent_there.contains(service)) {
            Some(service) => Err(format!("{wish:?} was refused for {service}, which would have kept a desk")),
            None => Ok(()),
        }
    }

    fn wish(&mut self, department: usize) -> Oversight {
        let anyway = self.oversight.with(0.3);
        match self.oversight.below(10) {
            0..=2 => {
                let reason = *self.oversight.one_of(&StopReason::ALL);
                Oversight::StopService { service: self.some_service(department), reason }
            }
            3..=4 => Oversight::ReopenService { service: self.some_service(department) },
            5..=6 => self.move_some_desk(department, anyway),
            7 => {
                let rest =
                    if self.oversight.with(0.5) { Rest::Close } else { Rest::Pause { reason: Some("left".into()) } };
                Oversight::RestDesk { desk: self.some_desk(department), rest, anyway }
            }
            8 => Oversight::TakeBack { ticket: self.some_ticket(department, &[TicketState::Called]) },
            _ => {
                let over = [TicketState::Finished, TicketState::NoShow, TicketState::Cancelled];
                Oversight::Reactivate { ticket: self.some_ticket(department, &over) }
            }
        }
    }

    /// Now and then back to what the configuration says.
    fn move_some_desk(&mut self, department: usize, anyway: bool) -> Oversight {
        let desk = self.some_desk(department);
        let config = self.houses[department].live.config();
        let usual = config.desk(&desk).map(|known| known.services.clone()).unwrap_or_default();
        let all: Vec<ServiceId> = config.services.iter().map(|service| service.id.clone()).collect();
        if self.oversight.with(0.25) {
            return Oversight::MoveDesk { desk, services: usual, anyway };
        }
        let services = all.into_iter().filter(|_| self.oversight.with(0.5)).collect();
        Oversight::MoveDesk { desk, services, anyway }
    }

    fn some_service(&mut self, department: usize) -> ServiceId {
        self.oversight.one_of(&self.houses[department].live.config().services).id.clone()
    }

    fn some_desk(&mut self, department: usize) -> DeskId {
        self.oversight.one_of(&self.houses[department].live.config().desks).id.clone()
    }

    fn some_ticket(&mut self, department: usize, states: &[TicketState]) -> TicketId {
        let tickets = self.houses[department].live.tickets();
        let fitting: Vec<_> = tickets.filter(|ticket| states.contains(&ticket.state)).map(|t| t.id.clone()).collect();
        self.oversight.pick(&fitting).unwrap_or_else(|| "nobody-t1".into())
    }
}

/// The same wish, even where people would be left without a desk.
fn anyway(wish: &Oversight) -> Oversight {
    match wish.clone() {
        Oversight::MoveDesk { desk, services, .. } => Oversight::MoveDesk { desk, services, anyway: true },
        Oversight::RestDesk { desk, rest, .. } => Oversight::RestDesk { desk, rest, anyway: true },
        other => other,
    }
}
