//! Finding, booking, moving and cancelling for a caller (R36).

use super::bodies::{Booking, Move, Search};
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use crate::instants::{self, local};
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, StaffVisit, Wanted};
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::{AppointmentId, DepartmentId, ServiceId};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::minutes;
use serde_json::{Value, json as object};

type Outcome = Result<HttpResponse, Problem>;

/// `POST /staff/appointments/find`: the visits that a caller may mean. A POST, so that no phone ever stands in an
/// address, where servers and proxies write it down.
pub(crate) async fn find(call: Call) -> Outcome {
    let wanted = call.json::<Search>()?.wanted()?;
    let visits = seen(&call, wanted).await?;
    json(&object!({ "visits": visits }))
}

/// `GET /staff/appointments/{id}`: one visit by its id.
pub(crate) async fn show(call: Call) -> Outcome {
    let visits = seen(&call, Wanted::Visit(call.param("id").to_owned())).await?;
    json(visits.first().ok_or(Refusal::NotFound)?)
}

/// Those who oversee may look at earlier days too: a pattern names visits that are over.
async fn seen(call: &Call, wanted: Wanted) -> Result<Vec<Value>, Problem> {
    let earlier = matches!(wanted, Wanted::Visit(_)) && call.member()?.oversees();
    let visits = call.office().visits_for_staff(wanted, &call.who.actor(), earlier).await?;
    Ok(visits.iter().map(|visit| told(call, visit)).collect())
}

/// A visit with the names that a person reads.
fn told(call: &Call, visit: &StaffVisit) -> Value {
    let (office, service) = (call.office().catalogue(), ServiceId::from(visit.service()));
    let department = office.departments.iter().find(|one| one.id.as_str() == visit.department());
    let title = department.and_then(|one| one.service(&service)).map(|one| one.title("pl"));
    let names = [("department_name", department.map(|one| one.name.pl.clone())), ("service_name", title)];
    with(visit.json(call.office().zone()), names.map(|(name, text)| (name, text.into())))
}

fn with<const N: usize>(mut value: Value, more: [(&str, Value); N]) -> Value {
    if let Value::Object(members) = &mut value {
        members.extend(more.map(|(name, member)| (name.to_owned(), member)));
    }
    value
}

/// `POST /staff/appointments`: books for a caller; the limits and refusals are those of the web.
pub(crate) async fn book(call: Call) -> Outcome {
    let form: Booking = call.json()?;
    let start = instants::parse(&form.start).ok_or_else(|| Problem::malformed("start"))?;
    let person = form.person()?;
    let service = ServiceId::from(form.service);
    let department = call.office().department_of_service(&service).ok_or(Refusal::NotFound)?;
    let terms = terms(&call, &department, form.beyond_limits)?;
    let command = Command::Book { service, start, terms };
    let reply = call.ask(department.clone(), command, Some(person)).await?;
    Ok(json_text(201, booked(&call, &department, &reply.body)?))
}

/// The booking without its secret link, which is the citizen's alone, and with the time in which to collect the ticket.
fn booked(call: &Call, department: &DepartmentId, body: &str) -> Result<String, Problem> {
    let mut visit: Value = serde_json::from_str(body).map_err(|_| Problem::new("try_again"))?;
    if let Value::Object(members) = &mut visit {
        members.remove("manage_url");
        members.remove("token");
    }
    let catalogue = call.office().catalogue();
    let rules = catalogue.departments.iter().find(|one| one.id == *department).map(|one| &one.check_in);
    let start = visit.get("start").and_then(Value::as_str).and_then(instants::parse);
    let Some((rules, start)) = rules.zip(start) else { return Ok(visit.to_string()) };
    let window = [
        ("collect_from", start - minutes(rules.opens_minutes)),
        ("collect_until", start + minutes(rules.grace_minutes)),
    ];
    Ok(with(visit, window.map(|(name, at)| (name, local(call.office().zone(), at).into()))).to_string())
}

/// `POST /staff/appointments/{id}/move`: the old term is free only when the new one is firm.
pub(crate) async fn change(call: Call) -> Outcome {
    let form: Move = call.json()?;
    let start = instants::parse(&form.start).ok_or_else(|| Problem::malformed("start"))?;
    let facts = facts(&call).await?;
    let person = facts.person.clone().ok_or(Refusal::WrongState)?;
    let terms = terms(&call, &facts.department, form.beyond_limits)?;
    let command = Command::MoveAppointment { appointment: facts.id, start, terms };
    let reply = call.ask(facts.department, command, Some(person)).await?;
    Ok(json_text(200, bare(&reply.body)?))
}

/// `POST /staff/appointments/{id}/cancel`: twice, too late or after collection it shows the state and changes nothing.
pub(crate) async fn cancel(call: Call) -> Outcome {
    let facts = facts(&call).await?;
    if facts.person.is_none() {
        return json(&state(&facts));
    }
    let command = Command::CancelAppointment { appointment: facts.id.clone(), by: By::Staff, chance: 0 };
    match call.ask(facts.department.clone(), command, facts.person.clone()).await {
        Ok(reply) => Ok(json_text(200, bare(&reply.body)?)),
        // The department remembers today and later; before that the final state stands in the store.
        Err(problem) if problem.code == "not_found" && facts.state != AppointmentState::Booked => json(&state(&facts)),
        Err(problem) => Err(problem),
    }
}

async fn facts(call: &Call) -> Result<AppointmentFacts, Problem> {
    Ok(call.office().appointment(&AppointmentId::from(call.param("id"))).await?)
}

/// What a change is answered with: nothing of the person, so that it is no way to look somebody up unlogged.
fn bare(body: &str) -> Result<String, Problem> {
    let visit: Value = serde_json::from_str(body).map_err(|_| Problem::new("try_again"))?;
    let member = |name: &str| visit.get(name).cloned().unwrap_or_default();
    let kept = ["id", "service", "start", "state"].map(|name| (name.to_owned(), member(name)));
    Ok(Value::Object(kept.into_iter().collect()).to_string())
}

fn state(facts: &AppointmentFacts) -> Value {
    object!({ "id": facts.id, "service": facts.service, "start": local(facts.zone, facts.start), "state": facts.state })
}

fn terms(call: &Call, department: &DepartmentId, beyond_limits: bool) -> Result<Terms, Problem> {
    if beyond_limits && !call.member()?.may_pass_limits(department) {
        return Err(Problem::new("forbidden"));
    }
    // Nothing to confirm by a letter: the caller has just spoken to us.
    Ok(Terms { beyond_limits, ..Terms::default() })
}
