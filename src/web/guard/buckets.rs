//! Token buckets (GCRA of the `governor` crate), one a key, in bounded memory. When there is no room to remember a caller, the caller is
//! refused: a limit that cannot be kept is not given up.

use super::settings::Rate;
use governor::clock::{Clock, MonotonicClock, Reference};
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);
/// A full memory is swept at most so often; a sweep looks at every key.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// A caller or link, as a number.
pub(crate) type Id = u128;
/// Seconds after which asking again makes sense.
pub(crate) type Seconds = u32;

type Bucket<C> = RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// Buckets of one rate.
pub(crate) struct Buckets<C: Clock = MonotonicClock> {
    /// `None`: no limit.
    quota: Option<Quota>,
    /// After so long without use a bucket is full, and need not be remembered.
    full_after: Duration,
    most: usize,
    clock: C,
    held: Mutex<Held<C>>,
}

struct Held<C: Clock> {
    buckets: HashMap<Id, (Bucket<C>, C::Instant)>,
    swept: Option<C::Instant>,
}

impl Buckets {
    /// No bucket yet; at most `most` are remembered.
    pub fn new(rate: Rate, most: usize) -> Self {
        Self::by(rate, most, MonotonicClock)
    }
}

impl<C: Clock + Clone> Buckets<C> {
    fn by(rate: Rate, most: usize, clock: C) -> Self {
        let drip = HOUR / rate.per_hour.max(1);
        let quota = NonZeroU32::new(rate.burst);
        let quota = quota.and_then(|burst| Some(Quota::with_period(drip)?.allow_burst(burst)));
        let held = Mutex::new(Held { buckets: HashMap::new(), swept: None });
        Self { quota, full_after: drip * rate.burst, most, clock, held }
    }

    /// Takes one; or says when there will be one again.
    pub fn take(&self, id: Id) -> Result<(), Seconds> {
        let Some(quota) = self.quota else { return Ok(()) };
        let now = self.clock.now();
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if !held.buckets.contains_key(&id) {
            if held.buckets.len() >= self.most {
                self.sweep(&mut held, now);
            }
            if held.buckets.len() >= self.most {
                return Err(seconds(SWEEP_EVERY.max(self.full_after / 10)));
            }
        }
        let fresh = || (RateLimiter::direct_with_clock(quota, self.clock.clone()), now);
        let (bucket, used) = held.buckets.entry(id).or_insert_with(fresh);
        *used = now;
        bucket.check().map_err(|not_until| seconds(not_until.wait_time_from(now)))
    }

    fn sweep(&self, held: &mut Held<C>, now: C::Instant) {
        let since = |then: C::Instant| Duration::from(now.duration_since(then));
        if held.swept.is_some_and(|swept| since(swept) < SWEEP_EVERY) {
            return;
        }
        held.swept = Some(now);
        held.buckets.retain(|_, (_, used)| since(*used) < self.full_after);
    }
}

/// Whole seconds, rounded up, at least one.
fn seconds(wait: Duration) -> Seconds {
    let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    u32::try_from(whole.max(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn buckets(burst: u32, per_hour: u32, most: usize) -> (Buckets<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (Buckets::by(Rate::new(burst, per_hour), most, clock.clone()), clock)
    }

    #[test]
    fn a_burst_is_let_through_then_one_at_a_time_and_each_key_has_its_own() {
        let (buckets, clock) = buckets(3, 60, 10);
        for _ in 0..3 {
            assert_eq!(buckets.take(1), Ok(()));
        }
        assert_eq!(buckets.take(1), Err(60));
        assert_eq!(buckets.take(2), Ok(()));
        clock.advance(Duration::from_secs(59));
        assert_eq!(buckets.take(1), Err(1));
        clock.advance(Duration::from_secs(1));
        assert_eq!((buckets.take(1), buckets.take(1)), (Ok(()), Err(60)));
    }

    #[test]
    fn a_full_memory_refuses_strangers_keeps_what_it_knows_and_forgets_the_idle() {
        let (buckets, clock) = buckets(2, 3_600, 2);
        assert_eq!((buckets.take(1), buckets.take(2)), (Ok(()), Ok(())));
        assert!(buckets.take(3).is_err(), "no room: refused, not waved through");
        assert_eq!(buckets.take(1), Ok(()));
        assert!(buckets.take(1).is_err());
        clock.advance(Duration::from_secs(3));
        assert_eq!(buckets.take(3), Ok(()), "both buckets are full again and need no room");
        assert!(buckets.held.lock().unwrap().buckets.len() <= 2);
    }

    #[test]
    fn without_a_rate_there_is_no_limit() {
        let (buckets, _) = buckets(0, 0, 0);
        assert!((0..1_000).all(|id| buckets.take(id % 3).is_ok()));
    }
}
