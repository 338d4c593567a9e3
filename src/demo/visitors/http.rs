//! The way of simulated people to the server: the same JSON as everybody's.

use crate::failure::Failure;
use reqwest::{Client, RequestBuilder};
use serde_json::Value;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Longer than any answer of a healthy server.
const PATIENCE: Duration = Duration::from_secs(10);

/// A client of one server.
pub struct Http {
    client: Client,
    base_url: String,
    run: String,
    asked: AtomicU64,
}

/// What came back; status 0 when nothing did.
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The body, `null` when it was no JSON.
    pub body: Value,
}

impl Answer {
    /// Whether it was a success.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The refusal's stable code, or nothing.
    pub fn code(&self) -> &str {
        self.text("/code")
    }

    /// A text inside, or nothing.
    pub fn text(&self, pointer: &str) -> &str {
        self.body.pointer(pointer).and_then(Value::as_str).unwrap_or("")
    }
}

impl Http {
    /// A client of the server at an address.
    ///
    /// # Errors
    /// Exit code 1 when there is no randomness or no client.
    pub fn new(base_url: String) -> Result<Self, Failure> {
        let client = Client::builder().timeout(PATIENCE).no_proxy().build();
        let client = client.map_err(|error| Failure::undone(format!("visitors: {error}")))?;
        Ok(Self { client, base_url, run: okienko_store::new_token()?, asked: AtomicU64::new(0) })
    }

    /// `GET /api/v1/{path}`.
    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        self.send(self.client.get(self.url(path)), token).await
    }

    /// `POST /api/v1/{path}` with a key of its own.
    pub async fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Answer {
        let key = format!("{}-{}", self.run, self.asked.fetch_add(1, Ordering::Relaxed));
        self.send(self.client.post(self.url(path)).header("Idempotency-Key", key).json(body), token).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}/api/v1/{path}", self.base_url)
    }

    async fn send(&self, request: RequestBuilder, token: Option<&str>) -> Answer {
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let Ok(response) = request.send().await else { return Answer { status: 0, body: Value::Null } };
        let status = response.status().as_u16();
        Answer { status, body: response.json().await.unwrap_or(Value::Null) }
    }
}
