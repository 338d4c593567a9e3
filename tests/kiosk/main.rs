//! The kiosk: R22–R31, R35.

mod check_in;
mod collected;
mod throttle;
mod walk_in;
mod window;

use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Citizen, Office};

/// A visit of today: who, what, when, and the answer to the booking.
struct Visit {
    citizen: Citizen,
    service: Service,
    start: When,
    answer: Answer,
}

/// Books a visit today at or after `time` for somebody new.
async fn visit(office: &Office, time: &str) -> Visit {
    visit_of(office, office.citizen(), time).await
}

/// Books a visit today at or after `time` for `citizen`.
async fn visit_of(office: &Office, citizen: Citizen, time: &str) -> Visit {
    let service = office.sample.shared_service();
    let slot = citizen.slot_after(&service.id, today(time)).await;
    let answer = citizen.books(&service.id, slot.start).await.with_status(201);
    Visit { citizen, service, start: slot.start, answer }
}

/// The usual Monday at a wall-clock time.
fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}
