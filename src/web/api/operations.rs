//! For those who run the server, and the clock of a demonstration.

use super::kiosk_health::Health;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::{self, local};
use crate::metrics;
use actix_web::HttpResponse;
use okienko_queue::ticket::TicketState;
use okienko_store::{Report, ScreenReport};
use serde::Deserialize;
use serde_json::json as object;

#[derive(Deserialize)]
struct Clock {
    now: String,
}

/// `GET /healthz`: the process lives.
pub(crate) async fn health(_: Call) -> Result<HttpResponse, Problem> {
    json(&object!({ "status": "ok" }))
}

/// `GET /readyz`: the database answers (its schema was brought up to date before the office opened), and the process is not about to stop.
pub(crate) async fn ready(call: Call) -> Result<HttpResponse, Problem> {
    if call.state.settings.drain.has_begun() || call.office().is_draining() {
        return Err(Problem::new("try_again"));
    }
    call.office().read(|store| store.ping()).await?;
    json(&object!({ "status": "ready" }))
}

/// `GET /metrics`. What cannot be read at the moment is left out, so that a database that is away does not blind the watchers.
pub(crate) async fn metrics(call: Call) -> Result<HttpResponse, Problem> {
    let (office, mut text) = (call.office(), String::new());
    call.state.counts.write(&mut text);
    metrics::gauge(&mut text, "okienko_status_streams", "Live pages of tickets open now.", call.state.streams.count());
    metrics::write_gauges(&mut text, &call.state.settings.gauges);
    metrics::write_office(&mut text, &office.stats().all());
    let mut waiting = Vec::new();
    for department in &office.catalogue().departments {
        let count = office.look(&department.id, |department, _, _| department.count(TicketState::Waiting)).await;
        waiting.extend(count.ok().map(|count| (department.id.to_string(), count)));
    }
    metrics::write_waiting(&mut text, &waiting);
    if let Ok(letters) = office.read(|store| store.letter_counts()).await {
        metrics::write_letters(&mut text, letters);
    }
    if let Ok(reports) = office.read(|store| store.reports()).await {
        metrics::write_kiosks(&mut text, &kiosk_lines(&reports, office.process_now_ms()));
    }
    if let Ok(reports) = office.read(|store| store.screen_reports()).await {
        metrics::write_screens(&mut text, &screen_lines(reports, office.process_now_ms()));
    }
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}

fn kiosk_lines(reports: &[Report], now_ms: i64) -> Vec<metrics::KioskLine> {
    let said = |report: &Report| serde_json::from_str::<Health>(&report.report).ok();
    let line = |report: &Report| metrics::KioskLine {
        id: report.device.clone(),
        quiet_seconds: (now_ms - report.at_ms).max(0) / 1_000,
        printer: report.printer.clone(),
        unsynced: said(report).map_or(0, |said| said.unsynced),
    };
    reports.iter().map(line).collect()
}

fn screen_lines(reports: Vec<ScreenReport>, now_ms: i64) -> Vec<metrics::ScreenLine> {
    let line = |report: ScreenReport| metrics::ScreenLine {
        id: report.device,
        quiet_seconds: (now_ms - report.at_ms).max(0) / 1_000,
        sound: report.sound,
    };
    reports.into_iter().map(line).collect()
}

/// `GET /api/openapi.json`.
pub(crate) async fn openapi(_: Call) -> Result<HttpResponse, Problem> {
    json(&*crate::openapi::DOCUMENT)
}

/// `POST /demo/clock`: sets this process's office clock; answers after the tick's events are durable.
pub(crate) async fn clock(call: Call) -> Result<HttpResponse, Problem> {
    if !call.state.settings.demo {
        return Err(Problem::new("not_found"));
    }
    let Clock { now } = call.json()?;
    let now = instants::parse(&now).ok_or_else(|| Problem::malformed("now"))?;
    call.office().clock().set(now);
    call.office().tick().await?;
    json(&object!({ "now": local(call.office().zone(), now) }))
}
