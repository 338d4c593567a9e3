//! What a supervisor does to one ticket.

use super::bodies::{CallTo, ChangeTicket};
use super::{ask, oversee};
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, DeskAction, Oversight};
use okienko_queue::ids::TicketId;

type Outcome = Result<HttpResponse, Problem>;

/// `POST /departments/{id}/tickets/{ticket}/call`.
pub(crate) async fn call(call: Call) -> Outcome {
    let CallTo { desk, finish_current } = call.json()?;
    let action = DeskAction::Call { ticket: ticket(&call), finish_current };
    ask(&call, Command::AtDesk { desk, action }).await
}

/// `POST /departments/{id}/tickets/{ticket}/return`.
pub(crate) async fn give_back(call: Call) -> Outcome {
    oversee(&call, Oversight::TakeBack { ticket: ticket(&call) }).await
}

/// `POST /departments/{id}/tickets/{ticket}/cancel`.
pub(crate) async fn cancel(call: Call) -> Outcome {
    ask(&call, Command::CancelTicket { ticket: ticket(&call), by: By::Staff }).await
}

/// `POST /departments/{id}/tickets/{ticket}/reactivate`.
pub(crate) async fn reactivate(call: Call) -> Outcome {
    oversee(&call, Oversight::Reactivate { ticket: ticket(&call) }).await
}

/// `POST /departments/{id}/tickets/{ticket}/change`.
pub(crate) async fn change(call: Call) -> Outcome {
    let ChangeTicket { service, priority } = call.json::<ChangeTicket>()?.checked()?;
    ask(&call, Command::ChangeTicket { ticket: ticket(&call), service, priority }).await
}

fn ticket(call: &Call) -> TicketId {
    TicketId::from(call.param("ticket"))
}
