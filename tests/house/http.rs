//! The plain HTTP of the contract: requests with a token and a key, answers that can be asked questions.

use std::sync::{Arc, RwLock};
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::Value;

use crate::chance::fresh;

/// A client of one node. Clones share the address, which changes when the node restarts.
#[derive(Clone)]
pub struct Http {
    client: Client,
    base: Arc<RwLock<String>>,
}

/// What the server said.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as JSON; `null` when it is none.
    pub body: Value,
    /// The body as it came.
    pub text: String,
    /// The headers.
    pub headers: HeaderMap,
}

/// A ticket as its holder or a clerk sees it.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Ticket {
    pub id: String,
    pub code: String,
    pub state: String,
    pub channel: String,
    pub service: String,
    pub token: Option<String>,
    pub issued_at: String,
    pub booked_for: Option<String>,
}

impl Http {
    /// A client of the node at `base` (no trailing slash). Patience for one answer: 60 s.
    pub fn new(base: &str) -> Self {
        let patience = Duration::from_secs(60);
        let redirects = reqwest::redirect::Policy::none();
        let client =
            Client::builder().no_proxy().timeout(patience).redirect(redirects).build().expect("an HTTP client");
        Self { client, base: Arc::new(RwLock::new(base.trim_end_matches('/').to_owned())) }
    }

    /// The node has a new address after a restart.
    pub fn moved_to(&self, base: &str) {
        *self.base.write().expect("the address") = base.trim_end_matches('/').to_owned();
    }

    /// The whole address of `path`. A path below `/api/v1` may leave that prefix out by not starting with a slash.
    pub fn url(&self, path: &str) -> String {
        let base = self.base.read().expect("the address");
        match path {
            path if path.starts_with("http") => path.to_owned(),
            path if path.starts_with('/') => format!("{base}{path}"),
            path => format!("{base}/api/v1/{path}"),
        }
    }

    /// GET, with a bearer token if there is one.
    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        self.send(Method::GET, path, token, None, None).await.expect("an answer")
    }

    /// POST of JSON under a fresh idempotency key.
    pub async fn post(&self, path: &str, token: Option<&str>, body: Value) -> Answer {
        self.post_keyed(path, token, &fresh(), body).await
    }

    /// POST of JSON under the given idempotency key.
    pub async fn post_keyed(&self, path: &str, token: Option<&str>, key: &str, body: Value) -> Answer {
        self.try_post_keyed(path, token, key, body).await.expect("an answer")
    }

    /// As [`Self::post_keyed`], for a server that may die: an error is "the outcome is unknown".
    pub async fn try_post_keyed(
        &self,
        path: &str,
        token: Option<&str>,
        key: &str,
        body: Value,
    ) -> Result<Answer, reqwest::Error> {
        self.send(Method::POST, path, token, Some(key), Some(body.to_string())).await
    }

    /// Any request; a body is sent as JSON whatever it holds.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        key: Option<&str>,
        body: Option<String>,
    ) -> Result<Answer, reqwest::Error> {
        let mut request = self.client.request(method, self.url(path));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        // A stream of events has no end: its head is the answer.
        let is_stream =
            headers.get("Content-Type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
        let text = if is_stream { String::new() } else { response.text().await? };
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Ok(Answer { status, body, text, headers })
    }
}

impl Answer {
    /// Insists on a success and gives the answer back.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert!((200..300).contains(&self.status), "refused: {} {}", self.status, self.text);
        self
    }

    /// Insists on this success status.
    #[track_caller]
    pub fn with_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Insists on a refusal under this stable code, in the form of RFC 9457 with a sentence for a person.
    #[track_caller]
    pub fn refused_with(self, code: &str) -> Self {
        assert!(self.is_problem(), "a refusal is problem+json: {} {}", self.status, self.text);
        assert_eq!(self.code(), code, "{} {}", self.status, self.text);
        assert!(self.status < 500 || self.status == 503, "a refusal is no fault: {} {}", self.status, self.text);
        self
    }

    /// Whether the body is a complete `application/problem+json`.
    pub fn is_problem(&self) -> bool {
        let kind = self.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("");
        let worded = self.body["title"].is_string() && !self.body["detail"].as_str().unwrap_or("").is_empty();
        kind.starts_with("application/problem+json") && worded && self.body["status"] == self.status
    }

    /// The stable code of a refusal, or an empty text.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or("")
    }

    /// The ticket of a success; a `null` ticket fails.
    #[track_caller]
    pub fn ticket(&self) -> Ticket {
        assert!((200..300).contains(&self.status), "refused: {} {}", self.status, self.text);
        serde_json::from_value(self.body["ticket"].clone())
            .unwrap_or_else(|why| panic!("no ticket in {}: {why}", self.text))
    }

    /// A text member of the body.
    #[track_caller]
    pub fn str(&self, member: &str) -> &str {
        self.body[member].as_str().unwrap_or_else(|| panic!("no text `{member}` in {} {}", self.status, self.text))
    }
}

impl Ticket {
    /// The secret of the ticket's own link.
    #[track_caller]
    pub fn token(&self) -> &str {
        self.token.as_deref().expect("a ticket just issued has its token")
    }

    /// The number in the code: 12 for `R012`.
    #[track_caller]
    pub fn number(&self) -> u32 {
        let digits = self.code.trim_start_matches(|sign: char| !sign.is_ascii_digit());
        digits.parse().unwrap_or_else(|_| panic!("{} is no ticket code", self.code))
    }
}
