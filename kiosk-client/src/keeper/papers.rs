//! What became of each paper, told to the server: a failed one is shown to staff, who print it again.

use crate::agent::Agent;
use crate::failure::Failure;
use crate::upstream::Call;
use serde_json::json;
use std::time::Duration;

const WITHIN: Duration = Duration::from_secs(5);

/// Tells all papers; false when the server did not answer.
pub fn run(agent: &Agent, token: &str) -> Result<bool, Failure> {
    for touch in agent.journal.papers_to_tell()? {
        let ticket = touch.ticket.clone().unwrap_or_default();
        // The same word under the same key may be repeated; another word has another key.
        let key = format!("paper-{}-{}", touch.key, touch.paper);
        if !tell(agent, token, &ticket, &key, &touch.paper, touch.paper_reason.as_deref()) {
            return Ok(false);
        }
        agent.journal.paper_told(&touch.key, &touch.paper)?;
    }
    while let Some((ticket, state, reason)) = agent.journal.reprint_to_tell() {
        if !matches!(state.as_str(), "printed" | "failed") {
            agent.journal.reprint_told()?;
            continue;
        }
        let key = format!("reprint-{ticket}-{state}-{}", agent.clock.now_ms());
        if !tell(agent, token, &ticket, &key, &state, reason.as_deref()) {
            return Ok(false);
        }
        agent.journal.reprint_told()?;
    }
    Ok(true)
}

/// Whether the server has heard it; what it refuses (a ticket that is over) need not be told again.
fn tell(agent: &Agent, token: &str, ticket: &str, key: &str, state: &str, reason: Option<&str>) -> bool {
    let path = format!("/api/v1/kiosk/tickets/{ticket}/paper");
    let call = Call { key: Some(key), ..Call::new(&path, Some(token), WITHIN) };
    match agent.ask(call, Some(&json!({ "state": state, "reason": reason }))) {
        Ok(answer) if answer.is_ok() => true,
        Ok(answer) if (400..500).contains(&answer.status) && answer.status != 401 && answer.status != 429 => {
            tracing::warn!(status = answer.status, code = answer.code(), "the server takes no word of a paper");
            true
        }
        _ => false,
    }
}
