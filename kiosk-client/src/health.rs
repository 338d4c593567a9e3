//! The report of health, and the wishes that come back: load the page again, start again, print.

use crate::agent::{Agent, RESTART};
use crate::failure::Failure;
use crate::journal::Printed;
use crate::press::Job;
use crate::upstream::Call;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const WITHIN: Duration = Duration::from_secs(5);
const NAP: Duration = Duration::from_millis(100);
/// Wishes remembered as done, so that none is done twice.
const REMEMBERED: usize = 200;
/// Wishes told as done in one report, the server's most.
const TOLD: usize = 50;
/// Tickets of a day from which a pace can be told, and how far ahead.
const LEAST_FOR_PACE: u32 = 5;
const DAY_MS: i64 = 10 * 3_600_000;
const DONE: &str = "wishes";

#[derive(Deserialize)]
struct Wish {
    id: String,
    kind: String,
    #[serde(default)]
    ticket: Option<Value>,
}

/// The thread. Ends when the agent stops.
pub fn run(agent: &Agent) {
    let every = Agent::millis(agent.settings.timing.health_ms);
    let mut last: Option<Instant> = None;
    while !agent.is_stopping() {
        std::thread::sleep(NAP);
        if last.is_some_and(|last| last.elapsed() < every) {
            continue;
        }
        last = Some(Instant::now());
        if let Some(token) = agent.identity.token()
            && let Err(failure) = report(agent, &token)
        {
            tracing::error!(%failure, "the report of health");
        }
    }
}

fn report(agent: &Agent, token: &str) -> Result<(), Failure> {
    let done: Vec<String> = agent.journal.note(DONE).unwrap_or_default();
    let told: Vec<&String> = done.iter().rev().take(TOLD).collect();
    let (unsynced, _) = agent.journal.entry_counts(&agent.day())?;
    let body = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "printer": { "state": agent.press.status().as_str() },
        "printed": printed(agent),
        "unsynced": unsynced,
        "refused": agent.journal.refused_count(&agent.day())?,
        "page_alive": agent.page.is_alive(),
        // How far this computer's clock is ahead of the server's.
        "clock_offset_ms": agent.clock.contact().map_or(0, |contact| contact.offset_ms.saturating_neg()),
        "done": told,
    });
    let Ok(answer) = agent.ask(Call::new("/api/v1/kiosk/health", Some(token), WITHIN), Some(&body)) else {
        return Ok(());
    };
    if !answer.is_ok() {
        return Ok(());
    }
    if let Some(revision) = answer.body.get("revision").and_then(Value::as_str) {
        agent.catalogue.name(revision);
    }
    let wishes = answer.body.get("wishes").cloned().unwrap_or_else(|| json!([]));
    for wish in serde_json::from_value::<Vec<Wish>>(wishes)? {
        fulfil(agent, wish)?;
    }
    Ok(())
}

/// What the counters say, and how many tickets the roll is still good for.
pub fn printed(agent: &Agent) -> Value {
    let counted: Printed = agent.journal.note("printed").unwrap_or_default();
    let today = if counted.day == agent.day() { counted.today } else { 0 };
    let paper = &agent.settings.paper;
    let roll = paper.roll_metres.saturating_mul(1_000).checked_div(paper.ticket_millimetres).filter(|all| *all > 0);
    let left = roll.map(|all| all.saturating_sub(counted.since_roll));
    json!({ "today": today, "since_roll": counted.since_roll, "left": left })
}

/// As [`printed`], with the hour at which the roll ends if the day goes on as it went so far.
pub fn paper(agent: &Agent) -> Value {
    let mut told = printed(agent);
    let counted: Printed = agent.journal.note("printed").unwrap_or_default();
    let now_ms = agent.clock.now_ms();
    let pace_ms = now_ms.saturating_sub(counted.first_ms).checked_div(i64::from(counted.today)).unwrap_or(0);
    let enough = counted.today >= LEAST_FOR_PACE && counted.day == agent.day() && counted.first_ms > 0;
    let ends = told.get("left").and_then(Value::as_i64).filter(|_| enough).map(|left| now_ms + left * pace_ms);
    // Beyond today nobody knows the pace.
    let ends = ends.filter(|ends| ends - now_ms < DAY_MS).map(|ends| agent.clock.written(ends));
    if let Some(members) = told.as_object_mut() {
        members.insert("forecast".to_owned(), ends.into());
    }
    told
}

/// Does a wish once: it is remembered as done before it is done, so that a crash in between repeats nothing.
fn fulfil(agent: &Agent, wish: Wish) -> Result<(), Failure> {
    let mut done: Vec<String> = agent.journal.note(DONE).unwrap_or_default();
    if done.contains(&wish.id) {
        return Ok(());
    }
    done.push(wish.id.clone());
    let old = done.len().saturating_sub(REMEMBERED);
    done.drain(..old);
    agent.journal.remember(DONE, &done)?;
    tracing::info!(wish = wish.kind, "a wish of the staff");
    match (wish.kind.as_str(), wish.ticket) {
        ("reload", _) => agent.page.reload(),
        ("restart", _) => agent.stop(RESTART),
        ("test_print", _) => drop(agent.press.push(Job::Test)),
        ("print", Some(ticket)) => drop(agent.press.push(Job::Wished(wish.id, ticket))),
        (kind, _) => tracing::warn!(kind, "a wish that this version does not know"),
    }
    Ok(())
}
