//! How busy the town is: by hour, and by what the desks can do.

use chrono::Timelike;
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::time::Instant;

/// Weights of arrivals by hour from 07 to 15, office-local; their mean is near 1.
const BY_HOUR: [f64; 9] = [0.9, 1.1, 1.35, 1.35, 1.2, 1.0, 0.9, 0.8, 0.6];
/// The share of the desks' time that walk-ins ask for.
const WALK_IN_LOAD: f64 = 0.5;

/// Walk-in tickets a minute of a service at an instant: what its desks can do, shared among their services.
pub fn walk_ins_a_minute(department: &DepartmentConfig, service: &Service, now: Instant) -> f64 {
    let desks = department.desks.iter().filter(|desk| desk.services.contains(&service.id));
    let share: f64 = desks.map(|desk| 1.0 / desk.services.len() as f64).sum();
    let hour = now.with_timezone(&department.time_zone).hour() as usize;
    let weight = hour.checked_sub(7).and_then(|hour| BY_HOUR.get(hour)).copied().unwrap_or(0.3);
    WALK_IN_LOAD * weight * share / f64::from(service.duration_minutes)
}

/// How much of a full calendar the desks of a department could serve beside nothing else; at most 1.
pub fn room_for_terms(department: &DepartmentConfig) -> f64 {
    let at_once = department.services.iter().filter_map(|service| {
        let rule = service.slots.as_ref()?;
        Some(f64::from(rule.capacity) * f64::from(service.duration_minutes) / f64::from(rule.every_minutes.max(1)))
    });
    (department.desks.len() as f64 / at_once.sum::<f64>().max(0.1)).min(1.0)
}

/// Whether somebody would still come: not in the last twenty minutes.
pub fn worth_coming(department: &DepartmentConfig, now: Instant) -> bool {
    let later = now + okienko_queue::time::minutes(20);
    department.hours.is_open(department.time_zone, now) && department.hours.is_open(department.time_zone, later)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn walk_ins_leave_room_for_booked_visits_and_nobody_comes_at_closing() {
        let office = crate::sample::office().unwrap();
        let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        let nine = at("2026-11-23T09:00:00+01:00");
        for department in &office.departments {
            let minutes = department
                .services
                .iter()
                .map(|one| walk_ins_a_minute(department, one, nine) * f64::from(one.duration_minutes));
            let asked: f64 = minutes.sum::<f64>() / department.desks.len() as f64;
            assert!((0.4..0.8).contains(&asked), "{}: {asked}", department.id);
            assert!((0.6..=1.0).contains(&room_for_terms(department)));
            assert!(worth_coming(department, nine));
            assert!(!worth_coming(department, at("2026-11-23T15:45:00+01:00")));
            assert!(!worth_coming(department, at("2026-11-22T10:00:00+01:00")));
        }
    }
}
