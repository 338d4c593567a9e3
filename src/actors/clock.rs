//! The two clocks. The office clock (tickets, visits, letters, days) is injected everywhere; the process clock
//! (sessions, sockets, throttles, retries, key expiry) is the machine's. No other file reads a clock.

use okienko_queue::time::{Instant, from_ms, millis};
use std::sync::{Arc, Mutex, PoisonError};

/// The office clock; clones share it.
#[derive(Clone, Debug)]
pub struct OfficeClock(Arc<Running>);

#[derive(Debug)]
struct Running {
    speed: f64,
    /// Set at an office instant when the process stood at another; `None` follows the machine.
    from: Mutex<Option<(Instant, std::time::Instant)>>,
}

impl OfficeClock {
    /// The machine's own clock.
    pub fn real() -> Self {
        Self(Arc::new(Running { speed: 1.0, from: Mutex::new(None) }))
    }

    /// Starts at an instant and runs `speed` times as fast as the machine's.
    pub fn starting(at: Instant, speed: f64) -> Self {
        let from = Mutex::new(Some((at, std::time::Instant::now())));
        Self(Arc::new(Running { speed, from }))
    }

    /// The office's now, cut to milliseconds.
    pub fn now(&self) -> Instant {
        let from = *self.0.from.lock().unwrap_or_else(PoisonError::into_inner);
        match from {
            None => from_ms(process_now_ms()),
            Some((at, since)) => {
                let passed = since.elapsed().as_secs_f64() * self.0.speed * 1000.0;
                millis(at + chrono::Duration::milliseconds(passed as i64))
            }
        }
    }

    /// Sets the office clock; it runs on from there at its speed.
    pub fn set(&self, now: Instant) {
        let mut from = self.0.from.lock().unwrap_or_else(PoisonError::into_inner);
        *from = Some((now, std::time::Instant::now()));
    }

    /// How many times faster than the machine's it runs.
    pub fn speed(&self) -> f64 {
        self.0.speed
    }
}

/// The process clock, milliseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
pub fn process_now_ms() -> i64 {
    chrono::Utc::now().timestamp_millis()
}
