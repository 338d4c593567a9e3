//! Terms that can be booked: the grid of a service within opening hours, minus what is taken.

use crate::config::{DepartmentConfig, Service};
use crate::department::Department;
use crate::ids::ServiceId;
use crate::refusal::Refusal;
use crate::time::{self, Instant};
use chrono::{Duration, NaiveDate, NaiveTime};

/// How many free terms a refusal offers.
const NEAREST: usize = 5;
/// Past days never asked for; a wider question is cut to this many days.
const MOST_DAYS: usize = 92;

/// A term with what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub start: Instant,
    /// Visits that it still holds.
    pub free: usize,
}

impl DepartmentConfig {
    /// Every term of a service on an office day, taken or not: the grid from the rule's first term, kept where the
    /// whole visit fits into a span of opening hours. Hours that a clock change skips have none (R10).
    pub fn grid(&self, service: &Service, day: NaiveDate) -> Vec<Instant> {
        let Some(rule) = &service.slots else { return Vec::new() };
        // Looked up once a day, not once a term: whether a day is a holiday is computed.
        let spans = self.hours.on(day);
        if spans.is_empty() {
            return Vec::new();
        }
        let midnight = NaiveTime::MIN;
        let lasts = Duration::minutes(i64::from(service.duration_minutes));
        let step = Duration::minutes(i64::from(rule.every_minutes.max(1)));
        let of_day = |since: Duration| (since < Duration::days(1)).then(|| midnight + since);
        std::iter::successors(Some(rule.first - midnight), |since| Some(*since + step))
            .map_while(of_day)
            .filter(|start| spans.iter().any(|span| span.from <= *start && span.to - *start >= lasts))
            .filter_map(|start| time::at(self.time_zone, day, start))
            .collect()
    }

    /// Visits that all terms of an office day hold together, taken or not.
    pub fn seats(&self, day: NaiveDate) -> usize {
        let of = |service: &Service| {
            let capacity = service.slots.as_ref().map_or(0, |rule| usize::from(rule.capacity));
            self.grid(service, day).len() * capacity
        };
        self.services.iter().map(of).sum()
    }
}

impl Department {
    /// As [`DepartmentConfig::grid`], by the configuration in force.
    pub fn grid(&self, service: &Service, day: NaiveDate) -> Vec<Instant> {
        self.config.grid(service, day)
    }

    /// The free terms of a service on one day that can be booked now; none outside the horizon.
    pub fn free_slots(&self, service: &Service, day: NaiveDate, now: Instant) -> Vec<Slot> {
        if self.term_refused(day, None, false, now).is_some() {
            return Vec::new();
        }
        if self.stopped_on(&service.id, day).is_some() {
            return Vec::new();
        }
        let capacity = service.slots.as_ref().map_or(0, |rule| usize::from(rule.capacity));
        let terms = self.grid(service, day).into_iter();
        let bookable = terms.filter(|start| self.term_refused(day, Some(*start), false, now).is_none());
        let slots = bookable
            .map(|start| Slot { start, free: capacity.saturating_sub(self.taken(&service.id, start, now).len()) });
        slots.filter(|slot| slot.free > 0).collect()
    }

    /// Free terms of each day from `from` to `to`, both included and at most 92 days.
    pub fn calendar(
        &self,
        service: &Service,
        from: NaiveDate,
        to: NaiveDate,
        now: Instant,
    ) -> Vec<(NaiveDate, Vec<Slot>)> {
        let days = from.iter_days().take_while(|day| *day <= to).take(MOST_DAYS);
        days.map(|day| (day, self.free_slots(service, day, now))).collect()
    }

    /// The first `NEAREST` free terms by distance from a wished one.
    pub fn nearest(&self, service: &Service, wished: Instant, now: Instant) -> Vec<Instant> {
        let today = time::day_of(self.config.time_zone, now);
        let horizon = self.config.booking.horizon_days as usize;
        let days = today.iter_days().take(horizon + 1);
        let mut free: Vec<Instant> =
            days.flat_map(|day| self.free_slots(service, day, now)).map(|slot| slot.start).collect();
        free.sort_by_key(|start| ((*start - wished).abs(), *start));
        free.truncate(NEAREST);
        free
    }

    /// Why a term cannot be booked now, by the order of the contract; `start` may be left open. A supervisor may pass
    /// over the lead time (`beyond_limits`), never over the horizon.
    fn term_refused(
        &self,
        day: NaiveDate,
        start: Option<Instant>,
        beyond_limits: bool,
        now: Instant,
    ) -> Option<Refusal> {
        let today = time::day_of(self.config.time_zone, now);
        let lead = if beyond_limits { 0 } else { self.config.booking.lead_minutes };
        let soonest = now + time::minutes(lead);
        if day < today || start.is_some_and(|start| start <= now || start < soonest) {
            return Some(Refusal::SlotInPast);
        }
        (day > self.last_day(now)).then_some(Refusal::OutsideHorizon)
    }

    /// The last day that can be booked now: the horizon's end, from the office's release hour on (R8).
    pub fn last_day(&self, now: Instant) -> NaiveDate {
        let (rules, zone) = (&self.config.booking, self.config.time_zone);
        let today = time::day_of(zone, now);
        let released = rules.release_hour.and_then(|hour| time::at(zone, today, hour)).is_none_or(|at| at <= now);
        let ahead = u64::from(rules.horizon_days).saturating_sub(u64::from(!released));
        today.checked_add_days(chrono::Days::new(ahead)).unwrap_or(today)
    }

    /// The seat that a booking of this term takes, or why it cannot be booked (R8–R10).
    pub fn seat_for(
        &self,
        service: &ServiceId,
        start: Instant,
        beyond_limits: bool,
        now: Instant,
    ) -> Result<u16, Refusal> {
        let service = self.config.service(service).ok_or(Refusal::NotFound)?;
        let day = time::day_of(self.config.time_zone, start);
        if let Some(refusal) = self.term_refused(day, Some(start), beyond_limits, now) {
            return Err(refusal);
        }
        let rule = service.slots.as_ref().ok_or(Refusal::NotASlot)?;
        if !self.grid(service, day).contains(&start) {
            return Err(Refusal::NotASlot);
        }
        let taken = self.taken(&service.id, start, now);
        // Counted as well as looked for: a capacity that was lowered may leave a low seat free in a full term.
        let full = taken.len() >= usize::from(rule.capacity) || self.stopped_on(&service.id, day).is_some();
        (0..rule.capacity)
            .find(|seat| !full && !taken.contains(seat))
            .ok_or_else(|| Refusal::SlotTaken { nearest: self.nearest(service, start, now) })
    }
}
