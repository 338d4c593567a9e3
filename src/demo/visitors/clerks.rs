//! Clerks: sign on in the morning, call, serve, and now and then everything else that a desk can do.

use super::Streets;
use super::chance::Chance;
use super::http::Answer;
use okienko_queue::ids::{DeskId, ServiceId};
use serde_json::{Value, json};
use std::sync::Arc;

/// Minutes: from call to desk, between two visitors, before pressing again when nobody waits.
const WALKING: f64 = 0.75;
const BETWEEN: (f64, f64) = (0.2, 0.8);
const IDLE: (f64, f64) = (0.4, 1.2);
/// A visit takes this share of what is configured, with this variation.
const SERVICE: (f64, f64) = (0.85, 0.6);
/// Of those called: absent, sent back to the queue.
const ABSENT: f64 = 0.04;
const RETURNED: f64 = 0.01;
/// Of those served: put on hold, sent on within the department, sent to another one.
const HELD: f64 = 0.03;
const SENT_ON: f64 = 0.02;
const SENT_AWAY: f64 = 0.01;
/// A break comes after about so many visitors and takes so many minutes.
const VISITORS_TO_A_BREAK: f64 = 14.0;
const BREAK: f64 = 15.0;

/// One clerk at one desk.
struct Clerk {
    streets: Arc<Streets>,
    login: String,
    password: String,
    token: String,
    desk: DeskId,
    chance: Chance,
    until_break: f64,
}

/// Works as long as the demo runs.
pub async fn work(streets: Arc<Streets>, login: String, password: String, desk: DeskId, ordinal: u64) {
    let chance = streets.chance(ordinal);
    let mut clerk = Clerk { streets, login, password, token: String::new(), desk, chance, until_break: 0.0 };
    clerk.until_break = clerk.chance.between(0.5, 1.5) * VISITORS_TO_A_BREAK;
    while !clerk.streets.is_over() {
        clerk.next().await;
    }
}

impl Clerk {
    async fn next(&mut self) {
        if self.token.is_empty() {
            return self.sign_on().await;
        }
        if self.streets.is_open(&self.desk) && self.until_break <= 0.0 {
            return self.rest().await;
        }
        let answer = self.press("call-next", json!({})).await;
        match (answer.status, answer.code()) {
            (200, _) if answer.body.get("ticket").is_some_and(Value::is_object) => self.receive(&answer).await,
            (200, _) if self.streets.is_open(&self.desk) => self.wait(IDLE).await,
            (200, _) => self.streets.minutes(5.0).await,
            (409, "desk_paused") => drop(self.press("resume", json!({})).await),
            (409, "desk_busy") => self.take_up().await,
            _ => self.streets.breathe(2000).await,
        }
    }

    async fn sign_on(&mut self) {
        let answer =
            self.streets.http.post("session", None, &json!({ "login": self.login, "password": self.password })).await;
        self.token = answer.text("/token").to_owned();
        if self.token.is_empty() {
            self.streets.breathe(3000).await;
        }
    }

    /// One command at the desk. A session that ended is opened anew before the next.
    async fn press(&mut self, verb: &str, body: Value) -> Answer {
        let path = format!("desks/{}/{verb}", self.desk);
        let answer = self.streets.http.post(&path, Some(&self.token), &body).await;
        if answer.status == 401 {
            self.token.clear();
        }
        answer
    }

    async fn wait(&mut self, (low, high): (f64, f64)) {
        let minutes = self.chance.between(low, high);
        self.streets.minutes(minutes).await;
    }

    async fn rest(&mut self) {
        self.until_break = self.chance.between(0.7, 1.4) * VISITORS_TO_A_BREAK;
        if self.press("pause", json!({ "reason": "break" })).await.is_ok() {
            self.streets.minutes(BREAK).await;
            self.press("resume", json!({})).await;
        }
    }

    /// Goes on with a ticket that an earlier run of the demo left at the desk.
    async fn take_up(&mut self) {
        let view = self.streets.http.get(&format!("desks/{}", self.desk), Some(&self.token)).await;
        if view.text("/state") == "called" {
            self.press("start", json!({})).await;
        }
        self.streets.minutes(2.0).await;
        if !self.press("finish", json!({})).await.is_ok() {
            self.streets.breathe(1000).await;
        }
    }

    async fn receive(&mut self, called: &Answer) {
        self.until_break -= 1.0;
        let service = ServiceId::from(called.text("/ticket/service"));
        let walking = self.chance.exponential(WALKING);
        self.streets.minutes(walking).await;
        let fate = self.chance.unit();
        if fate < ABSENT {
            return self.miss().await;
        }
        if fate < ABSENT + RETURNED {
            return drop(self.press("return", json!({})).await);
        }
        if !self.press("start", json!({})).await.is_ok() {
            return self.streets.breathe(500).await;
        }
        self.serve(&service).await;
        self.wait(BETWEEN).await;
    }

    async fn miss(&mut self) {
        self.press("recall", json!({})).await;
        self.wait((0.7, 1.3)).await;
        if self.chance.happens(0.3) {
            drop(self.press("start", json!({})).await);
            return;
        }
        self.press("no-show", json!({})).await;
    }

    async fn serve(&mut self, service: &ServiceId) {
        let planned = self.duration(service);
        let takes = self.chance.lognormal(planned * SERVICE.0, SERVICE.1).clamp(1.0, planned * 4.0);
        self.streets.minutes(takes).await;
        let fate = self.chance.unit();
        let (verb, body) = match fate {
            _ if fate < HELD => ("hold", json!({ "reason": "documents", "minutes": 10 })),
            _ if fate < HELD + SENT_ON => ("transfer", self.elsewhere(service, true)),
            _ if fate < HELD + SENT_ON + SENT_AWAY => ("transfer", self.elsewhere(service, false)),
            // The next call finishes this visit, as a clerk in a hurry does it.
            _ if self.chance.happens(0.4) => return,
            _ => ("finish", json!({})),
        };
        if !self.press(verb, body).await.is_ok() && verb != "finish" {
            self.press("finish", json!({})).await;
        }
    }

    fn duration(&self, service: &ServiceId) -> f64 {
        let services = self.streets.office.departments.iter().flat_map(|one| &one.services);
        services.into_iter().find(|one| one.id == *service).map_or(10.0, |one| f64::from(one.duration_minutes))
    }

    /// Another service, of this department or of another.
    fn elsewhere(&mut self, service: &ServiceId, here: bool) -> Value {
        let own = |one: &&okienko_queue::config::DepartmentConfig| one.desk(&self.desk).is_some() == here;
        let departments = self.streets.office.departments.iter().filter(own);
        let services: Vec<ServiceId> = departments.flat_map(|one| &one.services).map(|one| one.id.clone()).collect();
        let others: Vec<ServiceId> = services.into_iter().filter(|one| one != service).collect();
        json!({ "service": self.chance.one_of(&others), "mode": "by_time" })
    }
}
