//! A hall with one desk and kiosks that lose the network.
#![allow(dead_code, reason = "each test takes what it needs")]

use okienko_queue::appointment::AppointmentState;
use okienko_queue::command::{Command, Paper, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::Record;
use okienko_queue::ids::AppointmentId;
use okienko_queue::lease::Lease;
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::Ticket;
use okienko_queue::time::Instant;
use okienko_queue::{Answer, Department};

/// Two services, one of them with forty tickets a day, and one desk.
pub fn office() -> DepartmentConfig {
    let service = |id: &str, letter: &str, per_day: Option<u32>| {
        serde_json::json!({"id": id, "letter": letter, "name": {"pl": id}, "duration_minutes": 10,
            "tickets_per_day": per_day, "slots": {"first": "08:00:00", "every_minutes": 10, "capacity": 2}})
    };
    serde_json::from_value(serde_json::json!({
        "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 701, "last": 799},
        "hours": {"week": {"monday": ["08:00-16:00"], "tuesday": ["08:00-16:00"]}},
        "services": [service("a", "A", None), service("b", "B", Some(40))],
        "desks": [{"id": "1", "label": "1", "services": ["a", "b"]}],
        "priority_classes": ["act"],
    }))
    .unwrap()
}

/// A department with its journal.
pub struct Hall {
    pub live: Department,
    pub journal: Vec<Record>,
}

impl Hall {
    /// Monday, before the doors open.
    pub fn opens() -> Self {
        let mut hall = Self { live: Department::new(office()), journal: vec![] };
        hall.does(Command::Configure(Box::new(office())), at("07:00")).unwrap();
        hall
    }

    pub fn does(&mut self, command: Command, now: Instant) -> Result<Answer, Refusal> {
        let step = self.live.step(&command, "kiosk:k1", now);
        self.journal.extend(step.records);
        step.outcome
    }

    pub fn lends(&mut self, kiosk: &str, now: Instant) -> Vec<Lease> {
        self.does(Command::LeaseNumbers { kiosk: kiosk.into(), walk_in: 20, booked: 5 }, now).unwrap();
        self.live.leases_of(kiosk).cloned().collect()
    }

    pub fn ticket(&self, answer: Result<Answer, Refusal>) -> &Ticket {
        let Ok(Answer::Ticket(id)) = answer else { panic!("no ticket: {answer:?}") };
        self.live.ticket(&id).unwrap()
    }

    pub fn books(&mut self, start: &str) -> AppointmentId {
        let (service, start, now) = ("a".into(), at(start), at("07:05"));
        let booked = self.does(Command::Book { service, start, terms: Terms::default() }, now);
        let Ok(Answer::Appointment(id)) = booked else { panic!("{booked:?}") };
        id
    }

    pub fn state(&self, visit: &AppointmentId) -> AppointmentState {
        self.live.appointment(visit).unwrap().state
    }

    /// The codes in the order in which the only desk would call them.
    pub fn line(&self, now: Instant) -> Vec<String> {
        let pools = self.live.pools_of(&"1".into());
        let order = self.live.waiting().in_order(&pools, self.live.moment(now), 100);
        order.iter().map(|id| self.live.ticket(id).unwrap().code.clone()).collect()
    }

    pub fn is_replayed(&self) -> bool {
        let text = serde_json::to_string(&self.journal).unwrap();
        let journal: Vec<Record> = serde_json::from_str(&text).unwrap();
        Department::replay(journal).unwrap() == self.live
    }
}

pub fn at(time: &str) -> Instant {
    format!("2026-11-23T{time}:00+01:00").parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap().to_utc()
}

pub fn printed(kiosk: &str, number: u32, at: Instant) -> Paper {
    Paper { kiosk: kiosk.into(), number, at, language: None }
}

pub fn walk_in(service: &str, paper: Paper) -> Command {
    Command::SettleOfflineTicket { paper, service: service.into(), priority: None }
}

pub fn check_in(visit: &AppointmentId, paper: Paper) -> Command {
    Command::SettleOfflineCheckIn { paper, visit: Some(visit.clone()), service: None }
}

pub fn online() -> Command {
    Command::IssueTicket { service: "a".into(), priority: None, language: None }
}
