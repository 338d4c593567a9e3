//! Letters to a department about a queue that has reached its marks, on their way through the outbox. As with devices the address is read
//! when the letter is sent.

use crate::clock::process_now_ms;
use crate::fate::Fate;
use crate::kiosk_letters::post_alert;
use crate::shared::Shared;
use crate::written::local;
use okienko_mail::{Alert, AlertKind, Matter, Post, QueueFacts};
use okienko_queue::queue_alarm::QueueTrouble;
use okienko_queue::time::from_ms;
use okienko_store::{Letter, NewLetter};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Marks were reached.
const ALARM: &str = "queue_alarm";
/// The queue is well again.
const CLEAR: &str = "queue_clear";
/// News older than this is no news; milliseconds.
const NOT_AFTER_MS: i64 = 3 * 3_600_000;
const LANGUAGE: &str = "pl";

/// What such a letter says.
#[derive(Debug, Serialize, Deserialize)]
pub struct Params {
    /// The department's id.
    pub department: String,
    /// The service's id.
    pub service: String,
    /// The trouble in its word.
    pub trouble: String,
    /// People waiting.
    pub people: u32,
    /// The longest wait, minutes.
    pub minutes: u32,
    /// Since when it is so, office clock.
    pub since_ms: i64,
    /// When it was found, office clock.
    pub written_at_ms: i64,
}

/// Whether a letter of the outbox is one of these.
pub fn is_one(letter: &Letter) -> bool {
    [ALARM, CLEAR].contains(&letter.kind.as_str())
}

/// A letter for the outbox; a second one of the same turn is not written.
pub fn letter(is_alarm: bool, turn: i32, params: &Params) -> Option<NewLetter> {
    let now = process_now_ms();
    Some(NewLetter {
        dedupe_key: format!("queue:{}:{turn}", params.service),
        kind: if is_alarm { ALARM } else { CLEAR }.into(),
        appointment: format!("service:{}", params.service),
        language: LANGUAGE.into(),
        params: serde_json::to_string(params).ok()?,
        created_ms: now,
        next_ms: now,
        not_after_ms: Some(now + NOT_AFTER_MS),
        channel: "mail",
    })
}

/// Sends one.
pub async fn send(shared: &Arc<Shared>, post: &Post, letter: &Letter) -> Fate {
    let Ok(params) = serde_json::from_str::<Params>(&letter.params) else {
        return Fate::Dead("it cannot be read".into());
    };
    let catalogue = shared.catalogue();
    let department = catalogue.departments.iter().find(|one| one.id.as_str() == params.department);
    let Some((department, to)) = department.and_then(|one| Some((one, one.alerts.mail.clone()?))) else {
        return Fate::Useless("there is no address");
    };
    let Some(service) = department.service(&params.service.as_str().into()) else {
        return Fate::Useless("there is no such service any more");
    };
    let Some(trouble) = QueueTrouble::parse(&params.trouble) else {
        return Fate::Dead("its kind is unknown".into());
    };
    let matter = Matter::Queue(trouble);
    let kind = if letter.kind == ALARM { AlertKind::Raised(matter) } else { AlertKind::Cleared(vec![matter]) };
    let language = letter.language.as_str();
    let alert = Alert {
        kind,
        language: language.to_owned(),
        id: letter.id.clone(),
        to,
        name: service.title(language),
        queue: Some(QueueFacts {
            department: department.name.in_language(language).to_owned(),
            people: params.people,
            minutes: params.minutes,
        }),
        since: local(catalogue.office.time_zone, from_ms(params.since_ms)),
        page_url: format!("{}/wall", shared.links.public_url()),
        written_at: from_ms(params.written_at_ms),
    };
    post_alert(shared, post, &alert).await
}
