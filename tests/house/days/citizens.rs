//! What citizens and staff do on a day: book, cancel, check in, pull tickets, lose patience.

use super::happening::Happening;
use super::plan::discipline;
use super::town::Town;
use chrono::Duration;
use okienko_queue::Answer;
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::{AppointmentId, TicketId};
use okienko_queue::ticket::TicketState;
use okienko_queue::time::Instant;

/// Walk-ins by hour after opening (waiting.md, default scenario).
const HOURLY: [f64; 8] = [1.1, 1.35, 1.35, 1.2, 1.0, 0.9, 0.8, 0.6];

pub(super) fn minutes(value: f64) -> Duration {
    Duration::milliseconds((value * 60_000.0) as i64)
}

impl Town {
    /// Everything that is known the day before.
    pub(super) fn plan_citizens(&mut self) {
        let (eve, opens, closes) = (self.plan.eve(), self.plan.opens, self.plan.closes);
        let open_minutes = (closes - opens).num_minutes() as f64;
        for department in 0..self.houses.len() {
            for _ in 0..self.chance.below(40) {
                let at = eve + minutes(self.chance.unit() * 300.0);
                self.agenda.plan(at, Happening::Book { department });
            }
            for _ in 0..self.chance.below(8) {
                let at = opens + minutes(self.chance.unit() * open_minutes);
                self.agenda.plan(at, Happening::Book { department });
            }
            self.plan_walk_ins(department);
            if self.chance.with(0.4) {
                let at = opens + minutes(self.chance.unit() * open_minutes);
                self.agenda.plan(at, Happening::Reconfigure { department });
            }
            for _ in 0..self.chance.below(6) {
                let at = opens + minutes(self.chance.unit() * open_minutes);
                self.agenda.plan(at, Happening::Mend { department });
            }
        }
    }

    fn plan_walk_ins(&mut self, department: usize) {
        let services: Vec<_> = self.houses[department].live.config().services.iter().map(|s| s.id.clone()).collect();
        let total: f64 = HOURLY.iter().sum();
        for (hour, weight) in HOURLY.iter().enumerate() {
            let gap = 60.0 * total / (weight * self.plan.walk_ins);
            let mut minute = self.chance.exponential(gap);
            while minute < 60.0 {
                let at = self.plan.opens + minutes(hour as f64 * 60.0 + minute);
                let service = self.chance.one_of(&services).clone();
                let class = *self.chance.one_of(&["act", "disability", "pregnancy"]);
                let priority = self.chance.with(0.08).then(|| class.to_owned());
                self.agenda.plan(at, Happening::WalkIn { department, service, priority });
                minute += self.chance.exponential(gap);
            }
        }
    }

    pub(super) fn book(&mut self, department: usize, now: Instant) -> Result<(), String> {
        let live = &self.houses[department].live;
        let bookable: Vec<_> = live.config().services.iter().filter(|service| service.bookable()).collect();
        let service = (*self.chance.one_of(&bookable)).clone();
        let grid = live.grid(&service, self.plan.day);
        let Some(start) = self.wished_term(&grid) else { return Ok(()) };
        let terms = Terms {
            beyond_limits: self.chance.with(0.05),
            to_confirm: self.chance.with(0.2),
            chance: self.chance.below(65_536) as u16,
        };
        let wish = Command::Book { service: service.id, start, terms };
        if let Ok(Answer::Appointment(appointment)) = self.step(department, &wish, "citizen", now)? {
            self.plan_visit(department, &appointment, start, now);
        }
        Ok(())
    }

    /// A few terms are popular, so that full slots are met.
    fn wished_term(&mut self, grid: &[Instant]) -> Option<Instant> {
        let reach = if self.chance.with(0.3) { 4 } else { grid.len() };
        self.chance.pick(&grid[..reach.min(grid.len())])
    }

    /// Another term of the same day; whoever had planned to come early for the old one may now come too late.
    pub(super) fn move_visit(
        &mut self,
        department: usize,
        appointment: AppointmentId,
        now: Instant,
    ) -> Result<(), String> {
        let live = &self.houses[department].live;
        let service = live.appointment(&appointment).and_then(|visit| live.config().service(&visit.service)).cloned();
        let grid = service.map(|service| live.grid(&service, self.plan.day)).unwrap_or_default();
        let Some(start) = self.wished_term(&grid) else { return Ok(()) };
        let terms = Terms { chance: self.chance.below(65_536) as u16, ..Terms::default() };
        let wish = Command::MoveAppointment { appointment: appointment.clone(), start, terms };
        if self.step(department, &wish, "citizen", now)?.is_ok() {
            let at = (start - minutes(self.chance.unit() * 25.0)).max(now - self.skew);
            self.agenda.plan(at, Happening::CheckIn { department, appointment, kiosks: 1 });
        }
        Ok(())
    }

    fn plan_visit(&mut self, department: usize, appointment: &AppointmentId, start: Instant, now: Instant) {
        let fate = self.chance.unit();
        if fate < 0.08 {
            let at = now - self.skew + minutes(self.chance.unit() * (start - now).num_minutes() as f64 * 1.05);
            self.agenda.plan(at, Happening::Cancel { department, appointment: appointment.clone() });
        }
        let soon = |chance: &mut crate::chance::Chance| now + minutes(chance.unit() * 90.0);
        if self.chance.with(0.15) {
            let at = soon(&mut self.chance) - self.skew;
            self.agenda.plan(at, Happening::Move { department, appointment: appointment.clone() });
        }
        if self.chance.with(0.7) {
            let at = soon(&mut self.chance) - self.skew;
            self.agenda.plan(at, Happening::ConfirmVisit { department, appointment: appointment.clone() });
        }
        if fate > 0.85 {
            return;
        }
        let arrives = match self.chance.below(10) {
            0 => start - Duration::minutes(30),
            1 => start,
            _ => start + minutes(self.chance.normal(-18.4, 11.2)),
        };
        let kiosks = if self.chance.with(0.1) { 2 } else { 1 };
        let check_in = Happening::CheckIn { department, appointment: appointment.clone(), kiosks };
        self.agenda.plan(arrives.max(now - self.skew), check_in.clone());
        if self.chance.with(0.15) {
            self.agenda.plan(arrives.max(now - self.skew) + minutes(self.chance.unit() * 20.0), check_in);
        }
    }

    pub(super) fn check_in(
        &mut self,
        department: usize,
        appointment: &AppointmentId,
        kiosks: u32,
        now: Instant,
    ) -> Result<(), String> {
        let wish = Command::CheckIn { appointment: appointment.clone(), language: None };
        for kiosk in 1..=kiosks {
            if self.prints_check_in(department, appointment, now) {
                continue;
            }
            match self.step(department, &wish, &format!("kiosk:k{kiosk}"), now)? {
                Err(okienko_queue::refusal::Refusal::TooEarly { opens_at }) => {
                    let again = Happening::CheckIn { department, appointment: appointment.clone(), kiosks: 1 };
                    self.agenda.plan(opens_at - self.skew, again);
                }
                Ok(Answer::Ticket(ticket)) => self.plan_patience(department, &ticket, now),
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn plan_patience(&mut self, department: usize, ticket: &TicketId, now: Instant) {
        if self.chance.with(0.2) {
            let at = now - self.skew + minutes(self.chance.exponential(120.0));
            self.agenda.plan(at, Happening::Leave { department, ticket: ticket.clone() });
        }
    }

    /// Staff mend something: another service or class for a ticket that waits, a check-in taken back, a visit cancelled.
    pub(super) fn mend(&mut self, department: usize, now: Instant) -> Result<(), String> {
        let live = &self.houses[department].live;
        let tickets: Vec<_> =
            live.tickets().filter(|t| t.state == TicketState::Waiting).map(|t| t.id.clone()).collect();
        let visits: Vec<_> = (live.appointments().filter(|visit| visit.state == AppointmentState::Booked))
            .map(|visit| visit.id.clone())
            .collect();
        let services: Vec<_> = live.config().services.iter().map(|service| service.id.clone()).collect();
        let Some(ticket) = self.chance.pick(&tickets) else {
            return Ok(());
        };
        let wish = match self.chance.below(4) {
            0 => Command::ChangeTicket { ticket, service: self.chance.pick(&services), priority: None },
            1 => {
                let class = self.chance.with(0.7).then(|| "act".to_owned());
                Command::ChangeTicket { ticket, service: None, priority: Some(class) }
            }
            2 => Command::RevertCheckIn { ticket },
            _ => match self.chance.pick(&visits) {
                Some(appointment) => Command::CancelAppointment { appointment, by: By::Staff, chance: 0 },
                None => return Ok(()),
            },
        };
        if let (Ok(Answer::Appointment(appointment)), Command::RevertCheckIn { .. }) =
            (self.step(department, &wish, "staff:s1", now)?, &wish)
        {
            let at = now - self.skew + minutes(self.chance.unit() * 10.0);
            self.agenda.plan(at, Happening::CheckIn { department, appointment, kiosks: 1 });
        }
        Ok(())
    }

    pub(super) fn reconfigure(&mut self, department: usize, now: Instant) -> Result<(), String> {
        let mut config = self.houses[department].live.config().clone();
        match self.chance.below(4) {
            0 => config.discipline = discipline(&mut self.chance),
            1 => config.check_in.grace_minutes = self.chance.below(10) as u32,
            2 => {
                let rules = config.services.iter_mut().filter_map(|service| service.slots.as_mut());
                rules.for_each(|rule| rule.capacity = 1 + self.chance.below(3) as u16);
            }
            _ => {
                let all: Vec<_> = config.services.iter().map(|service| service.id.clone()).collect();
                for desk in config.desks.iter_mut().skip(1) {
                    desk.services = all.iter().filter(|_| self.chance.with(0.6)).cloned().collect();
                }
            }
        }
        self.step(department, &Command::Configure(Box::new(config)), "staff:admin", now).map(drop)
    }
}
