//! The facts of one department's service day, as narrow as figures need them.

use crate::appointment::AppointmentState;
use crate::time::from_ms;
use crate::work::DeskTimes;
use chrono::Timelike;
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// How a leg ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It has not ended yet.
    Open,
    /// Served to the end, or until it was passed on.
    Served,
    /// Called and passed on before service began.
    PassedOn,
    /// Called and did not come.
    NoShow,
    /// Cancelled by the visitor or by staff before a call, a withdrawn check-in included.
    GaveUp,
    /// Not served when the day ended.
    Lost,
}

/// One leg. Names are places in [`DayFacts::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegFact {
    /// The service.
    pub service: u32,
    /// The desk of the last call.
    pub desk: Option<u32>,
    /// Who started the service.
    pub person: Option<u32>,
    /// A booked visit, or a walk-in.
    pub booked: bool,
    /// The first leg of its visit: a ticket that came in.
    pub first: bool,
    /// Office-local hour in which it began.
    pub hour: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// Milliseconds of waiting; none before a call, nor of a next matter at the same desk.
    pub waiting_ms: Option<u32>,
    /// Milliseconds of walking.
    pub walking_ms: Option<u32>,
    /// Milliseconds of service, once served.
    pub service_ms: Option<u32>,
}

/// One appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitFact {
    /// The service.
    pub service: u32,
    /// Office-local hour of its term.
    pub hour: u32,
    /// What became of it.
    pub state: AppointmentState,
}

/// One hour of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkFact {
    /// The desk.
    pub desk: u32,
    /// The office-local hour; the one that an autumn night repeats comes twice.
    pub hour: u32,
    /// How it passed.
    pub times: DeskTimes,
}

/// The places of a service in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanFact {
    /// The service.
    pub service: u32,
    /// The office-local hour in which the terms began.
    pub hour: u32,
    /// Visits that they held.
    pub places: u32,
}

/// All facts of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayFacts {
    /// Ids of services, desks and members of staff.
    pub names: Vec<String>,
    /// Legs.
    pub legs: Vec<LegFact>,
    /// Appointments for this day.
    pub visits: Vec<VisitFact>,
    /// Hours of desks.
    pub work: Vec<WorkFact>,
    /// Places of its terms.
    pub plan: Vec<PlanFact>,
}

/// A leg as the read model tells it; instants in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
#[expect(missing_docs, reason = "the columns of the read model")]
pub struct LegTold<'a> {
    pub number: i32,
    pub booked: bool,
    pub service: &'a str,
    pub desk: Option<&'a str>,
    pub person: Option<&'a str>,
    /// State as in the contract.
    pub state: &'a str,
    pub began_ms: i64,
    pub called_ms: Option<i64>,
    pub walked_ms: Option<i64>,
    pub started_ms: Option<i64>,
    pub finished_ms: Option<i64>,
}

/// Writes the facts of a day down.
#[derive(Debug)]
pub struct Notebook {
    zone: Tz,
    places: BTreeMap<String, u32>,
    facts: DayFacts,
}

impl Notebook {
    /// An empty one; hours are those of a zone.
    pub fn new(zone: Tz) -> Self {
        Self { zone, places: BTreeMap::new(), facts: DayFacts::default() }
    }

    /// One leg.
    pub fn leg(&mut self, told: &LegTold<'_>) {
        let outcome = outcome(told);
        // A next matter at the same desk begins with its call and its start: nobody waited and nobody walked.
        let waited = told.called_ms.filter(|called| *called != told.began_ms);
        let served = told.finished_ms.zip(told.started_ms).filter(|_| outcome == Outcome::Served);
        let fact = LegFact {
            service: self.place(told.service),
            desk: told.desk.map(|desk| self.place(desk)),
            person: told.person.map(|person| self.place(person)),
            booked: told.booked,
            first: told.number == 1,
            hour: self.hour(told.began_ms),
            outcome,
            waiting_ms: waited.map(|called| span(called - told.began_ms)),
            walking_ms: told.walked_ms.map(span),
            service_ms: served.map(|(finished, started)| span(finished - started)),
        };
        self.facts.legs.push(fact);
    }

    /// One appointment by the word of the contract for its state.
    pub fn visit(&mut self, service: &str, start_ms: i64, state: &str) {
        let state = match state {
            "collected" => AppointmentState::Collected,
            "cancelled" => AppointmentState::Cancelled,
            "not_collected" => AppointmentState::NotCollected,
            _ => AppointmentState::Booked,
        };
        let fact = VisitFact { service: self.place(service), hour: self.hour(start_ms), state };
        self.facts.visits.push(fact);
    }

    /// One hour of a desk.
    pub fn work(&mut self, desk: &str, hour_ms: i64, times: DeskTimes) {
        let fact = WorkFact { desk: self.place(desk), hour: self.hour(hour_ms), times };
        self.facts.work.push(fact);
    }

    /// The places of a service in an office-local hour.
    pub fn plan(&mut self, service: &str, hour: u32, places: u32) {
        let fact = PlanFact { service: self.place(service), hour, places };
        self.facts.plan.push(fact);
    }

    /// The facts.
    pub fn facts(self) -> DayFacts {
        self.facts
    }

    fn place(&mut self, name: &str) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.facts.names.len()).unwrap_or(u32::MAX);
        self.facts.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }

    fn hour(&self, ms: i64) -> u32 {
        from_ms(ms).with_timezone(&self.zone).hour()
    }
}

fn outcome(told: &LegTold<'_>) -> Outcome {
    match told.state {
        "finished" | "in_transit" if told.started_ms.is_some() => Outcome::Served,
        "finished" | "in_transit" => Outcome::PassedOn,
        "no_show" => Outcome::NoShow,
        "cancelled" => Outcome::GaveUp,
        "closed" => Outcome::Lost,
        _ => Outcome::Open,
    }
}

/// A clock that was set back makes no time negative.
fn span(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(u32::MAX)
}
