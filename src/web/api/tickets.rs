//! What the holder of a ticket's link may do.

use crate::call::{Call, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::appointment::By;
use okienko_queue::command::Command;
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;

/// `GET /tickets/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let id = ticket(&call)?;
    Ok(json_text(200, call.office().ticket(&id).await?))
}

/// `POST /tickets/{token}/leave`.
pub(crate) async fn leave(call: Call) -> Result<HttpResponse, Problem> {
    let id = ticket(&call)?;
    let department = call.office().department_of_ticket(&id).await?;
    call.ask(department, Command::CancelTicket { ticket: id.clone(), by: By::Citizen }, None).await?;
    // The link's holder sees the ticket as before, not the answer that a kiosk would get.
    Ok(json_text(200, call.office().ticket(&id).await?))
}

/// The ticket of the link in the path.
pub(crate) fn ticket(call: &Call) -> Result<TicketId, Problem> {
    let id = call.office().links().open_ticket(call.param("token"));
    Ok(id.ok_or(Refusal::NotFound)?)
}
