//! The town: departments with their journals and auditors, and the clock that drives a day through them.

use super::Tally;
use super::auditor::{Across, Auditor};
use super::citizens::minutes;
use super::happening::{Agenda, Happening};
use super::kiosks::Machine;
use super::plan::Plan;
use crate::chance::Chance;
use chrono::Duration;
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, Handover};
use okienko_queue::event::{Event, Record};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::Ticket;
use okienko_queue::time::{self, Instant};
use okienko_queue::{Answer, Department};

/// One department with what stands beside it.
pub struct House {
    pub(super) live: Department,
    pub(super) journal: Vec<Record>,
    pub(super) auditor: Auditor,
}

impl House {
    /// Its records so far.
    pub fn journal(&self) -> &[Record] {
        &self.journal
    }
}

/// An office on one day.
pub struct Town {
    pub(super) plan: Plan,
    pub(super) chance: Chance,
    /// What supervisors draw is drawn apart: a day without them would be the same otherwise.
    pub(super) oversight: Chance,
    pub(super) houses: Vec<House>,
    pub(super) agenda: Agenda,
    pub(super) machines: Vec<Machine>,
    across: Across,
    pub(super) tally: Tally,
    pub(super) skew: Duration,
}

impl Town {
    /// The town of a seed, before anything happened.
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance::of(seed);
        let plan = Plan::of(&mut chance);
        let houses = plan.departments.iter().map(|config| House {
            live: Department::new(config.clone()),
            journal: Vec::new(),
            auditor: Auditor::new(config.clone()),
        });
        let houses = houses.collect();
        let oversight = Chance::of(seed ^ 0x0E55_EE00);
        let (agenda, across, tally) = (Agenda::default(), Across::default(), Tally::default());
        Self {
            plan,
            chance,
            oversight,
            houses,
            agenda,
            machines: Machine::two(),
            across,
            tally,
            skew: Duration::zero(),
        }
    }

    /// The departments.
    pub fn houses(&self) -> &[House] {
        &self.houses
    }

    /// From the eve's bookings to the change of day after; an error is the first complaint.
    pub fn live_through_the_day(&mut self) -> Result<Tally, String> {
        let eve = self.plan.eve();
        for department in 0..self.houses.len() {
            let config = Box::new(self.houses[department].live.config().clone());
            self.step(department, &Command::Configure(config), "staff:admin", eve)?.map_err(|no| format!("{no:?}"))?;
        }
        self.plan_citizens();
        self.plan_clerks();
        self.plan_supervisors();
        self.plan_kiosks();
        self.plan_ticks();
        let morrow = self.plan.morrow();
        let evening = morrow - minutes(60.0);
        while let Some((at, happening)) = self.agenda.next(evening) {
            self.happen(happening, time::millis(at + self.skew))?;
        }
        for department in 0..self.houses.len() {
            self.step(department, &Command::Tick, "timer", morrow)?.map_err(|no| format!("{no:?}"))?;
            let house = &self.houses[department];
            house.auditor.agrees_with(&house.live)?;
        }
        self.across.day_ended()?;
        self.tally.days += 1;
        Ok(self.tally)
    }

    fn plan_ticks(&mut self) {
        let mut at = self.plan.opens - minutes(30.0);
        while at < self.plan.closes + minutes(120.0) {
            self.agenda.plan(at, Happening::Tick);
            at += minutes(3.0 + self.chance.unit() * 4.0);
        }
        if self.chance.with(0.3) {
            let at = self.plan.opens + minutes(self.chance.unit() * 300.0);
            self.agenda.plan(at, Happening::SetClock { seconds: -(self.chance.below(180) as i64) });
            self.agenda.plan(at + minutes(20.0), Happening::SetClock { seconds: 0 });
        }
    }

    fn happen(&mut self, happening: Happening, now: Instant) -> Result<(), String> {
        match happening {
            Happening::Tick => {
                for department in 0..self.houses.len() {
                    self.step(department, &Command::Tick, "timer", now)?.ok();
                }
            }
            Happening::Book { department } => self.book(department, now)?,
            Happening::Cancel { department, appointment } => {
                let chance = self.chance.below(65_536) as u16;
                let wish = Command::CancelAppointment { appointment, by: By::Citizen, chance };
                self.step(department, &wish, "citizen", now)?.ok();
            }
            Happening::Move { department, appointment } => self.move_visit(department, appointment, now)?,
            Happening::ConfirmVisit { department, appointment } => {
                self.step(department, &Command::ConfirmAppointment { appointment }, "citizen", now)?.ok();
            }
            Happening::CheckIn { department, appointment, kiosks } => {
                self.check_in(department, &appointment, kiosks, now)?
            }
            Happening::Cut { machine } => self.cut(machine),
            Happening::Contact { machine } => self.contact(machine, now)?,
            Happening::WalkIn { department, service, priority } => {
                if self.prints_walk_in(department, &service, priority.as_ref(), now) {
                    return Ok(());
                }
                let wish = Command::IssueTicket { service, priority, language: None };
                if let Ok(Answer::Ticket(ticket)) = self.step(department, &wish, "kiosk:k1", now)? {
                    self.plan_patience(department, &ticket, now);
                }
            }
            Happening::Leave { department, ticket } => {
                self.step(department, &Command::CancelTicket { ticket, by: By::Citizen }, "citizen", now)?.ok();
            }
            Happening::Mend { department } => self.mend(department, now)?,
            Happening::Oversee { department } => self.supervise(department, now)?,
            Happening::Clerk { department, desk } => self.clerk(department, &desk, now)?,
            Happening::Deliver { from, ticket } => self.deliver(from, ticket, now)?,
            Happening::Confirm { from, ticket, leg } => {
                self.step(from, &Command::Delivered { ticket, leg }, "timer", now)?.ok();
            }
            Happening::Reconfigure { department } => self.reconfigure(department, now)?,
            Happening::SetClock { seconds } => self.skew = Duration::seconds(seconds),
        }
        Ok(())
    }

    /// A command through the one door, with faults around it and the auditor behind it.
    pub(super) fn step(
        &mut self,
        department: usize,
        command: &Command,
        actor: &str,
        now: Instant,
    ) -> Result<Result<Answer, Refusal>, String> {
        if self.chance.with(0.01) {
            self.fail_an_append(department, command, now)?;
        }
        let house = &mut self.houses[department];
        let step = house.live.step(command, actor, now);
        let mut look = self.chance.below(60) == 0;
        for record in &step.records {
            house.auditor.read(record)?;
            self.across.read(record)?;
            look |= matches!(record.event, Event::Undone { .. });
            self.tally.calls += u64::from(matches!(record.event, Event::Called { .. }));
            self.tally.undos += u64::from(matches!(record.event, Event::Undone { .. }));
            let overseen = matches!(record.event, Event::ServiceStopped { .. } | Event::DeskServices { .. });
            self.tally.overseen += u64::from(overseen);
        }
        house.journal.extend(step.records.iter().cloned());
        self.tally.records += step.records.len() as u64;
        self.tally.refusals += u64::from(step.outcome.is_err());
        if look {
            house.auditor.agrees_with(&house.live)?;
        }
        if self.chance.with(0.006) {
            let from_first = self.chance.with(0.3);
            self.houses[department].forget_and_replay(from_first, now)?;
            self.tally.replays += 1;
        }
        self.post(department, &step.records, now);
        Ok(step.outcome)
    }

    /// Sends on what left a department: late, and now and then twice.
    fn post(&mut self, from: usize, records: &[Record], now: Instant) {
        for record in records {
            let Event::SentAway { ticket, .. } = &record.event else {
                continue;
            };
            let Some(ticket) = self.houses[from].live.ticket(ticket).cloned() else {
                continue;
            };
            self.tally.hand_overs += 1;
            for _ in 0..1 + self.chance.below(3) {
                let at = now - self.skew + minutes(self.chance.exponential(1.0));
                self.agenda.plan(at, Happening::Deliver { from, ticket: Box::new(ticket.clone()) });
            }
        }
    }

    fn deliver(&mut self, from: usize, ticket: Box<Ticket>, now: Instant) -> Result<(), String> {
        let to = ticket.sent_to.as_ref().map(|to| &to.department);
        let to =
            self.houses.iter().position(|house| Some(&house.live.config().id) == to).ok_or("an unknown department")?;
        let (id, leg) = (ticket.id.clone(), ticket.leg);
        self.step(to, &Command::Accept(Box::new(Handover { ticket: *ticket })), "timer", now)?
            .map_err(|no| format!("the hand-over of {id} was refused: {no:?}"))?;
        for _ in 0..1 + self.chance.below(2) {
            let at = now - self.skew + minutes(self.chance.exponential(0.5));
            self.agenda.plan(at, Happening::Confirm { from, ticket: id.clone(), leg });
        }
        Ok(())
    }
}
