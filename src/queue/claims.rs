//! Claims: what must hold between departments and nodes, as rows that only one can take. The rules are here, the database only keeps them.

use crate::config::Booking;
use crate::event::Event;
use crate::ids::ServiceId;
use crate::time::{self, Instant};
use chrono_tz::Tz;

/// A change of claims that belongs to an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Take the first free ordinal of 1..=`ordinals` under (kind, key).
    Take {
        /// What kind of claim.
        kind: &'static str,
        /// What is claimed.
        key: String,
        /// How many may hold it at once.
        ordinals: u32,
        /// Who holds it: an appointment's id.
        owner: String,
    },
    /// Give back the owner's claims, of one kind or all.
    Release {
        /// Who holds them.
        owner: String,
        /// Only of this kind.
        kind: Option<&'static str>,
    },
}

/// One seat of one term (R9).
pub const SEAT: &str = "seat";
/// One collection of one visit (R27).
pub const COLLECTED: &str = "collected";
/// One of a phone's visits of a day (R13). Of several taken claims the first by name is told: limits come last (contract).
pub const DAILY: &str = "visits_of_day";
/// One of an address's visits of a day.
pub const DAILY_EMAIL: &str = "visits_of_day_email";
/// One of the visits that a phone may have ahead at once.
pub const OPEN: &str = "visits_open";
/// One minute of a phone's day (R13).
pub const MINUTE: &str = "minute";

/// The claims that an event makes or gives back, whoever the visitor is.
pub fn of_event(event: &Event) -> Vec<Claim> {
    match event {
        Event::Booked { appointment, service, start, seat, .. } => {
            vec![seat_of(service, *start, *seat, appointment.as_str())]
        }
        Event::AppointmentCancelled { appointment, .. } | Event::NotCollected { appointment } => {
            vec![Claim::Release { owner: appointment.to_string(), kind: None }]
        }
        Event::Collected { appointment, .. } => {
            let ended = Claim::Release { owner: appointment.to_string(), kind: Some(OPEN) };
            vec![ended, take(COLLECTED, appointment.to_string(), 1, appointment.as_str())]
        }
        Event::CheckInReverted { appointment, .. } => {
            vec![Claim::Release { owner: appointment.to_string(), kind: Some(COLLECTED) }]
        }
        _ => Vec::new(),
    }
}

/// The claims of a visit that was moved: all it had, for all it has now. The old ones are given back in the very
/// transaction that takes the new ones, or not at all.
pub fn of_move(service: &ServiceId, start: Instant, seat: u16, owner: &str) -> Vec<Claim> {
    vec![Claim::Release { owner: owner.to_owned(), kind: None }, seat_of(service, start, seat, owner)]
}

/// Who books, as claims see it: keyed hashes, never the data itself.
#[derive(Clone, Copy, Debug)]
pub struct Booker<'a> {
    /// Of the phone.
    pub phone: &'a str,
    /// Of the e-mail address; `None` for a caller without one.
    pub email: Option<&'a str>,
}

/// The claims that a person's booking makes: every minute of the visit, then the places under each limit (R13).
pub fn of_person(rules: &Booking, zone: Tz, person: Booker<'_>, start: Instant, lasts: u32, owner: &str) -> Vec<Claim> {
    let (day, phone) = (time::day_of(zone, start), person.phone);
    let daily = take(DAILY, format!("{phone}|{day}"), rules.per_phone_and_day, owner);
    let by_email = rules.per_email_and_day.zip(person.email);
    let by_email = by_email.map(|(most, email)| take(DAILY_EMAIL, format!("{email}|{day}"), most, owner));
    let open = rules.open_per_phone.map(|most| take(OPEN, phone.to_owned(), most, owner));
    let first = start.timestamp().div_euclid(60);
    let last = first + i64::from(if rules.overlap_allowed { 0 } else { lasts });
    let minutes = (first..last).map(|minute| take(MINUTE, format!("{phone}|{minute}"), 1, owner));
    minutes.chain([daily]).chain(by_email).chain(open).collect()
}

/// The refusal that a taken claim means.
pub fn refusal(kind: &str) -> crate::refusal::Refusal {
    use crate::refusal::Refusal;
    match kind {
        DAILY | DAILY_EMAIL | OPEN => Refusal::LimitReached,
        MINUTE => Refusal::OverlappingAppointment,
        COLLECTED => Refusal::AlreadyCollected,
        _ => Refusal::SlotTaken { nearest: Vec::new() },
    }
}

fn seat_of(service: &ServiceId, start: Instant, seat: u16, owner: &str) -> Claim {
    take(SEAT, format!("{service}|{}|{seat}", start.timestamp_millis()), 1, owner)
}

fn take(kind: &'static str, key: String, ordinals: u32, owner: &str) -> Claim {
    Claim::Take { kind, key, ordinals, owner: owner.to_owned() }
}
