//! What becomes of a booked visit: it is cancelled, missed, or collected at the kiosk somewhat before its hour.

use super::Streets;
use super::chance::Chance;
use chrono::{DateTime, TimeDelta};
use okienko_queue::ids::ServiceId;
use okienko_queue::time::Instant;
use serde_json::json;
use std::sync::{Arc, Mutex, PoisonError};

/// Shares of visits that are cancelled before and that nobody comes to (a model office, see the waiting model).
const CANCELLED: f64 = 0.05;
const MISSED: f64 = 0.15;
/// Minutes of the arrival against the hour: mean and deviation.
const ARRIVAL: (f64, f64) = (-18.4, 11.2);
/// Who came too late takes a walk-in ticket with this probability.
const STAYS: f64 = 0.7;
/// Who types the code of the letter instead of the phone.
const BY_CODE: f64 = 0.2;
/// Somebody stands at the kiosk so often, office minutes.
const STEP: f64 = 0.5;

/// A booked visit and what its holder will do.
#[derive(Clone, Debug)]
pub struct Visit {
    service: ServiceId,
    phone: String,
    code: String,
    token: String,
    at: Instant,
    does: Deed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Cancels,
    ChecksIn,
}

/// Visits that something will be done about.
#[derive(Default)]
pub struct Visits(Mutex<Vec<Option<Visit>>>);

impl Visit {
    /// The fate of a visit, drawn when it is booked; `None` for one that nobody will come to.
    pub fn planned(
        service: ServiceId,
        start: Instant,
        phone: String,
        code: String,
        token: String,
        chance: &mut Chance,
    ) -> Option<Self> {
        let minutes = |minutes: f64| start + TimeDelta::milliseconds((minutes * 60_000.0) as i64);
        let fate = chance.unit();
        let (does, at) = match fate {
            _ if fate < CANCELLED => (Deed::Cancels, minutes(-chance.between(40.0, 600.0))),
            _ if fate < CANCELLED + MISSED => return None,
            _ => (Deed::ChecksIn, minutes(chance.normal(ARRIVAL.0, ARRIVAL.1))),
        };
        Some(Self { service, phone, code, token, at, does })
    }
}

impl Visits {
    /// Remembers a visit.
    pub fn add(&self, visit: Option<Visit>) {
        if visit.is_some() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(visit);
        }
    }

    /// Takes those whose time has come.
    fn due(&self, now: Instant) -> Vec<Visit> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let come = all.iter_mut().filter(|visit| visit.as_ref().is_some_and(|visit| visit.at <= now));
        let mut due: Vec<Visit> = come.filter_map(Option::take).collect();
        all.retain(Option::is_some);
        due.sort_by_key(|visit| visit.at);
        due
    }
}

/// Does what the holders of visits do, as long as the demo runs.
pub async fn check_in(streets: Arc<Streets>) {
    let mut chance = streets.chance(3);
    while !streets.is_over() {
        for visit in streets.visits.due(streets.now()) {
            match visit.does {
                Deed::Cancels => {
                    streets.http.post(&format!("appointments/{}/cancel", visit.token), None, &json!({})).await;
                }
                Deed::ChecksIn => collect(&streets, visit, &mut chance).await,
            }
        }
        streets.minutes(STEP).await;
    }
}

async fn collect(streets: &Streets, visit: Visit, chance: &mut Chance) {
    let by_code = !visit.code.is_empty() && chance.happens(BY_CODE);
    let entry = if by_code { json!({ "code": visit.code }) } else { json!({ "phone": visit.phone }) };
    let answer = streets.http.post("kiosk/check-ins", Some(&streets.kiosk), &entry).await;
    match answer.code() {
        "too_early" => {
            let opens = DateTime::parse_from_rfc3339(answer.text("/opens_at"));
            if let Ok(opens) = opens {
                let at = opens.to_utc() + TimeDelta::seconds(chance.between(5.0, 120.0) as i64);
                streets.visits.add(Some(Visit { at, ..visit }));
            }
        }
        "too_late" if chance.happens(STAYS) => {
            streets.http.post("kiosk/tickets", Some(&streets.kiosk), &json!({ "service": visit.service })).await;
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_come_before_their_hour_some_never() {
        let (mut chance, start, visits) = (Chance::new(5), Instant::UNIX_EPOCH, Visits::default());
        for _ in 0..1000 {
            visits.add(Visit::planned("s".into(), start, String::new(), String::new(), String::new(), &mut chance));
        }
        let before = visits.due(start).into_iter().filter(|visit| visit.does == Deed::ChecksIn).count();
        assert!((650..850).contains(&before), "{before}");
        let late = visits.due(start + TimeDelta::days(1)).len();
        assert!((10..120).contains(&late), "{late}");
        assert!(visits.due(start + TimeDelta::days(2)).is_empty());
    }
}
