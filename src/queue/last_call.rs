//! Until when tickets can be given so that everybody who has one is still called before closing (roles.md, "Manager / supervisor" 5).
//!
//! The wait of somebody who comes now is simulated; from there on the wait grows by what comes in beyond what the desks can do. With a
//! load r (minutes of work that come in for each minute of a desk) somebody who comes after t minutes waits W + (r - 1)t, so the last
//! one who is called c minutes from now comes after (c - W) / r minutes. Below a load of 1 the line shrinks, and nobody need stop.

use crate::department::Department;
use crate::desk::DeskStatus;
use crate::forecast::Wait;
use crate::ids::{DeskId, ServiceId};
use crate::time::{self, Instant};
use chrono::Duration;
use std::collections::BTreeMap;

/// The pace of today is that of so many minutes back.
const PACE_MINUTES: u32 = 60;
/// Fewer tickets than this in that time are no pace.
const LEAST_TICKETS: usize = 3;
/// A suggestion is an hour on whole five minutes, rounded down: sooner is safe.
const STEP_MS: i64 = 5 * 60_000;

/// When to give no more tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCall {
    /// From here on somebody may not be served: the careful hour.
    pub from: Instant,
    /// From here on most would not be served.
    pub to: Instant,
}

/// When to stop, if it need be before `closes`; `load` is the work that comes in for each minute of the desks that serve it.
pub fn last_call(wait: Wait, load: f64, now: Instant, closes: Instant) -> Option<LastCall> {
    let left = (closes - now).num_minutes();
    let too_late = |minutes: u32| i64::from(minutes) >= left;
    if !too_late(wait.to_minutes) && load <= 1.0 {
        return None;
    }
    let after = |minutes: u32| {
        let spare = (left - i64::from(minutes)).max(0);
        let at = now + Duration::minutes((spare as f64 / load.max(1.0)) as i64);
        time::from_ms(at.timestamp_millis() / STEP_MS * STEP_MS).max(now)
    };
    Some(LastCall { from: after(wait.to_minutes), to: after(wait.from_minutes) })
}

impl Department {
    /// Minutes of work that come in at today's pace for each minute of the desks that serve a service: each service's work is shared
    /// out evenly among the working desks that serve it. `None` where too few came lately to tell, or no desk works.
    pub fn load(&self, service: &ServiceId, now: Instant) -> Option<f64> {
        let paces = self.paces(now);
        let works = |desk: &DeskId| self.desks.get(desk).is_some_and(DeskStatus::is_working);
        let desks = self.config.desks.iter().map(|desk| &desk.id).filter(|desk| works(desk));
        let of_desk = |desk: &DeskId| -> f64 {
            let share = |id: &ServiceId| paces.get(id).copied().unwrap_or(0.0) / self.open_desks(id).max(1) as f64;
            self.services_of(desk).iter().map(share).sum()
        };
        let own: Vec<f64> = desks.filter(|desk| self.services_of(desk).contains(service)).map(of_desk).collect();
        let known = paces.contains_key(service) && !own.is_empty();
        known.then(|| own.iter().sum::<f64>() / own.len() as f64)
    }

    /// Minutes of work that came in per minute lately, by service.
    fn paces(&self, now: Instant) -> BTreeMap<ServiceId, f64> {
        let (zone, back) = (self.config.time_zone, now - time::minutes(PACE_MINUTES));
        let day = time::day_of(zone, now);
        // Before the doors opened, and over the break, nobody could come.
        let begins = self.config.hours.on(day).iter().rev().filter_map(|span| time::at(zone, day, span.from));
        let opened = { begins }.find(|opened| *opened <= now);
        let since = opened.map_or(back, |opened| opened.max(back));
        let minutes = f64::from(time::minutes_between(since, now).max(1));
        let mut counts: BTreeMap<ServiceId, usize> = BTreeMap::new();
        for ticket in self.tickets.values().filter(|ticket| ticket.issued_at > since) {
            *counts.entry(ticket.service.clone()).or_default() += 1;
        }
        let lasts = |id: &ServiceId| self.config.service(id).map_or(0.0, |service| f64::from(service.duration_minutes));
        let told = counts.into_iter().filter(|(_, count)| *count >= LEAST_TICKETS);
        told.map(|(id, count)| (id.clone(), count as f64 * lasts(&id) / minutes)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(time: &str) -> Instant {
        format!("2026-11-23T{time}:00Z").parse().unwrap()
    }

    fn told(from: u32, to: u32, load: f64) -> Option<(Instant, Instant)> {
        let wait = Wait { from_minutes: from, to_minutes: to };
        last_call(wait, load, at("12:00"), at("15:00")).map(|one| (one.from, one.to))
    }

    #[test]
    fn a_line_that_shrinks_needs_no_end() {
        assert_eq!(told(20, 60, 0.9), None);
        assert_eq!(told(20, 60, 1.0), None);
    }

    #[test]
    fn a_line_that_grows_is_ended_so_that_the_last_one_is_called_in_time() {
        // 180 minutes are left. Who comes after t minutes waits 60 + t: 60 + 2t <= 180.
        assert_eq!(told(20, 60, 2.0), Some((at("13:00"), at("13:20"))));
        // Rounded down to five minutes: (180 - 60) / 1.3 = 92.3.
        assert_eq!(told(60, 60, 1.3), Some((at("13:30"), at("13:30"))));
    }

    #[test]
    fn the_hour_stands_on_whole_five_minutes_and_never_before_now() {
        let wait = Wait { from_minutes: 60, to_minutes: 60 };
        let told = |now: &str| last_call(wait, 2.0, at(now), at("15:00")).map(|one| one.from).unwrap();
        // 178 minutes are left, half of 118 of them can still be taken in.
        assert_eq!(told("12:02"), at("13:00"));
        assert_eq!(told("13:57"), at("13:57"));
    }

    #[test]
    fn who_would_not_be_called_any_more_is_told_at_once() {
        assert_eq!(told(170, 185, 0.2), Some((at("12:00"), at("12:10"))));
        assert_eq!(told(300, 400, 3.0), Some((at("12:00"), at("12:00"))));
    }
}
