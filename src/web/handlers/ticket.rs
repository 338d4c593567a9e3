//! The ticket's page: where it stands, and leaving the queue. Leaving is a step of its own: the GET asks and changes nothing, the POST needs
//! the form's cookie and a tick (law lines 6 and 33).

use super::{frame, see_other, service};
use crate::api::tickets;
use crate::app::State;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{LeavePage, ServiceHead, TicketFacts, TicketPage, TicketState, ticket_path};
use crate::texts::Lang;
use actix_web::HttpResponse;
use chrono::{DateTime, NaiveDateTime};
use okienko_actors::Ask;
use okienko_queue::appointment::By;
use okienko_queue::command::Command;
use okienko_store::new_token;
use serde::Deserialize;
use serde_json::{Value, json};

/// What the office says of a ticket.
#[derive(Deserialize)]
struct Held {
    code: String,
    state: String,
    service: String,
    #[serde(default)]
    people_ahead: u32,
    wait: Option<Wait>,
    desk_label: Option<String>,
    missed_at: Option<String>,
    booked_for: Option<String>,
}

#[derive(Deserialize)]
struct Wait {
    from_minutes: u32,
    to_minutes: u32,
}

/// `GET /t/{token}`; `?refresh=off` keeps a page without script still.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let facts = look(&call).await?;
    Ok(write(&call, &facts, 200, None))
}

/// `GET /t/{token}/leave`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = look(&call).await?;
    if !facts.state.can_leave() {
        return Ok(see_other(&call, &ticket_path(call.param("token"))));
    }
    review(&call, &facts, 200, Vec::new())
}

/// `POST /t/{token}/leave`.
pub(crate) async fn leave(call: Call) -> Result<HttpResponse, Problem> {
    let fields = call.form()?;
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let (id, facts) = (tickets::ticket(&call)?, look(&call).await?);
    if !FormCookie::of(&call)?.admits(&call, &form_name(&call), field("csrf")) {
        return review(&call, &facts, 422, vec!["form_expired"]);
    }
    if field("sure") != "yes" {
        return review(&call, &facts, 422, vec!["not_sure"]);
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
        Ok(_) => Ok(see_other(&call, &ticket_path(call.param("token")))),
        Err(problem) => Ok(write(&call, &look(&call).await?, problem.status().as_u16(), Some(problem.code))),
    }
}

fn form_name(call: &Call) -> String {
    format!("leave {}", call.param("token"))
}

async fn look(call: &Call) -> Result<TicketFacts, Problem> {
    let id = tickets::ticket(call)?;
    let view = read_view(&call.office().ticket(&id).await?)?;
    facts(&call.state, &view, call.lang())
}

/// The office's view of a ticket, as it was written.
pub(crate) fn read_view(text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text).map_err(unreadable)
}

/// What is known of a ticket by the office's view of it, as of now.
pub(crate) fn facts(state: &State, view: &Value, lang: Lang) -> Result<TicketFacts, Problem> {
    let held = Held::deserialize(view).map_err(unreadable)?;
    let catalogue = state.office.catalogue();
    let found = service(&catalogue, &held.service).ok();
    let head = found.as_ref().map(|found| found.head_in(lang));
    let place = found.as_ref().map(|found| found.department.place.in_language(lang.code()).to_owned());
    Ok(TicketFacts {
        code: held.code,
        service: head.as_ref().map(ServiceHead::title).unwrap_or_default(),
        service_lang: head.map(|head| head.lang).unwrap_or_default(),
        place: place.unwrap_or_default(),
        // A word that is not known here comes of a newer node: nothing can be said, so the page keeps looking.
        state: TicketState::from_name(&held.state).unwrap_or(TicketState::OnHold),
        people_ahead: held.people_ahead,
        wait: held.wait.map(|wait| (wait.from_minutes, wait.to_minutes)),
        desk: held.desk_label.or(held.missed_at),
        booked_for: held.booked_for.as_deref().and_then(local_time),
        as_of: wall(state.office.zone(), state.office.clock().now()),
    })
}

fn write(call: &Call, facts: &TicketFacts, status: u16, refused: Option<&str>) -> HttpResponse {
    let token = call.param("token").to_owned();
    let frame = frame(&call.state, &call.req, &ticket_path(&token));
    let page = TicketPage {
        words: facts.words(frame.t),
        frame,
        token,
        code: facts.code.clone(),
        state: facts.state,
        refreshes: call.query().get("refresh").is_none_or(|wish| wish != "off"),
        refused: refused.map(str::to_owned),
    };
    html(status, page.html())
}

fn review(call: &Call, facts: &TicketFacts, status: u16, errors: Vec<&'static str>) -> Result<HttpResponse, Problem> {
    let (cookie, token) = (FormCookie::of(call)?, call.param("token").to_owned());
    let frame = frame(&call.state, &call.req, &format!("{}/leave", ticket_path(&token)));
    let page = LeavePage {
        words: facts.words(frame.t),
        frame,
        token,
        code: facts.code.clone(),
        errors,
        csrf: cookie.token(call, &form_name(call)),
        key: new_token().unwrap_or_default(),
    };
    let mut answer = html(status, page.html());
    cookie.put(call, &mut answer);
    Ok(answer)
}

fn unreadable(error: serde_json::Error) -> Problem {
    tracing::error!(%error, "a ticket's view cannot be read");
    Problem::new("try_again")
}

fn local_time(text: &str) -> Option<NaiveDateTime> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.naive_local())
}
