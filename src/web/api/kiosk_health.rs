//! How a kiosk is: what it says of itself, and what it is asked to do in answer.

use super::kiosk_setup::{own, revision};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use okienko_queue::ids::TicketId;
use okienko_queue::kiosk_alarm::Printer;
use okienko_store::Wish;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json as object};

/// Characters that a version may have.
const MOST_VERSION: usize = 40;
/// Wishes that may be acknowledged at once.
const MOST_DONE: usize = 50;

/// What a kiosk says of itself; kept as its last report.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Health {
    /// The agent's version.
    pub version: String,
    /// The printer.
    pub printer: Told,
    /// Tickets printed.
    #[serde(default)]
    pub printed: Printed,
    /// Tickets given without the network and not handed in yet.
    #[serde(default)]
    pub unsynced: u32,
    /// Tickets of today given without the network that were handed in and not taken: somebody holds paper that stands for nothing.
    #[serde(default)]
    pub refused: u32,
    /// Whether the touch page lives.
    #[serde(default)]
    pub page_alive: bool,
    /// The kiosk's clock ahead of the server's.
    #[serde(default)]
    pub clock_offset_ms: i64,
    /// Wishes that were carried out.
    #[serde(default, skip_serializing)]
    done: Vec<String>,
}

/// The printer, as it says itself.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Told {
    /// Its state.
    pub state: Printer,
}

/// Counts of tickets.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Printed {
    /// Today.
    pub today: u32,
    /// Since the roll was changed.
    pub since_roll: u32,
    /// That the rest of the roll is good for, where that is known.
    pub left: Option<u32>,
}

/// `POST /kiosk/health`. It reports: said twice, it changes nothing, so it needs no idempotency key.
pub(crate) async fn health(call: Call) -> Result<HttpResponse, Problem> {
    let health: Health = call.json()?;
    if health.version.chars().count() > MOST_VERSION || health.version.chars().any(char::is_control) {
        return Err(Problem::malformed("version"));
    }
    if health.done.len() > MOST_DONE {
        return Err(Problem::malformed("done"));
    }
    let device = own(&call).await?;
    let wishes = keep(&call, &device.id, health).await?;
    let mut told = Vec::with_capacity(wishes.len());
    for wish in &wishes {
        told.extend(worded(&call, wish).await);
    }
    let office = call.office();
    json(&object!({
        "now": local(office.zone(), office.clock().now()),
        "revision": revision(&office.catalogue(), &device),
        "wishes": told,
    }))
}

/// Keeps the report and answers what the kiosk still is asked to do.
async fn keep(call: &Call, device: &str, health: Health) -> Result<Vec<Wish>, Problem> {
    let (report, now_ms) = (object!(health).to_string(), call.office().process_now_ms());
    let (id, printer, done) = (device.to_owned(), health.printer.state.as_str(), health.done);
    let written = call.office().write(move |appender| {
        appender.put_report(&id, &report, printer, now_ms)?;
        if !done.is_empty() {
            appender.fulfil_wishes(&id, &done)?;
        }
        Ok(())
    });
    written.await?;
    let id = device.to_owned();
    Ok(call.office().read(move |store| store.wishes(&id, now_ms)).await?)
}

/// A wish as the kiosk hears it; a ticket's link is made only now. `None` for a ticket that is gone.
async fn worded(call: &Call, wish: &Wish) -> Option<Value> {
    let ticket = match &wish.ticket {
        Some(id) => serde_json::from_str(&call.office().ticket(&TicketId::from(id.as_str())).await.ok()?).ok()?,
        None => Value::Null,
    };
    Some(object!({ "id": wish.id, "kind": wish.kind, "ticket": ticket }))
}
