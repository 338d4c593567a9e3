//! What the auditor remembers of tickets, visits and desks: its own data, built from records alone.

use okienko_queue::appointment::AppointmentState;
use okienko_queue::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use okienko_queue::ticket::{Mode, Ticket, TicketState};
use okienko_queue::time::Instant;

/// A ticket as the records tell it; instants in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Its id.
    pub id: TicketId,
    /// What stands on the paper.
    pub code: String,
    /// The booked visit and its hour.
    pub booked: Option<(AppointmentId, i64)>,
    /// The matter of this leg.
    pub service: ServiceId,
    /// Class of statutory priority.
    pub priority: Option<String>,
    /// Where it stands.
    pub state: TicketState,
    /// Issue or check-in.
    pub issued: i64,
    /// The arrival that the order goes by.
    pub place: i64,
    /// Issue order in the department.
    pub issue: u64,
    /// Sent to the front.
    pub front: bool,
    /// The only desk that may call it.
    pub only_at: Option<DeskId>,
    /// Returned: not before this.
    pub not_before: Option<i64>,
    /// End of the hold timer.
    pub until: Option<i64>,
    /// The desk that called it last.
    pub desk: Option<DeskId>,
    /// The leg of the visit.
    pub leg: u32,
    /// Called on any leg.
    pub ever_called: bool,
    /// Booked visitors who went ahead.
    pub overtakes: u32,
    /// Record since which it has been waiting without a break.
    pub waits_since: u64,
    /// The last record that changed it.
    pub touched: u64,
    /// The other department took it over.
    pub delivered: bool,
}

/// A booked visit as the records tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The matter.
    pub service: ServiceId,
    /// The hour.
    pub start: Instant,
    /// The seat of the term.
    pub seat: u16,
    /// Where it stands.
    pub state: AppointmentState,
    /// The ticket, once collected.
    pub ticket: Option<TicketId>,
    /// When it lapses unless it is confirmed.
    pub confirm_by: Option<Instant>,
}

/// A desk as the records tell it.
#[derive(Clone, Debug, Default)]
pub struct Bench {
    /// Opened today.
    pub open: bool,
    /// On a break.
    pub paused: bool,
    /// The ticket at hand.
    pub current: Option<TicketId>,
    /// Visits finished.
    pub served: u32,
    /// What an undo would take back.
    pub last: Option<Last>,
}

/// A desk's last command with all that its undo must put back.
#[derive(Clone, Debug)]
pub struct Last {
    /// When it was given.
    pub at: Instant,
    /// Its record.
    pub seq: u64,
    /// A finish that a call implied.
    pub implied: bool,
    /// The tickets as they were, and the record that changed each last.
    pub before: Vec<(Seen, u64)>,
    /// Visits finished before.
    pub served: u32,
    /// Whom the call passed, and the streak before it.
    pub passed: Option<(Vec<TicketId>, u32)>,
}

impl Seen {
    /// A ticket that just entered the queue.
    pub fn new(id: &TicketId, code: &str, service: &ServiceId, arrival: Instant, issue: u64) -> Self {
        Self {
            id: id.clone(),
            code: code.to_owned(),
            booked: None,
            service: service.clone(),
            priority: None,
            state: TicketState::Waiting,
            issued: arrival.timestamp_millis(),
            place: arrival.timestamp_millis(),
            issue,
            front: false,
            only_at: None,
            not_before: None,
            until: None,
            desk: None,
            leg: 1,
            ever_called: false,
            overtakes: 0,
            waits_since: 0,
            touched: 0,
            delivered: false,
        }
    }

    /// A ticket that came from another department.
    pub fn arrived(ticket: &Ticket, issue: u64) -> Self {
        let mut seen = Self::new(&ticket.id, &ticket.code, &ticket.service, ticket.issued_at, issue);
        if let okienko_queue::ticket::Channel::Booked { appointment, booked_for } = &ticket.channel {
            seen.booked = Some((appointment.clone(), booked_for.timestamp_millis()));
        }
        seen.priority.clone_from(&ticket.priority);
        seen.place = ticket.place.timestamp_millis();
        seen.front = ticket.front;
        seen.leg = ticket.leg;
        seen.overtakes = ticket.overtakes;
        seen.ever_called = true;
        seen
    }

    /// Above every discipline.
    pub fn is_top(&self) -> bool {
        self.front || self.priority.is_some()
    }

    /// D of a booked ticket, the arrival of a walk-in.
    pub fn due(&self) -> i64 {
        self.booked.as_ref().map_or(self.place, |(_, hour)| self.place.max(*hour))
    }

    /// Whether a desk holds it.
    pub fn at_desk(&self) -> bool {
        matches!(self.state, TicketState::Called | TicketState::Serving)
    }

    /// The place that a transfer gives.
    pub fn take_place(&mut self, mode: Mode, at: i64) {
        self.front = mode == Mode::First;
        self.place = if mode == Mode::Last { at } else { self.issued };
        self.not_before = None;
    }
}
