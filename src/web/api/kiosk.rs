//! What a kiosk asks for: a booked visit's ticket, a walk-in ticket.

use crate::auth::Principal;
use crate::call::{Call, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_actors::{Entry, Reply, Typed};
use okienko_queue::command::Command;
use okienko_queue::ids::ServiceId;
use okienko_queue::person;
use okienko_queue::refusal::Refusal;
use okienko_queue::text::Language;
use serde::Deserialize;

/// What a visitor typed: the phone, or the six digits of the letter; and the language that the screen was in.
#[derive(Deserialize)]
struct Said {
    phone: Option<String>,
    code: Option<String>,
    language: Option<Language>,
}

/// A wish for a walk-in ticket.
#[derive(Deserialize)]
struct Walk {
    service: String,
    priority: Option<String>,
    language: Option<Language>,
}

/// `POST /kiosk/check-ins`.
pub(crate) async fn check_in(call: Call) -> Result<HttpResponse, Problem> {
    let Principal::Kiosk { id } = &call.who else { return Err(Problem::new("forbidden")) };
    Ok(json_text(201, collect(&call, id).await?.body))
}

/// Collects a visit for whoever typed this at a place (a kiosk's id, or a desk's).
pub(crate) async fn collect(call: &Call, place: &str) -> Result<Reply, Problem> {
    let Said { phone, code, language } = call.json()?;
    let entry = match (phone, code) {
        (Some(phone), None) => Entry::Phone(person::phone(&phone)?),
        (None, Some(code)) => Entry::Code(code.chars().filter(char::is_ascii_digit).take(20).collect()),
        _ => return Err(Problem::malformed("phone")),
    };
    Ok(call.office().check_in(Typed { entry, language }, place, &call.who.actor(), call.key()?).await?)
}

/// `POST /kiosk/tickets`.
pub(crate) async fn ticket(call: Call) -> Result<HttpResponse, Problem> {
    Ok(json_text(201, issue(&call).await?.body))
}

/// Issues a walk-in ticket of any department.
pub(crate) async fn issue(call: &Call) -> Result<Reply, Problem> {
    let Walk { service, priority, language } = call.json()?;
    let service = ServiceId::from(service);
    let department = call.office().department_of_service(&service).ok_or(Refusal::NotFound)?;
    call.ask(department, Command::IssueTicket { service, priority, language }, None).await
}
