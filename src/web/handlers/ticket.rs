//! The ticket's page: where it stands, and leaving the queue.

use super::{frame, see_other, service};
use crate::api::tickets;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{TicketPage, TicketState};
use crate::pages::frame::segment;
use actix_web::HttpResponse;
use chrono::{DateTime, NaiveTime};
use okienko_actors::Ask;
use okienko_queue::appointment::By;
use okienko_queue::command::Command;
use okienko_store::new_token;
use serde::Deserialize;
use serde_json::json;

/// What the office says of a ticket.
#[derive(Deserialize)]
struct Held {
    code: String,
    state: String,
    service: String,
    people_ahead: Option<u32>,
    wait: Option<Wait>,
    desk_label: Option<String>,
    booked_for: Option<String>,
}

#[derive(Deserialize)]
struct Wait {
    from_minutes: u32,
    to_minutes: u32,
}

/// `GET /t/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    write(&call, 200, None).await
}

/// `POST /t/{token}/leave`.
pub(crate) async fn leave(call: Call) -> Result<HttpResponse, Problem> {
    let fields = call.form()?;
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let id = tickets::ticket(&call)?;
    if !FormCookie::of(&call)?.admits(&call, &form_name(&call), field("csrf")) {
        return write(&call, 422, Some("form_expired")).await;
    }
    let department = call.office().department_of_ticket(&id).await?;
    let ask = Ask {
        department,
        command: Command::CancelTicket { ticket: id, by: By::Citizen },
        actor: call.who.actor(),
        key: Some(call.form_key(field("key"), &json!({}))?),
        person: None,
    };
    match call.office().ask(ask).await.map_err(Problem::from) {
        Ok(_) => Ok(see_other(&call, &format!("/t/{}", segment(call.param("token"))))),
        Err(problem) => write(&call, problem.status().as_u16(), Some(problem.code)).await,
    }
}

fn form_name(call: &Call) -> String {
    format!("leave {}", call.param("token"))
}

async fn write(call: &Call, status: u16, refused: Option<&str>) -> Result<HttpResponse, Problem> {
    let id = tickets::ticket(call)?;
    let held: Held = serde_json::from_str(&call.office().ticket(&id).await?).map_err(|error| {
        tracing::error!(%error, "a ticket's view cannot be read");
        Problem::new("try_again")
    })?;
    let (cookie, token) = (FormCookie::of(call)?, call.param("token").to_owned());
    let page = page(call, held, token, refused, cookie.token(call, &form_name(call)));
    let mut answer = html(status, page.html());
    cookie.put(call, &mut answer);
    Ok(answer)
}

fn page(call: &Call, held: Held, token: String, refused: Option<&str>, csrf: String) -> TicketPage {
    let catalogue = call.office().catalogue();
    let title = service(&catalogue, &held.service).map(|found| found.head().title()).unwrap_or_default();
    let state = TicketState::from_name(&held.state).unwrap_or(TicketState::Closed);
    let waits = state == TicketState::Waiting;
    TicketPage {
        frame: frame(&call.state, &call.req, &format!("/t/{}", segment(&token))),
        token,
        code: held.code,
        service: title,
        state,
        people_ahead: held.people_ahead.filter(|_| waits),
        wait: held.wait.map(|wait| (wait.from_minutes, wait.to_minutes)),
        desk: held.desk_label,
        booked_for: held.booked_for.as_deref().and_then(hour),
        as_of: wall(call.office().zone(), call.office().clock().now()).time(),
        can_leave: waits,
        refused: refused.map(str::to_owned),
        csrf,
        key: new_token().unwrap_or_default(),
    }
}

fn hour(text: &str) -> Option<NaiveTime> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.naive_local().time())
}
