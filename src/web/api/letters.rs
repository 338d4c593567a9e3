//! Letters, for the administrator: those that were given up, the office's own words, and what a mail relay reports.

use super::letter_bodies::{Bounce, Save, Wish, changed, counts, dead as shown, problems, templates as listed};
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_mail::{check_templates, subject_of};
use okienko_queue::refusal::Refusal;
use okienko_store::{Access, Letter};
use serde_json::{Value, json as object};

/// Dead letters shown at once.
const MOST: i64 = 100;
/// What a letter that came back is buried with; the page has a sentence for it.
const CAME_BACK: &str = "returned";

/// `GET /letters/dead`.
pub(crate) async fn dead(call: Call) -> Result<HttpResponse, Problem> {
    let (letters, all) = call.office().read(|store| Ok((store.dead_letters(MOST)?, store.letter_counts()?))).await?;
    let zone = call.office().zone();
    let letters: Vec<Value> = letters.iter().map(|letter| shown(letter, zone)).collect();
    json(&object!({ "counts": counts(all), "letters": letters }))
}

/// `POST /letters/{id}/resend`.
pub(crate) async fn resend(call: Call) -> Result<HttpResponse, Problem> {
    let id = call.param("id").to_owned();
    let letter = find(&call, &id).await?;
    let (now_ms, at_ms, who) = (call.office().process_now_ms(), call.office().clock().now(), call.who.actor());
    let (name, appointment) = (id.clone(), letter.appointment.clone());
    let revived = call.office().write(move |appender| {
        let revived = appender.revive_letter(&name, now_ms)?;
        if revived {
            appender.log_access(&[Access::new(at_ms.timestamp_millis(), &who, "resent", &appointment, &name)?])?;
        }
        Ok(revived)
    });
    let state = if revived.await? { "queued".to_owned() } else { letter.state };
    json(&object!({ "id": id, "state": state }))
}

/// `POST /letters/bounce`.
pub(crate) async fn bounce(call: Call) -> Result<HttpResponse, Problem> {
    let Bounce { message_id } = call.json()?;
    let host = okienko_mail::host_of(call.office().links().public_url());
    let subject = subject_of(&message_id, &host).ok_or(Refusal::NotFound)?;
    let appointment = subject.appointment.clone();
    let about = call.office().read(move |store| store.letters_about(&appointment)).await?;
    // A letter that was sent once more has the same Message-ID: the latest one is meant.
    let is_meant = |letter: &&Letter| letter.channel == "mail" && subject.is_of(&letter.kind, &letter.params);
    let letter = about.iter().rfind(is_meant).ok_or(Refusal::NotFound)?;
    let (id, appointment) = (letter.id.clone(), letter.appointment.clone());
    let news = call.office().write(move |appender| {
        let news = appender.mark_bounced(&id, CAME_BACK)?;
        if news {
            appender.set_mail_state(&appointment, "failed")?;
        }
        Ok(news)
    });
    let state = if news.await? { "dead" } else { letter.state.as_str() };
    json(&object!({ "id": letter.id, "state": state }))
}

/// `GET /letters/templates`.
pub(crate) async fn templates(call: Call) -> Result<HttpResponse, Problem> {
    json(&listed(&call.office().catalogue().office.notices.templates))
}

/// `POST /letters/templates`.
pub(crate) async fn save(call: Call) -> Result<HttpResponse, Problem> {
    let Save { templates: change } = call.json()?;
    let mut file = (*call.office().catalogue()).clone();
    let words = changed(std::mem::take(&mut file.office.notices.templates), change);
    let found = check_templates(&words);
    if !found.is_empty() {
        return Err(Problem::new("invalid_template").with("templates", problems(&found)));
    }
    file.office.notices.templates.clone_from(&words);
    call.office().configure(file, &call.who.actor()).await?;
    tracing::info!(by = %call.who.actor(), "the office's templates were changed");
    json(&listed(&words))
}

/// `POST /letters/preview`: shows what it can; templates at fault are named and the house's words stand in, as in a letter.
pub(crate) async fn preview(call: Call) -> Result<HttpResponse, Problem> {
    let Wish { kind, language, templates } = call.json()?;
    if !["pl", "en", "uk"].contains(&language.as_str()) {
        return Err(Problem::fields(&[("language", "invalid_language")]));
    }
    let words = changed(call.office().catalogue().office.notices.templates.clone(), templates);
    let found = check_templates(&words);
    let preview = call.office().preview(&kind, &language, words).map_err(|fault| {
        tracing::error!(%fault, "a letter cannot be shown");
        Problem::new("try_again")
    })?;
    let preview = preview.ok_or_else(|| Problem::malformed("kind"))?;
    json(&object!({
        "subject": preview.subject, "text": preview.text, "html": preview.html, "sms": preview.sms, "problems": problems(&found),
    }))
}

async fn find(call: &Call, id: &str) -> Result<Letter, Problem> {
    let wanted = id.to_owned();
    let letter = call.office().read(move |store| store.letter(&wanted)).await?;
    Ok(letter.ok_or(Refusal::NotFound)?)
}
