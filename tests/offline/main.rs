//! A kiosk without the network, seen from the server: numbers lent before, papers told afterwards (R24–R31, R35).

mod away;
mod check_ins;
mod day_list;
mod desk;
mod leases;
mod link;
mod nodes;
mod tickets;

use away::Away;
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

impl Visit {
    /// Books a visit today at or after `time` for somebody new.
    async fn booked(office: &Office, time: &str) -> Self {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let slot = citizen.slot_after(&service.id, today(time)).await;
        let answer = citizen.books(&service.id, slot.start).await.with_status(201);
        Self { citizen, service, start: slot.start, answer }
    }

    fn code(&self) -> &str {
        self.answer.str("code")
    }

    async fn state(&self) -> String {
        self.citizen.appointment(self.answer.str("token")).await.ok().str("state").to_owned()
    }
}

/// The usual Monday at a wall-clock time.
fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}
