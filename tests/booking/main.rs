//! Booking on the web: R1–R14, and what search engines and other sites see of it.

mod calendar;
mod limits;
mod page;
mod phone;
mod race;
mod refusals;
mod review;
mod services;
mod words;

use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Office, Ticket};

/// The bookable service that most desks offer.
fn service(office: &Office) -> Service {
    office.sample.shared_service()
}

/// The usual Monday at a wall-clock time.
fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}

/// Checks a visit in half an hour before and returns its ticket.
async fn collects(office: &Office, phone: &str, start: When) -> Ticket {
    office.clock(start - chrono::TimeDelta::minutes(20)).await;
    office.kiosk().check_in_by_phone(phone).await.with_status(201).ticket()
}
