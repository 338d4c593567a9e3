//! The care for kiosks and lobby screens: what they are told, what they say of themselves, what they are asked, and what staff and
//! administrators see.

mod alarms;
mod page;
mod paper;
mod rights;
mod screen_page;
mod screens;
mod settings;
mod setup;
mod wishes;

use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Office, admin};
use serde_json::{Value, json};

/// The usual Monday at a wall-clock time.
fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}

/// What a kiosk in good health says.
fn health(printer: &str) -> Value {
    json!({
        "version": "0.1.0", "printer": { "state": printer }, "printed": { "today": 40, "since_roll": 90, "left": 310 },
        "unsynced": 2, "refused": 1, "page_alive": true, "clock_offset_ms": 12, "done": [],
    })
}

/// The kiosk in the hall says how its printer is.
async fn reports(office: &Office, printer: &str) -> Answer {
    office.kiosk().post("kiosk/health", health(printer)).await.with_status(200)
}

/// An administrator with a session.
struct Keeper<'a> {
    office: &'a Office,
    token: String,
}

impl<'a> Keeper<'a> {
    async fn of(office: &'a Office) -> Self {
        Self { office, token: admin::token(office).await }
    }

    async fn gets(&self, path: &str) -> Answer {
        self.office.http.get(path, Some(&self.token)).await
    }

    async fn posts(&self, path: &str, body: Value) -> Answer {
        self.office.http.post(path, Some(&self.token), body).await
    }

    /// A device as the administrator sees it.
    async fn device(&self, id: &str) -> Value {
        let devices = self.gets("devices").await.with_status(200).body;
        let own = |device: &&Value| device["id"] == id;
        devices.as_array().expect("devices").iter().find(own).expect("the device").clone()
    }

    /// The kiosk in the hall as the administrator sees it.
    async fn kiosk(&self) -> Value {
        self.device(&self.office.sample.kiosk.id).await
    }

    /// Asks the kiosk in the hall.
    async fn asks(&self, kind: &str) -> Answer {
        let path = format!("devices/{}/wishes", self.office.sample.kiosk.id);
        self.posts(&path, json!({ "kind": kind })).await
    }
}

/// The wishes of an answer to a report.
fn wishes(answer: &Answer) -> Vec<Value> {
    answer.body["wishes"].as_array().expect("wishes").clone()
}
