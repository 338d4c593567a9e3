//! What a booking needs beside its event.

use crate::department::DepartmentActor;
use crate::flight::Pending;
use okienko_queue::command::{Chance, Command};
use okienko_queue::time::Instant;

const CODES: u32 = 1_000_000;

/// Six random digits for the kiosk. Without a source of chance there is no code, and the phone number alone serves.
pub fn draw_code() -> String {
    let drawn = getrandom::u32().unwrap_or_else(|error| {
        tracing::error!(%error, "no randomness for a visit's code");
        0
    });
    format!("{:06}", drawn % CODES)
}

/// A draw for the core; without a source of chance the middle.
pub fn draw_chance() -> Chance {
    getrandom::u32().map_or(Chance::MAX / 2, |drawn| Chance::try_from(drawn >> 16).unwrap_or(Chance::MAX))
}

impl DepartmentActor {
    /// Free terms near the one that a pending booking or move wished for.
    pub(crate) fn nearest(&self, pending: &Pending) -> Vec<Instant> {
        let (service, start) = match &pending.ask.command {
            Command::Book { service, start, .. } => (Some(service), start),
            Command::MoveAppointment { appointment, start, .. } => {
                (self.working.appointment(appointment).map(|visit| &visit.service), start)
            }
            _ => return Vec::new(),
        };
        let service = service.and_then(|service| self.working.config().service(service));
        service.map(|service| self.working.nearest(service, *start, pending.now)).unwrap_or_default()
    }
}
