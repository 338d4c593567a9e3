//! Offline tickets told to the server, in batches, under the same keys until it has answered each.

use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::Entry;
use crate::upstream::Call;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// Entries of one batch, the server's most.
const BATCH: i64 = 50;
const WITHIN: Duration = Duration::from_secs(15);

/// Tells all entries; false when the server did not answer.
pub fn run(agent: &Agent, token: &str) -> Result<bool, Failure> {
    loop {
        let entries = agent.journal.unsynced(BATCH)?;
        if entries.is_empty() {
            return Ok(true);
        }
        let body = json!({ "entries": entries.iter().map(|entry| told(agent, entry)).collect::<Vec<_>>() });
        let call = Call::new("/api/v1/kiosk/sync", Some(token), WITHIN);
        let Ok(answer) = agent.ask(call, Some(&body)) else { return Ok(false) };
        let results = answer.body.get("results").and_then(Value::as_array).filter(|_| answer.is_ok());
        let Some(results) = results else {
            tracing::warn!(status = answer.status, code = answer.code(), "offline tickets are not taken now");
            return Ok(false);
        };
        if !settle(agent, &entries, results)? {
            tracing::error!("the server answered none of the offline tickets");
            return Ok(false);
        }
    }
}

/// One entry as the server takes it. Its instant is corrected (R35): never after the contact that tells it; it was never before the
/// contact that preceded it, for the clock ran on from there.
fn told(agent: &Agent, entry: &Entry) -> Value {
    let mut members: Map<String, Value> = serde_json::from_str(&entry.body).unwrap_or_default();
    let at = agent.clock.written(entry.given_ms.min(agent.clock.now_ms()));
    let check_in = members.get("kind").and_then(Value::as_str) == Some("check_in");
    members.insert(if check_in { "collected_at" } else { "issued_at" }.to_owned(), at.into());
    members.insert("key".to_owned(), entry.key.clone().into());
    Value::Object(members)
}

/// Writes down what the server said; false when it said nothing of any.
fn settle(agent: &Agent, entries: &[Entry], results: &[Value]) -> Result<bool, Failure> {
    let mut any = false;
    for result in results {
        let text = |member: &str| result.get(member).and_then(Value::as_str);
        let known = entries.iter().find(|entry| Some(entry.key.as_str()) == text("key"));
        let (Some(entry), Some(state @ ("accepted" | "conflict" | "refused"))) = (known, text("state")) else {
            continue;
        };
        let ticket = result.get("ticket").and_then(|ticket| ticket.get("id")).and_then(Value::as_str);
        agent.journal.synced(&entry.key, state, text("code"), ticket)?;
        any = true;
        match state {
            "accepted" => tracing::info!("an offline ticket is at the server"),
            _ => tracing::error!(state, code = text("code"), "an offline ticket was not simply taken; staff are told"),
        }
    }
    Ok(any)
}
