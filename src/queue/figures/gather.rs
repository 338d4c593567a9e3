//! From facts to figures: one pass over the days, a pile of times for each row.

use super::counts::{Capacity, Counts, Visits};
use super::facts::{DayFacts, LegFact, Outcome, PlanFact, VisitFact};
use super::spread::Spread;
use super::{By, Question};
use crate::appointment::AppointmentState;
use crate::work::DeskTimes;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A service day.
    Day(NaiveDate),
    /// An hour of the office clock.
    Hour(u32),
    /// The id of a department, service, desk or member of staff.
    Named(String),
    /// Legs without one: never called, or never started.
    Nobody,
}

/// The time of desks, milliseconds.
pub type Work = DeskTimes;

/// The figures of booked visits, of walk-ins, or of both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// How many.
    pub counts: Counts,
    /// Ticket to first call.
    pub waiting: Spread,
    /// Call to start.
    pub walking: Spread,
    /// Start to end.
    pub service: Spread,
}

/// The figures of one row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// All visits.
    pub all: Part,
    /// Walk-ins alone.
    pub walk_in: Part,
    /// Booked visits alone.
    pub booked: Part,
    /// Appointments; none in a row that they cannot belong to.
    pub visits: Option<Visits>,
    /// The time of desks; likewise.
    pub work: Option<Work>,
    /// Places of terms; likewise.
    pub capacity: Option<Capacity>,
}

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Everything together.
    pub total: Figures,
    /// The rows, in order.
    pub rows: Vec<(Key, Figures)>,
}

/// Counts and times of one channel.
#[derive(Default)]
struct Channel {
    counts: Counts,
    waiting: Vec<u32>,
    walking: Vec<u32>,
    service: Vec<u32>,
}

/// What is piled up for one row.
#[derive(Default)]
struct Pile {
    walk_in: Channel,
    booked: Channel,
    visits: Visits,
    work: Work,
    planned: u32,
    used: u32,
}

/// Gathers the facts of many days.
pub struct Gatherer {
    question: Question,
    rows: BTreeMap<Key, Pile>,
}

impl Gatherer {
    /// For one question; `expected` are rows that are told even where nothing happened.
    pub fn new(question: Question, expected: impl IntoIterator<Item = Key>) -> Self {
        let mut rows: BTreeMap<Key, Pile> = expected.into_iter().map(|key| (key, Pile::default())).collect();
        if question.by == By::Day {
            let days = question.from.iter_days().take_while(|day| *day <= question.to);
            rows.extend(days.map(|day| (Key::Day(day), Pile::default())));
        }
        Self { question, rows }
    }

    /// The facts of a department's service day; a day outside the question is passed over.
    pub fn day(&mut self, department: &str, day: NaiveDate, facts: &DayFacts) {
        if day < self.question.from || day > self.question.to {
            return;
        }
        let wanted = self.question.service.as_deref().map(|wanted| facts.names.iter().position(|name| name == wanted));
        let of_service =
            |service: u32| wanted.is_none_or(|place| place.is_some_and(|place| place as u64 == u64::from(service)));
        let mut sorter = Sorter { by: self.question.by, department, day, facts, rows: &mut self.rows };
        for leg in facts.legs.iter().filter(|leg| of_service(leg.service)) {
            if self.question.booked.is_none_or(|booked| booked == leg.booked) {
                sorter.leg(leg);
            }
        }
        for visit in facts.visits.iter().filter(|visit| of_service(visit.service)) {
            sorter.visit(*visit);
        }
        for plan in facts.plan.iter().filter(|plan| of_service(plan.service)) {
            sorter.plan(*plan);
        }
        for work in &facts.work {
            let key = sorter.key(work.hour, None, Some(work.desk), None);
            sorter.pile(key).work.add_all(&work.times);
        }
    }

    /// The figures.
    pub fn report(mut self) -> Report {
        self.fill_hours();
        let (by, narrow) = (self.question.by, self.question.service.is_some());
        let walk_ins = self.question.booked == Some(false);
        let has_visits = |by| !walk_ins && !matches!(by, By::Desk | By::Person);
        // A desk's time is not divided among services or channels.
        let has_work = |by| !narrow && self.question.booked.is_none() && !matches!(by, By::Service | By::Person);
        let mut total = Pile::default();
        let mut rows = Vec::with_capacity(self.rows.len());
        for (key, mut pile) in std::mem::take(&mut self.rows) {
            total.take_in(&pile);
            let figures = pile.figures(has_visits(by), has_work(by));
            if key != Key::Nobody || figures.all.counts.legs > 0 {
                rows.push((key, figures));
            }
        }
        Report { total: total.figures(has_visits(By::Day), has_work(By::Day)), rows }
    }

    /// Hours between the first and the last in which anything happened.
    fn fill_hours(&mut self) {
        let hours = self.rows.keys().filter_map(|key| if let Key::Hour(hour) = key { Some(*hour) } else { None });
        let (first, last) = (hours.clone().min(), hours.max());
        for hour in first.zip(last).into_iter().flat_map(|(first, last)| first..=last) {
            self.rows.entry(Key::Hour(hour)).or_default();
        }
    }
}

/// Puts the facts of one day on their piles.
struct Sorter<'a> {
    by: By,
    department: &'a str,
    day: NaiveDate,
    facts: &'a DayFacts,
    rows: &'a mut BTreeMap<Key, Pile>,
}

impl Sorter<'_> {
    fn leg(&mut self, leg: &LegFact) {
        let key = self.key(leg.hour, Some(leg.service), leg.desk, leg.person);
        let pile = self.pile(key);
        pile.used += u32::from(leg.booked && leg.first && leg.outcome == Outcome::Served);
        let channel = if leg.booked { &mut pile.booked } else { &mut pile.walk_in };
        channel.counts.leg(leg);
        channel.waiting.extend(leg.waiting_ms);
        channel.walking.extend(leg.walking_ms);
        channel.service.extend(leg.service_ms);
    }

    fn visit(&mut self, visit: VisitFact) {
        let key = self.key(visit.hour, Some(visit.service), None, None);
        let visits = &mut self.pile(key).visits;
        let count = match visit.state {
            AppointmentState::Collected => &mut visits.collected,
            AppointmentState::Cancelled => &mut visits.cancelled,
            AppointmentState::NotCollected => &mut visits.not_collected,
            AppointmentState::Booked => &mut visits.expected,
        };
        *count += 1;
    }

    /// Desks and people have no terms: those of the day stand with nobody, and count in the total.
    fn plan(&mut self, plan: PlanFact) {
        let key = self.key(plan.hour, Some(plan.service), None, None);
        self.pile(key).planned += plan.places;
    }

    fn key(&self, hour: u32, service: Option<u32>, desk: Option<u32>, person: Option<u32>) -> Key {
        let named = |place: Option<u32>| {
            let name = place.and_then(|place| self.facts.names.get(usize::try_from(place).ok()?));
            name.map_or(Key::Nobody, |name| Key::Named(name.clone()))
        };
        match self.by {
            By::Day => Key::Day(self.day),
            By::Hour => Key::Hour(hour),
            By::Department => Key::Named(self.department.to_owned()),
            By::Service => named(service),
            By::Desk => named(desk),
            By::Person => named(person),
        }
    }

    fn pile(&mut self, key: Key) -> &mut Pile {
        self.rows.entry(key).or_default()
    }
}

impl Channel {
    fn take_in(&mut self, other: &Self) {
        self.counts = self.counts.plus(&other.counts);
        self.waiting.extend(&other.waiting);
        self.walking.extend(&other.walking);
        self.service.extend(&other.service);
    }

    fn part(&mut self) -> Part {
        Part {
            counts: self.counts,
            waiting: Spread::of(&mut self.waiting),
            walking: Spread::of(&mut self.walking),
            service: Spread::of(&mut self.service),
        }
    }
}

impl Pile {
    fn take_in(&mut self, other: &Self) {
        self.walk_in.take_in(&other.walk_in);
        self.booked.take_in(&other.booked);
        self.work.add_all(&other.work);
        self.visits.collected += other.visits.collected;
        self.visits.cancelled += other.visits.cancelled;
        self.visits.not_collected += other.visits.not_collected;
        self.visits.expected += other.visits.expected;
        self.planned += other.planned;
        self.used += other.used;
    }

    fn capacity(&self) -> Capacity {
        let Visits { collected, cancelled: given_back, .. } = self.visits;
        Capacity { planned: self.planned, booked: self.visits.booked(), collected, used: self.used, given_back }
    }

    fn figures(&mut self, has_visits: bool, has_work: bool) -> Figures {
        let (walk_in, booked) = (self.walk_in.part(), self.booked.part());
        let all = match (walk_in.counts.legs, booked.counts.legs) {
            (_, 0) => walk_in,
            (0, _) => booked,
            _ => {
                let mut both = Channel::default();
                both.take_in(&self.walk_in);
                both.take_in(&self.booked);
                both.part()
            }
        };
        Figures {
            all,
            walk_in,
            booked,
            visits: has_visits.then_some(self.visits),
            work: has_work.then_some(self.work),
            capacity: has_visits.then(|| self.capacity()),
        }
    }
}
