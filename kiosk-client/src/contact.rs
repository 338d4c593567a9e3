//! Whether the server is there, as far as is known from the last request of anybody in the agent.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What is known, and the bell that wakes the keeper.
#[derive(Debug, Default)]
pub struct Contact {
    known: Mutex<Known>,
    bell: Condvar,
}

#[derive(Debug, Default)]
struct Known {
    away_since: Option<Instant>,
    heard: bool,
    rung: bool,
}

impl Contact {
    /// Whether the last request got no answer.
    pub fn is_away(&self) -> bool {
        self.known().away_since.is_some()
    }

    /// Whether the server has answered since the start.
    pub fn was_heard(&self) -> bool {
        self.known().heard
    }

    /// The server answered. True when it had been away.
    pub fn heard(&self) -> bool {
        let mut known = self.known();
        known.heard = true;
        let back = known.away_since.take();
        drop(known);
        if let Some(since) = back {
            tracing::info!(seconds = since.elapsed().as_secs(), "the server is back");
            self.ring();
        }
        back.is_some()
    }

    /// A request got no answer.
    pub fn lost(&self) {
        let mut known = self.known();
        if known.away_since.is_none() {
            known.away_since = Some(Instant::now());
            tracing::warn!("the server is away");
        }
    }

    /// Wakes the keeper: there is something to tell the server.
    pub fn ring(&self) {
        self.known().rung = true;
        self.bell.notify_all();
    }

    /// Sleeps until somebody rings, at most so long.
    pub fn rest(&self, most: Duration) {
        let known = self.known();
        let waited = self.bell.wait_timeout_while(known, most, |known| !known.rung);
        let (mut known, _) = waited.unwrap_or_else(PoisonError::into_inner);
        known.rung = false;
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
