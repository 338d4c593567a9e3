//! Tickets of earlier days: the machine forgot them, the read model of visits has them.

use crate::ask::Trouble;
use crate::directory;
use crate::shared::Shared;
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_queue::view_ticket::local;
use serde_json::json;
use std::sync::Arc;

/// The contract's ticket of an earlier day.
pub async fn ticket(shared: &Arc<Shared>, id: &TicketId) -> Result<String, Trouble> {
    let name = id.to_string();
    let legs = directory::read(shared, move |store| store.visit_legs(&name)).await?;
    let last = legs.last().ok_or(Refusal::NotFound)?;
    let zone = shared.catalogue().office.time_zone;
    let ticket = json!({
        "id": id,
        "code": last.code,
        "channel": last.channel,
        "service": last.service,
        "state": last.state,
        "issued_at": local(zone, from_ms(last.issued_ms)),
        "booked_for": last.booked_for_ms.map(|ms| local(zone, from_ms(ms))),
        "priority": last.priority,
        "people_ahead": 0,
        "wait": null,
        "status_url": shared.links.ticket_url(id),
        "token": shared.links.ticket_token(id),
    });
    Ok(ticket.to_string())
}
