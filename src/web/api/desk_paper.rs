//! Tickets without paper, at the desks of the department that they wait in: told to the visitor, or printed again.

use super::desk_bodies::OneTicket;
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use okienko_queue::ids::{DepartmentId, DeskId, TicketId};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::Ticket;
use okienko_queue::time::from_ms;
use okienko_store::{Device, Unprinted, Wish};
use serde::Deserialize;
use serde_json::{Value, json as object};

#[derive(Deserialize)]
struct Again {
    ticket: TicketId,
    #[serde(default)]
    kiosk: Option<String>,
}

/// `GET /desks/{id}/unprinted`.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    listed(&call).await
}

/// `POST /desks/{id}/unprinted/told`: the visitor was told the number; no paper is missed any more.
pub(crate) async fn told(call: Call) -> Result<HttpResponse, Problem> {
    let OneTicket { ticket } = call.json()?;
    here(&call, &ticket).await?;
    call.office().write(move |appender| appender.clear_unprinted(ticket.as_str())).await?;
    listed(&call).await
}

/// `POST /desks/{id}/reprint`: at the kiosk that is named, else where it failed, else where it was given.
pub(crate) async fn reprint(call: Call) -> Result<HttpResponse, Problem> {
    let Again { ticket, kiosk } = call.json()?;
    if !here(&call, &ticket).await? {
        return Err(Refusal::WrongState.into());
    }
    let named = match kiosk {
        Some(kiosk) => Some(kiosk),
        None => place_of(&call, &ticket).await?,
    };
    let kiosk = active(&call, named.ok_or_else(|| Problem::malformed("kiosk"))?).await?;
    let wish = print(&call, &ticket, &kiosk).await?;
    let body = object!({ "id": wish.id, "kind": wish.kind, "kiosk": { "id": kiosk.id, "name": kiosk.name } });
    Ok(json_text(201, body.to_string()))
}

/// Asks a kiosk to print a ticket; asked twice it is one wish.
pub(super) async fn print(call: &Call, ticket: &TicketId, kiosk: &Device) -> Result<Wish, Problem> {
    let (device, id, now_ms) = (kiosk.id.clone(), ticket.clone(), call.office().process_now_ms());
    let made = call.office().write(move |appender| appender.make_wish(&device, "print", Some(id.as_str()), now_ms));
    let wish = made.await?.ok_or(Refusal::Throttled)?;
    tracing::info!(%ticket, device = %kiosk.id, by = %call.who.actor(), "a ticket is printed for a desk");
    Ok(wish)
}

/// An active kiosk by its id.
pub(super) async fn active(call: &Call, id: String) -> Result<Device, Problem> {
    let found = call.office().read(move |store| store.device(&id)).await?;
    let is_active = |device: &Device| device.kind == "kiosk" && device.state == "active";
    Ok(found.filter(is_active).ok_or(Refusal::NotFound)?)
}

/// The kiosk that failed to print a ticket, or else the one that gave it.
async fn place_of(call: &Call, ticket: &TicketId) -> Result<Option<String>, Problem> {
    let id = ticket.clone();
    match call.office().read(move |store| store.unprinted_by(id.as_str())).await? {
        Some(kiosk) => Ok(Some(kiosk)),
        None => Ok(call.office().issuer(ticket).await?),
    }
}

fn department(call: &Call) -> Result<DepartmentId, Problem> {
    let desk = DeskId::from(call.param("id"));
    Ok(call.office().department_of_desk(&desk).ok_or(Refusal::NotFound)?)
}

/// Whether a ticket of the desk's own department is still of use; one of another department is not found.
async fn here(call: &Call, ticket: &TicketId) -> Result<bool, Problem> {
    let id = ticket.clone();
    let live = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, _| {
        department.ticket(&id).map(Ticket::is_live)
    };
    Ok(call.office().look(&department(call)?, live).await?.ok_or(Refusal::NotFound)?)
}

async fn listed(call: &Call) -> Result<HttpResponse, Problem> {
    let (department, zone) = (department(call)?, call.office().zone());
    let rows = call.office().read(|store| store.unprinted()).await?;
    // Instants of devices are the process clock's; the desk reads the office's.
    let behind_ms = call.office().clock().now().timestamp_millis() - call.office().process_now_ms();
    let look = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, _| {
        let shown = |(row, kiosk): &(Unprinted, String)| {
            let ticket = department.ticket(&row.ticket.as_str().into()).filter(|ticket| ticket.is_live())?;
            Some(object!({
                "ticket": row.ticket, "code": ticket.code, "kiosk": { "id": row.device, "name": kiosk },
                "reason": row.reason, "at": local(zone, from_ms(row.at_ms + behind_ms)),
            }))
        };
        rows.iter().filter_map(shown).collect::<Vec<Value>>()
    };
    json(&object!({ "unprinted": call.office().look(&department, look).await? }))
}
