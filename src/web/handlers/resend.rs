//! Sending a visit's letter once more, at its holder's wish: seldom, and only to the address that is known.

use super::act::{self, Refused};
use super::see_other;
use super::visit::{letters, shown};
use crate::call::Call;
use crate::errors::Problem;
use crate::pages::booking::{Deed, FieldError, Why};
use actix_web::HttpResponse;
use okienko_actors::AppointmentFacts;
use okienko_store::{Letter, NewLetter};
use serde_json::{Value, json};

/// How often one visit's letter goes again.
const MOST: usize = 3;
/// Milliseconds of the process clock between two of them.
const PAUSE_MS: i64 = 60_000;
/// The part of a letter's id that tells one sent again from the first.
const AGAIN: &str = ":again:";

/// `GET /a/{token}/resend`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let closed = closed(&call, &facts, &letters(&call, &facts).await);
    page(&call, &facts, Ok(closed))
}

/// `POST /a/{token}/resend`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let fields = call.form()?;
    let (key, before) = (act::field(&fields, "key"), letters(&call, &facts).await);
    // The second of two clicks finds the letter of the first.
    let done = before.iter().any(|letter| is_again(letter) && asked_by(letter) == Some(key.to_owned()));
    if !done {
        if let Some(why) = closed(&call, &facts, &before) {
            return page(&call, &facts, Ok(Some(why)));
        }
        if let Err(refused) = act::admit(&call, &facts, Deed::Resend.key(), &fields) {
            return page(&call, &facts, Err(refused));
        }
        if let Err(refused) = queue(&call, &facts, &before, key).await? {
            return page(&call, &facts, Err(refused));
        }
    }
    Ok(see_other(&call, &format!("{}?resent=1", shown(&call, &facts).path())))
}

/// Whether a letter was sent at the holder's wish.
pub(crate) fn is_again(letter: &Letter) -> bool {
    letter.id.contains(AGAIN)
}

fn asked_by(letter: &Letter) -> Option<String> {
    let params: Value = serde_json::from_str(&letter.params).ok()?;
    params.get("asked").and_then(Value::as_str).map(str::to_owned)
}

fn closed(call: &Call, facts: &AppointmentFacts, letters: &[Letter]) -> Option<Why> {
    let no_mail = facts.person.as_ref().is_some_and(|person| person.email.is_empty());
    let used = letters.iter().filter(|letter| is_again(letter)).count() >= MOST;
    act::closed(call, facts).or(no_mail.then_some(Why::NoMail)).or(used.then_some(Why::Used))
}

async fn queue(
    call: &Call,
    facts: &AppointmentFacts,
    before: &[Letter],
    key: &str,
) -> Result<Result<(), Refused>, Problem> {
    let now_ms = call.office().process_now_ms();
    let again: Vec<&Letter> = before.iter().filter(|letter| is_again(letter)).collect();
    if again.iter().any(|letter| now_ms - letter.created_ms < PAUSE_MS) {
        return Ok(Err(Refused { status: 429, error: FieldError::new("form", "resend_soon") }));
    }
    let letter = letter(call, facts, again.len() + 1, key, now_ms);
    // Two at once want the same id: one letter goes, and both are told so.
    call.office().write(move |appender| appender.put_letters(&[letter])).await?;
    Ok(Ok(()))
}

/// The letter of the visit as it stands now.
fn letter(call: &Call, facts: &AppointmentFacts, n: usize, key: &str, now_ms: i64) -> NewLetter {
    let office_now = call.office().clock().now();
    let kind = if facts.confirm_by.is_some() { "confirm_request" } else { "confirmation" };
    let language = facts.person.as_ref().map_or("pl", |person| &person.language);
    let params = json!({
        "written_at_ms": office_now.timestamp_millis(), "sequence": facts.moves, "again": n, "asked": key,
    });
    NewLetter {
        dedupe_key: format!("{}:{kind}{AGAIN}{n}", facts.id),
        kind: kind.to_owned(),
        appointment: facts.id.to_string(),
        language: language.to_owned(),
        params: params.to_string(),
        created_ms: now_ms,
        next_ms: now_ms,
        // Never after the visit.
        not_after_ms: Some(now_ms + (facts.start - office_now).num_milliseconds()),
        channel: "mail",
    }
}

fn page(call: &Call, facts: &AppointmentFacts, said: Result<Option<Why>, Refused>) -> Result<HttpResponse, Problem> {
    act::page(call, facts, Deed::Resend, &shown(call, facts).resend_path(), said)
}
