//! The kiosk's agent, the real binary beside the real server: R22–R31, R35, and what breaks in between.

mod alone;
mod check_ins;
mod crash;
mod door;
mod faults;
mod pairing;
mod papers;
mod service;
mod speed;
mod touches;

use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Citizen, Engine, KioskAgent, Office, Wire};

/// An office, its kiosk's agent, and the wire between them.
struct Hall {
    office: Office,
    wire: Wire,
    agent: KioskAgent,
}

impl Hall {
    async fn opens(engine: Engine) -> Self {
        Self::over(Office::open(engine).await).await
    }

    async fn over(office: Office) -> Self {
        Self::over_with(office, &[]).await
    }

    /// A kiosk that asks for nothing by itself once it is ready: the first to meet a broken wire is the touch.
    async fn quiet(engine: Engine) -> Self {
        let seldom =
            [("TIMING__HEALTH_MS", "60000"), ("TIMING__SERVICES_MS", "60000"), ("TIMING__REFRESH_MS", "60000")];
        let hall = Self::over_with(Office::open(engine).await, &seldom).await;
        hall.agent.is_ready_alone().await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        hall
    }

    async fn over_with(office: Office, settings: &[(&str, &str)]) -> Self {
        let wire = Wire::to(&office.sample.base_url).await;
        let token = office.sample.kiosk.token.clone();
        let agent = KioskAgent::start(&wire.url(), token.as_deref(), settings).await;
        agent.is("server", "online".into()).await;
        agent.is("printer", serde_json::json!({ "state": "ready" })).await;
        Self { office, wire, agent }
    }

    /// The same, with leases and day list at hand.
    async fn ready(engine: Engine) -> Self {
        let hall = Self::opens(engine).await;
        hall.agent.is_ready_alone().await;
        hall
    }

    fn service(&self) -> Service {
        self.office.sample.shared_service()
    }

    /// What the server says of the ticket of an answer.
    async fn state_of(&self, answer: &Answer) -> String {
        self.office.ticket_state(answer.ticket().token()).await
    }
}

/// A visit of today.
struct Visit {
    citizen: Citizen,
    start: When,
    answer: Answer,
}

impl Visit {
    /// Books one at or after `time` for somebody new.
    async fn booked(office: &Office, time: &str) -> Self {
        Self::booked_after(office, warsaw("2026-11-23", time)).await
    }

    async fn booked_after(office: &Office, when: When) -> Self {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let slot = citizen.slot_after(&service.id, when).await;
        let answer = citizen.books(&service.id, slot.start).await.with_status(201);
        Self { citizen, start: slot.start, answer }
    }

    fn code(&self) -> &str {
        self.answer.str("code")
    }

    async fn state(&self) -> String {
        self.citizen.appointment(self.answer.str("token")).await.ok().str("state").to_owned()
    }
}

/// Runs a test over SQLite; what differs by engine is the server's and is tested there.
fn told(test: impl Future<Output = ()>) {
    okienko_tests::engine::told(test);
}
