//! What a crash or a lost answer left open, settled: papers at the start, questions and twins when the server is there.

use super::online::{Question, Reply, ask, issued};
use super::{opened, turn};
use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Touch, TouchState, Twin};
use crate::problem::Problem;
use crate::upstream::{Answer, Call, Lost};
use serde_json::{Value, json};

/// Papers that a crash left behind, before anything else is printed.
pub fn papers(agent: &Agent) -> Result<(), Failure> {
    for touch in agent.journal.papers_in("sending")? {
        agent.journal.paper_moves(&touch.key, "sending", "failed", Some("unsure"))?;
        tracing::warn!("a paper was being printed when the agent died; staff are told");
    }
    for touch in agent.journal.papers_in("waiting")? {
        if agent.press.has_printer() && stands(agent, &touch) {
            agent.press.print_touch(agent, &touch.key);
        } else {
            agent.journal.paper_moves(&touch.key, "waiting", "failed", Some("not_printed"))?;
            tracing::warn!("a ticket was not printed before the agent died; staff are told");
        }
    }
    Ok(())
}

/// Whether the visitor of a touch probably still stands at the kiosk.
fn stands(agent: &Agent, touch: &Touch) -> bool {
    let age = agent.clock.now_ms() - touch.touched_ms;
    (0..=i64::try_from(agent.settings.timing.stands_ms).unwrap_or(i64::MAX)).contains(&age)
}

/// Touches whose ticket nobody has seen: asked again under their key. False when the server did not answer.
pub fn questions(agent: &Agent, token: &str) -> Result<bool, Failure> {
    if agent.journal.unanswered()?.is_empty() {
        return Ok(true);
    }
    let Ok(_turn) = turn(agent) else { return Ok(true) };
    // Read again: while we waited for the turn a touch may have ended.
    for touch in agent.journal.unanswered()? {
        let Some(body) = still_asked(agent, token, &touch) else {
            tracing::warn!("a touch of another day or of another token is given up");
            agent.journal.refused(&touch.key)?;
            continue;
        };
        // Whoever was sent to the staff does not wait for a paper any more.
        let stands = touch.is(TouchState::Asked) && stands(agent, &touch);
        match asked_again(agent, token, &touch, &body) {
            Reply::Issued(ticket) => {
                if let Err(problem) = issued(agent, &touch.key, &ticket, stands) {
                    tracing::error!(?problem, "a ticket could not be written down");
                }
            }
            Reply::Refused(_) => agent.journal.refused(&touch.key)?,
            Reply::Away(_) => return Ok(false),
        }
    }
    Ok(true)
}

/// Tickets that the server may have given beside the paper in the hand: found by their key, and cancelled.
pub fn twins(agent: &Agent, token: &str) -> Result<bool, Failure> {
    for touch in agent.journal.twins()? {
        let link = match touch.twin.as_str() {
            "found" => touch.twin_token.clone(),
            _ => {
                let Some(body) = still_asked(agent, token, &touch) else {
                    agent.journal.set_twin(&touch.key, Twin::Gone, None)?;
                    continue;
                };
                match asked_again(agent, token, &touch, &body) {
                    Reply::Issued(ticket) => found(agent, &touch, &ticket)?,
                    Reply::Refused(_) => None,
                    Reply::Away(_) => return Ok(false),
                }
            }
        };
        let twin = match link {
            None => Twin::Gone,
            Some(link) => match cancelled(agent, token, &touch.key, &link) {
                Ok(twin) => twin,
                Err(_) => return Ok(false),
            },
        };
        if twin == Twin::Conflict {
            tracing::error!("the server's ticket of a touch was called although the visitor holds another paper");
            doubled(agent, token, &touch);
        }
        agent.journal.set_twin(&touch.key, twin, None)?;
    }
    Ok(true)
}

/// What was asked, if the answer under its key can still be the old one: on another day it would be a new ticket.
fn still_asked(agent: &Agent, token: &str, touch: &Touch) -> Option<String> {
    (touch.day.is_empty() || touch.day == agent.day()).then(|| opened(token, touch)).flatten()
}

fn asked_again(agent: &Agent, token: &str, touch: &Touch, body: &str) -> Reply {
    let question = Question { kind: touch.kind(), key: &touch.key, body, language: &touch.language };
    ask(agent, token, &question, Agent::millis(agent.settings.timing.answer_ms), true)
}

fn found(agent: &Agent, touch: &Touch, ticket: &Value) -> Result<Option<String>, Failure> {
    let link = ticket.get("token").and_then(Value::as_str).map(str::to_owned);
    // Where paper and server agree on the ticket there is no twin.
    if ticket.get("id").and_then(Value::as_str) == touch.ticket.as_deref() {
        return Ok(None);
    }
    agent.journal.set_twin(&touch.key, Twin::Found, link.as_deref())?;
    Ok(link)
}

/// Cancels a ticket by its link. What was called before is a conflict.
fn cancelled(agent: &Agent, token: &str, key: &str, link: &str) -> Result<Twin, Lost> {
    let within = Agent::millis(agent.settings.timing.answer_ms);
    let path = format!("/api/v1/tickets/{link}");
    let (leave, own_key) = (format!("{path}/leave"), format!("leave-{key}"));
    let call = Call { key: Some(&own_key), ..Call::new(&leave, Some(token), within) };
    let left = answered(agent.ask(call, Some(&json!({}))))?;
    if left.is_ok() || left.status == 404 {
        return Ok(Twin::Gone);
    }
    let seen = answered(agent.ask(Call::new(&path, None, within), None))?;
    let state = seen.body.get("state").and_then(Value::as_str).unwrap_or_default();
    Ok(if matches!(state, "cancelled" | "closed" | "no_show" | "") { Twin::Gone } else { Twin::Conflict })
}

fn answered(heard: Result<Answer, Lost>) -> Result<Answer, Lost> {
    heard.and_then(|answer| if answer.status >= 500 { Err(Lost::Unknown) } else { Ok(answer) })
}

/// Shows the conflict to staff in the list of tickets without a paper, the only place where a kiosk can point at a ticket.
fn doubled(agent: &Agent, token: &str, touch: &Touch) {
    let Some(body) = opened(token, touch) else { return };
    let Reply::Issued(ticket) = asked_again(agent, token, touch, &body) else { return };
    let id = ticket.get("id").and_then(Value::as_str).unwrap_or_default();
    let path = format!("/api/v1/kiosk/tickets/{id}/paper");
    let own_key = format!("doubled-{}", touch.key);
    let within = Agent::millis(agent.settings.timing.answer_ms);
    let call = Call { key: Some(&own_key), ..Call::new(&path, Some(token), within) };
    if agent.ask(call, Some(&json!({ "state": "failed", "reason": "doubled" }))).is_err() {
        tracing::warn!("staff could not be told of a doubled ticket");
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::undone(format!("{problem:?}"))
    }
}
