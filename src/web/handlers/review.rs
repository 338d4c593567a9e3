//! The check before booking: GET shows the draft of this browser, its POST books it (law line 6). Only this POST takes a term.

use super::form::{self, Shown, fresh_key, judged};
use super::terms::{address, instant, named, nearest};
use super::{Found, frame, see_other, service};
use crate::api::appointments::{origin, person_of, terms_of};
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::draft::{self, Done, Draft, Kept, Sent};
use crate::errors::Problem;
use crate::guard::{self, Demand, Passed};
use crate::instants::wall;
use crate::mail_typos;
use crate::pages::booking::{FieldError, FormValues, ReviewPage, Term};
use crate::pages::frame::segment;
use actix_web::HttpResponse;
use chrono::NaiveDateTime;
use okienko_actors::{Ask, Person};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::{AppointmentId, ServiceId};
use okienko_queue::person;
use okienko_queue::refusal::Refusal;
use serde::Deserialize;
use serde_json::json;

/// `GET /s/{service}/{date}/{time}/review`. Without a draft of this term there is nothing to check: back to the form.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let start = address(&call)?;
    let Some(draft) =
        Kept::draft(&call).filter(|draft| draft.service == found.service.id.as_str() && draft.start == start)
    else {
        return Ok(see_other(&call, &found.head().term_path(start)));
    };
    let (status, errors, nearest) = judged(&call, &found, start).await?;
    write(&call, &found, status, draft, errors, nearest)
}

/// `POST /s/{service}/{date}/{time}/review`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let start = address(&call)?;
    let fields = call.form()?;
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let kept = Kept::of(&call);
    let admitted = FormCookie::of(&call)?.admits(&call, &form_name(&found.service.id), field("csrf"));
    let mut draft = match kept {
        // Sent twice: the first one has booked, the second is shown the same place.
        Some(Kept::Done(done)) if admitted && done.key == field("key") => return Ok(see_other(&call, &done.path)),
        Some(Kept::Draft(draft)) if draft.service == found.service.id.as_str() && draft.start == start => draft,
        // Another window has begun another visit meanwhile: what was typed is in the form.
        Some(Kept::Draft(_)) => return Ok(see_other(&call, &found.head().term_path(start))),
        _ => {
            let errors = vec![FieldError::new("form", "form_expired")];
            return form::write(&call, &found, 422, Shown { start, errors, ..Shown::default() });
        }
    };
    if !admitted || draft.key != field("key") {
        return write(&call, &found, 422, draft, vec![FieldError::new("form", "form_expired")], Vec::new());
    }
    match field("act") {
        "email" => {
            draft.email = mail_typos::meant(&draft.email).unwrap_or(draft.email);
            // Another address is another question: the old key may have asked the old one.
            draft.key = fresh_key()?;
            let mut answer = see_other(&call, &found.head().review_path(start));
            Kept::Draft(draft).put(&call, &mut answer)?;
            Ok(answer)
        }
        "discard" => {
            let mut answer = see_other(&call, "/");
            Kept::forget(&call, &mut answer);
            Ok(answer)
        }
        _ => {
            let terms = match guard::passed(&call, &FormCookie::of(&call)?, &fields, &draft.key) {
                Passed::Freely => terms_of(found.department),
                // A rule has tripped and nothing was proven, perhaps for want of script: the letter proves it instead.
                Passed::ToConfirm => Terms { to_confirm: true, ..Terms::default() },
                // The very demand is shown: asking anew might be told that nothing is asked for, and the form would go round.
                Passed::Asked(demand) => {
                    let errors = vec![FieldError::new("form", "proof_required")];
                    return page(&call, &found, 422, draft, (errors, Vec::new()), Some(demand));
                }
            };
            book(&call, &found, draft, named(field("start")).unwrap_or(start), terms).await
        }
    }
}

/// Books the draft, for the term that was chosen last.
async fn book(
    call: &Call,
    found: &Found<'_>,
    mut draft: Draft,
    start: NaiveDateTime,
    terms: Terms,
) -> Result<HttpResponse, Problem> {
    match ask(call, found, &draft, start, terms).await {
        Ok(booked) => {
            let done = done(call, found, &draft, (start, terms), &booked).await?;
            let mut answer = see_other(call, &done.path);
            Kept::Done(done).put(call, &mut answer)?;
            Ok(answer)
        }
        Err(problem) => {
            let near = match problem.refusal() {
                Some(refusal) => nearest(call, found, refusal, start).await?,
                None => Vec::new(),
            };
            if problem.code == "key_reused" {
                draft.key = fresh_key()?;
            }
            let error = FieldError::new(if near.is_empty() { "form" } else { "start" }, problem.code);
            write(call, found, problem.status().as_u16(), draft, vec![error], near)
        }
    }
}

/// What the office says of a visit that it has booked.
#[derive(Deserialize)]
struct Booked {
    id: String,
    token: String,
}

async fn ask(
    call: &Call,
    found: &Found<'_>,
    draft: &Draft,
    start: NaiveDateTime,
    terms: Terms,
) -> Result<Booked, Problem> {
    let at = instant(found, start).ok_or(Refusal::NotASlot)?;
    let person = person_of(&draft.name, &draft.phone, &draft.email).map_err(|errors| Problem::fields(&errors))?;
    let person = Person { language: call.lang().code().to_owned(), origin: Some(origin(call)), ..person };
    let asked =
        json!({ "start": start.to_string(), "name": person.name, "phone": person.phone, "email": person.email });
    let ask = Ask {
        department: found.department.id.clone(),
        command: Command::Book { service: found.service.id.clone(), start: at, terms },
        actor: call.who.actor(),
        key: Some(call.form_key(&draft.key, &asked)?),
        person: Some(person),
    };
    let reply = call.office().ask(ask).await?;
    serde_json::from_str(&reply.body).map_err(|error| {
        tracing::error!(%error, "the answer to a booking cannot be read");
        Problem::new("try_again")
    })
}

/// Where the browser goes: to the visit, or to the mailbox where the visit must be confirmed first.
async fn done(
    call: &Call,
    found: &Found<'_>,
    draft: &Draft,
    (start, terms): (NaiveDateTime, Terms),
    booked: &Booked,
) -> Result<Done, Problem> {
    let rules = &found.department.booking;
    let confirm_by = match terms.to_confirm {
        true => call.office().appointment(&AppointmentId::from(booked.id.as_str())).await?.confirm_by,
        false => None,
    };
    let until = confirm_by.map(|by| wall(found.department.time_zone, by));
    let sent = until.map(|until| Sent { to: draft::masked(&draft.email), minutes: rules.confirm_minutes, until });
    let path = match sent {
        Some(_) => found.head().sent_path(start),
        None => format!("/a/{}?booked=1", segment(&booked.token)),
    };
    Ok(Done { key: draft.key.clone(), path, sent })
}

fn write(
    call: &Call,
    found: &Found<'_>,
    status: u16,
    draft: Draft,
    errors: Vec<FieldError>,
    nearest: Vec<Term>,
) -> Result<HttpResponse, Problem> {
    let demand = guard::demand(call, &FormCookie::of(call)?);
    page(call, found, status, draft, (errors, nearest), demand)
}

fn page(
    call: &Call,
    found: &Found<'_>,
    status: u16,
    draft: Draft,
    (errors, nearest): (Vec<FieldError>, Vec<Term>),
    demand: Option<Demand>,
) -> Result<HttpResponse, Problem> {
    let (cookie, lang) = (FormCookie::of(call)?, call.lang());
    let head = found.head_in(lang);
    let phone = person::phone(&draft.phone).unwrap_or_else(|_| draft.phone.clone());
    let page = ReviewPage {
        frame: frame(&call.state, &call.req, &head.review_path(draft.start)),
        service: head,
        card: found.card(call, lang),
        term: Term { start: draft.start, free: 1 },
        values: FormValues { name: draft.name.clone(), phone, email: draft.email.clone() },
        meant: mail_typos::meant(&draft.email),
        errors,
        nearest,
        keep_minutes: draft::MINUTES,
        demand,
        key: draft.key.clone(),
        csrf: cookie.token(call, &form_name(&found.service.id)),
    };
    let mut answer = html(status, page.html());
    // Looking at it again keeps it longer (WCAG 2.2.1).
    Kept::Draft(draft).put(call, &mut answer)?;
    cookie.put(call, &mut answer);
    Ok(answer)
}

fn form_name(service: &ServiceId) -> String {
    format!("review {service}")
}
