//! Letters to the office about its kiosks and lobby screens, on their way through the outbox. The address is read from the office's settings when the
//! letter is sent, so that who is no longer responsible is written to no more.

use crate::clock::process_now_ms;
use crate::fate::Fate;
use crate::shared::Shared;
use crate::written::{local, sender};
use okienko_mail::{Alert, AlertKind, Fault, Matter, NotSent, Post, compose_alert};
use okienko_queue::time::from_ms;
use okienko_store::{Letter, NewLetter};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A trouble has come.
pub const ALARM: &str = "kiosk_alarm";
/// Troubles are over.
pub const CLEAR: &str = "kiosk_clear";

/// News older than this is no news; milliseconds.
const NOT_AFTER_MS: i64 = 86_400_000;
const LANGUAGE: &str = "pl";

/// What such a letter says.
#[derive(Debug, Serialize, Deserialize)]
pub struct Params {
    /// The device's name; letters that still lie in the outbox call it so.
    pub kiosk: String,
    /// Which troubles, in their words.
    pub troubles: Vec<String>,
    /// Since when it is so, office clock.
    pub since_ms: i64,
    /// When it was found, office clock.
    pub written_at_ms: i64,
}

/// Whether a letter of the outbox is one of these.
pub fn is_one(letter: &Letter) -> bool {
    [ALARM, CLEAR].contains(&letter.kind.as_str())
}

/// A letter for the outbox about a device; a second one with the same `key` is not written.
pub fn letter(kind: &'static str, key: String, device: &str, params: &Params) -> Option<NewLetter> {
    let now = process_now_ms();
    Some(NewLetter {
        dedupe_key: key,
        kind: kind.into(),
        appointment: format!("device:{device}"),
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
    let catalogue = shared.catalogue();
    let Some(to) = catalogue.office.kiosk.alert_mail.clone() else {
        return Fate::Useless("there is no address");
    };
    let Ok(params) = serde_json::from_str::<Params>(&letter.params) else {
        return Fate::Dead("it cannot be read".into());
    };
    let matters: Vec<Matter> = params.troubles.iter().filter_map(|word| Matter::parse(word)).collect();
    let kind = match (letter.kind.as_str(), matters.first()) {
        (ALARM, Some(matter)) => AlertKind::Raised(*matter),
        (_, Some(_)) => AlertKind::Cleared(matters),
        (_, None) => return Fate::Dead("its kind is unknown".into()),
    };
    let alert = Alert {
        kind,
        language: letter.language.clone(),
        id: letter.id.clone(),
        to,
        name: params.kiosk,
        queue: None,
        since: local(catalogue.office.time_zone, from_ms(params.since_ms)),
        page_url: format!("{}/admin/devices", shared.links.public_url()),
        written_at: from_ms(params.written_at_ms),
    };
    post_alert(shared, post, &alert).await
}

/// Writes and sends a letter to the office.
pub async fn post_alert(shared: &Arc<Shared>, post: &Post, alert: &Alert) -> Fate {
    let message = match compose_alert(alert, &sender(shared, &alert.language)) {
        Ok(message) => message,
        Err(fault @ (Fault::Sender(_) | Fault::Address)) => return Fate::Later(fault.to_string()),
        Err(fault) => return Fate::Dead(fault.to_string()),
    };
    let post = post.clone();
    match tokio::task::spawn_blocking(move || post.send(&message)).await {
        Ok(Ok(())) => Fate::Sent { was_failing: false },
        Ok(Err(NotSent::Later(why))) => Fate::Later(why),
        Ok(Err(NotSent::Never(why))) => Fate::Dead(why),
        Err(error) => Fate::Later(error.to_string()),
    }
}
