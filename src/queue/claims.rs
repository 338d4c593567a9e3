//! Claims: what must hold between departments and nodes, as rows that only one can take. The rules are here, the database only keeps them.

use crate::config::Booking;
use crate::event::Event;
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
/// One of a phone's visits of a day (R13). Of several taken claims the first by name is told: this one comes last (contract).
pub const DAILY: &str = "visits_of_day";
/// One minute of a phone's day (R13).
pub const MINUTE: &str = "minute";

/// The claims that an event makes or gives back, whoever the visitor is.
pub fn of_event(event: &Event) -> Vec<Claim> {
    match event {
        Event::Booked { appointment, service, start, seat } => {
            vec![take(SEAT, format!("{service}|{}|{seat}", start.timestamp_millis()), 1, appointment.as_str())]
        }
        Event::AppointmentCancelled { appointment, .. } | Event::NotCollected { appointment } => {
            vec![Claim::Release { owner: appointment.to_string(), kind: None }]
        }
        Event::Collected { appointment, .. } => {
            vec![take(COLLECTED, appointment.to_string(), 1, appointment.as_str())]
        }
        Event::CheckInReverted { appointment, .. } => {
            vec![Claim::Release { owner: appointment.to_string(), kind: Some(COLLECTED) }]
        }
        _ => Vec::new(),
    }
}

/// The claims that a person's booking makes: every minute of the visit, then one of the day's places (R13).
/// `person` is a keyed hash of the phone.
pub fn of_person(rules: &Booking, zone: Tz, person: &str, start: Instant, lasts: u32, owner: &str) -> Vec<Claim> {
    let day = time::day_of(zone, start);
    let daily = take(DAILY, format!("{person}|{day}"), rules.per_phone_and_day, owner);
    let first = start.timestamp().div_euclid(60);
    let last = first + i64::from(if rules.overlap_allowed { 0 } else { lasts });
    let minutes = (first..last).map(|minute| take(MINUTE, format!("{person}|{minute}"), 1, owner));
    minutes.chain([daily]).collect()
}

/// The refusal that a taken claim means.
pub fn refusal(kind: &str) -> crate::refusal::Refusal {
    use crate::refusal::Refusal;
    match kind {
        DAILY => Refusal::LimitReached,
        MINUTE => Refusal::OverlappingAppointment,
        COLLECTED => Refusal::AlreadyCollected,
        _ => Refusal::SlotTaken { nearest: Vec::new() },
    }
}

fn take(kind: &'static str, key: String, ordinals: u32, owner: &str) -> Claim {
    Claim::Take { kind, key, ordinals, owner: owner.to_owned() }
}
