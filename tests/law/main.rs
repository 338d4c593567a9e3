//! What the law and the standards ask for (the house's list of checkable lines, §1, §3 to §5): pages, erasing, the officer's tool, headers.
//! A test is named after its line: `law_21_…`. `lines` insists that no line goes without a test or a stated reason.

mod accessibility;
mod api;
mod browser;
mod calendar;
mod dump;
mod erasing;
mod headers;
mod lines;
mod notes;
mod officer;
mod privacy;
mod secure;
mod texts;

use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Citizen, Office};
use reqwest::header::HeaderMap;

/// The languages of the screens.
const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];

/// A citizen whose name, phone and address no other row can hold.
fn zygfryda(office: &Office, phone: &str) -> Citizen {
    let mut citizen = office.citizen();
    citizen.name = "Zygfryda".into();
    citizen.phone = phone.into();
    citizen.email = format!("zygfryda.{phone}@example.com");
    citizen
}

/// Books a free term on a day after a time.
async fn books(office: &Office, citizen: &Citizen, day: &str, after: &str) -> (When, Answer) {
    let service = office.sample.shared_service();
    let slot = citizen.slot_after(&service.id, warsaw(day, after)).await;
    (slot.start, citizen.books(&service.id, slot.start).await.with_status(201))
}

/// A header as text; empty when it is not there.
fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}
