//! The phone line: staff find, book, move and cancel for callers (R36), what they see is logged (law line 23), suspicious
//! patterns are reported.

mod log;
mod page;
mod patterns;
mod rights;
mod visits;

use chrono::TimeDelta;
use okienko_tests::citizen::Slot;
use okienko_tests::http::Http;
use okienko_tests::sample::Service;
use okienko_tests::time::{When, date, day_of, warsaw, written};
use okienko_tests::{Answer, Citizen, Office, admin};
use serde_json::{Value, json};

/// Somebody of staff with a telephone and a session.
struct Line {
    http: Http,
    token: String,
}

impl Line {
    /// The clerk of the first desk.
    async fn clerk(office: &Office) -> Self {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        Self { http: office.http.clone(), token: clerk.token }
    }

    async fn supervisor(office: &Office) -> Self {
        Self { http: office.http.clone(), token: admin::supervisor(office).await }
    }

    async fn posts(&self, path: &str, body: Value) -> Answer {
        self.http.post(&format!("staff/appointments{path}"), Some(&self.token), body).await
    }

    async fn gets(&self, path: &str) -> Answer {
        self.http.get(&format!("staff/{path}"), Some(&self.token)).await
    }

    /// The visits found for `{"phone"}`, `{"code"}` or `{"appointment"}`.
    async fn finds(&self, wanted: Value) -> Vec<Value> {
        let answer = self.posts("/find", wanted).await.with_status(200);
        answer.body["visits"].as_array().expect("a list of visits").clone()
    }

    /// The lines of the access log of a day, the latest first.
    async fn log(&self, day: &str) -> Vec<Value> {
        let answer = self.gets(&format!("log?from={day}&to={day}")).await.with_status(200);
        answer.body["lines"].as_array().expect("lines").clone()
    }

    /// The lines about one visit, the earliest first: who did what.
    async fn story(&self, office: &Office, appointment: &str) -> Vec<(String, String)> {
        let mut lines = self.log(&day_of(office.now())).await;
        lines.retain(|line| line["appointment"] == appointment);
        let text = |line: &Value, member: &str| line[member].as_str().expect("a text").to_owned();
        lines.iter().rev().map(|line| (text(line, "login"), text(line, "action"))).collect()
    }
}

/// What a caller without e-mail says.
fn call(caller: &Citizen, service: &str, start: When) -> Value {
    json!({ "service": service, "start": written(start), "name": caller.name, "phone": caller.phone })
}

fn service(office: &Office) -> Service {
    office.sample.shared_service()
}

/// Free terms of the usual Tuesday.
async fn terms(office: &Office, service: &str) -> Vec<Slot> {
    office.citizen().slots_on(service, "2026-11-24").await
}

fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}

/// A day so many days after the usual Monday.
fn later(days: i64) -> String {
    (date("2026-11-23") + TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}
