//! The server's addresses as the page knows them, answered here.

use super::calls::{answered, blocking, json, key, lang, object};
use crate::agent::Agent;
use crate::journal::Kind;
use crate::problem::Problem;
use crate::touch::{self, Wish};
use crate::upstream::Call;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};
use std::time::Duration;

/// The page asks for this while somebody looks: rather an old answer than a late one.
const SOON: Duration = Duration::from_millis(1_500);

/// `GET /api/v1/departments`.
pub async fn departments(agent: Data<Agent>, request: HttpRequest) -> HttpResponse {
    let language = request.query_string().split('&').find_map(|pair| pair.strip_prefix("lang=")).unwrap_or("pl");
    json(200, &agent.catalogue.setup().list(language))
}

/// `GET /api/v1/kiosk/setup`.
pub async fn setup(agent: Data<Agent>, request: HttpRequest) -> HttpResponse {
    let mut said = match agent.catalogue.setup_said() {
        Some(said) => Value::clone(&said),
        None => return Problem::new("try_again").answer(lang(&request)),
    };
    if let Some(members) = said.as_object_mut() {
        // The page has no use for it, and no page should hold it.
        members.insert("service_pin".to_owned(), members.get("service_pin").is_some_and(Value::is_string).into());
    }
    json(200, &said)
}

/// `GET /api/v1/kiosk/services`: what the server says now, or what it said last.
pub async fn services(agent: Data<Agent>, request: HttpRequest) -> HttpResponse {
    let result = blocking(&agent, |agent| {
        if !agent.contact.is_away()
            && let Some(token) = agent.identity.token()
            && let Ok(answer) = agent.ask(Call::new("/api/v1/kiosk/services", Some(&token), SOON), None)
            && answer.is_ok()
        {
            return Ok(answer.body);
        }
        remembered(agent).ok_or(Problem::new("try_again"))
    });
    answered(200, lang(&request), result.await)
}

/// The last answer with today's clock, without waits that nobody can know, and without what ended with its day.
fn remembered(agent: &Agent) -> Option<Value> {
    let mut said = Value::clone(&*agent.catalogue.services_said()?);
    let of_today = agent.catalogue.said_on() == Some(agent.day());
    let members = said.as_object_mut()?;
    members.insert("now".to_owned(), agent.clock.written(agent.clock.now_ms()).into());
    members.insert("offline".to_owned(), true.into());
    for service in members.get_mut("services").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(service) = service.as_object_mut() {
            service.insert("wait".to_owned(), Value::Null);
            service.insert("people_ahead".to_owned(), Value::Null);
            begin_a_day(service, of_today);
        }
    }
    Some(said)
}

/// A stop and a day's number of tickets end with their day: what was refused for one of them is offered again.
fn begin_a_day(service: &mut Map<String, Value>, of_today: bool) {
    if of_today {
        return;
    }
    if service.get("reason").and_then(Value::as_str) == Some("no_tickets_left") {
        service.insert("open".to_owned(), true.into());
        service.insert("reason".to_owned(), Value::Null);
    }
    service.insert("stopped".to_owned(), Value::Null);
}

/// `POST /api/v1/kiosk/tickets`.
pub async fn ticket(agent: Data<Agent>, request: HttpRequest, body: Bytes) -> HttpResponse {
    touched(agent, &request, &body, Kind::Ticket).await
}

/// `POST /api/v1/kiosk/check-ins`.
pub async fn check_in(agent: Data<Agent>, request: HttpRequest, body: Bytes) -> HttpResponse {
    touched(agent, &request, &body, Kind::CheckIn).await
}

async fn touched(agent: Data<Agent>, request: &HttpRequest, body: &[u8], kind: Kind) -> HttpResponse {
    let lang = lang(request);
    let wish = match (key(request), object(request, body)) {
        (Ok(key), Ok(body)) => Wish { key, kind, body, lang },
        (Err(problem), _) | (_, Err(problem)) => return problem.answer(lang),
    };
    let result = blocking(&agent, move |agent| {
        let told = touch::take(agent, &wish)?;
        Ok(json!({ "ticket": told.ticket, "print": told.print, "offline": told.offline }))
    });
    answered(201, lang, result.await)
}

/// `GET /agent/prints/{key}`.
pub async fn print(agent: Data<Agent>, request: HttpRequest, key: Path<String>) -> HttpResponse {
    let result = blocking(&agent, move |agent| touch::paper(agent, &key));
    answered(200, lang(&request), result.await)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_stopped_for_a_day_is_offered_on_the_next() {
        let told = |said: &Value, of_today| {
            let mut service = said.as_object().unwrap().clone();
            begin_a_day(&mut service, of_today);
            Value::Object(service)
        };
        let open = json!({ "open": true, "reason": null, "stopped": null });
        let stopped = json!({ "open": false, "reason": "no_tickets_left", "stopped": "fault" });
        assert_eq!((told(&stopped, false), told(&stopped, true)), (open, stopped));
        let closed =
            json!({ "open": false, "reason": "closed", "stopped": null, "opens_at": "2026-11-23T08:00:00+01:00" });
        assert_eq!(told(&closed, false), closed);
    }
}
