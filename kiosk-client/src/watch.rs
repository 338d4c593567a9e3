//! The page on the screen: whether it lives, whether it must load itself again; and the watchdog of systemd, which is told so.

use crate::agent::Agent;
use crate::settings::Settings;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What is known of the page.
pub struct Page {
    seen: Mutex<Option<Instant>>,
    fresh: Duration,
    reload: AtomicBool,
    loads: AtomicU64,
}

impl Page {
    /// A page that has not been seen.
    pub fn new(settings: &Settings) -> Self {
        Self {
            seen: Mutex::new(None),
            fresh: Duration::from_secs(settings.watch.page_seconds),
            reload: AtomicBool::new(false),
            loads: AtomicU64::new(0),
        }
    }

    /// The page says that it lives; answers whether it must load itself again, once for each wish.
    pub fn beats(&self) -> bool {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.reload.swap(false, Ordering::AcqRel)
    }

    /// Whether the page has been heard lately.
    pub fn is_alive(&self) -> bool {
        self.since().is_some_and(|since| since < self.fresh)
    }

    /// Whether a page was there and has fallen silent.
    pub fn is_dead(&self) -> bool {
        self.since().is_some_and(|since| since >= self.fresh)
    }

    /// The page is to load itself again.
    pub fn reload(&self) {
        self.loads.fetch_add(1, Ordering::AcqRel);
        self.reload.store(true, Ordering::Release);
    }

    /// What changes when the page must load itself again: the build and the wishes to.
    pub fn edition(&self) -> String {
        format!("{}-{}", crate::assets::digest(), self.loads.load(Ordering::Acquire))
    }

    fn since(&self) -> Option<Duration> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).map(|seen| seen.elapsed())
    }
}

/// Tells systemd that the agent is ready.
pub fn ready() {
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Ready]);
}

/// The thread that pings the watchdog, as long as the page lives or none was ever there. Ends when the agent stops.
pub fn run(agent: &Agent) {
    let Some(limit) = sd_notify::watchdog_enabled() else { return };
    while !agent.is_stopping() {
        if agent.page.is_dead() {
            tracing::error!("the page does not answer; the watchdog is left to bark");
        } else {
            let _ = sd_notify::notify(&[sd_notify::NotifyState::Watchdog]);
        }
        std::thread::sleep((limit / 3).min(Duration::from_secs(5)));
    }
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Stopping]);
}
