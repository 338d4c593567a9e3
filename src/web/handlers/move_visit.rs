//! Moving a visit to another term: pick the day, pick the hour, look at both terms, move. The old term is given up in the very event that
//! takes the new one; whatever is refused leaves it as it was.

use super::act;
use super::days::day;
use super::visit::shown;
use super::{frame, own_frame, see_other};
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{Deed, FieldError, MoveDaysPage, MoveHoursPage, MovePage, Why};
use actix_web::HttpResponse;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use okienko_actors::{AppointmentFacts, Ask};
use okienko_queue::command::{Command, Terms};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::{self, Instant};
use serde_json::json;

/// Terms in the list of the nearest.
const NEAREST: usize = 6;
/// The form's name, for its token.
const FORM: &str = "move";

/// `GET /a/{token}/move`.
pub(crate) async fn days(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    if let Some(why) = closed(&call, &facts).await? {
        return act::page(&call, &facts, Deed::Move, call.req.path(), Ok(Some(why)));
    }
    let free = free(&call, &facts).await?;
    let count = |starts: &[Instant]| u32::try_from(starts.len()).unwrap_or(u32::MAX);
    let page = MoveDaysPage {
        frame: own_frame(&call),
        visit: shown(&call, &facts),
        days: free.iter().map(|(date, starts)| (*date, count(starts))).collect(),
        nearest: free.iter().flat_map(|(_, starts)| starts).take(NEAREST).map(|at| wall(facts.zone, *at)).collect(),
    };
    Ok(html(200, page.html()))
}

/// `GET /a/{token}/move/{date}`.
pub(crate) async fn hours(call: Call) -> Result<HttpResponse, Problem> {
    let (facts, date) = (act::visit(&call).await?, day(call.param("date"))?);
    if let Some(why) = closed(&call, &facts).await? {
        return act::page(&call, &facts, Deed::Move, call.req.path(), Ok(Some(why)));
    }
    let free = free(&call, &facts).await?;
    let of_day = free.iter().find(|(day, _)| *day == date).map(|(_, starts)| starts.as_slice()).unwrap_or_default();
    let page = MoveHoursPage {
        frame: own_frame(&call),
        visit: shown(&call, &facts),
        date,
        hours: of_day.iter().map(|at| wall(facts.zone, *at).time()).collect(),
        before: free.iter().map(|(day, _)| *day).rfind(|day| *day < date),
        after: free.iter().map(|(day, _)| *day).find(|day| *day > date),
    };
    Ok(html(200, page.html()))
}

/// `GET /a/{token}/move/{date}/{time}`.
pub(crate) async fn review(call: Call) -> Result<HttpResponse, Problem> {
    let (facts, start) = (act::visit(&call).await?, address(&call)?);
    if let Some(answer) = settled(&call, &facts, start).await? {
        return Ok(answer);
    }
    let refused = match instant(&facts, start) {
        None => Some(Refusal::NotASlot),
        Some(at) => taken(&call, &facts, at).await?,
    };
    write(&call, &facts, start, refused.map(|refusal| refusal.into()), "").await
}

/// `POST /a/{token}/move/{date}/{time}`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let fields = call.form()?;
    let wished = NaiveDateTime::parse_from_str(act::field(&fields, "start"), "%Y-%m-%dT%H:%M");
    let start = wished.or_else(|_| address(&call))?;
    if let Some(answer) = settled(&call, &facts, start).await? {
        return Ok(answer);
    }
    let digits = act::field(&fields, "digits");
    if let Err(refused) = act::admit(&call, &facts, FORM, &fields) {
        return page(&call, &facts, start, refused.status, vec![refused.error], Vec::new(), digits);
    }
    match move_to(&call, &facts, start, act::field(&fields, "key")).await {
        Ok(()) => Ok(moved(&call, &facts)),
        Err(problem) => write(&call, &facts, start, Some(problem), digits).await,
    }
}

/// The answer when there is nothing to ask: the visit is at that term (the second of two clicks comes here), or cannot be moved.
async fn settled(call: &Call, facts: &AppointmentFacts, start: NaiveDateTime) -> Result<Option<HttpResponse>, Problem> {
    if facts.person.is_some() && instant(facts, start) == Some(facts.start) {
        return Ok(Some(moved(call, facts)));
    }
    let Some(why) = closed(call, facts).await? else { return Ok(None) };
    act::page(call, facts, Deed::Move, &shown(call, facts).move_path(), Ok(Some(why))).map(Some)
}

fn moved(call: &Call, facts: &AppointmentFacts) -> HttpResponse {
    see_other(call, &format!("{}?moved=1", shown(call, facts).path()))
}

async fn closed(call: &Call, facts: &AppointmentFacts) -> Result<Option<Why>, Problem> {
    if let Some(why) = act::closed(call, facts) {
        return Ok(Some(why));
    }
    let id = facts.id.clone();
    let may = call.office().look(&facts.department, move |department, _, now| {
        let visit = department.appointment(&id).ok_or(Refusal::NotFound)?;
        department.may_move(visit, false, now)
    });
    Ok(match may.await? {
        Ok(()) => None,
        Err(Refusal::LimitReached) => Some(Why::Used),
        Err(_) => Some(Why::Past),
    })
}

async fn move_to(call: &Call, facts: &AppointmentFacts, start: NaiveDateTime, key: &str) -> Result<(), Problem> {
    let at = instant(facts, start).ok_or(Refusal::NotASlot)?;
    let ask = Ask {
        department: facts.department.clone(),
        command: Command::MoveAppointment { appointment: facts.id.clone(), start: at, terms: Terms::default() },
        actor: call.who.actor(),
        key: Some(call.form_key(key, &json!({ "start": start.to_string() }))?),
        person: facts.person.clone(),
    };
    call.office().ask(ask).await?;
    Ok(())
}

/// Free terms by day, earliest first, without the one that the visit has.
async fn free(call: &Call, facts: &AppointmentFacts) -> Result<Vec<(NaiveDate, Vec<Instant>)>, Problem> {
    let (id, own) = (facts.service.clone(), facts.start);
    let look = call.office().look(&facts.department, move |department, _, now| {
        let config = department.config();
        let today = time::day_of(config.time_zone, now);
        let service = config.service(&id)?;
        let days = department.calendar(service, today, department.last_day(now), now).into_iter();
        let others = days.map(|(day, slots)| {
            (day, slots.into_iter().map(|slot| slot.start).filter(|start| *start != own).collect::<Vec<_>>())
        });
        Some(others.filter(|(_, starts)| !starts.is_empty()).collect())
    });
    Ok(look.await?.unwrap_or_default())
}

/// Why a term cannot be had now, if so.
async fn taken(call: &Call, facts: &AppointmentFacts, at: Instant) -> Result<Option<Refusal>, Problem> {
    let id = facts.service.clone();
    let seat =
        call.office().look(&facts.department, move |department, _, now| department.seat_for(&id, at, false, now));
    Ok(seat.await?.err())
}

/// Other terms to offer after a refusal that is about the term.
async fn nearest(call: &Call, facts: &AppointmentFacts, start: NaiveDateTime) -> Result<Vec<NaiveDateTime>, Problem> {
    let (id, own) = (facts.service.clone(), facts.start);
    let wished = instant(facts, start).unwrap_or(own);
    let near = call.office().look(&facts.department, move |department, _, now| {
        Some(department.nearest(department.config().service(&id)?, wished, now))
    });
    let near = near.await?.unwrap_or_default().into_iter().filter(|at| *at != own && *at != wished);
    Ok(near.map(|at| wall(facts.zone, at)).collect())
}

async fn write(
    call: &Call,
    facts: &AppointmentFacts,
    start: NaiveDateTime,
    problem: Option<Problem>,
    digits: &str,
) -> Result<HttpResponse, Problem> {
    let Some(problem) = problem else { return page(call, facts, start, 200, Vec::new(), Vec::new(), digits) };
    let about_the_term = ["slot_taken", "slot_in_past", "outside_horizon", "not_a_slot", "overlapping_appointment"];
    let near = if about_the_term.contains(&problem.code) { nearest(call, facts, start).await? } else { Vec::new() };
    let field = if near.is_empty() { "form" } else { "start" };
    let errors = vec![FieldError::new(field, problem.code)];
    page(call, facts, start, problem.status().as_u16(), errors, near, digits)
}

fn page(
    call: &Call,
    facts: &AppointmentFacts,
    start: NaiveDateTime,
    status: u16,
    errors: Vec<FieldError>,
    nearest: Vec<NaiveDateTime>,
    digits: &str,
) -> Result<HttpResponse, Problem> {
    let visit = shown(call, facts);
    let path = visit.move_term_path(start);
    let (cookie, form) = act::form(call, FORM, path.clone(), errors)?;
    let frame = frame(&call.state, &call.req, &path);
    let page = MovePage { frame, visit, start, act: form, digits: digits.to_owned(), nearest };
    Ok(act::answer(call, &cookie, status, page.html()))
}

/// The term of the address.
fn address(call: &Call) -> Result<NaiveDateTime, Problem> {
    let text = call.param("time");
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
    Ok(day(call.param("date"))?.and_time(time.ok_or(Refusal::NotFound)?))
}

fn instant(facts: &AppointmentFacts, start: NaiveDateTime) -> Option<Instant> {
    time::at(facts.zone, start.date(), start.time())
}
