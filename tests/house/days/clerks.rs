//! What clerks do: mostly what makes sense, now and then anything at all.

use super::citizens::minutes;
use super::happening::Happening;
use super::town::Town;
use okienko_queue::Answer;
use okienko_queue::command::{Command, DeskAction, Target};
use okienko_queue::ids::{DeskId, TicketId};
use okienko_queue::ticket::{Destination, Mode, TicketState};
use okienko_queue::time::Instant;

impl Town {
    pub(super) fn plan_clerks(&mut self) {
        for department in 0..self.houses.len() {
            let desks: Vec<_> =
                self.houses[department].live.config().desks.iter().map(|desk| desk.id.clone()).collect();
            for desk in desks {
                let at = self.plan.opens + minutes(self.chance.unit() * 40.0);
                self.agenda.plan(at, Happening::Clerk { department, desk });
            }
        }
    }

    /// One look of a clerk at the own desk.
    pub(super) fn clerk(&mut self, department: usize, desk: &DeskId, now: Instant) -> Result<(), String> {
        let (state, paused) = self.at_hand(department, desk);
        let action = if self.chance.with(0.05) {
            self.anything(department)
        } else {
            match state {
                None if paused => DeskAction::Resume,
                None => self.when_free(department),
                Some(TicketState::Called) => self.when_called(department),
                Some(_) => self.when_serving(department),
            }
        };
        let wish = Command::AtDesk { desk: desk.clone(), action };
        let answer = self.step(department, &wish, "staff:s2", now)?;
        if matches!(answer, Ok(Answer::Called(None))) {
            self.houses[department].auditor.told_empty(desk)?;
        }
        self.plan_next_look(department, desk, now);
        Ok(())
    }

    fn at_hand(&self, department: usize, desk: &DeskId) -> (Option<TicketState>, bool) {
        let live = &self.houses[department].live;
        let status = live.desk(desk);
        let current = status.and_then(|status| status.current.as_ref()).and_then(|id| live.ticket(id));
        (current.map(|ticket| ticket.state), status.is_some_and(|status| status.paused.is_some()))
    }

    fn plan_next_look(&mut self, department: usize, desk: &DeskId, now: Instant) {
        let (state, paused) = self.at_hand(department, desk);
        // Close to closing everybody works on until nobody waits; after it desks only finish.
        let wait = match state {
            _ if paused => 20.0 * self.chance.unit(),
            None => 0.2 + self.chance.exponential(1.5),
            Some(TicketState::Called) => self.chance.exponential(0.75),
            Some(_) => self.chance.lognormal(7.0, 0.7),
        };
        let at = now - self.skew + minutes(wait);
        if at < self.plan.closes + minutes(90.0) {
            self.agenda.plan(at, Happening::Clerk { department, desk: desk.clone() });
        }
    }

    fn when_free(&mut self, department: usize) -> DeskAction {
        match self.chance.below(100) {
            0..=79 => DeskAction::CallNext,
            80..=87 => self.by_hand(department),
            88..=91 => DeskAction::Undo,
            92..=93 => DeskAction::Pause { reason: Some("break".into()) },
            94 => DeskAction::Close,
            95..=96 => DeskAction::Unhold { ticket: self.ticket_in(department, &[TicketState::OnHold]) },
            _ => {
                let over = [TicketState::Finished, TicketState::NoShow, TicketState::Cancelled];
                DeskAction::Reactivate { ticket: self.ticket_in(department, &over) }
            }
        }
    }

    fn when_called(&mut self, department: usize) -> DeskAction {
        match self.chance.below(100) {
            0..=64 => DeskAction::Start,
            65..=72 => DeskAction::Recall,
            73..=78 => DeskAction::NoShow,
            79..=84 => DeskAction::Return,
            85..=88 => self.hold(),
            89..=93 => DeskAction::Undo,
            94..=96 => self.transfer(department),
            _ => DeskAction::CallNext,
        }
    }

    fn when_serving(&mut self, department: usize) -> DeskAction {
        match self.chance.below(100) {
            0..=39 => DeskAction::Finish,
            40..=69 => DeskAction::CallNext,
            70..=73 => self.by_hand(department),
            74..=79 => self.hold(),
            80..=90 => self.transfer(department),
            91..=94 => {
                let services: Vec<_> =
                    self.houses[department].live.config().services.iter().map(|s| s.id.clone()).collect();
                DeskAction::NextService { service: self.chance.one_of(&services).clone() }
            }
            _ => DeskAction::Undo,
        }
    }

    fn anything(&mut self, department: usize) -> DeskAction {
        match self.chance.below(13) {
            0 => DeskAction::CallNext,
            1 => self.by_hand(department),
            2 => DeskAction::Recall,
            3 => DeskAction::Start,
            4 => DeskAction::Finish,
            5 => DeskAction::NoShow,
            6 => self.hold(),
            7 => DeskAction::Return,
            8 => self.transfer(department),
            9 => DeskAction::Undo,
            10 => DeskAction::Pause { reason: None },
            11 => DeskAction::Resume,
            _ => DeskAction::Close,
        }
    }

    fn hold(&mut self) -> DeskAction {
        let minutes = *self.chance.one_of(&[None, Some(1), Some(15)]);
        DeskAction::Hold { reason: Some("documents".into()), minutes }
    }

    fn by_hand(&mut self, department: usize) -> DeskAction {
        let states = [TicketState::Waiting, TicketState::OnHold, TicketState::NoShow];
        DeskAction::Call { ticket: self.ticket_in(department, &states), finish_current: self.chance.with(0.5) }
    }

    /// A ticket in one of some states; a made-up one where there is none.
    fn ticket_in(&mut self, department: usize, states: &[TicketState]) -> TicketId {
        let tickets = self.houses[department].live.tickets();
        let fitting: Vec<_> = tickets.filter(|ticket| states.contains(&ticket.state)).map(|t| t.id.clone()).collect();
        self.chance.pick(&fitting).unwrap_or_else(|| "nobody-t1".into())
    }

    fn transfer(&mut self, department: usize) -> DeskAction {
        let mode = *self.chance.one_of(&[Mode::First, Mode::ByTime, Mode::Last]);
        let to_house = self.chance.index(self.houses.len());
        let config = self.houses[department].live.config();
        let to = match self.chance.below(3) {
            0 => Target::Service(self.chance.one_of(&config.services).id.clone()),
            1 => Target::Desk(self.chance.one_of(&config.desks).id.clone()),
            _ if to_house == department => Target::Service(self.chance.one_of(&config.services).id.clone()),
            _ => {
                let other = self.houses[to_house].live.config();
                let service = self.chance.one_of(&other.services).id.clone();
                Target::Elsewhere(Destination { department: other.id.clone(), service, mode, arrived: false })
            }
        };
        DeskAction::Transfer { to, mode }
    }
}
