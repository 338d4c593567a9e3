//! Refusals towards the page: the server's as they came, and the agent's own, in the same form (RFC 9457 with a stable `code`).

use crate::failure::Failure;
use crate::texts::{Lang, Texts};
use crate::upstream::Answer;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::{Map, Value};

/// The agent's own codes with their status. Those that the server has too are worded as the server words them.
const TABLE: [(&str, u16); 18] = [
    ("malformed", 400),
    ("unauthorized", 401),
    ("forbidden", 403),
    ("not_found", 404),
    ("closed", 409),
    ("no_tickets_left", 409),
    ("unknown_phone", 409),
    ("too_early", 409),
    ("too_late", 409),
    ("appointment_cancelled", 409),
    ("already_collected", 409),
    ("offline_phone", 409),
    ("ask_staff", 409),
    ("too_large", 413),
    ("unsupported_media_type", 415),
    ("key_reused", 422),
    ("throttled", 429),
    ("try_again", 503),
];

/// Something refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The server's words.
    Server(u16, Value),
    /// The agent's own.
    Own(&'static str, Map<String, Value>),
}

impl Problem {
    /// One of the agent's own.
    pub fn new(code: &'static str) -> Self {
        Self::Own(code, Map::new())
    }

    /// The agent's own by a code that was written down; one that is not in the table is `try_again`.
    pub fn of_code(code: &str) -> Self {
        Self::new(TABLE.iter().find(|(known, _)| *known == code).map_or("try_again", |(known, _)| known))
    }

    /// One more member.
    #[must_use]
    pub fn with(self, name: &str, value: Value) -> Self {
        match self {
            Self::Own(code, mut members) => {
                members.insert(name.to_owned(), value);
                Self::Own(code, members)
            }
            server @ Self::Server(..) => server,
        }
    }

    /// The answer for the page.
    pub fn answer(&self, lang: Lang) -> HttpResponse {
        let (status, body) = match self {
            Self::Server(status, body) => (*status, body.clone()),
            Self::Own(code, members) => own(code, members, Texts::new(lang)),
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        HttpResponse::build(status).content_type("application/problem+json").body(body.to_string())
    }
}

fn own(code: &str, members: &Map<String, Value>, t: Texts) -> (u16, Value) {
    let status = TABLE.iter().find(|(known, _)| *known == code).map_or(503, |(_, status)| *status);
    // What only the agent says has texts of its own.
    let family = if matches!(code, "offline_phone" | "ask_staff") { "agent" } else { "problem" };
    let mut body = members.clone();
    body.insert("type".into(), format!("https://okienko.example/problems/{code}").into());
    body.insert("title".into(), t.get(format!("{family}-title-{code}")).into());
    body.insert("status".into(), status.into());
    body.insert("detail".into(), t.get(format!("{family}-{code}")).into());
    body.insert("code".into(), code.into());
    (status, Value::Object(body))
}

impl From<&Answer> for Problem {
    fn from(answer: &Answer) -> Self {
        Self::Server(answer.status, answer.body.clone())
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        tracing::error!(%failure, "a request met a fault");
        Self::new("try_again")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_own_refusal_is_worded_in_every_language() {
        for lang in Lang::ALL {
            for (code, status) in TABLE {
                let (told, body) = own(code, &Map::new(), Texts::new(lang));
                assert_eq!(told, status);
                let said = |member: &str| body.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
                assert!(!said("detail").contains(code), "{code} has no sentence in {lang:?}");
                assert!(!said("title").contains(code), "{code} has no title in {lang:?}");
            }
        }
    }
}
