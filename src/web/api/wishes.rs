//! What an administrator asks a kiosk or a lobby screen to do.

use crate::call::{Call, json_text};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::DeviceKind;
use serde::Deserialize;
use serde_json::json as object;

/// What can be asked for; a ticket is printed again at a desk.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Reload,
    Restart,
    TestPrint,
}

#[derive(Deserialize)]
struct NewWish {
    kind: Kind,
}

/// `POST /devices/{id}/wishes`. A lobby screen can be asked to reload and nothing else. The same wish made twice is one.
pub(crate) async fn wish(call: Call) -> Result<HttpResponse, Problem> {
    let NewWish { kind } = call.json()?;
    let kind = match kind {
        Kind::Reload => "reload",
        Kind::Restart => "restart",
        Kind::TestPrint => "test_print",
    };
    let id = call.param("id").to_owned();
    let found = call.office().read(move |store| store.device(&id)).await?;
    let device = found.filter(|device| device.state == "active").ok_or(Refusal::NotFound)?;
    match DeviceKind::parse(&device.kind) {
        Some(DeviceKind::Kiosk) => {}
        Some(DeviceKind::Board) if kind == "reload" => {}
        Some(DeviceKind::Board) => return Err(Problem::malformed("kind")),
        Some(DeviceKind::Desk) | None => return Err(Refusal::NotFound.into()),
    }
    let device = device.id;
    let (id, now_ms) = (device.clone(), call.office().process_now_ms());
    let made = call.office().write(move |appender| appender.make_wish(&id, kind, None, now_ms)).await?;
    let wish = made.ok_or(Refusal::Throttled)?;
    call.state.screens.forget().await;
    tracing::info!(%device, kind, by = %call.who.actor(), "a device is asked");
    let expires_at = local(call.office().zone(), from_ms(wish.expires_ms));
    Ok(json_text(201, object!({ "id": wish.id, "kind": wish.kind, "expires_at": expires_at }).to_string()))
}
