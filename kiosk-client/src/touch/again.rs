//! The same key again, or the same booked visit again under a new key.

use super::online::{Question, Reply, ask, issued, refusal};
use super::{Wish, fresh, give, opened};
use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Kind, NewTouch, Touch, TouchState};
use crate::problem::Problem;
use crate::texts::Lang;

/// The page asks again under a key that stands in the journal.
pub fn same_key(agent: &Agent, token: &str, touch: Touch) -> Result<String, Problem> {
    if touch.is(TouchState::SameAs) {
        let first = touch.answer.unwrap_or_default();
        let touch = agent.journal.touch(&first)?.ok_or(Problem::new("try_again"))?;
        return known(agent, token, touch);
    }
    known(agent, token, touch)
}

/// Somebody types again what the kiosk has had no answer for: the wish is the same, and so is its key.
pub fn same_wish(agent: &Agent, token: &str, wish: &Wish, earlier: Touch) -> Result<String, Problem> {
    let key = known(agent, token, earlier.clone())?;
    let alias = NewTouch {
        state: TouchState::SameAs.word(),
        answer: Some(key.clone()),
        asked: false,
        ..fresh(agent, wish, &earlier.body_hash, None)
    };
    agent.journal.begin(&alias)?;
    // Somebody stands there now: what was never begun to be printed is printed.
    if agent.press.has_printer()
        && agent.journal.paper(&key)?.is_some_and(|paper| never_begun(&paper))
        && agent.journal.paper_moves(&key, "failed", "waiting", None)?
    {
        agent.press.print_touch(agent, &key);
    }
    Ok(key)
}

fn never_begun(paper: &crate::journal::Paper) -> bool {
    paper.state == "failed" && paper.reason.as_deref() == Some("not_printed")
}

fn known(agent: &Agent, token: &str, touch: Touch) -> Result<String, Problem> {
    match (touch.state.as_str(), touch.kind()) {
        ("issued" | "offline", _) => Ok(touch.key),
        ("withdrawn", Kind::Ticket) => Err(Problem::of_code(touch.answer.as_deref().unwrap_or_default())),
        _ => go_on(agent, token, &touch),
    }
}

/// Asks the server under the old key. Without an answer a touch that nobody was answered for goes on as any other; a visitor who was
/// sent to the staff stays there.
fn go_on(agent: &Agent, token: &str, touch: &Touch) -> Result<String, Problem> {
    let told = || Problem::of_code(touch.answer.as_deref().unwrap_or("ask_staff"));
    let Some(body) = opened(token, touch) else { return Err(told()) };
    let alone = || {
        if !touch.is(TouchState::Asked) {
            return Err(told());
        }
        let asked = serde_json::from_str(&body).map_err(Failure::from)?;
        let lang = Lang::of_header(&touch.language);
        let wish = Wish { key: touch.key.clone(), kind: touch.kind(), body: asked, lang };
        give::after_trying(agent, token, &wish, true)
    };
    if agent.contact.is_away() {
        return alone();
    }
    let question = Question { kind: touch.kind(), key: &touch.key, body: &body, language: &touch.language };
    match ask(agent, token, &question, Agent::millis(agent.settings.timing.patience_ms), true) {
        Reply::Issued(ticket) => issued(agent, &touch.key, &ticket, true),
        Reply::Refused(answer) => {
            agent.journal.refused(&touch.key)?;
            Err(refusal(&answer))
        }
        Reply::Away(_) => alone(),
    }
}
