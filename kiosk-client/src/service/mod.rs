//! The service menu's door: a PIN whose hash comes with the setup, and a pass of ten minutes.

use crate::agent::Agent;
use crate::failure::Failure;
use crate::problem::Problem;
use crate::throttle::Throttle;
use argon2::Argon2;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use serde_json::{Value, json};
use std::net::UdpSocket;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Wrong PINs in so long.
const WRONG: (usize, Duration) = (5, Duration::from_secs(600));
const PASS: Duration = Duration::from_secs(600);
/// Passes at a time: one menu on one screen, opened again a few times.
const PASSES: usize = 8;

/// Who is in the service menu.
pub struct Service {
    wrong: Throttle,
    passes: Mutex<Vec<(String, Instant)>>,
}

impl Default for Service {
    fn default() -> Self {
        let (most, within) = WRONG;
        Self { wrong: Throttle::new(most, within), passes: Mutex::default() }
    }
}

impl Service {
    /// A pass for whoever knows the PIN. Slow by design: call from a blocking thread.
    ///
    /// # Errors
    /// `throttled`, `forbidden` (also while no PIN is set).
    pub fn sign_on(&self, agent: &Agent, pin: &str) -> Result<String, Problem> {
        if !self.wrong.admits() {
            return Err(Problem::new("throttled"));
        }
        let hash = agent.catalogue.setup().service_pin.clone();
        if !hash.is_some_and(|hash| is_right(pin, &hash)) {
            self.wrong.missed();
            tracing::warn!("a wrong PIN at the service menu");
            return Err(Problem::new("forbidden"));
        }
        self.wrong.succeeded();
        let mut bytes = [0_u8; 24];
        getrandom::fill(&mut bytes).map_err(|error| Failure::undone(format!("no randomness: {error}")))?;
        let pass = crate::sealed::hex(&bytes);
        let mut passes = self.passes.lock().unwrap_or_else(PoisonError::into_inner);
        passes.retain(|(_, since)| since.elapsed() < PASS);
        if passes.len() >= PASSES {
            passes.remove(0);
        }
        passes.push((pass.clone(), Instant::now()));
        tracing::info!("the service menu was opened");
        Ok(pass)
    }

    /// Lets a pass through.
    ///
    /// # Errors
    /// `unauthorized`.
    pub fn admit(&self, pass: Option<&str>) -> Result<(), Problem> {
        let passes = self.passes.lock().unwrap_or_else(PoisonError::into_inner);
        let valid = passes.iter().any(|(known, since)| Some(known.as_str()) == pass && since.elapsed() < PASS);
        if valid { Ok(()) } else { Err(Problem::new("unauthorized")) }
    }
}

fn is_right(pin: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

/// What the menu shows.
///
/// # Errors
/// When the journal cannot be read.
pub fn state(agent: &Agent) -> Result<Value, Failure> {
    let day = agent.day();
    let (unsynced, conflicts) = agent.journal.entry_counts(&day)?;
    Ok(json!({
        "version": env!("CARGO_PKG_VERSION"),
        "server": server(agent),
        "network": network(&agent.settings.server.url),
        "now": agent.clock.written(agent.clock.now_ms()),
        "clock_offset_ms": agent.clock.contact().map(|contact| contact.offset_ms.saturating_neg()),
        "printer": { "state": agent.press.status().as_str() },
        "paper": crate::health::paper(agent),
        "leases": agent.journal.leases_left(&day)?,
        "unsynced": unsynced,
        "conflicts": conflicts,
        "page_alive": agent.page.is_alive(),
        "log": crate::logging::last(),
    }))
}

/// `online` or `away`.
pub fn server(agent: &Agent) -> &'static str {
    if agent.contact.is_away() || !agent.contact.was_heard() { "away" } else { "online" }
}

/// This computer's address on the way to the server, and the server's name; nothing when there is no way. Sends nothing.
fn network(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host).split('/').next()?;
    let port = if scheme == "https" { 443 } else { 80 };
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect(host).or_else(|_| socket.connect((host, port))).ok()?;
    Some(format!("{} → {host}", socket.local_addr().ok()?.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_is_told_without_secrets() {
        assert_eq!(network("http://kiosk:secret@127.0.0.1:8080").as_deref(), Some("127.0.0.1 → 127.0.0.1:8080"));
        assert_eq!(network("no address"), None);
    }

    #[test]
    fn a_pin_is_right_for_its_own_hash_alone() {
        assert!(!is_right("1234", ""));
        assert!(!is_right("1234", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$AAAA"));
    }
}
