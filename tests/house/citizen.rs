//! The citizen: books, cancels, opens the mail.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::http::{Answer, Http};
use crate::letter::Letter;
use crate::time::{When, date, day_of, instant, written};

/// A person with a phone and a mail address.
#[derive(Clone)]
pub struct Citizen {
    /// The way to the server.
    pub http: Http,
    /// First name.
    pub name: String,
    /// Nine Polish digits.
    pub phone: String,
    /// Mail address.
    pub email: String,
}

/// A term that can be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When the visit begins.
    pub start: When,
    /// Bookings it still takes.
    pub free: i64,
}

impl Citizen {
    /// Somebody new: no two citizens of one test run share a phone or an address.
    pub fn new(http: &Http) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let phone = (601_000_000 + number).to_string();
        Self { http: http.clone(), name: "Wisława".into(), phone, email: format!("wislawa{number}@example.com") }
    }

    /// The phone as the office shows it: digits with 48 in front.
    pub fn shown_phone(&self) -> String {
        format!("48{}", self.phone)
    }

    /// Books over the API.
    pub async fn books(&self, service: &str, start: When) -> Answer {
        self.http.post("appointments", None, self.form(service, start)).await
    }

    /// The form of a booking, to be sent as it is or spoiled first.
    pub fn form(&self, service: &str, start: When) -> Value {
        json!({
            "service": service, "start": written(start),
            "name": self.name, "phone": self.phone, "email": self.email,
        })
    }

    /// The appointment by its link's secret.
    pub async fn appointment(&self, token: &str) -> Answer {
        self.http.get(&format!("appointments/{token}"), None).await
    }

    /// Cancels by the link's secret, over the API.
    pub async fn cancels(&self, token: &str) -> Answer {
        self.http.post(&format!("appointments/{token}/cancel"), None, json!({})).await
    }

    /// Free terms of `service` on the days `from..=to` (`YYYY-MM-DD`).
    pub async fn slots(&self, service: &str, from: &str, to: &str) -> Vec<Slot> {
        let days = self.days(service, from, to).await;
        let slots = days.iter().flat_map(|day| day["slots"].as_array().expect("slots of a day").clone());
        slots.map(|slot| read_slot(&slot)).collect()
    }

    /// The days of the calendar as the server lists them.
    pub async fn days(&self, service: &str, from: &str, to: &str) -> Vec<Value> {
        let answer = self.http.get(&format!("services/{service}/slots?from={from}&to={to}"), None).await.ok();
        answer.body["days"].as_array().expect("a list of days").clone()
    }

    /// Free terms of one day.
    pub async fn slots_on(&self, service: &str, day: &str) -> Vec<Slot> {
        self.slots(service, day, day).await
    }

    /// The first free term at or after `when`, on the same day.
    pub async fn slot_after(&self, service: &str, when: When) -> Slot {
        let slots = self.slots_on(service, &day_of(when)).await;
        slots.into_iter().find(|slot| slot.start >= when && slot.free > 0).expect("a free term later that day")
    }

    /// The first day after `day` that has free terms, with its terms.
    pub async fn next_open_day(&self, service: &str, day: &str) -> (String, Vec<Slot>) {
        for ahead in 1..=10 {
            let day = (date(day) + TimeDelta::days(ahead)).format("%Y-%m-%d").to_string();
            let slots = self.slots_on(service, &day).await;
            if !slots.is_empty() {
                return (day, slots);
            }
        }
        panic!("no open day within ten days after {day}");
    }

    /// All letters to this citizen so far, oldest first.
    pub fn letters(&self, mail_dir: &Path) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Letter::all_in(mail_dir);
        letters.retain(|letter| letter.header("to").contains(&self.email));
        letters
    }

    /// Waits up to 60 s (R15) until the mailbox holds `count` letters.
    pub async fn waits_for_letters(&self, mail_dir: &Path, count: usize) -> Vec<Letter> {
        let begun = Instant::now();
        loop {
            let letters = self.letters(mail_dir);
            if letters.len() >= count {
                return letters;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "{} of {count} letters after a minute", letters.len());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

fn read_slot(slot: &Value) -> Slot {
    let start = instant(slot["start"].as_str().expect("a slot has its start"));
    Slot { start, free: slot["free"].as_i64().expect("a slot says how many are free") }
}
