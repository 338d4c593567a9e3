//! Giving a leased number.

use super::{Wish, check_in, walk_in};
use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Entry, Given, Kind, Lease, Leased, NewTouch};
use crate::problem::Problem;
use serde_json::{Map, Value, json};

/// What was found to give.
pub struct Found {
    /// The number.
    pub lease: Lease,
    /// The members of the ticket that the number itself does not say.
    pub ticket: Map<String, Value>,
    /// The members of the entry for the server, but key and instant.
    pub entry: Value,
    /// The visit it collects.
    pub visit: Option<String>,
}

/// Gives a number for a touch that the server was never asked about.
pub fn without_server(agent: &Agent, wish: &Wish, touch: &NewTouch, token: &str) -> Result<String, Problem> {
    let found = find(agent, token, wish)?;
    give(agent, &wish.key, Given::New(touch), &found, false)
}

/// Gives a number for a touch that stands in the journal; `maybe`: the server may have given a ticket, too.
pub fn after_trying(agent: &Agent, token: &str, wish: &Wish, maybe: bool) -> Result<String, Problem> {
    match find(agent, token, wish) {
        Ok(found) => give(agent, &wish.key, Given::Key(&wish.key), &found, maybe),
        Err(problem) if maybe => {
            if let Problem::Own(code, _) = &problem {
                agent.journal.withdrawn(&wish.key, code)?;
                if wish.kind == Kind::Ticket {
                    agent.journal.seek_twin(&wish.key)?;
                }
            }
            Err(problem)
        }
        Err(problem) => {
            agent.journal.refused(&wish.key)?;
            Err(problem)
        }
    }
}

fn find(agent: &Agent, token: &str, wish: &Wish) -> Result<Found, Problem> {
    match wish.kind {
        Kind::Ticket => walk_in::find(agent, &wish.body),
        Kind::CheckIn => check_in::find(agent, token, &wish.body),
    }
}

fn give(agent: &Agent, key: &str, touch: Given, found: &Found, twin: bool) -> Result<String, Problem> {
    let lease = &found.lease;
    let given_ms = agent.clock.now_ms();
    let mut ticket = json!({
        "id": lease.ticket, "code": lease.code, "state": "waiting", "issued_at": agent.clock.written(given_ms),
        "people_ahead": null, "wait": null, "status_url": lease.status_url, "token": lease.token,
    });
    if let Some(ticket) = ticket.as_object_mut() {
        ticket.extend(found.ticket.clone());
    }
    let entry = Entry {
        key: new_key()?,
        touch: key.to_owned(),
        day: lease.day.clone(),
        given_ms,
        body: found.entry.to_string(),
        state: "waiting".to_owned(),
        code: None,
    };
    let prints = agent.press.has_printer();
    agent.journal.give(&Leased {
        touch,
        entry: &entry,
        visit: found.visit.as_deref(),
        lease: &lease.ticket,
        answer: &ticket.to_string(),
        paper: if prints { "waiting" } else { "none" },
        twin,
    })?;
    if prints {
        agent.press.print_touch(agent, key);
    }
    agent.contact.ring();
    tracing::info!(state = "offline", twin, "a ticket");
    Ok(key.to_owned())
}

/// A fresh idempotency key.
fn new_key() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Failure::undone(format!("no randomness: {error}")))?;
    Ok(crate::sealed::hex(&bytes))
}
