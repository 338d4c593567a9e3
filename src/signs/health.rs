//! Whether somebody answers: told once when it changes, and readable at any time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Whether a line of signs or the broker answers, for whoever watches.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// `okienko_sign_online` or `okienko_mqtt_online`.
    pub name: &'static str,
    /// Its address, without anything secret.
    pub address: String,
    value: Arc<AtomicBool>,
}

impl Gauge {
    /// Whether it answers.
    pub fn is_on(&self) -> bool {
        self.value.load(Relaxed)
    }
}

/// What is known of the other end.
#[derive(Debug)]
pub(crate) struct Health {
    gauge: Gauge,
    told: Option<bool>,
}

impl Health {
    /// Nothing was tried yet.
    pub(crate) fn new(name: &'static str, address: String) -> Self {
        Self { gauge: Gauge { name, address, value: Arc::default() }, told: None }
    }

    /// A gauge that follows it.
    pub(crate) fn gauge(&self) -> Gauge {
        self.gauge.clone()
    }

    /// It answers.
    pub(crate) fn on(&mut self) {
        if self.turns(true) {
            tracing::info!(address = %self.gauge.address, "the sign or broker answers");
        }
    }

    /// It does not.
    pub(crate) fn off(&mut self, why: &str) {
        if self.turns(false) {
            tracing::warn!(address = %self.gauge.address, why, "the sign or broker does not answer; it is tried again");
        }
    }

    fn turns(&mut self, on: bool) -> bool {
        self.gauge.value.store(on, Relaxed);
        self.told.replace(on) != Some(on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_change_is_told() {
        let mut health = Health::new("okienko_sign_online", "tcp://10.0.0.5:5000".into());
        assert!(health.turns(false) && !health.turns(false) && !health.gauge().is_on());
        assert!(health.turns(true) && !health.turns(true) && health.gauge().is_on());
    }
}
