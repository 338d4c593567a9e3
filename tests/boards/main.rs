//! Boards as the administrator sets them up: checked whole, changed whole, seen by every screen at once; the message over everything; the
//! files they show; and the page for all of it.

mod edits;
mod emergency;
mod media;
mod page;
mod rights;
mod settings;

use okienko_tests::{Answer, Office, admin};
use serde_json::{Value, json};

/// The board of the sample office that hangs in the hall.
const HALL: &str = "hol";

/// Somebody with a session who looks after boards.
struct Keeper<'a> {
    office: &'a Office,
    token: String,
}

impl<'a> Keeper<'a> {
    async fn of(office: &'a Office) -> Self {
        Self { office, token: admin::token(office).await }
    }

    async fn gets(&self, path: &str) -> Answer {
        self.office.http.get(path, Some(&self.token)).await
    }

    async fn posts(&self, path: &str, body: Value) -> Answer {
        self.office.http.post(path, Some(&self.token), body).await
    }

    /// A board with the revision that an edit of it names.
    async fn edits(&self, id: &str) -> Value {
        let all = self.gets("board-settings").await.with_status(200).body;
        let boards = all["boards"].as_array().expect("boards");
        boards.iter().find(|one| one["board"]["id"] == id).unwrap_or_else(|| panic!("no board {id}: {all}")).clone()
    }

    /// Saves an edited board.
    async fn saves(&self, edited: &Value) -> Answer {
        let id = edited["board"]["id"].as_str().expect("an id").to_owned();
        self.posts(&format!("board-settings/{id}"), edited.clone()).await
    }
}

/// A new board of the sample office.
fn new_board(id: &str) -> Value {
    json!({ "id": id, "name": { "pl": "Przy schodach", "en": " By the stairs ", "uk": "" }, "departments": ["geodezja"] })
}

/// The fields of a refusal with their codes.
fn faults(answer: &Answer) -> Vec<(String, String)> {
    let errors = answer.body["errors"].as_array().unwrap_or_else(|| panic!("no errors: {}", answer.text));
    let text = |one: &Value, member: &str| one[member].as_str().expect("a text").to_owned();
    errors
        .iter()
        .inspect(|one| assert!(!text(one, "detail").is_empty()))
        .map(|one| (text(one, "field"), text(one, "code")))
        .collect()
}
