//! The words of the contract for each answer, made once and stored with the idempotency key.

use crate::flight::Pending;
use crate::links::Links;
use crate::outlook::Outlook;
use crate::reading::{AppointmentFacts, desk_json};
use crate::shared::Shared;
use okienko_queue::ids::TicketId;
use okienko_queue::time::Instant;
use okienko_queue::view_ticket::HeldTicket;
use okienko_queue::{Answer, Department};
use serde::Serialize;

/// A ticket as the contract answers it.
#[derive(Serialize)]
pub struct TicketAnswer {
    #[serde(flatten)]
    held: HeldTicket,
    status_url: String,
    token: String,
}

/// The contract's `ticket` of a department's ticket.
pub fn ticket(
    id: &TicketId,
    department: &Department,
    outlook: &Outlook,
    links: &Links,
    now: Instant,
) -> Option<TicketAnswer> {
    let service = &department.ticket(id)?.service;
    let held = department.held_ticket(id, outlook.of(id, service), now)?;
    let token = links.ticket_token(id);
    Some(TicketAnswer { held, status_url: links.status_url(&token), token })
}

/// The body of an answer.
pub fn render(
    answer: &Answer,
    department: &Department,
    outlook: &Outlook,
    shared: &Shared,
    pending: &Pending,
) -> String {
    let (links, now) = (&shared.links, pending.now);
    match answer {
        Answer::Done => "{}".into(),
        Answer::Ticket(id) => json(&Wrapped { ticket: ticket(id, department, outlook, links, now) }),
        Answer::Called(called) => {
            let found = called.as_ref().and_then(|id| department.ticket(id));
            json(&Called {
                ticket: called.as_ref().and_then(|id| ticket(id, department, outlook, links, now)),
                reason: found.and_then(|ticket| ticket.reason.clone()),
            })
        }
        Answer::Desk(desk) => desk_json(department, desk, shared, now),
        Answer::Appointment(id) => department
            .appointment(id)
            .map(|visit| AppointmentFacts::of(department, visit, pending.ask.person.as_ref()).json(links).to_string())
            .unwrap_or_else(|| "{}".into()),
    }
}

#[derive(Serialize)]
struct Wrapped {
    ticket: Option<TicketAnswer>,
}

#[derive(Serialize)]
struct Called {
    ticket: Option<TicketAnswer>,
    reason: Option<String>,
}

/// A view as text; views hold nothing that cannot be written.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| {
        tracing::error!(%error, "a view cannot be written");
        "{}".into()
    })
}
