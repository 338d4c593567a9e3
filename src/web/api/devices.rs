//! The devices of the office, for its administrator.

use super::device_view::{Known, kiosk};
use super::screen_view::{Seen, screen};
use super::screens::{self, Given};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use crate::screens::Shows;
use actix_web::HttpResponse;
use chrono_tz::Tz;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{Device, DeviceKind};
use serde_json::{Value, json as object};

/// `GET /devices`: each with what it last said of itself, where it is a kiosk or a lobby screen that reports.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office();
    let now_ms = office.process_now_ms();
    let read = office.read(move |store| {
        Ok((store.devices()?, store.reports()?, store.screen_reports()?, store.all_wishes(now_ms)?))
    });
    let (devices, reports, screens, wishes) = read.await?;
    let (catalogue, now) = (office.catalogue(), office.clock().now());
    let zone = office.zone();
    let shown = devices.iter().map(|device| {
        let mut shown = shown(device, zone);
        let wishes = || wishes.iter().filter(|wish| wish.device == device.id).collect();
        let report = reports.iter().find(|report| report.device == device.id);
        let said = report.and_then(|report| kiosk(Known { report, wishes: wishes(), office: &catalogue, now, now_ms }));
        let report = screens.iter().find(|report| report.device == device.id);
        let seen = report.and_then(|report| screen(Seen { report, wishes: wishes(), office: &catalogue, now_ms }));
        if let Value::Object(members) = &mut shown {
            members.insert("kiosk".into(), said.into());
            members.insert("screen".into(), seen.into());
        }
        shown
    });
    json(&shown.collect::<Vec<_>>())
}

/// `POST /devices/{id}`: another name or place, and for a lobby screen what it shows; said twice, it changes nothing. A screen that is to
/// show something else is asked to go there.
pub(crate) async fn change(call: Call) -> Result<HttpResponse, Problem> {
    let given: Given = call.json()?;
    let id = call.param("id").to_owned();
    let found = call.office().read(move |store| store.device(&id)).await?;
    let mut device = found.filter(|device| device.state == "active").ok_or(Refusal::NotFound)?;
    let kind = DeviceKind::parse(&device.kind).ok_or(Refusal::NotFound)?;
    let before = Shows::of(&device);
    let set = given.checked(&call.office().catalogue(), kind, &device.name, before.clone())?;
    let moves = kind == DeviceKind::Board && set.shows.address() != before.address();
    device.config = set.config(&device.config);
    device.name = set.name;
    let (new, now_ms) = (device.clone(), call.office().process_now_ms());
    let changed = call.office().write(move |appender| {
        appender.change_device(&new.id, &new.name, &new.config)?;
        if moves {
            appender.make_wish(&new.id, "reload", None, now_ms)?;
        }
        Ok(())
    });
    changed.await?;
    call.state.screens.forget().await;
    tracing::info!(device = %device.id, by = %call.who.actor(), "a device was changed");
    json(&shown(&device, call.office().zone()))
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
    call.state.screens.forget().await;
    tracing::info!(device = %id, by = %call.who.actor(), "a device was revoked");
    let device = call.office().read(move |store| store.device(&id)).await?.ok_or(Refusal::NotFound)?;
    json(&shown(&device, call.office().zone()))
}

/// A device without its secret.
pub(crate) fn shown(device: &Device, zone: Tz) -> Value {
    let mut shown = object!({
        "id": device.id,
        "kind": device.kind,
        "name": device.name,
        "place": Shows::of(device).place,
        "state": device.state,
        "last_seen_at": device.last_seen_ms.map(|ms| local(zone, from_ms(ms))),
    });
    if let Value::Object(members) = &mut shown {
        members.extend(screens::shown(device).map(|(member, value)| (member.to_owned(), value)));
    }
    shown
}
