//! What was asked and what was acknowledged, written down outside the server.

use std::sync::{Arc, Mutex};

use okienko_tests::chance::fresh;
use okienko_tests::{Answer, Http};
use serde_json::Value;

/// One request that changes something, and its answer when one came.
#[derive(Clone)]
pub struct Deed {
    pub path: String,
    pub token: Option<String>,
    pub key: String,
    pub body: Value,
    /// `None`: the outcome is unknown, because the server died or said `try_again`.
    pub answer: Option<Answer>,
}

/// All deeds of one office, in the order in which their answers came.
#[derive(Clone)]
pub struct Ledger {
    http: Http,
    deeds: Arc<Mutex<Vec<Deed>>>,
}

impl Ledger {
    /// An empty ledger.
    pub fn new(http: &Http) -> Self {
        Self { http: http.clone(), deeds: Arc::default() }
    }

    /// Asks, and writes down what came of it. `None`: unknown. A refusal changes nothing and is not written down.
    pub async fn does(&self, path: &str, token: Option<&str>, body: Value) -> Option<Answer> {
        let key = fresh();
        let outcome = self.http.try_post_keyed(path, token, &key, body.clone()).await.ok();
        let answer = outcome.filter(|answer| answer.status != 503);
        if let Some(answer) = &answer {
            assert!(answer.status < 500, "{path}: {} {}", answer.status, answer.text);
        }
        if answer.as_ref().is_none_or(|answer| answer.status < 300) {
            let token = token.map(str::to_owned);
            self.write(Deed { path: path.to_owned(), token, key, body, answer: answer.clone() });
        }
        answer
    }

    fn write(&self, deed: Deed) {
        self.deeds.lock().expect("the ledger").push(deed);
    }

    /// A copy of all deeds.
    pub fn all(&self) -> Vec<Deed> {
        self.deeds.lock().expect("the ledger").clone()
    }

    /// Asks every question of unknown outcome again under its old key: the answer is now the truth (success or refusal).
    pub async fn settles(&self) {
        let mut settled = Vec::new();
        for mut deed in self.all() {
            if deed.answer.is_none() {
                let answer = self.repeats(&deed).await;
                assert!(answer.status < 500, "{}: {}", deed.path, answer.text);
                if answer.status >= 300 {
                    // Shown with a failure: a number that is missing afterwards is explained by it, or by nothing here.
                    eprintln!("settled as refused: {} {} {}", deed.key, deed.path, answer.text);
                }
                deed.answer = Some(answer);
            }
            if deed.answer.as_ref().is_some_and(|answer| answer.status < 300) {
                settled.push(deed);
            }
        }
        *self.deeds.lock().expect("the ledger") = settled;
    }

    /// Sends a deed once more, under the same key.
    pub async fn repeats(&self, deed: &Deed) -> Answer {
        self.http.post_keyed(&deed.path, deed.token.as_deref(), &deed.key, deed.body.clone()).await
    }

    /// The way to the server.
    pub fn http(&self) -> &Http {
        &self.http
    }
}

impl Deed {
    /// The acknowledged answer; every settled deed has one.
    pub fn answer(&self) -> &Answer {
        self.answer.as_ref().expect("a settled deed has its answer")
    }

    /// The ticket the deed issued, as `(code, token)`.
    pub fn issued(&self) -> Option<(String, String)> {
        let ticket = (self.path == "kiosk/tickets").then(|| self.answer().ticket())?;
        Some((ticket.code.clone(), ticket.token().to_owned()))
    }
}
