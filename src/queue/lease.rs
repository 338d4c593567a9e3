//! Numbers lent to a kiosk, so that it gives tickets while the server is out of its reach (parts.md §2, "Offline").
//! They come from the series of the day, are nobody else's until the day ends, and each has its ticket's id, and so the
//! link of its status page, before anybody holds the paper.

use crate::decide::{Answer, Decision};
use crate::department::Department;
use crate::event::Event;
use crate::ids::{ServiceId, TicketId};
use crate::refusal::Refusal;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// The series of booked visits (R26).
pub const BOOKED: &str = "U";
/// Numbers of one series that one kiosk holds at most, whatever it is asked to hold.
const MOST: u32 = 200;
/// Where a day has only so many numbers, a kiosk holds at most one in so many of them: a block that rests must not turn
/// away those who come while the network is there.
const SHARE: u32 = 4;

/// A number that a kiosk may give out by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The kiosk that alone may.
    pub kiosk: String,
    /// The matter; none for the series of booked visits.
    pub service: Option<ServiceId>,
    /// The letter of the code.
    pub series: String,
    /// The number of the code.
    pub number: u32,
    /// The ticket that it will be.
    pub ticket: TicketId,
    /// When it was lent: no paper with it is older.
    pub at: Instant,
}

/// Why a visit that a kiosk collected by itself could not be collected after all. Whoever holds the paper keeps a place
/// as a walk-in, and staff see why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// It was collected elsewhere meanwhile (R27).
    AlreadyCollected,
    /// It was cancelled meanwhile.
    AppointmentCancelled,
    /// The paper is older than the visit's window (R24).
    TooEarly,
    /// The paper is younger than the visit's window (R24).
    TooLate,
    /// No visit of this day: moved to another, or unknown.
    NotToday,
}

/// A series whose block is to be filled up.
struct Series<'a> {
    service: Option<&'a ServiceId>,
    letter: &'a str,
    /// Its next number.
    next: u32,
    /// Numbers that are left of the day, and of how many; `None` without a limit.
    left: Option<(u32, u32)>,
    upto: u32,
}

impl Lease {
    /// What stands on the paper, `R041`.
    pub fn code(&self) -> String {
        code(&self.series, self.number)
    }
}

impl Conflict {
    /// The stable code of the contract: the refusal that the visitor would have met.
    pub fn code(self) -> &'static str {
        match self {
            Self::AlreadyCollected => "already_collected",
            Self::AppointmentCancelled => "appointment_cancelled",
            Self::TooEarly => "too_early",
            Self::TooLate => "too_late",
            Self::NotToday => "not_today",
        }
    }

    pub(crate) fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::AlreadyCollected => Self::AlreadyCollected,
            Refusal::AppointmentCancelled => Self::AppointmentCancelled,
            Refusal::TooEarly { .. } => Self::TooEarly,
            _ => Self::TooLate,
        }
    }
}

/// A code: three digits at least, more where a day needs them (R31).
pub(crate) fn code(series: &str, number: u32) -> String {
    format!("{series}{number:03}")
}

impl Series<'_> {
    /// How many numbers a kiosk that holds `open` unused ones is lent; a block that is half full or fuller is left alone.
    fn wanted(&self, open: u32) -> u32 {
        let upto = self.left.map_or(self.upto, |(_, of)| self.upto.min(of / SHARE)).min(MOST);
        let wanted = if open.saturating_mul(2) < upto { upto - open } else { 0 };
        self.left.map_or(wanted, |(left, _)| wanted.min(left))
    }
}

impl Department {
    /// Numbers that a kiosk may still give out by itself today, by series and number.
    pub fn leases_of<'a>(&'a self, kiosk: &'a str) -> impl Iterator<Item = &'a Lease> {
        self.leases.values().filter(move |lease| lease.kiosk == kiosk && !self.is_used(lease))
    }

    /// Whether a ticket is lent to a kiosk that has not told of it: perhaps somebody holds its paper.
    pub fn is_lent(&self, ticket: &TicketId) -> bool {
        self.leases.values().any(|lease| lease.ticket == *ticket && !self.is_used(lease))
    }

    /// Whether a number of a service, or of the series of booked visits, was lent to a kiosk today.
    pub fn has_lent(&self, kiosk: &str, service: Option<&ServiceId>, number: u32) -> bool {
        self.lease(kiosk, service, number).is_some()
    }

    pub(crate) fn lease(&self, kiosk: &str, service: Option<&ServiceId>, number: u32) -> Option<&Lease> {
        // By service and not by letter: an office may change a letter while paper with the old one is about.
        let mine = |lease: &&Lease| lease.kiosk == kiosk && lease.service.as_ref() == service;
        self.leases.values().filter(mine).find(|lease| lease.number == number)
    }

    pub(crate) fn is_used(&self, lease: &Lease) -> bool {
        self.tickets.contains_key(&lease.ticket)
    }

    /// Fills up a kiosk's blocks: every walk-in service to `walk_in` numbers, the booked series to `booked`.
    pub(crate) fn lease_numbers(&self, kiosk: &str, walk_in: u32, booked: u32) -> Decision {
        let mut tickets = self.tickets_ever + 1;
        let mut events = Vec::new();
        for series in self.series(walk_in, booked) {
            let open = self.leases_of(kiosk).filter(|lease| lease.service.as_ref() == series.service).count();
            let count = series.wanted(u32::try_from(open).unwrap_or(u32::MAX));
            if count > 0 {
                events.push(Event::NumbersLeased {
                    kiosk: kiosk.to_owned(),
                    service: series.service.cloned(),
                    series: series.letter.to_owned(),
                    first: series.next,
                    count,
                    tickets,
                });
                tickets += u64::from(count);
            }
        }
        (events, Answer::Done)
    }

    fn series(&self, walk_in: u32, booked: u32) -> Vec<Series<'_>> {
        let services = self.config.services.iter().filter(|service| service.walk_in).map(|service| {
            let next = self.numbers.get(&service.letter).copied().unwrap_or(1);
            let left = service.tickets_per_day.map(|most| ((most + 1).saturating_sub(next), most));
            Series { service: Some(&service.id), letter: &service.letter, next, left, upto: walk_in }
        });
        let range = self.config.u_numbers;
        let next = self.numbers.get(BOOKED).copied().unwrap_or(range.first).max(range.first);
        let end = range.last.saturating_add(1);
        let left = Some((end.saturating_sub(next), end.saturating_sub(range.first)));
        let booked = Series { service: None, letter: BOOKED, next, left, upto: booked };
        services.chain([booked]).collect()
    }
}
