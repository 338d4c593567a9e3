//! Reading a request of the page.

use crate::agent::Agent;
use crate::problem::Problem;
use crate::texts::Lang;
use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

const MOST_KEY: usize = 150;

/// The language of the page.
pub fn lang(request: &HttpRequest) -> Lang {
    let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map_or(Lang::Pl, Lang::of_header)
}

/// The body as a JSON object.
pub fn object(request: &HttpRequest, body: &[u8]) -> Result<Value, Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem::new("unsupported_media_type"));
    }
    let value: Value = serde_json::from_slice(body).map_err(|_| Problem::new("malformed"))?;
    if value.is_object() { Ok(value) } else { Err(Problem::new("malformed")) }
}

/// The idempotency key: 1 to 150 visible ASCII signs. Without one there would be two tickets for one touch.
pub fn key(request: &HttpRequest) -> Result<String, Problem> {
    let header = request.headers().get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::trim);
    let fits = |key: &&str| (1..=MOST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    header
        .filter(fits)
        .map(str::to_owned)
        .ok_or_else(|| Problem::new("malformed").with("field", "Idempotency-Key".into()))
}

/// Does something that blocks, away from the thread that serves everybody.
pub async fn blocking<T: Send + 'static>(
    agent: &Data<Agent>,
    deed: impl FnOnce(&Agent) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let agent = agent.clone();
    web::block(move || deed(&agent)).await.unwrap_or_else(|_| Err(Problem::new("try_again")))
}

/// The answer of either kind.
pub fn answered(status: u16, lang: Lang, result: Result<Value, Problem>) -> HttpResponse {
    match result {
        Ok(body) => json(status, &body),
        Err(problem) => problem.answer(lang),
    }
}

/// JSON.
pub fn json(status: u16, body: &Value) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(status).unwrap_or(actix_web::http::StatusCode::OK);
    HttpResponse::build(status).content_type("application/json").body(body.to_string())
}
