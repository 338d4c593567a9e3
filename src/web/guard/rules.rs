//! Soft rules: they refuse nothing. One that trips asks for a proof of work, for a while.

use super::buckets::{Buckets, Id};
use super::settings::Rate;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// One rule: more than a rate trips it.
pub(crate) struct Rule {
    buckets: Buckets,
    lasts: Duration,
    most: usize,
    tripped: Mutex<HashMap<Id, Instant>>,
}

impl Rule {
    /// A rule that nobody has tripped yet.
    pub fn new(rate: Rate, minutes: u32, most: usize) -> Self {
        let lasts = Duration::from_secs(u64::from(minutes) * 60);
        Self { buckets: Buckets::new(rate, most), lasts, most, tripped: Mutex::default() }
    }

    /// Counts one more and answers whether the rule stands tripped.
    pub fn count(&self, id: Id) -> bool {
        if self.buckets.take(id).is_err() {
            let now = Instant::now();
            let mut tripped = self.tripped.lock().unwrap_or_else(PoisonError::into_inner);
            if tripped.len() >= self.most {
                tripped.retain(|_, until| *until > now);
            }
            // Beyond the memory it stays tripped as long as its bucket is empty.
            if tripped.len() < self.most || tripped.contains_key(&id) {
                tripped.insert(id, now + self.lasts);
            }
            return true;
        }
        self.is_tripped(id)
    }

    /// Whether it asks for a proof now.
    pub fn is_tripped(&self, id: Id) -> bool {
        let tripped = self.tripped.lock().unwrap_or_else(PoisonError::into_inner);
        tripped.get(&id).is_some_and(|until| *until > Instant::now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_trips_beyond_its_rate_for_that_key_alone_and_for_its_time() {
        let rule = Rule::new(Rate::new(2, 1), 10, 10);
        assert_eq!((rule.count(1), rule.count(1), rule.is_tripped(1)), (false, false, false));
        assert!(rule.count(1) && rule.is_tripped(1));
        assert!(!rule.count(2) && !rule.is_tripped(2));
        let short = Rule::new(Rate::new(1, 1), 0, 10);
        assert!(!short.count(1) && short.count(1), "the bucket is empty");
        assert!(!short.is_tripped(1), "its time is over at once");
    }

    #[test]
    fn the_memory_of_those_who_tripped_is_bounded() {
        let rule = Rule::new(Rate::new(1, 1), 10, 2);
        for id in 0..5 {
            rule.count(id);
            rule.count(id);
        }
        assert!(rule.tripped.lock().is_ok_and(|tripped| tripped.len() <= 2));
    }
}
