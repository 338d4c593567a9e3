//! The thread that keeps the agent and the server of one mind: pairing, setup, leases, day list; offline tickets, papers and open
//! questions told as soon as the server is there.

mod fetch;
mod pairing;
mod papers;
mod sync;

use crate::agent::Agent;
use crate::failure::Failure;
use crate::touch::settle;
use std::time::{Duration, Instant};

/// When each thing was done last; nothing is due at once.
#[derive(Default)]
struct Due {
    setup: Option<Instant>,
    services: Option<Instant>,
    refresh: Option<Instant>,
    forget: Option<Instant>,
}

/// Between two fetches of the setup, if no report of health says earlier that it has changed.
const SETUP: Duration = Duration::from_secs(300);
const FORGET: Duration = Duration::from_secs(3600);
/// Longest sleep; a bell ends it earlier.
const REST: Duration = Duration::from_millis(1_000);

/// The thread. Ends when the agent stops.
pub fn run(agent: &Agent) {
    let mut due = Due::default();
    while !agent.is_stopping() {
        let rest = match round(agent, &mut due) {
            Ok(rest) => rest,
            Err(failure) => {
                tracing::error!(%failure, "the keeper's round");
                REST
            }
        };
        if !agent.is_stopping() {
            agent.contact.rest(rest);
        }
    }
}

/// One round; answers how long to rest.
fn round(agent: &Agent, due: &mut Due) -> Result<Duration, Failure> {
    let Some(token) = agent.identity.token() else {
        *due = Due::default();
        return pairing::step(agent);
    };
    let timing = &agent.settings.timing;
    if agent.contact.is_away() {
        // A look at the server that costs it least and tells its clock.
        if !fetch::services(agent, &token)? {
            return Ok(Agent::millis(timing.probe_ms));
        }
        *due = Due::default();
    }
    // What is owed goes before what is wanted.
    if !tell(agent, &token)? {
        return Ok(pause(agent));
    }
    if is_due(due.setup, SETUP) || agent.catalogue.is_stale() {
        if !fetch::setup(agent, &token)? {
            return Ok(pause(agent));
        }
        due.setup = Some(Instant::now());
    }
    if is_due(due.refresh, Agent::millis(timing.refresh_ms)) || fetch::is_low(agent)? {
        if !(fetch::leases(agent, &token)? && fetch::day_list(agent, &token)?) {
            return Ok(pause(agent));
        }
        due.refresh = Some(Instant::now());
    }
    if is_due(due.services, Agent::millis(timing.services_ms)) {
        fetch::services(agent, &token)?;
        due.services = Some(Instant::now());
    }
    if is_due(due.forget, FORGET) {
        forget(agent)?;
        due.forget = Some(Instant::now());
    }
    Ok(REST.min(Agent::millis(timing.services_ms.min(timing.refresh_ms))))
}

/// Everything that the server does not know yet; false when it did not answer.
fn tell(agent: &Agent, token: &str) -> Result<bool, Failure> {
    Ok(settle::questions(agent, token)?
        && sync::run(agent, token)?
        && settle::twins(agent, token)?
        && papers::run(agent, token)?)
}

fn is_due(last: Option<Instant>, every: Duration) -> bool {
    last.is_none_or(|last| last.elapsed() >= every)
}

/// After an answer that did not come or was none.
fn pause(agent: &Agent) -> Duration {
    Agent::millis(agent.settings.timing.probe_ms)
}

/// Yesterday's rows that nothing is left to be done for.
fn forget(agent: &Agent) -> Result<(), Failure> {
    let day = agent.day();
    if !day.is_empty() {
        let (touches, entries) = (agent.journal.forget_touches(&day)?, agent.journal.forget_entries(&day)?);
        tracing::info!(touches, entries, "what is over was forgotten");
    }
    Ok(())
}
