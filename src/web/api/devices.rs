//! The devices of the office, for its administrator.

use super::device_view::{Known, kiosk};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use chrono_tz::Tz;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::Device;
use serde_json::{Value, json as object};

/// `GET /devices`: each with what it last said of itself, where it is a kiosk that reports.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office();
    let now_ms = office.process_now_ms();
    let read = office.read(move |store| Ok((store.devices()?, store.reports()?, store.all_wishes(now_ms)?)));
    let (devices, reports, wishes) = read.await?;
    let (catalogue, now) = (office.catalogue(), office.clock().now());
    let zone = office.zone();
    let shown = devices.iter().map(|device| {
        let mut shown = shown(device, zone);
        let report = reports.iter().find(|report| report.device == device.id);
        let wishes = wishes.iter().filter(|wish| wish.device == device.id).collect();
        let said = report.and_then(|report| kiosk(Known { report, wishes, office: &catalogue, now, now_ms }));
        if let Value::Object(members) = &mut shown {
            members.insert("kiosk".into(), said.into());
        }
        shown
    });
    json(&shown.collect::<Vec<_>>())
}

/// `POST /devices/{id}/revoke`. Other nodes may believe the token for two seconds more.
pub(crate) async fn revoke(call: Call) -> Result<HttpResponse, Problem> {
    let id = call.param("id").to_owned();
    let wanted = id.clone();
    let device = call.office().read(move |store| store.device(&wanted)).await?.ok_or(Refusal::NotFound)?;
    if let Some(hash) = &device.token_hash {
        call.state.tokens.forget(hash);
    }
    let revoked = id.clone();
    call.office().write(move |appender| appender.revoke_device(&revoked)).await?;
    tracing::info!(device = %id, by = %call.who.actor(), "a device was revoked");
    let device = call.office().read(move |store| store.device(&id)).await?.ok_or(Refusal::NotFound)?;
    json(&shown(&device, call.office().zone()))
}

/// A device without its secret.
pub(crate) fn shown(device: &Device, zone: Tz) -> Value {
    object!({
        "id": device.id,
        "kind": device.kind,
        "name": device.name,
        "state": device.state,
        "last_seen_at": device.last_seen_ms.map(|ms| local(zone, from_ms(ms))),
    })
}
