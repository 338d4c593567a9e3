//! Cancelling by link: the GET asks and changes nothing; the POST needs the form's cookie and the last digits of the phone (law line 33).

use super::act::{self, Refused};
use super::frame;
use super::visit::{alive, shown};
use crate::call::Call;
use crate::errors::Problem;
use crate::pages::booking::{CancelPage, CancelState};
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, Ask};
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::Command;
use serde_json::json;

/// `GET /a/{token}/cancel`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let state = state(&call, &facts);
    write(&call, &facts, Ok(state))
}

/// `POST /a/{token}/cancel`.
pub(crate) async fn cancel(call: Call) -> Result<HttpResponse, Problem> {
    let before = act::visit(&call).await?;
    let found = state(&call, &before);
    if found != CancelState::Ask {
        return write(&call, &before, Ok(found));
    }
    let fields = call.form()?;
    if let Err(refused) = act::admit(&call, &before, "cancel", &fields) {
        return write(&call, &before, Err(refused));
    }
    match send(&call, &before, act::field(&fields, "key")).await {
        Ok(()) => {
            let after = act::visit(&call).await?;
            let done =
                if after.state == AppointmentState::Cancelled { CancelState::Done } else { state(&call, &after) };
            write(&call, &after, Ok(done))
        }
        Err(problem) => write(&call, &before, Err(Refused::form(&problem))),
    }
}

async fn send(call: &Call, facts: &AppointmentFacts, key: &str) -> Result<(), Problem> {
    let ask = Ask {
        department: facts.department.clone(),
        command: Command::CancelAppointment { appointment: facts.id.clone(), by: By::Citizen, chance: 0 },
        actor: call.who.actor(),
        key: Some(call.form_key(key, &json!({}))?),
        person: facts.person.clone(),
    };
    call.office().ask(ask).await?;
    Ok(())
}

fn state(call: &Call, facts: &AppointmentFacts) -> CancelState {
    match facts.state {
        AppointmentState::Cancelled => CancelState::Already,
        AppointmentState::Collected => CancelState::Collected,
        AppointmentState::Booked if alive(call, facts) && facts.person.is_some() => CancelState::Ask,
        AppointmentState::Booked | AppointmentState::NotCollected => CancelState::Past,
    }
}

fn write(call: &Call, facts: &AppointmentFacts, said: Result<CancelState, Refused>) -> Result<HttpResponse, Problem> {
    let (status, state, errors) = match said {
        Ok(state) => (200, state, Vec::new()),
        Err(refused) => (refused.status, CancelState::Ask, vec![refused.error]),
    };
    let visit = shown(call, facts);
    let path = visit.cancel_path();
    let (cookie, act) = act::form(call, "cancel", path.clone(), errors)?;
    let by_mail = facts.person.as_ref().is_some_and(|person| !person.email.is_empty());
    let page = CancelPage { frame: frame(&call.state, &call.req, &path), visit, state, act, by_mail };
    Ok(act::answer(call, &cookie, status, page.html()))
}
