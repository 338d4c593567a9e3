//! The service menu.

use super::calls::{answered, blocking, lang, object};
use crate::agent::{Agent, RESTART};
use crate::journal::Printed;
use crate::press::Job;
use crate::problem::Problem;
use crate::service;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// `POST /agent/service/sign-on`.
pub async fn sign_on(agent: Data<Agent>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let pin = object(&request, &body).and_then(|body| {
        let pin = body.get("pin").and_then(Value::as_str).map(str::to_owned);
        pin.ok_or(Problem::new("malformed"))
    });
    let result = match pin {
        Ok(pin) => blocking(&agent, move |agent| agent.service.sign_on(agent, &pin)).await,
        Err(problem) => Err(problem),
    };
    answered(200, lang(&request), result.map(|token| json!({ "token": token })))
}

/// `GET /agent/service/state`.
pub async fn state(agent: Data<Agent>, request: HttpRequest) -> HttpResponse {
    let result = match agent.service.admit(pass(&request)) {
        Ok(()) => blocking(&agent, |agent| Ok(service::state(agent)?)).await,
        Err(problem) => Err(problem),
    };
    answered(200, lang(&request), result)
}

/// `POST /agent/service/{deed}`.
pub async fn deed(agent: Data<Agent>, request: HttpRequest, deed: Path<String>) -> HttpResponse {
    let result = match agent.service.admit(pass(&request)) {
        Ok(()) => blocking(&agent, move |agent| done(agent, &deed)).await,
        Err(problem) => Err(problem),
    };
    answered(200, lang(&request), result)
}

fn done(agent: &Agent, deed: &str) -> Result<Value, Problem> {
    tracing::info!(deed, "a deed at the service menu");
    match deed {
        "test-print" => drop(agent.press.push(Job::Test)),
        "roll-changed" => {
            let counted: Printed = agent.journal.note("printed").unwrap_or_default();
            agent.journal.remember("printed", &Printed { since_roll: 0, ..counted })?;
            agent.press.push(Job::Test);
        }
        "reload" => agent.page.reload(),
        "restart" => agent.stop(RESTART),
        _ => return Err(Problem::new("not_found")),
    }
    Ok(json!({}))
}

fn pass(request: &HttpRequest) -> Option<&str> {
    request.headers().get("x-service").and_then(|value| value.to_str().ok())
}
