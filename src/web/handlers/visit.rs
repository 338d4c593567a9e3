//! The visit's own page.

use super::act;
use super::{own_frame, service};
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{Glance, Mail, News, Preparation, ServiceHead, Visit, VisitPage, VisitState, Words};
use crate::pages::frame::segment;
use actix_web::HttpResponse;
use okienko_actors::AppointmentFacts;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::config::CheckIn;
use okienko_queue::text::Text;
use okienko_queue::time;
use okienko_store::Letter;
use serde_json::Value;

/// Letters that tell the visit as it stands.
const TELLING: [&str; 3] = ["confirmation", "confirm_request", "change"];
/// States of a ticket that can still be called.
const OPEN: [&str; 5] = ["waiting", "called", "serving", "on_hold", "in_transit"];

/// `GET /a/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let catalogue = call.office().catalogue();
    let rules = catalogue.departments.iter().find(|one| one.id == facts.department).map(|one| one.check_in.clone());
    let (opens_at, closes_at) = window(&facts, &rules.unwrap_or_default());
    let letters = letters(&call, &facts).await;
    let page = VisitPage {
        frame: own_frame(&call),
        visit: shown(&call, &facts),
        news: news(&call, &facts, &letters),
        mail: mail(&facts, &letters),
        confirm_by: facts.confirm_by.map(|by| wall(facts.zone, by)),
        opens_at: wall(facts.zone, opens_at).time(),
        closes_at: wall(facts.zone, closes_at).time(),
        preparation: preparation(&call, &facts),
        // Without the measurement the page says that there is none.
        shift: call.office().shift(&facts.service).await.unwrap_or_default(),
        open: act::closed(&call, &facts).is_none(),
        alive: alive(&call, &facts),
        erased: facts.person.is_none(),
        ticket: glance(&call, &facts).await,
        kept_days: catalogue.office.law.retention.contact_days,
    };
    Ok(html(200, page.html()))
}

/// Whether a visit's link can still do something: its hour has not passed (law line 33).
pub(crate) fn alive(call: &Call, facts: &AppointmentFacts) -> bool {
    call.office().clock().now() < facts.start + time::seconds(1)
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
        service: service(&catalogue, facts.service.as_str())
            .map_or_else(|_| gone(), |found| found.head_in(call.lang())),
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

/// The letters by mail about a visit. When the outbox cannot be read they are still on their way for all we know.
pub(crate) async fn letters(call: &Call, facts: &AppointmentFacts) -> Vec<Letter> {
    let id = facts.id.to_string();
    let mut letters = call.office().read(move |store| store.letters_about(&id)).await.unwrap_or_default();
    letters.retain(|letter| letter.channel == "mail" && letter.state != "dropped");
    letters
}

fn mail(facts: &AppointmentFacts, letters: &[Letter]) -> Mail {
    if facts.person.as_ref().is_some_and(|person| person.email.is_empty()) {
        return Mail::Absent;
    }
    if facts.mail_fails {
        return Mail::Bounced;
    }
    match letters.iter().rfind(|letter| TELLING.contains(&letter.kind.as_str())) {
        Some(letter) if letter.state == "sent" => Mail::Sent,
        Some(letter) if letter.state == "dead" || letter.last_error.is_some() => Mail::Failed,
        _ => Mail::Pending,
    }
}

/// What was just done, as the address says; it is only told when it is so.
fn news(call: &Call, facts: &AppointmentFacts, letters: &[Letter]) -> News {
    let query = call.query();
    let says = |flag: &str| query.contains_key(flag);
    if says("booked") {
        News::Booked
    } else if says("moved") && facts.moves > 0 {
        News::Moved
    } else if says("resent") && letters.iter().any(super::resend::is_again) {
        News::Resent
    } else {
        News::None
    }
}

fn preparation(call: &Call, facts: &AppointmentFacts) -> Preparation {
    let catalogue = call.office().catalogue();
    let Ok(found) = service(&catalogue, facts.service.as_str()) else { return Preparation::default() };
    let card = &found.service.card;
    Preparation {
        place: words(call, card.place.as_ref().unwrap_or(&found.department.place)),
        bring: card.bring.iter().map(|thing| words(call, thing)).collect(),
        fee: card.fee.as_ref().map(|fee| words(call, fee)).unwrap_or_default(),
    }
}

fn words(call: &Call, text: &Text) -> Words {
    Words::of(text, call.lang())
}

/// The ticket of a collected visit. When it cannot be told now, its own page will.
async fn glance(call: &Call, facts: &AppointmentFacts) -> Option<Glance> {
    let id = facts.ticket.as_ref()?;
    let held: Value = serde_json::from_str(&call.office().ticket(id).await.ok()?).ok()?;
    let minutes = |name: &str| held.get("wait")?.get(name)?.as_u64().and_then(|n| u32::try_from(n).ok());
    let state = held.get("state").and_then(Value::as_str).unwrap_or_default();
    Some(Glance {
        code: held.get("code").and_then(Value::as_str).unwrap_or_default().to_owned(),
        path: format!("/t/{}", segment(&call.office().links().ticket_token(id))),
        wait: minutes("from_minutes").zip(minutes("to_minutes")),
        over: !OPEN.contains(&state),
    })
}
