//! Asking the server, under one key, as long as patience lasts.

use super::{Wish, give};
use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Kind, TouchState};
use crate::problem::Problem;
use crate::upstream::{Answer, Call, Lost};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(150);

/// What the server made of a key.
pub enum Reply {
    /// A ticket.
    Issued(Value),
    /// A refusal: it gave nothing.
    Refused(Answer),
    /// No answer; whether it may have given a ticket.
    Away(bool),
}

/// One question.
pub struct Question<'a> {
    /// What kind.
    pub kind: Kind,
    /// The touch.
    pub key: &'a str,
    /// The body, exactly as it was asked first.
    pub body: &'a str,
    /// The language.
    pub language: &'a str,
}

/// Asks until there is an answer or patience is over. `maybe`: the server may have heard it before.
pub fn ask(agent: &Agent, token: &str, question: &Question, patience: Duration, maybe: bool) -> Reply {
    let begun = Instant::now();
    let mut maybe = maybe;
    loop {
        let left = patience.saturating_sub(begun.elapsed());
        if left.is_zero() {
            return Reply::Away(maybe);
        }
        let call = Call {
            key: Some(question.key),
            language: question.language,
            ..Call::new(question.kind.path(), Some(token), left.min(Agent::millis(agent.settings.timing.answer_ms)))
        };
        let heard = agent.upstream.post_text(call, question.body.to_owned());
        match agent.noted(Some(token), heard) {
            Ok(answer) if answer.is_ok() => match ticket_of(&answer) {
                Some(ticket) => return Reply::Issued(ticket),
                None => maybe = true,
            },
            Ok(answer) if answer.is_refusal() => return Reply::Refused(answer),
            // 503 `try_again` is an unknown outcome too (house.md, the loop of a department, 5).
            Ok(_) | Err(Lost::Unknown) => maybe = true,
            Err(Lost::NotSent) if !maybe => return Reply::Away(false),
            Err(Lost::NotSent) => {}
        }
        std::thread::sleep(PAUSE.min(patience.saturating_sub(begun.elapsed())));
    }
}

fn ticket_of(answer: &Answer) -> Option<Value> {
    answer.body.get("ticket").filter(|ticket| ticket.get("id").is_some_and(Value::is_string)).cloned()
}

/// Asks for a touch that has just been written, and goes on without the server if need be.
pub fn ask_first(agent: &Agent, token: &str, wish: &Wish) -> Result<String, Problem> {
    let body = wish.body.to_string();
    let question = Question { kind: wish.kind, key: &wish.key, body: &body, language: wish.lang.code() };
    match ask(agent, token, &question, Agent::millis(agent.settings.timing.patience_ms), false) {
        Reply::Issued(ticket) => issued(agent, &wish.key, &ticket, true),
        Reply::Refused(answer) => {
            agent.journal.refused(&wish.key)?;
            Err(refusal(&answer))
        }
        Reply::Away(maybe) => give::after_trying(agent, token, wish, maybe),
    }
}

/// A refusal for the page. That the server does not know this kiosk is nothing a visitor could act on.
pub fn refusal(answer: &Answer) -> Problem {
    if answer.status == 401 { Problem::new("ask_staff") } else { Problem::from(answer) }
}

/// Writes down the server's ticket and lets it be printed, if somebody stands there.
pub fn issued(agent: &Agent, key: &str, ticket: &Value, stands: bool) -> Result<String, Problem> {
    let id = ticket.get("id").and_then(Value::as_str).unwrap_or_default();
    let paper = match (agent.press.has_printer(), stands) {
        (false, true) => ("none", None),
        (true, true) => ("waiting", None),
        (_, false) => ("failed", Some("not_printed")),
    };
    let answer = serde_json::to_string(ticket).map_err(Failure::from)?;
    agent.journal.issued(key, id, &answer, paper)?;
    match paper.0 {
        "waiting" => agent.press.print_touch(agent, key),
        "failed" => agent.contact.ring(),
        _ => {}
    }
    tracing::info!(state = TouchState::Issued.word(), "a ticket");
    Ok(key.to_owned())
}
