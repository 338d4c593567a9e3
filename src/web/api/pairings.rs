//! New devices (the shape of RFC 8628): the screen shows a code, an administrator approves it, the screen gets its token once.

use super::screens::{Given, shown};
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use crate::guard;
use crate::instants::local;
use crate::screens::Shows;
use actix_web::HttpResponse;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{DeviceKind, PairingPoll, new_token};
use serde::Deserialize;
use serde_json::{Map, Value, json as object};

#[derive(Deserialize)]
struct NewPairing {
    kind: String,
}

#[derive(Deserialize)]
struct Approval {
    #[serde(default)]
    config: Option<Value>,
    #[serde(flatten)]
    given: Given,
}

/// `POST /pairings`.
pub(crate) async fn start(call: Call) -> Result<HttpResponse, Problem> {
    let NewPairing { kind } = call.json()?;
    let kind = DeviceKind::parse(&kind).ok_or_else(|| Problem::malformed("kind"))?;
    let (now_ms, address) = (call.office().process_now_ms(), guard::caller(&call));
    // Codes are few enough to be worth a throttle of their own.
    if !call.state.sign_ons.admits_deed("pairing", address, from_ms(now_ms)) {
        return Err(Refusal::Throttled.into());
    }
    call.state.sign_ons.tried_deed("pairing", address, false, from_ms(now_ms));
    let pairing = call.office().write(move |appender| appender.start_pairing(kind, now_ms)).await?;
    let expires_at = local(call.office().zone(), from_ms(pairing.expires_ms));
    let body = object!({ "code": pairing.code, "poll_token": pairing.poll_secret, "expires_at": expires_at });
    Ok(json_text(201, body.to_string()))
}

/// `GET /pairings/{poll_token}`. The token is told once; a code that ran out is `expired`.
pub(crate) async fn poll(call: Call) -> Result<HttpResponse, Problem> {
    let (secret, now_ms) = (call.param("poll_token").to_owned(), call.office().process_now_ms());
    match call.office().write(move |appender| appender.poll_pairing(&secret, now_ms)).await? {
        PairingPoll::Pending => json(&object!({ "state": "pending" })),
        PairingPoll::Expired => json(&object!({ "state": "expired" })),
        PairingPoll::Approved { device, token } => {
            let mut told = Map::from_iter(shown(&device).map(|(member, value)| (member.to_owned(), value)));
            let own = [
                ("state", "approved"),
                ("id", &device.id),
                ("kind", &device.kind),
                ("name", &device.name),
                ("token", &token),
            ];
            told.extend(own.map(|(member, value)| (member.to_owned(), value.into())));
            json(&told)
        }
    }
}

/// `POST /pairings/{code}/approve`. A lobby screen is told what it shows, too.
pub(crate) async fn approve(call: Call) -> Result<HttpResponse, Problem> {
    let Approval { config, given } = call.json()?;
    let (code, now_ms) = (call.param("code").to_owned(), call.office().process_now_ms());
    let typed = code.clone();
    let kind = call.office().read(move |store| store.pairing_kind(&typed, now_ms)).await?;
    let config = config.unwrap_or_default();
    let before: Shows = serde_json::from_value(config.clone()).unwrap_or_default();
    let set = given.checked(&call.office().catalogue(), kind.ok_or(Refusal::NotFound)?, "", before)?;
    let config = set.config(&config.to_string());
    let approved = call.office().write(move |appender| {
        let random: String = new_token()?.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
        appender.approve_pairing(&code, &format!("d-{random}"), &set.name, &config, now_ms)
    });
    let device = approved.await?.ok_or(Refusal::NotFound)?;
    call.state.screens.forget().await;
    tracing::info!(device = %device.id, by = %call.who.actor(), "a device was let in");
    json(&super::devices::shown(&device, call.office().zone()))
}
