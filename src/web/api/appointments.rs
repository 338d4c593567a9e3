//! Booking, and what the holder of a visit's link may do.

use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use crate::guard::{self, Proof};
use crate::instants;
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, Person};
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::ServiceId;
use okienko_queue::person;
use okienko_queue::refusal::Refusal;
use serde::Deserialize;

/// The form of a booking. What is left out is refused like what is empty.
#[derive(Deserialize)]
pub(crate) struct Booking {
    service: String,
    start: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    language: Option<String>,
    /// Asked for by `proof_required`.
    proof: Option<Proof>,
}

/// `POST /appointments`.
pub(crate) async fn book(call: Call) -> Result<HttpResponse, Problem> {
    let form: Booking = call.json()?;
    let start = instants::parse(&form.start).ok_or_else(|| Problem::malformed("start"))?;
    let person = person_of(&form.name, &form.phone, &form.email).map_err(|errors| Problem::fields(&errors))?;
    let person = Person { language: language(form.language)?, origin: Some(origin(&call)), ..person };
    let (service, catalogue) = (ServiceId::from(form.service), call.office().catalogue());
    let department = catalogue.departments.iter().find(|department| department.service(&service).is_some());
    let department = department.ok_or(Refusal::NotFound)?;
    guard::program(&call, form.proof.as_ref())?;
    let command = Command::Book { service, start, terms: terms_of(department) };
    let reply = call.ask(department.id.clone(), command, Some(person)).await?;
    Ok(json_text(201, reply.body))
}

/// The terms under which citizens book at a department: whether a visit lapses unless it is confirmed by mail.
pub(crate) fn terms_of(department: &DepartmentConfig) -> Terms {
    Terms { to_confirm: department.booking.confirm_email, ..Terms::default() }
}

/// Keyed hash of the caller's network address, to find patterns of trade; never the address.
pub(crate) fn origin(call: &Call) -> String {
    call.office().store().secrets().person_hash(&call.address())
}

/// Name, phone and e-mail checked in the order of the contract; all that is wrong at once. The language is Polish until it is set.
pub(crate) fn person_of(name: &str, phone: &str, email: &str) -> Result<Person, Vec<(&'static str, &'static str)>> {
    let (checked_name, checked_phone, checked_email) = (person::name(name), person::phone(phone), person::email(email));
    match (checked_name, checked_phone, checked_email) {
        (Ok(name), Ok(phone), Ok(email)) => {
            Ok(Person { name, phone, email, language: "pl".to_owned(), code: None, origin: None })
        }
        (name, phone, email) => {
            let errors = [("name", name.err()), ("phone", phone.err()), ("email", email.err())];
            Err(errors.into_iter().filter_map(|(field, refusal)| Some((field, refusal?.code()))).collect())
        }
    }
}

fn language(wanted: Option<String>) -> Result<String, Problem> {
    match wanted {
        None => Ok("pl".to_owned()),
        Some(code) if ["pl", "en", "uk"].contains(&code.as_str()) => Ok(code),
        Some(_) => Err(Problem::fields(&[("language", "invalid_language")])),
    }
}

/// `GET /appointments/{token}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    json(&facts(&call).await?.json(call.office().links()))
}

/// `POST /appointments/{token}/cancel`.
pub(crate) async fn cancel(call: Call) -> Result<HttpResponse, Problem> {
    let facts = facts(&call).await?;
    // Personal data is erased some time after the visit; then there is nothing left to cancel either.
    if facts.person.is_none() {
        return json(&facts.json(call.office().links()));
    }
    let command = Command::CancelAppointment { appointment: facts.id.clone(), by: By::Citizen, chance: 0 };
    let reply = call.ask(facts.department.clone(), command, facts.person.clone()).await;
    match reply {
        Ok(reply) => Ok(json_text(200, reply.body)),
        // The department remembers today and later; before that the final state stands in the store.
        Err(problem) if problem.code == "not_found" => json(&facts.json(call.office().links())),
        Err(problem) => Err(problem),
    }
}

/// Where a visit is moved to.
#[derive(Deserialize)]
pub(crate) struct Move {
    start: String,
}

/// `POST /appointments/{token}/move`.
pub(crate) async fn move_to(call: Call) -> Result<HttpResponse, Problem> {
    let facts = facts(&call).await?;
    let wish: Move = call.json()?;
    let start = instants::parse(&wish.start).ok_or_else(|| Problem::malformed("start"))?;
    // Whoever erased their data, or comes after the day, has no visit to move.
    let person = facts.person.clone().ok_or(Refusal::WrongState)?;
    let command = Command::MoveAppointment { appointment: facts.id.clone(), start, terms: Terms::default() };
    match call.ask(facts.department.clone(), command, Some(person)).await {
        Err(problem) if problem.code == "not_found" => Err(Refusal::WrongState.into()),
        reply => Ok(json_text(200, reply?.body)),
    }
}

/// The visit of the link in the path.
pub(crate) async fn facts(call: &Call) -> Result<AppointmentFacts, Problem> {
    let id = call.office().links().open_appointment(call.param("token")).ok_or(Refusal::NotFound)?;
    Ok(call.office().appointment(&id).await?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn r11_all_that_is_wrong_is_told_in_the_order_of_the_contract() {
        let wrong = person_of(" ", "1", "x").unwrap_err();
        assert_eq!(wrong, [("name", "invalid_name"), ("phone", "invalid_phone"), ("email", "invalid_email")]);
        assert_eq!(Problem::fields(&wrong).code, "invalid_name");
        let person = person_of(" Anna ", "662 138 278", "anna@example.pl").unwrap();
        assert_eq!((person.name.as_str(), person.phone.as_str()), ("Anna", "48662138278"));
        assert_eq!(language(Some("uk".into())).unwrap(), "uk");
        assert_eq!(language(Some("de".into())).unwrap_err().code, "invalid_language");
    }
}
