//! What is still to come on a day, in order of time.

use okienko_queue::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use okienko_queue::ticket::Ticket;
use okienko_queue::time::Instant;
use std::collections::BTreeMap;

/// Something that will happen in a department (given by its place in the office).
#[derive(Clone, Debug)]
pub(super) enum Happening {
    /// Timers act.
    Tick,
    /// Somebody books a term.
    Book { department: usize },
    /// A visit is cancelled.
    Cancel { department: usize, appointment: AppointmentId },
    /// A visit is moved to another term.
    Move { department: usize, appointment: AppointmentId },
    /// A visit is confirmed by its letter's link.
    ConfirmVisit { department: usize, appointment: AppointmentId },
    /// A visitor types the phone number at so many kiosks in the same instant.
    CheckIn { department: usize, appointment: AppointmentId, kiosks: u32 },
    /// A walk-in wants a ticket.
    WalkIn { department: usize, service: ServiceId, priority: Option<String> },
    /// A kiosk loses the network.
    Cut { machine: usize },
    /// It reaches the server.
    Contact { machine: usize },
    /// A visitor's patience ends.
    Leave { department: usize, ticket: TicketId },
    /// Staff change a waiting ticket or take a check-in back.
    Mend { department: usize },
    /// A supervisor does something to a whole department.
    Oversee { department: usize },
    /// A clerk does something.
    Clerk { department: usize, desk: DeskId },
    /// A ticket that was sent away reaches the other department, perhaps not for the first time.
    Deliver { from: usize, ticket: Box<Ticket> },
    /// The sender learns that it arrived.
    Confirm { from: usize, ticket: TicketId, leg: u32 },
    /// An administrator changes the configuration.
    Reconfigure { department: usize },
    /// The clock is set by so many seconds.
    SetClock { seconds: i64 },
}

/// The agenda: happenings by instant, then by the order in which they were planned.
#[derive(Default)]
pub(super) struct Agenda {
    planned: BTreeMap<(Instant, u64), Happening>,
    count: u64,
}

impl Agenda {
    pub(super) fn plan(&mut self, at: Instant, happening: Happening) {
        self.count += 1;
        self.planned.insert((at, self.count), happening);
    }

    /// The next happening not later than `until`.
    pub(super) fn next(&mut self, until: Instant) -> Option<(Instant, Happening)> {
        let due = self.planned.first_key_value().is_some_and(|((at, _), _)| *at <= until);
        let ((at, _), happening) = due.then(|| self.planned.pop_first()).flatten()?;
        Some((at, happening))
    }
}
