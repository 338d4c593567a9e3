//! Whether a ticket's paper came out. One that did not is told to staff: its visitor holds nothing but a number on a screen.

use super::kiosk_setup::own;
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;
use okienko_store::Unprinted;
use serde::Deserialize;
use serde_json::json as object;

/// Characters of a coded reason.
const MOST_REASON: usize = 32;

#[derive(Deserialize)]
struct Paper {
    state: State,
    #[serde(default)]
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Printed,
    Failed,
}

/// `POST /kiosk/tickets/{id}/paper`. It reports a state: said twice, it changes nothing.
pub(crate) async fn paper(call: Call) -> Result<HttpResponse, Problem> {
    let Paper { state, reason } = call.json()?;
    let reason = reason.unwrap_or_else(|| "error".to_owned());
    let coded = (1..=MOST_REASON).contains(&reason.len())
        && reason.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !coded {
        return Err(Problem::malformed("reason"));
    }
    let (device, ticket) = (own(&call).await?.id, call.param("id").to_owned());
    exists(&call, &ticket).await?;
    let at_ms = call.office().process_now_ms();
    tracing::info!(%device, %ticket, printed = matches!(state, State::Printed), %reason, "a ticket's paper");
    let written = call.office().write(move |appender| match state {
        State::Printed => appender.clear_unprinted(&ticket).map(drop),
        State::Failed => appender.put_unprinted(&Unprinted { ticket, device, reason, at_ms }),
    });
    written.await?;
    json(&object!({}))
}

async fn exists(call: &Call, ticket: &str) -> Result<(), Problem> {
    let id = TicketId::from(ticket);
    let department = call.office().department_of_ticket(&id).await?;
    let known = call.office().look(&department, move |department, _, _| department.ticket(&id).is_some()).await?;
    if known { Ok(()) } else { Err(Refusal::NotFound.into()) }
}
