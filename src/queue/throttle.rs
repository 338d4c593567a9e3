//! Throttle of unknown numbers at a kiosk, so that nobody learns who is booked by trying (R25).

use crate::time::{self, Instant};
use std::collections::VecDeque;

/// How many unknown entries are let through in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Unknown entries.
    pub most: usize,
    /// Within so many minutes.
    pub minutes: u32,
}

/// The city's numbers.
pub const CITY: Limit = Limit { most: 10, minutes: 5 };

/// The unknown entries of one kiosk. Its clock is the process's, not the office's.
#[derive(Clone, Debug, Default)]
pub struct Throttle {
    misses: VecDeque<Instant>,
}

impl Throttle {
    /// Whether one more entry may be looked up.
    pub fn admits(&mut self, limit: Limit, now: Instant) -> bool {
        let old = now - time::minutes(limit.minutes);
        while self.misses.front().is_some_and(|miss| *miss <= old) {
            self.misses.pop_front();
        }
        self.misses.len() < limit.most
    }

    /// An unknown number was entered; only they count.
    pub fn missed(&mut self, now: Instant) {
        self.misses.push_back(now);
    }

    /// The latest entry was not wrong after all.
    pub fn forgiven(&mut self) {
        self.misses.pop_back();
    }

    /// A success forgets the misses.
    pub fn succeeded(&mut self) {
        self.misses.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r25_ten_unknown_numbers_in_five_minutes_close_the_kiosk_for_a_while() {
        let (mut throttle, start) = (Throttle::default(), Instant::UNIX_EPOCH);
        for n in 0..10 {
            let now = start + time::seconds(n * 10);
            assert!(throttle.admits(CITY, now));
            throttle.missed(now);
        }
        assert!(!throttle.admits(CITY, start + time::seconds(100)));
        assert!(throttle.admits(CITY, start + time::minutes(5)), "the first miss is five minutes old");
        throttle.missed(start + time::minutes(5));
        assert!(!throttle.admits(CITY, start + time::minutes(5)));
        throttle.forgiven();
        assert!(throttle.admits(CITY, start + time::minutes(5)));
        throttle.succeeded();
        assert!(throttle.admits(CITY, start + time::seconds(100)));
    }
}
