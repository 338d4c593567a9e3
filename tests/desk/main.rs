//! The desk: every transition of a ticket that a clerk can make; R26, R32, R34.

mod basics;
mod company;
mod day;
mod help;
mod hold;
mod notes;
mod order;
mod reception;
mod refusals;
mod returned;
mod rush;
mod seen;
mod transfer;
mod undo;

use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Clerk, Kiosk, Office, Ticket};

/// A hall with one busy service: its kiosk and the clerks of all desks that offer it.
struct Hall {
    service: Service,
    kiosk: Kiosk,
    clerks: Vec<Clerk>,
}

impl Hall {
    /// Signs all clerks of the shared service on.
    async fn of(office: &Office) -> Self {
        let service = office.sample.shared_service();
        let clerks = office.clerks_of(&service.id).await;
        Self { service, kiosk: office.kiosk(), clerks }
    }

    /// A walk-in ticket of the service.
    async fn ticket(&self) -> Ticket {
        self.kiosk.takes_ticket(&self.service.id).await.with_status(201).ticket()
    }

    /// The first clerk.
    fn clerk(&self) -> &Clerk {
        &self.clerks[0]
    }

    /// Another clerk of the same service.
    fn other(&self) -> &Clerk {
        &self.clerks[1]
    }
}

/// The usual Monday at a wall-clock time.
fn today(time: &str) -> When {
    warsaw("2026-11-23", time)
}

/// Books a visit at or after `time`, checks it in `minutes` before, and returns the U ticket.
async fn booked_ticket(office: &Office, service: &str, time: &str, minutes: i64) -> Ticket {
    let citizen = office.citizen();
    let slot = citizen.slot_after(service, today(time)).await;
    citizen.books(service, slot.start).await.with_status(201);
    let at = slot.start - chrono::TimeDelta::minutes(minutes);
    if office.now() < at {
        office.clock(at).await;
    }
    office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket()
}
