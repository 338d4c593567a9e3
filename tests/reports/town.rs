//! Ten days of an office by its real interface: tickets, bookings, calls, breaks, mistakes and what is left undone, on the nights of both clock
//! changes, too.

use chrono::{TimeDelta, TimeZone, Utc};
use okienko_tests::chance::Chance;
use okienko_tests::time::When;
use okienko_tests::{Citizen, Clerk, Office, admin};
use serde_json::{Value, json};
use toml::Table;

/// The days with the instants (UTC) at which they begin; in the nights of 29 March and 25 October the office is open.
pub const DAYS: [(&str, &str); 10] = [
    ("2026-03-26", "2026-03-26T07:40:00Z"),
    ("2026-03-27", "2026-03-27T07:40:00Z"),
    ("2026-03-29", "2026-03-29T00:35:00Z"),
    ("2026-03-30", "2026-03-30T06:40:00Z"),
    ("2026-03-31", "2026-03-31T06:40:00Z"),
    ("2026-10-22", "2026-10-22T06:40:00Z"),
    ("2026-10-23", "2026-10-23T06:40:00Z"),
    ("2026-10-25", "2026-10-24T23:55:00Z"),
    ("2026-10-26", "2026-10-26T07:40:00Z"),
    ("2026-10-27", "2026-10-27T07:40:00Z"),
];

const STEPS: usize = 60;
/// Three desks of one department and one of another.
const DESKS: [&str; 4] = ["5", "7", "9", "1"];
const SERVICES: [&str; 4] = ["rejestracja-pojazdow", "dowody-osobiste", "meldunki", "mapy"];
const BOOKABLE: [&str; 2] = ["rejestracja-pojazdow", "mapy"];

/// Opens every department in the nights of both clock changes.
pub fn open_at_night(office: &mut Table) {
    for department in office["departments"].as_array_mut().expect("departments") {
        let hours = department["hours"].as_table_mut().expect("hours");
        let exceptions = hours.entry("exceptions").or_insert_with(|| Table::new().into());
        for day in ["2026-03-29", "2026-10-25"] {
            let spans = toml::Value::from(vec!["00:30-16:00"]);
            exceptions.as_table_mut().expect("exceptions").insert(day.to_owned(), spans);
        }
    }
}

/// A desk with its clerk.
struct Desk {
    clerk: Clerk,
    state: String,
}

/// Somebody who booked.
struct Booked {
    citizen: Citizen,
    start: When,
    token: String,
}

/// The town.
pub struct Town<'o> {
    office: &'o Office,
    token: String,
    chance: Chance,
    now: When,
    desks: Vec<Desk>,
    bookings: Vec<Booked>,
    tickets: Vec<(String, String)>,
    /// Phones, names and addresses that may stand nowhere.
    pub secrets: Vec<String>,
}

impl<'o> Town<'o> {
    /// An office with its clerks.
    pub async fn of(office: &'o Office, seed: u64) -> Self {
        let mut desks = Vec::new();
        for desk in DESKS {
            desks.push(Desk { clerk: office.clerk(desk).await, state: "closed".into() });
        }
        let (token, now) = (admin::token(office).await, office.now());
        let (bookings, tickets, secrets) = (Vec::new(), Vec::new(), Vec::new());
        Self { office, token, chance: Chance::of(seed), now, desks, bookings, tickets, secrets }
    }

    /// Lives through the ten days.
    pub async fn lives(&mut self) {
        for (index, (_, begins)) in DAYS.iter().enumerate() {
            let begins = Utc.from_utc_datetime(&begins.trim_end_matches('Z').parse().expect("an instant"));
            self.moves_to(begins.fixed_offset()).await;
            self.desks.iter_mut().for_each(|desk| desk.state = "closed".into());
            self.tickets.clear();
            for _ in 0..STEPS {
                let seconds = 20 + self.chance.below(420);
                self.moves_to(self.now + TimeDelta::seconds(i64::try_from(seconds).expect("seconds"))).await;
                self.step().await;
            }
            if let Some((next, _)) = DAYS.get(index + 1).filter(|_| index != 4) {
                self.books(next).await;
            }
            // Some go home in good order.
            for index in 0..DESKS.len() {
                if self.chance.below(2) == 0 {
                    self.at(index, "close", json!({})).await;
                }
            }
        }
    }

    async fn moves_to(&mut self, to: When) {
        self.now = to;
        self.office.clock_by(&self.token, to).await.ok();
    }

    async fn step(&mut self) {
        match self.chance.below(10) {
            0..=2 => self.takes_ticket().await,
            3 => self.checks_in().await,
            4 if self.chance.below(4) == 0 => self.leaves().await,
            _ => {
                let desk = usize::try_from(self.chance.below(DESKS.len() as u64)).expect("a desk");
                self.works(desk).await;
            }
        }
    }

    async fn takes_ticket(&mut self) {
        let service = *self.chance.one_of(&SERVICES);
        let answer = self.office.kiosk().takes_ticket(service).await;
        if answer.status == 201 {
            let ticket = answer.ticket();
            self.tickets.push((ticket.id.clone(), ticket.token().to_owned()));
        }
    }

    /// Some come in their window; others never do, or cancel.
    async fn checks_in(&mut self) {
        let soon = |booked: &Booked| (0..=30).contains(&(booked.start - self.now).num_minutes());
        let Some(index) = self.bookings.iter().position(soon) else { return };
        let booked = self.bookings.remove(index);
        match self.chance.below(5) {
            0 => drop(booked.citizen.cancels(&booked.token).await),
            1 => {}
            _ => drop(self.office.kiosk().check_in_by_phone(&booked.citizen.phone).await),
        }
    }

    async fn leaves(&mut self) {
        if let Some((_, token)) = self.tickets.pop() {
            self.office.http.post(&format!("tickets/{token}/leave"), None, json!({})).await;
        }
    }

    async fn books(&mut self, day: &str) {
        for number in 0..8 {
            let (citizen, service) = (self.office.citizen(), BOOKABLE[number % 2]);
            let slots = citizen.slots_on(service, day).await;
            // The whole day is longer than what is lived through; those who booked late never come.
            let Some(slot) = slots.get(number / 2) else { continue };
            let answer = citizen.books(service, slot.start).await;
            if answer.status == 201 {
                self.secrets.extend([citizen.phone.clone(), citizen.email.clone()]);
                let token = answer.str("token").to_owned();
                if number == 7 {
                    citizen.cancels(&token).await.ok();
                    continue;
                }
                self.bookings.push(Booked { citizen, start: slot.start, token });
            }
        }
    }

    /// One command at a desk, of those that make sense now.
    async fn works(&mut self, desk: usize) {
        let roll = self.chance.below(100);
        let (verb, body) = match (self.desks[desk].state.as_str(), roll) {
            ("paused", _) => ("resume", json!({})),
            ("called", 0..=62) => ("start", json!({})),
            ("called", 63..=73) => ("no-show", json!({})),
            ("called", 74..=80) => ("recall", json!({})),
            ("called", 81..=87) => ("return", json!({})),
            ("called", 88..=92) => ("hold", json!({ "minutes": 5 })),
            ("called", 93..=95) => ("transfer", json!({ "service": "meldunki" })),
            ("serving", 0..=44) => ("finish", json!({})),
            ("serving", 45..=62) => ("call-next", json!({})),
            ("serving", 63..=70) => ("hold", json!({ "minutes": 4 })),
            ("serving", 71..=77) => ("transfer", json!({ "service": "meldunki", "mode": "first" })),
            ("serving", 78..=84) => {
                ("transfer", json!({ "service": if DESKS[desk] == "1" { "dowody-osobiste" } else { "mapy" } }))
            }
            ("serving", 85..=92) => {
                ("next-service", json!({ "service": if DESKS[desk] == "1" { "mapy" } else { "meldunki" } }))
            }
            ("called" | "serving", _) => return self.undoes(desk).await,
            (_, 0..=7) => ("pause", json!({})),
            (_, 8..=15) => return self.reactivates(desk).await,
            (_, 16..=20) => return self.undoes(desk).await,
            _ => ("call-next", json!({})),
        };
        self.at(desk, verb, body).await;
    }

    async fn reactivates(&mut self, desk: usize) {
        if let Some((id, _)) = self.tickets.first().cloned() {
            self.at(desk, "reactivate", json!({ "ticket": id })).await;
        }
    }

    /// Within its thirty seconds: a command, and at once back.
    async fn undoes(&mut self, desk: usize) {
        let roll = self.chance.below(4);
        let (verb, body) = match (self.desks[desk].state.as_str(), roll) {
            ("called", 0..=1) => ("start", json!({})),
            ("called", 2) => ("no-show", json!({})),
            ("called", _) | ("serving", 0) => ("transfer", json!({ "service": "meldunki", "mode": "last" })),
            ("serving", 1) => {
                ("next-service", json!({ "service": if DESKS[desk] == "1" { "numeracja" } else { "meldunki" } }))
            }
            ("serving", 2) => ("hold", json!({})),
            ("serving", _) => ("finish", json!({})),
            _ => ("call-next", json!({})),
        };
        self.at(desk, verb, body).await;
        self.moves_to(self.now + TimeDelta::seconds(9)).await;
        self.at(desk, "undo", json!({})).await;
    }

    /// A command; a refusal changes nothing and is no matter here.
    async fn at(&mut self, desk: usize, verb: &str, body: Value) {
        self.desks[desk].clerk.commands(verb, body).await;
        self.desks[desk].state = self.desks[desk].clerk.desk_state().await;
    }
}
