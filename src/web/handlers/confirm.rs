//! Confirming a visit by the link of a letter: the GET asks and changes nothing, the POST confirms. The link opens nothing else: neither
//! the visit's own page nor the person's data.

use super::act::{self, Refused};
use super::see_other;
use crate::call::Call;
use crate::errors::Problem;
use crate::pages::booking::{Deed, Why};
use crate::pages::frame::segment;
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, Ask};
use okienko_queue::command::Command;
use okienko_queue::refusal::Refusal;
use serde_json::json;

/// `GET /c/{token}`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = visit(&call).await?;
    let closed = closed(&call, &facts);
    page(&call, &facts, Ok(closed))
}

/// `POST /c/{token}`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let facts = visit(&call).await?;
    if let Some(why) = closed(&call, &facts) {
        return page(&call, &facts, Ok(Some(why)));
    }
    let fields = call.form()?;
    if let Err(refused) = act::admit(&call, &facts, Deed::Confirm.key(), &fields) {
        return page(&call, &facts, Err(refused));
    }
    if let Err(problem) = confirm(&call, &facts, act::field(&fields, "key")).await {
        return page(&call, &facts, Err(Refused::form(&problem)));
    }
    Ok(see_other(&call, &path(&call)))
}

async fn visit(call: &Call) -> Result<AppointmentFacts, Problem> {
    let id = call.office().links().open_confirm(call.param("token")).ok_or(Refusal::NotFound)?;
    act::still_there(call, call.office().appointment(&id).await?)
}

fn closed(call: &Call, facts: &AppointmentFacts) -> Option<Why> {
    match (act::closed(call, facts), facts.confirm_by) {
        // Whether it lapsed or was cancelled is the same for whoever comes too late.
        (Some(Why::Cancelled), _) => Some(Why::Lapsed),
        (Some(why), _) => Some(why),
        (None, None) => Some(Why::Confirmed),
        (None, Some(by)) => (by <= call.office().clock().now()).then_some(Why::Lapsed),
    }
}

async fn confirm(call: &Call, facts: &AppointmentFacts, key: &str) -> Result<(), Problem> {
    let ask = Ask {
        department: facts.department.clone(),
        command: Command::ConfirmAppointment { appointment: facts.id.clone() },
        actor: call.who.actor(),
        key: Some(call.form_key(key, &json!({}))?),
        person: facts.person.clone(),
    };
    call.office().ask(ask).await?;
    Ok(())
}

fn path(call: &Call) -> String {
    format!("/c/{}", segment(call.param("token")))
}

fn page(call: &Call, facts: &AppointmentFacts, said: Result<Option<Why>, Refused>) -> Result<HttpResponse, Problem> {
    act::page(call, facts, Deed::Confirm, &path(call), said)
}
