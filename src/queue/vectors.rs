//! Call-order vectors: an input sequence through the disciplines, with every service taking the same time.
//! The format is that of the published `call-order.json`; several desks with different skills are allowed.

use crate::discipline::{Discipline, Facts};
use crate::waiting::{Moment, Pool, Waiter, Waiting};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const MINUTE: f64 = 60_000.0;

/// One vector; times in minutes.
#[derive(Clone, Debug, Deserialize)]
pub struct Vector {
    /// Minutes that every service takes.
    pub service_minutes: f64,
    /// The desks.
    pub clerks: Vec<Clerk>,
    /// The arrivals.
    pub tickets: Vec<Arrival>,
    /// Name of the discipline: FCFS, STRICT, DUE, EDF, APQ, CAP, RATIO, MAXW.
    pub policy: String,
    /// Its parameters: lead, T, b, k, n, M.
    #[serde(default)]
    pub params: BTreeMap<String, f64>,
}

/// A desk of a vector.
#[derive(Clone, Debug, Deserialize)]
pub struct Clerk {
    /// Its name.
    pub name: String,
    /// The services it offers.
    pub skills: Vec<String>,
    /// Minute from which it is free.
    pub free_from: f64,
}

/// A ticket of a vector.
#[derive(Clone, Debug, Deserialize)]
pub struct Arrival {
    /// Its id.
    pub id: String,
    /// U or W.
    pub kind: String,
    /// Its service.
    pub svc: String,
    /// Minute of arrival.
    pub a: f64,
    /// Booked minute.
    pub s: Option<f64>,
}

/// What a vector gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The calls in order.
    pub calls: Vec<Called>,
    /// Overtakes of each walk-in.
    pub overtakes: BTreeMap<String, u32>,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Called {
    /// The ticket.
    pub ticket: String,
    /// Minute of the call.
    pub t: serde_number::Minutes,
    /// The desk.
    pub clerk: String,
}

/// Minutes that print as `10` when whole and as `10.5` otherwise.
pub mod serde_number {
    use serde::{Deserialize, Serialize, Serializer};

    /// Minutes of a vector.
    #[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
    #[serde(transparent)]
    pub struct Minutes(pub f64);

    impl Serialize for Minutes {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            if self.0.fract() == 0.0 { to.serialize_i64(self.0 as i64) } else { to.serialize_f64(self.0) }
        }
    }
}

/// The discipline that a vector names; an error says what is unknown or missing.
pub fn discipline(policy: &str, params: &BTreeMap<String, f64>) -> Result<Discipline, String> {
    let number = |key: &str| params.get(key).copied().ok_or(format!("{policy}: parameter {key} is missing"));
    let whole = |key: &str| number(key).map(|value| value as u32);
    Ok(match policy {
        "FCFS" => Discipline::Fcfs,
        "STRICT" => Discipline::Strict,
        "DUE" => Discipline::Due { lead: whole("lead")? },
        "EDF" => Discipline::Deadline { minutes: whole("T")? },
        "APQ" => Discipline::Accumulating { b: number("b")? },
        "CAP" => Discipline::Punctual { lead: whole("lead")?, cap: whole("k")? },
        "RATIO" => Discipline::Ratio { n: whole("n")?, lead: whole("lead")? },
        "MAXW" => Discipline::MaxWait { minutes: whole("M")?, lead: whole("lead")? },
        other => return Err(format!("unknown policy {other}")),
    })
}

/// Runs a vector: arrivals at the instant of a call come first; among free desks the one with the smallest
/// (free since, name) acts first.
pub fn run(vector: &Vector) -> Result<Outcome, String> {
    let discipline = discipline(&vector.policy, &vector.params)?;
    let mut day = Day { discipline, waiting: Waiting::default(), outcome: Outcome::default() };
    let mut arrivals: Vec<(usize, &Arrival)> = vector.tickets.iter().enumerate().collect();
    arrivals.sort_by(|(_, left), (_, right)| left.a.total_cmp(&right.a));
    let mut coming = arrivals.into_iter().peekable();
    let mut desks: Vec<(f64, &Clerk)> = vector.clerks.iter().map(|clerk| (clerk.free_from, clerk)).collect();
    let mut now = f64::NEG_INFINITY;
    loop {
        while let Some((issue, arrival)) = coming.next_if(|(_, arrival)| arrival.a <= now) {
            day.arrive(issue, arrival);
        }
        desks.sort_by(|left, right| left.0.total_cmp(&right.0).then_with(|| left.1.name.cmp(&right.1.name)));
        let called = desks.iter_mut().filter(|(free, _)| *free <= now).any(|(free, clerk)| {
            let called = day.call(clerk, now);
            if called {
                *free = now + vector.service_minutes;
            }
            called
        });
        if called {
            continue;
        }
        let next_desk = desks.iter().map(|(free, _)| *free).filter(|free| *free > now).min_by(f64::total_cmp);
        let next_arrival = coming.peek().map(|(_, arrival)| arrival.a);
        match [next_desk, next_arrival].into_iter().flatten().min_by(f64::total_cmp) {
            Some(next) => now = next,
            None => return Ok(day.outcome),
        }
    }
}

struct Day {
    discipline: Discipline,
    waiting: Waiting,
    outcome: Outcome,
}

impl Day {
    fn arrive(&mut self, issue: usize, arrival: &Arrival) {
        let booked_for = arrival.s.filter(|_| arrival.kind == "U").map(to_ms);
        if booked_for.is_none() {
            self.outcome.overtakes.insert(arrival.id.clone(), 0);
        }
        let facts = Facts { arrival: to_ms(arrival.a), booked_for, top: false, overtakes: 0, issue: issue as u64 };
        self.waiting.join(Waiter {
            ticket: arrival.id.as_str().into(),
            pool: Pool::Service(arrival.svc.as_str().into()),
            service: arrival.svc.as_str().into(),
            facts,
            not_before: None,
            again: false,
        });
    }

    fn call(&mut self, clerk: &Clerk, now: f64) -> bool {
        let pools: Vec<Pool> = clerk.skills.iter().map(|skill| Pool::Service(skill.as_str().into())).collect();
        let moment = Moment { discipline: self.discipline, now: to_ms(now) };
        let Some((ticket, _)) = self.waiting.next(&pools, moment) else { return false };
        let booked = self.waiting.facts(&ticket).is_some_and(|facts| facts.booked_for.is_some());
        let passed = self.waiting.call(&pools, &ticket);
        if let Some((overtakes, _)) = passed.filter(|_| !booked) {
            self.outcome.overtakes.insert(ticket.to_string(), overtakes);
        }
        let call = Called { ticket: ticket.to_string(), t: serde_number::Minutes(now), clerk: clerk.name.clone() };
        self.outcome.calls.push(call);
        true
    }
}

fn to_ms(minutes: f64) -> i64 {
    (minutes * MINUTE).round() as i64
}
