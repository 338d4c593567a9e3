//! An office is set up, and changed while it runs: in parts and whole, tried before, never under those who wait; kept with who did it, and
//! taken back.

mod effects;
mod files;
mod history;
mod journey;
mod load;
mod menu;
mod pages;
mod parts;
mod rights;
mod rules;

use okienko_tests::{Answer, Office, admin};
use serde_json::{Value, json};

/// Somebody with a session who sets the office up.
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

    /// The document with its revision.
    async fn reads(&self) -> Value {
        self.gets("office").await.with_status(200).body
    }

    /// A department as the document has it.
    async fn department(&self, id: &str) -> Value {
        let told = self.reads().await;
        let all = told["document"]["departments"].as_array().expect("departments").clone();
        all.into_iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no department {id}"))
    }

    /// Puts a value at one place over the newest revision.
    async fn puts(&self, path: &[&str], value: Value) -> Answer {
        self.sends(path, value, false).await
    }

    async fn sends(&self, path: &[&str], value: Value, confirmed: bool) -> Answer {
        let revision = self.reads().await["revision"].clone();
        let changes = json!([{ "path": path, "value": value }]);
        self.posts("office", json!({ "revision": revision, "changes": changes, "confirmed": confirmed })).await
    }

    /// What a value at one place would mean.
    async fn tries(&self, path: &[&str], value: Value) -> Value {
        let revision = self.reads().await["revision"].clone();
        let wish = json!({ "revision": revision, "changes": [{ "path": path, "value": value }] });
        self.posts("office/preview", wish).await.with_status(200).body
    }

    /// The latest change.
    async fn last(&self) -> Value {
        self.gets("office/history").await.with_status(200).body["changes"][0].clone()
    }
}

/// A list of the document by the ids of its members, where one is to be changed or left out.
fn member<'v>(list: &'v mut Value, id: &str) -> &'v mut Value {
    let all = list.as_array_mut().expect("a list");
    all.iter_mut().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

fn without(list: &mut Value, id: &str) {
    list.as_array_mut().expect("a list").retain(|one| one["id"] != id);
}

/// What one department's effects say.
fn effects_of<'v>(told: &'v Value, id: &str) -> &'v Value {
    let all = told["effects"]["departments"].as_array().expect("departments");
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id} in {told}"))
}
