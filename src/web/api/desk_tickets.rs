//! Tickets that are not at hand: the desk's day, another matter for somebody who waits, a check-in taken back.

use super::desk_bodies::{Change, OneTicket};
use super::desks::desk;
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::command::Command;
use okienko_queue::refusal::Refusal;

/// `GET /desks/{id}/day`.
pub(crate) async fn day(call: Call) -> Result<HttpResponse, Problem> {
    let desk = desk(&call);
    let department = call.office().department_of_desk(&desk).ok_or(Refusal::NotFound)?;
    let look =
        move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, now| department.desk_day(&desk, now);
    json(&call.office().look(&department, look).await?.ok_or(Refusal::NotFound)?)
}

/// `POST /desks/{id}/change` (transition 21).
pub(crate) async fn change(call: Call) -> Result<HttpResponse, Problem> {
    let Change { ticket, service, priority } = call.json()?;
    ask(call, Command::ChangeTicket { ticket, service, priority }).await
}

/// `POST /desks/{id}/revert-check-in` (transition 3).
pub(crate) async fn revert_check_in(call: Call) -> Result<HttpResponse, Problem> {
    let OneTicket { ticket } = call.json()?;
    ask(call, Command::RevertCheckIn { ticket }).await
}

/// Answers with the desk's view, as every command of a desk does.
async fn ask(call: Call, command: Command) -> Result<HttpResponse, Problem> {
    let desk = desk(&call);
    let department = call.office().department_of_desk(&desk).ok_or(Refusal::NotFound)?;
    call.ask(department, command, None).await?;
    Ok(json_text(200, call.office().desk(&desk).await?))
}
