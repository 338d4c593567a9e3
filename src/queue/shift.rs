//! By how much booked hours shift, told from what was measured (R38): never a promise, never a guess.

use crate::time::Instant;
use std::cmp::Reverse;

/// Visits below which nothing is said: a few lucky mornings are no measurement.
const LEAST: usize = 10;
/// A shift is told in steps of so many minutes, rounded up.
const STEP: i64 = 5;
/// Today is told by the calls of so many minutes back.
const LATELY: i64 = 60;

/// One booked visit that was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The hour that was booked.
    pub booked_for: Instant,
    /// When its ticket was called first.
    pub called: Instant,
}

/// What has been usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Visits that were measured.
    pub visits: u32,
    /// Nine of ten of them were called at most so many minutes after their hour; 0 is on time.
    pub minutes: u32,
}

/// What can be said of a shift; nothing while nothing was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Over the last weeks.
    pub usual: Option<Usual>,
    /// Today, lately: nobody was called more than so many minutes after the hour.
    pub lately: Option<u32>,
}

impl Shift {
    /// The shift by booked visits of one matter that were called.
    pub fn of(calls: &[Call], now: Instant) -> Self {
        let lately = calls.iter().filter(|call| call.called <= now && (now - call.called).num_minutes() < LATELY);
        Self { usual: usual(calls), lately: lately.map(|call| told(late_ms(call))).max() }
    }
}

fn usual(calls: &[Call]) -> Option<Usual> {
    let mut late: Vec<i64> = calls.iter().map(late_ms).collect();
    // The latest first: the first tenth of them is left out.
    late.sort_unstable_by_key(|ms| Reverse(*ms));
    let ninth_of_ten = late.get(late.len() / 10)?;
    let visits = u32::try_from(late.len()).unwrap_or(u32::MAX);
    (late.len() >= LEAST).then(|| Usual { visits, minutes: told(*ninth_of_ten) })
}

/// Whoever is called before the hour is on time.
fn late_ms(call: &Call) -> i64 {
    (call.called - call.booked_for).num_milliseconds().max(0)
}

/// Milliseconds as whole steps of minutes; less than a minute is on time.
fn told(ms: i64) -> u32 {
    let minutes = ms / 60_000;
    u32::try_from((minutes + STEP - 1) / STEP * STEP).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{from_ms, minutes};

    fn call(late_minutes: i64, minutes_ago: u32) -> Call {
        let called = from_ms(1_000_000_000_000) - minutes(minutes_ago);
        Call { booked_for: called - chrono::Duration::minutes(late_minutes), called }
    }

    fn of(calls: &[Call]) -> Shift {
        Shift::of(calls, from_ms(1_000_000_000_000))
    }

    #[test]
    fn r38_nine_of_ten_visits_tell_what_is_usual_rounded_against_ourselves() {
        let calls: Vec<Call> = (1..=20).map(|n| call(n, 3_000)).collect();
        assert_eq!(of(&calls).usual, Some(Usual { visits: 20, minutes: 20 }), "18 minutes, rounded up");
        let early: Vec<Call> = (0..10).map(|n| call(-n, 3_000)).collect();
        assert_eq!(of(&early).usual, Some(Usual { visits: 10, minutes: 0 }), "called before the hour is on time");
    }

    #[test]
    fn r38_a_few_visits_are_no_measurement() {
        let calls: Vec<Call> = (0..9).map(|_| call(5, 3_000)).collect();
        assert_eq!(of(&calls), Shift::default());
        assert_eq!(of(&[]), Shift::default());
    }

    #[test]
    fn r38_today_is_told_by_the_last_hour() {
        assert_eq!(of(&[call(40, 61), call(12, 30), call(3, 1)]).lately, Some(15));
        assert_eq!(of(&[call(0, 5)]).lately, Some(0));
        assert_eq!(of(&[call(40, 61)]).lately, None);
    }
}
