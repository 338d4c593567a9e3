//! Somebody at one network address, as a proxy in front of the server names it.

use okienko_tests::chance::fresh;
use okienko_tests::citizen::Slot;
use okienko_tests::{Answer, Citizen, Http, Serving};
use reqwest::{Client, Method};
use serde_json::{Value, json};

/// Settings of a server behind a proxy.
pub const PROXY: (&str, &str) = ("OKIENKO__WEB__TRUST_PROXY", "true");

pub struct Caller {
    http: Http,
    client: Client,
    address: String,
}

impl Caller {
    pub fn at(serving: &Serving, address: &str) -> Self {
        let client = Client::builder().no_proxy().build().expect("an HTTP client");
        Self { http: serving.http.clone(), client, address: address.to_owned() }
    }

    /// Any request; a POST carries the key.
    pub async fn sends(&self, method: Method, path: &str, key: &str, body: &Value) -> Answer {
        let request = self.client.request(method.clone(), self.http.url(path)).header("X-Forwarded-For", &self.address);
        let request = match method {
            Method::POST => {
                request.header("Idempotency-Key", key).header("Content-Type", "application/json").body(body.to_string())
            }
            _ => request,
        };
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("a body");
        Answer { status, headers, body: serde_json::from_str(&text).unwrap_or_default(), text }
    }

    pub async fn posts(&self, path: &str, body: &Value) -> Answer {
        self.sends(Method::POST, path, &fresh(), body).await
    }

    pub async fn gets(&self, path: &str) -> Answer {
        self.sends(Method::GET, path, "", &Value::Null).await
    }

    /// A new person books from here.
    pub async fn books(&self, service: &str, term: &Slot) -> Answer {
        self.posts("appointments", &Citizen::new(&self.http).form(service, term.start)).await
    }

    /// What a new person would send.
    pub fn form(&self, service: &str, term: &Slot) -> Value {
        Citizen::new(&self.http).form(service, term.start)
    }
}

/// The form with the proof in it.
pub fn with_proof(form: &Value, challenge: &str, answer: &str) -> Value {
    let mut form = form.clone();
    form["proof"] = json!({ "challenge": challenge, "answer": answer });
    form
}

/// `Retry-After` in seconds.
pub fn retry_after(answer: &Answer) -> u64 {
    let header = answer.headers.get("retry-after").expect("when to come again");
    header.to_str().expect("digits").parse().expect("seconds")
}
