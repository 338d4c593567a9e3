//! Step 4: one form, submitted once. A refused POST shows the form again with what was typed.

use super::days::day;
use super::{Found, frame, not_bookable, see_other, service, terms};
use crate::api::appointments::person_of;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::pages::booking::{FieldError, FormPage, FormValues, Term};
use actix_web::HttpResponse;
use chrono::{NaiveDateTime, NaiveTime};
use okienko_actors::{Ask, Person};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::ServiceId;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::{self, Instant};
use okienko_store::new_token;
use serde_json::{Value, json};
use std::collections::HashMap;

/// What a form page shows beyond the service.
struct Shown {
    start: NaiveDateTime,
    values: FormValues,
    errors: Vec<FieldError>,
    nearest: Vec<Term>,
}

/// `GET /s/{service}/{date}/{time}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let start = address(&call)?;
    if !found.service.bookable() {
        return Ok(not_bookable(&call, &found));
    }
    let refusal = refused(&call, &found, start).await?;
    let status = refusal.as_ref().map_or(200, |refusal| Problem::from(refusal.clone()).status().as_u16());
    let (errors, nearest) = match refusal {
        Some(refusal) => {
            (vec![FieldError::new("start", refusal.code())], nearest(&call, &found, &refusal, start).await?)
        }
        None => (Vec::new(), Vec::new()),
    };
    write(&call, &found, status, Shown { start, values: FormValues::default(), errors, nearest })
}

/// `POST /s/{service}/{date}/{time}`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let mut fields = call.form()?;
    let mut field = |name: &str| fields.remove(name).unwrap_or_default();
    let values = FormValues { name: field("name"), phone: field("phone"), email: field("email") };
    let (wished, key, csrf) = (field("start"), field("key"), field("csrf"));
    let start = NaiveDateTime::parse_from_str(&wished, "%Y-%m-%dT%H:%M").or_else(|_| address(&call))?;
    let again = |status, errors, nearest| {
        write(&call, &found, status, Shown { start, values: values.clone(), errors, nearest })
    };
    if !FormCookie::of(&call)?.admits(&call, &form_name(&found.service.id), &csrf) {
        return again(422, vec![FieldError::new("form", "form_expired")], Vec::new());
    }
    let person = match person_of(&values.name, &values.phone, &values.email) {
        Ok(person) => Person { language: call.lang().code().to_owned(), ..person },
        Err(errors) => {
            return again(422, errors.iter().map(|(field, code)| FieldError::new(*field, *code)).collect(), Vec::new());
        }
    };
    match book(&call, &found, start, person, &key).await {
        Ok(token) => Ok(see_other(&call, &format!("/a/{}?booked=1", crate::pages::frame::segment(&token)))),
        Err(problem) => {
            let near = match problem.refusal() {
                Some(refusal) => nearest(&call, &found, refusal, start).await?,
                None => Vec::new(),
            };
            again(problem.status().as_u16(), vec![FieldError::new("start", problem.code)], near)
        }
    }
}

/// Books; answers the secret of the visit's link.
async fn book(
    call: &Call,
    found: &Found<'_>,
    start: NaiveDateTime,
    person: Person,
    key: &str,
) -> Result<String, Problem> {
    let at = instant(found, start).ok_or(Refusal::NotASlot)?;
    let asked =
        json!({ "start": start.to_string(), "name": person.name, "phone": person.phone, "email": person.email });
    let ask = Ask {
        department: found.department.id.clone(),
        command: Command::Book { service: found.service.id.clone(), start: at, terms: Terms::default() },
        actor: call.who.actor(),
        key: Some(call.form_key(key, &asked)?),
        person: Some(person),
    };
    let reply = call.office().ask(ask).await?;
    let booked: HashMap<String, Value> = serde_json::from_str(&reply.body).unwrap_or_default();
    booked.get("token").and_then(Value::as_str).map(str::to_owned).ok_or(Problem::new("try_again"))
}

fn write(call: &Call, found: &Found<'_>, status: u16, shown: Shown) -> Result<HttpResponse, Problem> {
    let cookie = FormCookie::of(call)?;
    let (head, csrf) = (found.head(), cookie.token(call, &form_name(&found.service.id)));
    let page = FormPage {
        frame: frame(&call.state, &call.req, &head.term_path(shown.start)),
        service: head,
        term: Term { start: shown.start, free: 1 },
        values: shown.values,
        errors: shown.errors,
        nearest: shown.nearest,
        key: new_token().unwrap_or_default(),
        csrf,
    };
    let mut answer = html(status, page.html());
    cookie.put(call, &mut answer);
    Ok(answer)
}

fn form_name(service: &ServiceId) -> String {
    format!("book {service}")
}

/// The term of the address.
fn address(call: &Call) -> Result<NaiveDateTime, Problem> {
    let text = call.param("time");
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
    Ok(day(call.param("date"))?.and_time(time.ok_or(Refusal::NotFound)?))
}

fn instant(found: &Found<'_>, start: NaiveDateTime) -> Option<Instant> {
    time::at(found.department.time_zone, start.date(), start.time())
}

/// Why a term cannot be booked now, if so.
async fn refused(call: &Call, found: &Found<'_>, start: NaiveDateTime) -> Result<Option<Refusal>, Problem> {
    let Some(at) = instant(found, start) else { return Ok(Some(Refusal::NotASlot)) };
    let id = found.service.id.clone();
    Ok(call
        .office()
        .look(&found.department.id, move |department, _, now| department.seat_for(&id, at, false, now).err())
        .await?)
}

/// Other terms to offer after a refusal that is about the term.
async fn nearest(
    call: &Call,
    found: &Found<'_>,
    refusal: &Refusal,
    start: NaiveDateTime,
) -> Result<Vec<Term>, Problem> {
    let zone = found.department.time_zone;
    let about_the_term = match refusal {
        Refusal::SlotTaken { nearest } => return Ok(terms(zone, nearest)),
        Refusal::SlotInPast | Refusal::OutsideHorizon | Refusal::NotASlot | Refusal::OverlappingAppointment => true,
        _ => false,
    };
    let (id, wished) = (found.service.id.clone(), instant(found, start).unwrap_or_else(|| start.and_utc()));
    if !about_the_term {
        return Ok(Vec::new());
    }
    let near = call.office().look(&found.department.id, move |department, _, now| {
        let service = department.config().service(&id)?;
        Some(department.nearest(service, wished, now))
    });
    let near = near.await?.unwrap_or_default();
    Ok(terms(zone, &near).into_iter().filter(|term| term.start != start).collect())
}
