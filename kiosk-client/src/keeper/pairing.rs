//! A kiosk without a token asks for a code, shows it, and waits until an administrator has approved it (the shape of RFC 8628).

use crate::agent::Agent;
use crate::failure::Failure;
use crate::upstream::Call;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Between two polls; the server may not be asked more often.
const POLL: Duration = Duration::from_secs(5);
const WITHIN: Duration = Duration::from_secs(5);
/// Short naps, so that the end of the program is not waited for.
const NAP: Duration = Duration::from_millis(200);

/// One pairing from code to token or expiry. Answers how long to rest before the next.
pub fn step(agent: &Agent) -> Result<Duration, Failure> {
    let asked = agent.ask(Call::new("/api/v1/pairings", None, WITHIN), Some(&json!({ "kind": "kiosk" })));
    let Ok(answer) = asked else { return Ok(Agent::millis(agent.settings.timing.probe_ms)) };
    let (Some(code), Some(poll)) = (text(&answer.body, "code"), text(&answer.body, "poll_token")) else {
        tracing::warn!(status = answer.status, code = answer.code(), "no pairing code");
        return Ok(Duration::from_secs(30));
    };
    agent.identity.show(Some(code));
    tracing::info!("a pairing code is on the screen");
    let paired = follow(agent, &poll)?;
    agent.identity.show(None);
    Ok(if paired { Duration::ZERO } else { Agent::millis(agent.settings.timing.probe_ms) })
}

fn follow(agent: &Agent, poll: &str) -> Result<bool, Failure> {
    let path = format!("/api/v1/pairings/{poll}");
    loop {
        sleep(agent);
        if agent.is_stopping() {
            return Ok(false);
        }
        let Ok(answer) = agent.ask(Call::new(&path, None, WITHIN), None) else { continue };
        match (answer.status, text(&answer.body, "state").as_deref()) {
            (200, Some("approved")) => {
                let Some(token) = text(&answer.body, "token") else { return Ok(false) };
                agent.identity.take(&token)?;
                tracing::info!("this kiosk is paired");
                return Ok(true);
            }
            (200, Some("expired")) | (404 | 410, _) => return Ok(false),
            _ => {}
        }
    }
}

fn sleep(agent: &Agent) {
    let begun = Instant::now();
    while begun.elapsed() < POLL && !agent.is_stopping() {
        std::thread::sleep(NAP);
    }
}

fn text(body: &Value, member: &str) -> Option<String> {
    body.get(member).and_then(Value::as_str).map(str::to_owned)
}
