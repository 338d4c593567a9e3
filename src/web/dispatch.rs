//! From the URL table to the framework: every request is admitted, read, handled, worded and dressed here.

use crate::app::State;
use crate::auth;
use crate::call::{Call, texts};
use crate::errors::Problem;
use crate::etag;
use crate::guard as limits;
use crate::handlers;
use crate::headers;
use crate::routes::{self, Kind, Route, Verb};
use crate::texts::follow;
use actix_web::guard::{self, Guard};
use actix_web::http::header::{ACCEPT, ALLOW};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, Bytes, Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use std::collections::BTreeMap;

/// Adds the whole table to an application.
pub(crate) fn mount(config: &mut ServiceConfig) {
    let mut paths: BTreeMap<&'static str, Vec<&'static Route>> = BTreeMap::new();
    for row in routes::all() {
        paths.entry(row.path).or_default().push(row);
    }
    // Plain paths first: they are compared, the others matched one after the other.
    let (plain, patterns): (Vec<_>, Vec<_>) = paths.into_iter().partition(|(path, _)| !path.contains('{'));
    for (path, rows) in plain.into_iter().chain(patterns) {
        let kind = rows.first().map_or(Kind::Api, |row| row.kind);
        let allow = allowed(&rows);
        let mut resource = web::resource(path);
        for row in rows {
            let handler =
                move |state: Data<State>, req: HttpRequest, payload: Payload| answer(row, state, req, payload);
            resource = resource.route(web::route().guard(is(row.verb)).to(handler));
        }
        let otherwise = move |state: Data<State>, req: HttpRequest| {
            let answer = wrong_method(kind, allow.clone(), &state, &req);
            async move { answer }
        };
        config.service(resource.default_service(web::to(otherwise)));
    }
    config.default_service(web::to(|state: Data<State>, req: HttpRequest| async move { unknown(&state, &req) }));
}

/// GET answers HEAD too; the framework leaves the body out.
fn is(verb: Verb) -> impl Guard {
    guard::fn_guard(move |request| {
        let method = &request.head().method;
        match verb {
            Verb::Get => method == Method::GET || method == Method::HEAD,
            Verb::Post => method == Method::POST,
            Verb::Delete => method == Method::DELETE,
        }
    })
}

fn allowed(rows: &[&Route]) -> String {
    let methods = rows.iter().map(|row| match row.verb {
        Verb::Get => "GET, HEAD",
        Verb::Post => "POST",
        Verb::Delete => "DELETE",
    });
    methods.chain(["OPTIONS"]).collect::<Vec<_>>().join(", ")
}

async fn answer(row: &'static Route, state: Data<State>, req: HttpRequest, payload: Payload) -> HttpResponse {
    let request = state.counts.begin();
    follow(&state.office.catalogue().office.texts);
    let mut answer = match run(row, &state, &req, payload).await {
        Ok(answer) => etag::validate(answer, row.kind, row.verb, &req),
        Err(problem) => refuse(row.kind, &state, &req, &problem),
    };
    headers::dress(&mut answer, row.kind, &state, &request);
    tracing::debug!(%request, route = row.path, status = answer.status().as_u16(), "answered");
    state.counts.answered(answer.status());
    answer
}

async fn run(
    row: &'static Route,
    state: &Data<State>,
    req: &HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let who = auth::admit(row.who, state, req).await?;
    let (body, payload) = match row.verb {
        Verb::Get => (Bytes::new(), Some(payload)),
        Verb::Post | Verb::Delete => (read(payload, row.most).await?, None),
    };
    let call = Call { state: state.clone(), req: req.clone(), who, body, payload };
    match limits::admit(row, &call) {
        Ok(()) => (row.run)(call).await,
        Err(seconds) => limits::turned_away(row.kind, &call, seconds),
    }
}

async fn read(payload: Payload, most: usize) -> Result<Bytes, Problem> {
    match payload.to_bytes_limited(most).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Problem::new("malformed")),
        Err(_) => Err(Problem::new("too_large")),
    }
}

/// A problem as JSON for programs, as a page for people.
fn refuse(kind: Kind, state: &State, req: &HttpRequest, problem: &Problem) -> HttpResponse {
    state.counts.refused(problem.code);
    match kind {
        kind if kind.is_page() => handlers::problem(state, req, problem, None),
        _ => problem.json(texts(req), state.office.zone()),
    }
}

fn wrong_method(kind: Kind, allow: String, state: &Data<State>, req: &HttpRequest) -> HttpResponse {
    let request = state.counts.begin();
    let mut answer = if req.method() == Method::OPTIONS {
        HttpResponse::build(StatusCode::NO_CONTENT).insert_header((ALLOW, allow)).finish()
    } else {
        refuse(kind, state, req, &Problem::method(allow))
    };
    headers::dress(&mut answer, kind, state, &request);
    state.counts.answered(answer.status());
    answer
}

fn unknown(state: &Data<State>, req: &HttpRequest) -> HttpResponse {
    let request = state.counts.begin();
    let accepted = req.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let program = ["/api/", "/ws/", "/demo/", "/assets/"].iter().any(|prefix| req.path().starts_with(prefix));
    let kind = if program || !accepted.contains("text/html") { Kind::Api } else { Kind::Private };
    let mut answer = refuse(kind, state, req, &Problem::new("not_found"));
    headers::dress(&mut answer, kind, state, &request);
    state.counts.answered(answer.status());
    answer
}
