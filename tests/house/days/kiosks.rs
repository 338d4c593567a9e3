//! Kiosks that lose the network: they print from the numbers lent to them, by a clock of their own, and tell of it when
//! the network is back, now and then twice.

use super::citizens::minutes;
use super::happening::Happening;
use super::town::Town;
use chrono::Duration;
use okienko_queue::Answer;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::check_in::Listed;
use okienko_queue::command::{Command, Paper};
use okienko_queue::ids::{AppointmentId, ServiceId};
use okienko_queue::lease::Lease;
use okienko_queue::time::{self, Instant};

/// A kiosk as it remembers the office.
pub(super) struct Machine {
    name: String,
    away: bool,
    /// What its clock is wrong by, after all corrections.
    error: Duration,
    lent: Vec<(usize, Lease)>,
    listed: Vec<Listed>,
    papers: Vec<Printed>,
}

/// A paper in somebody's hand.
#[derive(Clone)]
struct Printed {
    department: usize,
    code: String,
    command: Command,
}

impl Machine {
    pub(super) fn two() -> Vec<Self> {
        let machine = |name: &str| Self {
            name: name.to_owned(),
            away: false,
            error: Duration::zero(),
            lent: Vec::new(),
            listed: Vec::new(),
            papers: Vec::new(),
        };
        vec![machine("o1"), machine("o2")]
    }

    /// The next number of a series, and the paper that is printed with it.
    fn prints(&mut self, department: usize, service: Option<&ServiceId>, now: Instant) -> Option<(Lease, Paper)> {
        let of = |(at, lease): &(usize, Lease)| *at == department && lease.service.as_ref() == service;
        let next = self.lent.iter().position(of)?;
        let (_, lease) = self.lent.remove(next);
        let paper = Paper {
            kiosk: self.name.clone(),
            number: lease.number,
            at: time::millis(now + self.error),
            language: None,
        };
        Some((lease, paper))
    }
}

impl Town {
    pub(super) fn plan_kiosks(&mut self) {
        let open = (self.plan.closes - self.plan.opens).num_minutes() as f64;
        for machine in 0..self.machines.len() {
            let mut at = self.plan.opens - minutes(self.chance.unit() * 25.0);
            self.agenda.plan(at, Happening::Contact { machine });
            for _ in 0..self.chance.below(3) {
                at += minutes(self.chance.unit() * open / 3.0);
                self.agenda.plan(at, Happening::Cut { machine });
                at += minutes(1.0 + self.chance.exponential(50.0));
                // Not past midnight: what is told then has no day any more.
                at = at.min(self.plan.closes + minutes(100.0));
                self.agenda.plan(at, Happening::Contact { machine });
            }
        }
    }

    pub(super) fn cut(&mut self, machine: usize) {
        let error = *self.chance.one_of(&[0, 0, 2, -2, 300, -300, 6 * 3600]);
        let machine = &mut self.machines[machine];
        (machine.away, machine.error) = (true, Duration::seconds(error));
    }

    /// The network is there: the kiosk tells of its papers, is lent more numbers and learns the visits of the day.
    pub(super) fn contact(&mut self, machine: usize, now: Instant) -> Result<(), String> {
        let papers = std::mem::take(&mut self.machines[machine].papers);
        // An answer that was lost on the way: the papers so far are told again.
        let again = self.chance.index(papers.len() + 1);
        for paper in papers[..again].iter().chain(&papers) {
            self.tell(machine, paper, now)?;
        }
        let name = self.machines[machine].name.clone();
        let (mut lent, mut listed) = (Vec::new(), Vec::new());
        for department in 0..self.houses.len() {
            let wish = Command::LeaseNumbers { kiosk: name.clone(), walk_in: 6, booked: 3 };
            self.step(department, &wish, &format!("kiosk:{name}"), now)?.map_err(|no| format!("no numbers: {no:?}"))?;
            let live = &self.houses[department].live;
            lent.extend(live.leases_of(&name).map(|lease| (department, lease.clone())));
            listed.extend(live.visits_of(live.service_day(now)));
        }
        let machine = &mut self.machines[machine];
        (machine.away, machine.lent, machine.listed) = (false, lent, listed);
        Ok(())
    }

    /// Whoever holds the paper has a ticket with its code, whatever happened meanwhile.
    fn tell(&mut self, machine: usize, paper: &Printed, now: Instant) -> Result<(), String> {
        let actor = format!("kiosk:{}", self.machines[machine].name);
        let known = self.houses[paper.department].live.tickets().any(|ticket| ticket.code == paper.code);
        let told = self.step(paper.department, &paper.command, &actor, now)?;
        let Ok(Answer::Ticket(id)) = told else { return Err(format!("{} was lost: {told:?}", paper.code)) };
        let live = &self.houses[paper.department].live;
        let ticket = live.ticket(&id).filter(|ticket| ticket.code == paper.code);
        let conflict = ticket.ok_or_else(|| format!("{} became {id}", paper.code))?.conflict.is_some();
        if !known {
            self.tally.papers += 1;
            self.tally.conflicts += u64::from(conflict);
            self.plan_patience(paper.department, &id, now);
        }
        Ok(())
    }

    /// Whether a walk-in is given a paper by a kiosk that is away.
    pub(super) fn prints_walk_in(
        &mut self,
        department: usize,
        service: &ServiceId,
        priority: Option<&String>,
        now: Instant,
    ) -> bool {
        let Some(machine) = self.one_away(0.7) else { return false };
        let Some((lease, paper)) = self.machines[machine].prints(department, Some(service), now) else { return false };
        let command = Command::SettleOfflineTicket { paper, service: service.clone(), priority: priority.cloned() };
        self.machines[machine].papers.push(Printed { department, code: lease.code(), command });
        true
    }

    /// Whether a booked visitor is given a paper by a kiosk that is away: it goes by what it knew when the network went.
    pub(super) fn prints_check_in(&mut self, department: usize, appointment: &AppointmentId, now: Instant) -> bool {
        let Some(at) = self.one_away(0.7) else { return false };
        let machine = &mut self.machines[at];
        let visit = machine.listed.iter().find(|listed| listed.appointment == *appointment).cloned();
        let Some(visit) = visit.filter(|listed| listed.state == AppointmentState::Booked) else { return false };
        let own_time = now + machine.error;
        if own_time < visit.opens_at || own_time >= visit.until + time::seconds(1) {
            return false;
        }
        let Some((lease, paper)) = machine.prints(department, None, now) else { return false };
        // It never gives one visit two papers.
        machine.listed.retain(|listed| listed.appointment != *appointment);
        let command = Command::SettleOfflineCheckIn { paper, visit: Some(visit.appointment), service: None };
        machine.papers.push(Printed { department, code: lease.code(), command });
        true
    }

    fn one_away(&mut self, often: f64) -> Option<usize> {
        let away: Vec<usize> = (0..self.machines.len()).filter(|machine| self.machines[*machine].away).collect();
        self.chance.pick(&away).filter(|_| self.chance.with(often))
    }
}
