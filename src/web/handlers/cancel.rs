//! Cancelling by link: the GET asks and changes nothing; the POST needs the form's cookie and the last digits of the phone (law line 33).

use super::frame;
use super::visit::{can_cancel, shown};
use crate::api::appointments::facts;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::pages::booking::{CancelPage, CancelState, FieldError};
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, Ask};
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::Command;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::new_token;
use serde_json::json;

/// `GET /a/{token}/cancel`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = facts(&call).await?;
    let state = state(&call, &facts);
    write(&call, &facts, 200, state, Vec::new())
}

/// `POST /a/{token}/cancel`.
pub(crate) async fn cancel(call: Call) -> Result<HttpResponse, Problem> {
    let before = facts(&call).await?;
    let found = state(&call, &before);
    if found != CancelState::Ask {
        return write(&call, &before, 200, found, Vec::new());
    }
    let fields = call.form()?;
    let field = |name: &str| fields.get(name).map_or("", |text| text.trim());
    if !FormCookie::of(&call)?.admits(&call, &form_name(&call), field("csrf")) {
        return write(&call, &before, 422, CancelState::Ask, vec![FieldError::new("form", "form_expired")]);
    }
    if let Err((status, error)) = digits(&call, &before, field("digits")) {
        return write(&call, &before, status, CancelState::Ask, vec![error]);
    }
    match send(&call, &before, field("key")).await {
        Ok(()) => {
            let after = facts(&call).await?;
            let done =
                if after.state == AppointmentState::Cancelled { CancelState::Done } else { state(&call, &after) };
            write(&call, &after, 200, done, Vec::new())
        }
        Err(problem) => {
            let error = FieldError::new("form", problem.code);
            write(&call, &before, problem.status().as_u16(), CancelState::Ask, vec![error])
        }
    }
}

/// The human act: a mail scanner that follows links and presses buttons does not know the phone. Guesses are throttled.
fn digits(call: &Call, facts: &AppointmentFacts, typed: &str) -> Result<(), (u16, FieldError)> {
    let (now, address) = (from_ms(call.office().process_now_ms()), call.address());
    let what = format!("\u{0}{}", facts.id);
    if !call.state.sign_ons.admits(&what, &address, now) {
        return Err((Problem::from(Refusal::Throttled).status().as_u16(), FieldError::new("form", "throttled")));
    }
    let right = typed.len() == 3 && facts.person.as_ref().is_some_and(|person| person.phone.ends_with(typed));
    call.state.sign_ons.tried(&what, &address, right, now);
    if right { Ok(()) } else { Err((422, FieldError::new("digits", "wrong_digits"))) }
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
        AppointmentState::Booked if can_cancel(call, facts) => CancelState::Ask,
        AppointmentState::Booked | AppointmentState::NotCollected => CancelState::Past,
    }
}

fn form_name(call: &Call) -> String {
    format!("cancel {}", call.param("token"))
}

fn write(
    call: &Call,
    facts: &AppointmentFacts,
    status: u16,
    state: CancelState,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Problem> {
    let (cookie, visit) = (FormCookie::of(call)?, shown(call, facts));
    let page = CancelPage {
        frame: frame(&call.state, &call.req, &visit.cancel_path()),
        visit,
        state,
        errors,
        csrf: cookie.token(call, &form_name(call)),
        key: new_token().unwrap_or_default(),
    };
    let mut answer = html(status, page.html());
    cookie.put(call, &mut answer);
    Ok(answer)
}
