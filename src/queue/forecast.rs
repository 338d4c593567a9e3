//! How long it will take, as an honest range: the waiting queue is played forward many times by the department's own
//! order of calls (waiting.md, "Forecast"). People who come later never go ahead of a walk-in that waits, so only booked
//! visits still expected are added. (Who holds a paper that a kiosk has not told of yet is known to nobody.)

mod chance;
mod line;
mod play;
mod run;

use crate::department::Department;
use crate::discipline::{Discipline, Facts};
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::ticket::TicketState;
use crate::time::{self, Instant};
use crate::waiting::Pool;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A range of minutes: 10 % and 90 % quantiles, rounded outward to five minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Probably not sooner.
    pub from_minutes: u32,
    /// Probably not later.
    pub to_minutes: u32,
}

/// How many people, as a range: 10 % and 90 % quantiles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Probably not fewer.
    pub from: u32,
    /// Probably not more.
    pub to: u32,
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The ticket.
    pub ticket: TicketId,
    /// The matter.
    pub service: ServiceId,
    /// The only desk that may call it.
    pub only_at: Option<DeskId>,
    /// What its rank is made of.
    pub facts: Facts,
    /// Returned: not offered before this (ms) while somebody else is there.
    pub not_before: Option<i64>,
}

/// What a working desk is busy with.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// The matter.
    pub service: ServiceId,
    /// The visitor is at the desk; before that on the way to it.
    pub serving: bool,
    /// Since when, ms.
    pub since: i64,
}

/// A desk that works now.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingDesk {
    /// The desk.
    pub desk: DeskId,
    /// What it offers.
    pub services: Vec<ServiceId>,
    /// What it is busy with.
    pub busy: Option<Busy>,
}

/// Everything that a forecast goes by.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastInput {
    /// Now, ms.
    pub now: i64,
    /// Who is next.
    pub discipline: Discipline,
    /// Who waits.
    pub waiting: Vec<Person>,
    /// Desks that work.
    pub desks: Vec<WorkingDesk>,
    /// Mean minutes of a visit by service.
    pub durations: BTreeMap<ServiceId, f64>,
    /// Booked visits of today not collected yet: service and hour (ms).
    pub expected: Vec<(ServiceId, i64)>,
    /// Minutes before the hour from which a visit can be collected.
    pub opens_minutes: u32,
    /// Minutes after the hour until which it can.
    pub grace_minutes: u32,
    /// When the department closes today, ms; `None` once it has.
    pub closes: Option<i64>,
}

/// What was forecast.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    pub(crate) newcomers: BTreeMap<ServiceId, Wait>,
    pub(crate) tickets: BTreeMap<TicketId, Wait>,
    pub(crate) late: BTreeMap<ServiceId, People>,
    pub(crate) late_in_all: Option<People>,
}

impl Forecast {
    /// The wait of a walk-in that comes now; `None` while no working desk offers the service.
    pub fn newcomer(&self, service: &ServiceId) -> Option<Wait> {
        self.newcomers.get(service).copied()
    }

    /// The rest of a waiting ticket's wait; `None` while no working desk may call it.
    pub fn of(&self, ticket: &TicketId) -> Option<Wait> {
        self.tickets.get(ticket).copied()
    }

    /// How many of those who wait for a service now will not be called before closing; `None` while no working desk offers it, and once
    /// the department has closed.
    pub fn late(&self, service: &ServiceId) -> Option<People> {
        self.late.get(service).copied()
    }

    /// As [`Forecast::late`], of all services together: less wide than the sum of their ranges.
    pub fn late_in_all(&self) -> Option<People> {
        self.late_in_all
    }
}

/// Plays the queue forward `runs` times (200 is usual) and reads off when everybody is called. The same input, runs and
/// seed give the same forecast. Cost is bounded: a long queue is played in groups of neighbours, each group as one visit
/// that lasts as long as all of its visits together.
pub fn forecast(input: &ForecastInput, runs: u32, seed: u64) -> Forecast {
    play::Play::of(input).forecast(runs.max(1), seed)
}

impl Department {
    /// What a forecast at `now` goes by.
    pub fn forecast_input(&self, now: Instant) -> ForecastInput {
        let rules = &self.config.check_in;
        let from = now - time::minutes(rules.grace_minutes);
        let expected = self.expected(self.service_day(now)).filter(|visit| visit.start >= from);
        let services = self.config.services.iter();
        ForecastInput {
            now: now.timestamp_millis(),
            discipline: self.config.discipline,
            waiting: self.persons(),
            desks: self.working_desks(),
            durations: services.map(|service| (service.id.clone(), f64::from(service.duration_minutes))).collect(),
            expected: expected.map(|visit| (visit.service.clone(), visit.start.timestamp_millis())).collect(),
            opens_minutes: rules.opens_minutes,
            grace_minutes: rules.grace_minutes,
            closes: self.closing(now).map(|at| at.timestamp_millis()),
        }
    }

    /// When the doors close for today; `None` once they have, and on a closed day.
    pub fn closing(&self, now: Instant) -> Option<Instant> {
        let closes = self.config.hours.closes_on(self.config.time_zone, self.service_day(now));
        closes.filter(|at| *at > now)
    }

    fn persons(&self) -> Vec<Person> {
        let person = |waiter: &crate::waiting::Waiter| Person {
            ticket: waiter.ticket.clone(),
            service: waiter.service.clone(),
            only_at: if let Pool::Desk(desk) = &waiter.pool { Some(desk.clone()) } else { None },
            facts: self.waiting.facts(&waiter.ticket).unwrap_or(waiter.facts),
            not_before: waiter.not_before,
        };
        self.waiting.all().map(person).collect()
    }

    fn working_desks(&self) -> Vec<WorkingDesk> {
        let working = self.config.desks.iter().filter_map(|desk| {
            let status = self.desks.get(&desk.id).filter(|status| status.is_working())?;
            let current = status.current.as_ref().and_then(|id| self.tickets.get(id));
            let busy = current.map(|ticket| {
                let serving = ticket.state == TicketState::Serving;
                let since = if serving { ticket.times.started_at } else { ticket.announced_at };
                let since = since.map_or(0, |since| since.timestamp_millis());
                Busy { service: ticket.service.clone(), serving, since }
            });
            Some(WorkingDesk { desk: desk.id.clone(), services: self.services_of(&desk.id).to_vec(), busy })
        });
        working.collect()
    }
}
