//! When the demo's office clock starts.

use crate::cli::DemoOptions;
use crate::failure::Failure;
use chrono::TimeDelta;
use okienko_actors::OfficeClock;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{Instant, from_ms};
use okienko_store::Store;

/// After the doors open: those who came early wait already.
const AFTER_DOORS: TimeDelta = TimeDelta::minutes(30);

/// The clock, and what to tell the person about it.
pub struct Opening {
    /// The office clock.
    pub clock: OfficeClock,
    /// One line about it.
    pub words: String,
}

/// The clock that the options ask for. With visitors and no time given the office is always open: visitors who find it
/// closed would show nothing.
///
/// # Errors
/// Exit code 1 when the journal cannot be read.
pub fn clock(store: &Store, sample: &OfficeFile, options: &DemoOptions) -> Result<Opening, Failure> {
    let real = OfficeClock::real();
    let now = real.now();
    let zone = sample.office.time_zone;
    let department = sample.departments.first();
    let is_open = |at| department.is_some_and(|one| one.hours.is_open(zone, at));
    let start = match options.start_at {
        Some(at) => at,
        None if options.visitors => department.map_or(now, |one| living(one, now, latest(store).ok().flatten())),
        None => now,
    };
    let real_speed = (options.speed - 1.0).abs() < f64::EPSILON;
    let clock = if start == now && real_speed { real } else { OfficeClock::starting(start, options.speed) };
    let shown = start.with_timezone(&zone).format("%A %Y-%m-%d %H:%M");
    let fast = if real_speed { String::new() } else { format!(", {} times as fast as real time", options.speed) };
    let closed = "; the office is closed now, --start-at or --visitors shows it open";
    Ok(Opening { clock, words: format!("Office time: {shown}{fast}{}", if is_open(start) { "" } else { closed }) })
}

/// An instant of an open office, not before anything that its journal holds already.
fn living(department: &DepartmentConfig, now: Instant, latest: Option<Instant>) -> Instant {
    let base = latest.map_or(now, |latest| latest.max(now));
    let zone = department.time_zone;
    if department.hours.is_open(zone, base) {
        return base;
    }
    department.hours.opens_after(zone, base).map_or(base, |doors| doors + AFTER_DOORS)
}

/// The latest instant in any journal.
fn latest(store: &Store) -> Result<Option<Instant>, Failure> {
    let mut latest = None;
    for (department, head) in store.heads()? {
        let last = store.events_from(&department, head, 1)?;
        latest = latest.max(last.first().map(|event| from_ms(event.at_ms)));
    }
    Ok(latest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn visitors_find_an_open_office() {
        let sample = crate::sample::office().unwrap();
        let living = |now: &str, latest: Option<&str>| living(&sample.departments[0], at(now), latest.map(at));
        let monday = at("2026-11-23T08:00:00+01:00");
        assert_eq!(living("2026-11-21T12:00:00+01:00", None), monday, "Saturday: Monday at eight");
        assert_eq!(living("2026-11-20T18:00:00+01:00", None), monday, "Friday evening: Monday at eight");
        let noon = "2026-11-24T12:00:00+01:00";
        assert_eq!(living(noon, None), at(noon), "an open office: now");
        assert_eq!(living("2026-11-21T12:00:00+01:00", Some(noon)), at(noon), "it goes on where the journal ends");
    }
}
