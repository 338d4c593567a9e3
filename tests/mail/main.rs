//! Letters of confirmation and cancellation: R15–R21.

mod cancel;
mod confirmation;
mod delivery;
mod reminders;
mod texting;

use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Citizen, Office};

/// A citizen with a visit on Tuesday, and the answer to the booking.
async fn booked(office: &Office) -> (Citizen, Service, When, Answer) {
    let (service, citizen) = (office.sample.shared_service(), office.citizen());
    let slot = citizen.slot_after(&service.id, warsaw("2026-11-24", "10:00")).await;
    let answer = citizen.books(&service.id, slot.start).await.with_status(201);
    (citizen, service, slot.start, answer)
}
