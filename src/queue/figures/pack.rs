//! The facts of a day as one text: names in the first line, then a fact a line, numbers only. Half a million legs are some megabytes and are
//! read in a few hundredths of a second, where as many rows of a table take a second.

use super::facts::{DayFacts, LegFact, Outcome, PlanFact, VisitFact, WorkFact};
use crate::appointment::AppointmentState;
use crate::work::DeskTimes;
use std::fmt::Write;

const OUTCOMES: [Outcome; 6] =
    [Outcome::Open, Outcome::Served, Outcome::PassedOn, Outcome::NoShow, Outcome::GaveUp, Outcome::Lost];
const STATES: [AppointmentState; 4] = [
    AppointmentState::Booked,
    AppointmentState::Collected,
    AppointmentState::Cancelled,
    AppointmentState::NotCollected,
];
/// Bits of a leg's first number, below its hour.
const BOOKED: u64 = 1;
const FIRST: u64 = 2;

impl DayFacts {
    /// The text. A number that is missing is written as 0, every other one greater.
    pub fn packed(&self) -> String {
        let mut text = String::with_capacity(40 * self.legs.len() + 200);
        text.push_str(&self.names.join("\t"));
        let more = |number: Option<u32>| number.map_or(0, |number| u64::from(number) + 1);
        for leg in &self.legs {
            let bits = u64::from(leg.hour) * 4 + u64::from(leg.first) * FIRST + u64::from(leg.booked) * BOOKED;
            let numbers = [
                bits,
                place(&OUTCOMES, &leg.outcome),
                u64::from(leg.service),
                more(leg.desk),
                more(leg.person),
                more(leg.waiting_ms),
                more(leg.walking_ms),
                more(leg.service_ms),
            ];
            line(&mut text, 'l', &numbers);
        }
        for visit in &self.visits {
            let numbers = [u64::from(visit.hour), place(&STATES, &visit.state), u64::from(visit.service)];
            line(&mut text, 'v', &numbers);
        }
        for work in &self.work {
            let DeskTimes { free_ms, paused_ms, called_ms, serving_ms } = work.times;
            let [free, paused, called, serving] = [free_ms, paused_ms, called_ms, serving_ms].map(i64::unsigned_abs);
            line(&mut text, 'w', &[u64::from(work.hour), u64::from(work.desk), free, paused, called, serving]);
        }
        for plan in &self.plan {
            line(&mut text, 'p', &[plan.hour, plan.service, plan.places].map(u64::from));
        }
        text
    }

    /// The facts of such a text; `None` when it is none.
    pub fn unpacked(text: &str) -> Option<Self> {
        let (names, facts) = text.split_once('\n').unwrap_or((text, ""));
        let names: Vec<String> = names.split('\t').map(str::to_owned).filter(|name| !name.is_empty()).collect();
        let mut day = Self { names, legs: Vec::with_capacity(facts.len() / 24), ..Self::default() };
        let mut rest = facts.as_bytes();
        while let Some((kind, numbers)) = rest.split_first() {
            rest = match kind {
                b'l' => read(numbers, |numbers| day.legs.extend(leg(numbers)))?,
                b'v' => read(numbers, |numbers| day.visits.extend(visit(numbers)))?,
                b'w' => read(numbers, |numbers| day.work.extend(work(numbers)))?,
                b'p' => read(numbers, |numbers| day.plan.push(plan(numbers)))?,
                _ => return None,
            };
        }
        Some(day)
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u64 {
    all.iter().position(|other| other == one).map_or(0, |place| place as u64)
}

fn line(text: &mut String, kind: char, numbers: &[u64]) {
    text.push('\n');
    text.push(kind);
    for (index, number) in numbers.iter().enumerate() {
        // Writing into a text cannot fail.
        let _ = if index == 0 { write!(text, "{number}") } else { write!(text, " {number}") };
    }
}

/// Numbers of the longest line.
const MOST: usize = 8;

/// Reads one line of numbers and hands them on; answers what follows it.
fn read(mut bytes: &[u8], mut found: impl FnMut(&[u64; MOST])) -> Option<&[u8]> {
    let (mut numbers, mut at) = ([0_u64; MOST], 0);
    while let Some((byte, rest)) = bytes.split_first() {
        bytes = rest;
        match byte {
            b'0'..=b'9' => {
                let number = numbers.get_mut(at)?;
                *number = number.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
            }
            b' ' => at += 1,
            b'\n' => break,
            _ => return None,
        }
    }
    found(&numbers);
    Some(bytes)
}

fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn less(number: u64) -> Option<u32> {
    number.checked_sub(1).map(narrow)
}

fn leg(numbers: &[u64; MOST]) -> Option<LegFact> {
    let [bits, outcome, service, desk, person, waiting, walking, serving] = *numbers;
    Some(LegFact {
        service: narrow(service),
        desk: less(desk),
        person: less(person),
        booked: bits & BOOKED > 0,
        first: bits & FIRST > 0,
        hour: narrow(bits / 4),
        outcome: *OUTCOMES.get(usize::try_from(outcome).ok()?)?,
        waiting_ms: less(waiting),
        walking_ms: less(walking),
        service_ms: less(serving),
    })
}

fn visit(numbers: &[u64; MOST]) -> Option<VisitFact> {
    let [hour, state, service, ..] = *numbers;
    let state = *STATES.get(usize::try_from(state).ok()?)?;
    Some(VisitFact { service: narrow(service), hour: narrow(hour), state })
}

fn plan(numbers: &[u64; MOST]) -> PlanFact {
    let [hour, service, places, ..] = numbers.map(narrow);
    PlanFact { service, hour, places }
}

fn work(numbers: &[u64; MOST]) -> Option<WorkFact> {
    let [hour, desk, free, paused, called, serving, ..] = *numbers;
    let [free_ms, paused_ms, called_ms, serving_ms] =
        [free, paused, called, serving].map(|ms| i64::try_from(ms).unwrap_or(i64::MAX));
    let times = DeskTimes { free_ms, paused_ms, called_ms, serving_ms };
    Some(WorkFact { desk: narrow(desk), hour: narrow(hour), times })
}
