//! So many tries in so long: guessing codes of visits (R25) and the PIN. Follows the process clock.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Misses of one kind.
#[derive(Debug)]
pub struct Throttle {
    most: usize,
    within: Duration,
    misses: Mutex<VecDeque<Instant>>,
}

impl Throttle {
    /// At most `most` misses within a time.
    pub fn new(most: usize, within: Duration) -> Self {
        Self { most, within, misses: Mutex::default() }
    }

    /// Whether one more may be tried.
    pub fn admits(&self) -> bool {
        let mut misses = self.misses();
        while misses.front().is_some_and(|miss| miss.elapsed() >= self.within) {
            misses.pop_front();
        }
        misses.len() < self.most
    }

    /// A miss.
    pub fn missed(&self) {
        self.misses().push_back(Instant::now());
    }

    /// A success forgets the misses.
    pub fn succeeded(&self) {
        self.misses().clear();
    }

    fn misses(&self) -> MutexGuard<'_, VecDeque<Instant>> {
        self.misses.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r25_ten_misses_close_it_until_a_success_or_the_time_is_over() {
        let throttle = Throttle::new(10, Duration::from_millis(40));
        for _ in 0..10 {
            assert!(throttle.admits());
            throttle.missed();
        }
        assert!(!throttle.admits());
        std::thread::sleep(Duration::from_millis(60));
        assert!(throttle.admits());
    }
}
