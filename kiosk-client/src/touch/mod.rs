//! One touch, one ticket: from the page's POST to the answer with number and paper.
//!
//! Every step is durable before the next one begins; a SIGKILL between any two leaves a row that says what to do.
//!
//! | row (`state`, `paper`) | means | after a crash, or when contact returns |
//! |---|---|---|
//! | none | nothing was asked | the page sends again: a new touch |
//! | `asked` | the server may have given a ticket; the visitor saw nothing | the same key is asked again that day (a later day would be a new ticket: forgotten, logged). Ticket → `issued`; refusal → row forgotten. The page that asks again while the server is away gets a leased number |
//! | `issued`/`offline`, `waiting` | ticket known, printing not begun | younger than `stands_ms`: printed; older: `failed` (`not_printed`), told to staff, who reprint |
//! | …, `sending` | the printer had (a part of) the job | `failed` (`unsure`): a paper may lie in the tray; told to staff, never printed again by itself |
//! | …, `printed` or `failed` | done | the server is told, once it knows the ticket |
//! | …, `none` | this kiosk has no printer: number and QR are on the screen | nothing |
//! | `offline`, twin `sought` | the answer of the server was lost and a leased number given | entry synced first (the paper in the hand gets its place); then the same key is asked: refusal → twin `gone`; ticket → twin `found` |
//! | …, twin `found` | two tickets for one touch | the server's is cancelled (`leave`) → `gone`; called already → `conflict`: logged, told to staff |
//! | `withdrawn` ticket, twin `sought` | answer lost, nothing left to give, the visitor was told to ask the staff | as above: a ticket nobody holds is cancelled |
//! | `withdrawn` check-in | as above, for a booked visit: whoever typed it has come | the same key is asked again that day; ticket → `issued`, paper `failed` (`not_printed`), told to staff. The same entry typed again goes on under the old key, so its answer is true, and prints |
//! | `same_as` | the page asked for that again under a new key | answered as the first |
//! | `offline`, entry `waiting` | the server does not know yet | sent until answered, over restarts and midnight |
//!
//! The same key again gives the same answer and no second paper: rows are found by key, and a paper leaves `waiting` once.
//!
//! Whether the server is asked: if the last request of anybody was answered, yes, for at most `patience_ms`, always under the same
//! key. A connection that did not come about is certain: a leased number is given at once. A lost answer is not: it is asked again
//! until the patience is over. While the server is known to be away nobody waits for it; the keeper looks for it.
//!
//! The quick case answers with `print.state` `printed` or `failed`; when the paper takes longer than `paper_ms` the answer says
//! `printing` and `GET /agent/prints/{key}` tells the end.

mod again;
mod check_in;
mod give;
mod online;
pub mod settle;
mod walk_in;

use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Kind, NewTouch, Touch, TouchState};
use crate::problem::Problem;
use crate::sealed;
use crate::texts::Lang;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

/// Touches that may wait for their turn.
const QUEUE: usize = 16;

/// What the page asks for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The page's idempotency key.
    pub key: String,
    /// What.
    pub kind: Kind,
    /// The body as the server takes it.
    pub body: Value,
    /// The language of the page, and of the paper.
    pub lang: Lang,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The ticket, with its secret link.
    pub ticket: Value,
    /// What became of the paper.
    pub print: Value,
    /// Whether it was given without the server.
    pub offline: bool,
}

/// Fulfils a wish. Blocks: for its turn, the server, the paper.
///
/// # Errors
/// The refusal to show.
pub fn take(agent: &Agent, wish: &Wish) -> Result<Told, Problem> {
    let key = {
        let _turn = turn(agent)?;
        decide(agent, wish)?
    };
    told(agent, &key)
}

/// What is known of a paper.
///
/// # Errors
/// `not_found`.
pub fn paper(agent: &Agent, key: &str) -> Result<Value, Problem> {
    let touch = agent.journal.touch(key)?.ok_or(Problem::new("not_found"))?;
    let key = if touch.is(TouchState::SameAs) { touch.answer.unwrap_or_default() } else { touch.key };
    let paper = agent.journal.paper(&key)?.ok_or(Problem::new("not_found"))?;
    Ok(shown(&paper.state, paper.reason.as_deref()))
}

fn turn(agent: &Agent) -> Result<MutexGuard<'_, ()>, Problem> {
    if agent.waiting.fetch_add(1, Ordering::AcqRel) >= QUEUE {
        agent.waiting.fetch_sub(1, Ordering::AcqRel);
        return Err(Problem::new("try_again"));
    }
    let turn = agent.touching.lock().unwrap_or_else(PoisonError::into_inner);
    agent.waiting.fetch_sub(1, Ordering::AcqRel);
    Ok(turn)
}

/// The key of the touch that has the ticket for this wish.
fn decide(agent: &Agent, wish: &Wish) -> Result<String, Problem> {
    let token = agent.identity.token().ok_or(Problem::new("ask_staff"))?;
    let body = wish.body.to_string();
    let hash = sealed::wish(&token, wish.kind.word(), &what(&wish.body));
    if let Some(touch) = agent.journal.touch(&wish.key)? {
        if touch.body_hash != hash {
            return Err(Problem::new("key_reused"));
        }
        return again::same_key(agent, &token, touch);
    }
    if wish.kind == Kind::CheckIn
        && let Some(earlier) = agent.journal.unshown(&hash, &agent.day())?
    {
        return again::same_wish(agent, &token, wish, earlier);
    }
    if agent.contact.is_away() {
        return give::without_server(agent, wish, &fresh(agent, wish, &hash, None), &token);
    }
    let Some(sealed) = sealed::seal(&token, &wish.key, body.as_bytes()) else {
        return Err(Failure::undone("what was typed can't be sealed: no randomness").into());
    };
    let touch = fresh(agent, wish, &hash, Some(sealed));
    agent.journal.begin(&touch)?;
    online::ask_first(agent, &token, wish)
}

/// What is asked for, whatever language the page is in: who changes it and asks again wants the same.
fn what(body: &Value) -> String {
    let mut what = body.clone();
    if let Some(members) = what.as_object_mut() {
        members.remove("language");
    }
    what.to_string()
}

/// The row of a new touch; with a sealed body when the server is about to be asked.
fn fresh(agent: &Agent, wish: &Wish, hash: &str, sealed: Option<Vec<u8>>) -> NewTouch {
    NewTouch {
        key: wish.key.clone(),
        kind: wish.kind.word(),
        body_hash: hash.to_owned(),
        language: wish.lang.code().to_owned(),
        day: agent.day(),
        touched_ms: agent.clock.now_ms(),
        state: TouchState::Asked.word(),
        asked: sealed.is_some(),
        sealed,
        shown: false,
        answer: None,
        ticket: None,
        paper: "none",
        paper_told: false,
        twin: "none",
    }
}

/// Waits a while for the paper and says what there is.
fn told(agent: &Agent, key: &str) -> Result<Told, Problem> {
    agent.journal.shown(key)?;
    agent.press.await_paper(agent, key, Duration::from_millis(agent.settings.timing.paper_ms));
    let touch = agent.journal.touch(key)?.ok_or(Problem::new("try_again"))?;
    let ticket = serde_json::from_str(touch.answer.as_deref().unwrap_or("null")).map_err(Failure::from)?;
    Ok(Told {
        ticket,
        print: shown(&touch.paper, touch.paper_reason.as_deref()),
        offline: touch.is(TouchState::Offline),
    })
}

/// A paper in the page's words: only reasons that the page can say something about.
fn shown(state: &str, reason: Option<&str>) -> Value {
    let state = if matches!(state, "waiting" | "sending") { "printing" } else { state };
    let known = |reason| match reason {
        "paper_end" | "cover_open" | "away" => reason,
        _ => "error",
    };
    json!({ "state": state, "reason": reason.map(known) })
}

/// What the touch asked for, opened again; nothing when it was sealed under another token.
fn opened(token: &str, touch: &Touch) -> Option<String> {
    let text = sealed::open(token, &touch.key, touch.sealed.as_deref()?)?;
    String::from_utf8(text).ok().filter(|text| serde_json::from_str::<Value>(text).is_ok())
}
