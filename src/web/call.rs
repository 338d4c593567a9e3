//! One request, admitted and read: what a handler works with.

use crate::app::State;
use crate::auth::{Member, Principal};
use crate::errors::Problem;
use crate::keys;
use crate::texts::{Lang, Texts};
use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::web::{Bytes, Data, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::future::LocalBoxFuture;
use okienko_actors::{Ask, Key, Office, Person, Reply};
use okienko_queue::command::Command;
use okienko_queue::ids::DepartmentId;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;

/// What a handler gives back, later.
pub(crate) type Answer = LocalBoxFuture<'static, Result<HttpResponse, Problem>>;
/// A handler of the URL table.
pub(crate) type Handler = fn(Call) -> Answer;

/// One request.
pub(crate) struct Call {
    pub state: Data<State>,
    pub req: HttpRequest,
    pub who: Principal,
    /// The body of a POST, read whole; empty otherwise.
    pub body: Bytes,
    /// The stream of a request without a body, for sockets.
    pub payload: Option<Payload>,
}

impl Call {
    /// The member of staff who calls.
    ///
    /// # Errors
    /// `forbidden` for anybody else; the URL table has seen to it where a row is for staff.
    pub fn member(&self) -> Result<&Member, Problem> {
        match &self.who {
            Principal::Staff(member) => Ok(member),
            _ => Err(Problem::new("forbidden")),
        }
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.state.office
    }

    /// A part of the path; empty when the path has no such part.
    pub fn param(&self, name: &str) -> &str {
        self.req.match_info().query(name)
    }

    /// The query, or the fields of a form.
    pub fn query(&self) -> HashMap<String, String> {
        fields(self.req.query_string())
    }

    /// The fields of a posted form.
    pub fn form(&self) -> Result<HashMap<String, String>, Problem> {
        self.expect("application/x-www-form-urlencoded")?;
        std::str::from_utf8(&self.body).map(fields).map_err(|_| Problem::new("malformed"))
    }

    /// The body as JSON; no body at all is an empty object.
    pub fn value(&self) -> Result<Value, Problem> {
        if self.body.is_empty() {
            return Ok(Value::Object(serde_json::Map::new()));
        }
        self.expect("application/json")?;
        serde_json::from_slice(&self.body).map_err(|_| Problem::new("malformed"))
    }

    /// The body as what a call takes; members it does not know are left alone.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let value = self.value()?;
        if !value.is_object() {
            return Err(Problem::new("malformed"));
        }
        serde_json::from_value(value).map_err(|_| Problem::new("malformed"))
    }

    fn expect(&self, wanted: &str) -> Result<(), Problem> {
        let headers = self.req.headers();
        let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let plain = headers.get(CONTENT_ENCODING).is_none_or(|coding| coding == "identity");
        let fits = kind.eq_ignore_ascii_case(wanted) && plain;
        if fits { Ok(()) } else { Err(Problem::new("unsupported_media_type")) }
    }

    /// The idempotency key, bound to this call, caller and body.
    pub fn key(&self) -> Result<Option<Key>, Problem> {
        let Some(key) = keys::of(self.req.headers())? else { return Ok(None) };
        Ok(Some(self.bound(key, &self.value()?)))
    }

    /// A key that came in a form's field, bound to what was asked.
    pub fn form_key(&self, key: &str, asked: &Value) -> Result<Key, Problem> {
        Ok(self.bound(keys::checked(key)?, asked))
    }

    fn bound(&self, key: String, asked: &Value) -> Key {
        keys::key(key, self.req.method().as_str(), self.req.path(), &self.who.actor(), asked)
    }

    /// Asks a department under the key of this request.
    pub async fn ask(
        &self,
        department: DepartmentId,
        command: Command,
        person: Option<Person>,
    ) -> Result<Reply, Problem> {
        let ask = Ask { department, command, actor: self.who.actor(), key: self.key()?, person };
        Ok(self.office().ask(ask).await?)
    }

    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        lang(&self.req)
    }

    /// The caller's address, for throttles only; never logged. Behind a proxy it is the last one of `X-Forwarded-For`: the
    /// proxy itself added that, whatever stands before it came from the caller and may be invented.
    pub fn address(&self) -> String {
        let peer = || self.req.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
        if !self.state.settings.trust_proxy {
            return peer();
        }
        let named = self.req.headers().get_all("X-Forwarded-For").last().and_then(|value| value.to_str().ok());
        let added = named.and_then(|value| value.rsplit(',').next()).map(str::trim).filter(|one| !one.is_empty());
        added.map_or_else(peer, str::to_owned)
    }
}

/// The language of the answer: `?lang=`, then `Accept-Language`, else Polish.
pub(crate) fn lang(req: &HttpRequest) -> Lang {
    let query = fields(req.query_string());
    let accepted = req.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::negotiate(query.get("lang").map(String::as_str), accepted)
}

/// The texts of the answer.
pub(crate) fn texts(req: &HttpRequest) -> Texts {
    Texts::new(lang(req))
}

fn fields(encoded: &str) -> HashMap<String, String> {
    Query::<Vec<(String, String)>>::from_query(encoded)
        .map(|all| all.into_inner().into_iter().collect())
        .unwrap_or_default()
}

/// A 200 or 201 whose JSON was written elsewhere.
pub(crate) fn json_text(status: u16, body: String) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(status).unwrap_or(actix_web::http::StatusCode::OK);
    HttpResponse::build(status).content_type("application/json").body(body)
}

/// A 200 with JSON.
pub(crate) fn json(body: &impl serde::Serialize) -> Result<HttpResponse, Problem> {
    let body = serde_json::to_string(body).map_err(|error| {
        tracing::error!(%error, "an answer could not be written");
        Problem::new("try_again")
    })?;
    Ok(json_text(200, body))
}

/// A page.
pub(crate) fn html(status: u16, body: String) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(status).unwrap_or(actix_web::http::StatusCode::OK);
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body)
}
