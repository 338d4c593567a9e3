//! A visitor at the screen, and the page that asks again under its key.

use std::time::Duration;

use okienko_tests::chance::fresh;
use okienko_tests::{Answer, KioskAgent};
use serde_json::{Value, json};

/// How often the page asks again after a lost answer, as `Api.post` does.
const AGAIN: usize = 6;
const PAUSE: Duration = Duration::from_millis(250);

/// What a visitor wanted at which kiosk, and what came of it.
#[derive(Clone)]
pub struct Deed {
    /// The kiosk's place in the town.
    pub kiosk: usize,
    /// The key of the touch.
    pub key: String,
    /// The visit, for a check-in: its place in the list of the seed.
    pub visit: Option<usize>,
    /// `None`: the visitor never saw an answer.
    pub answer: Option<Answer>,
}

/// A walk-in touch.
pub async fn walks_in(kiosk: usize, agent: &KioskAgent, service: &str) -> Deed {
    touched(kiosk, agent, "kiosk/tickets", json!({ "service": service }), None).await
}

/// Six digits of a visit.
pub async fn checks_in(kiosk: usize, agent: &KioskAgent, code: &str, visit: usize) -> Deed {
    touched(kiosk, agent, "kiosk/check-ins", json!({ "code": code }), Some(visit)).await
}

async fn touched(kiosk: usize, agent: &KioskAgent, path: &str, body: Value, visit: Option<usize>) -> Deed {
    let key = fresh();
    let mut answer = None;
    for _ in 0..=AGAIN {
        answer =
            agent.http.try_post_keyed(path, None, &key, body.clone()).await.ok().filter(|answer| answer.status != 503);
        if answer.is_some() {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Deed { kiosk, key, visit, answer }
}

impl Deed {
    /// The answer, if it was a ticket.
    pub fn given(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| answer.status == 201)
    }
}
