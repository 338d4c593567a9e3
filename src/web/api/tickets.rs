//! What the holder of a ticket's link may do.

use crate::call::{Call, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::appointment::By;
use okienko_queue::command::Command;
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;
use serde_json::Value;

/// `GET /tickets/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let id = ticket(&call)?;
    Ok(json_text(200, call.office().ticket(&id).await?))
}

/// `POST /tickets/{token}/leave`.
pub(crate) async fn leave(call: Call) -> Result<HttpResponse, Problem> {
    let id = ticket(&call)?;
    let department = call.office().department_of_ticket(&id).await?;
    let reply = call.ask(department, Command::CancelTicket { ticket: id, by: By::Citizen }, None).await?;
    // The office answers as it answers a kiosk; the link's holder sees the ticket itself, and the same one under the same key.
    let mut answer: Value = serde_json::from_str(&reply.body).unwrap_or_default();
    Ok(json_text(200, answer.get_mut("ticket").map_or(reply.body, |ticket| ticket.take().to_string())))
}

/// The ticket of the link in the path.
pub(crate) fn ticket(call: &Call) -> Result<TicketId, Problem> {
    let id = call.office().links().open_ticket(call.param("token"));
    Ok(id.ok_or(Refusal::NotFound)?)
}
