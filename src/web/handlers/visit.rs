//! The visit's own page.

use super::{own_frame, service};
use crate::api::appointments::facts;
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{Mail, ServiceHead, Visit, VisitPage, VisitState};
use crate::pages::frame::segment;
use actix_web::HttpResponse;
use okienko_actors::AppointmentFacts;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::config::CheckIn;
use okienko_queue::time;

/// `GET /a/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let facts = facts(&call).await?;
    let catalogue = call.office().catalogue();
    let rules = catalogue.departments.iter().find(|one| one.id == facts.department).map(|one| one.check_in.clone());
    let rules = rules.unwrap_or_default();
    let (opens_at, closes_at) = window(&facts, &rules);
    let ticket = facts.ticket.as_ref().map(|id| call.office().links().ticket_token(id));
    let page = VisitPage {
        frame: own_frame(&call),
        visit: shown(&call, &facts),
        just_booked: call.query().contains_key("booked"),
        mail: mail(&call, &facts).await,
        opens_at: wall(facts.zone, opens_at).time(),
        closes_at: wall(facts.zone, closes_at).time(),
        can_cancel: can_cancel(&call, &facts),
        ticket_path: ticket.map(|token| format!("/t/{}", segment(&token))),
    };
    Ok(html(200, page.html()))
}

/// Whether cancelling would change something: the core says the same, and decides.
pub(crate) fn can_cancel(call: &Call, facts: &AppointmentFacts) -> bool {
    facts.state == AppointmentState::Booked && facts.person.is_some() && call.office().clock().now() <= facts.start
}

/// A visit as its pages show it.
pub(crate) fn shown(call: &Call, facts: &AppointmentFacts) -> Visit {
    let catalogue = call.office().catalogue();
    let gone = || ServiceHead { id: facts.service.to_string(), ..ServiceHead::default() };
    let person = facts.person.clone();
    let (name, phone, code) = person.map(|one| (one.name, one.phone, one.code)).unwrap_or_default();
    Visit {
        token: call.param("token").to_owned(),
        state: state(facts.state),
        code: code.unwrap_or_default(),
        name,
        phone,
        service: service(&catalogue, facts.service.as_str()).map_or_else(|_| gone(), |found| found.head()),
        start: wall(facts.zone, facts.start),
    }
}

fn state(state: AppointmentState) -> VisitState {
    match state {
        AppointmentState::Booked => VisitState::Booked,
        AppointmentState::Collected => VisitState::Collected,
        AppointmentState::Cancelled => VisitState::Cancelled,
        AppointmentState::NotCollected => VisitState::NotCollected,
    }
}

fn window(facts: &AppointmentFacts, rules: &CheckIn) -> (time::Instant, time::Instant) {
    (facts.start - time::minutes(rules.opens_minutes), facts.start + time::minutes(rules.grace_minutes))
}

/// What became of the confirmation. When the outbox cannot be read it is still on its way for all we know.
async fn mail(call: &Call, facts: &AppointmentFacts) -> Mail {
    let id = facts.id.to_string();
    let letters = call.office().read(move |store| store.letters_about(&id)).await.unwrap_or_default();
    match letters.iter().find(|letter| letter.kind == "confirmation") {
        Some(letter) if letter.state == "sent" => Mail::Sent,
        Some(letter) if letter.state == "dead" || letter.last_error.is_some() => Mail::Failed,
        _ => Mail::Pending,
    }
}
