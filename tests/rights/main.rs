//! The authorization matrix: every address × every role × own and other department, generated from the table of addresses as
//! `/api/openapi.json` tells it (`x-who`). An address that anybody may call must stand in the list here; a new one without a rule fails.

mod boards;
mod escalation;
mod matrix;
mod open;
mod places;
mod rules;

use std::collections::BTreeMap;

use okienko_queue::rights::{Right, Rights};
use okienko_tests::http::Http;
use serde_json::Value;

/// One address with the rule it declares.
#[derive(Debug, Clone)]
struct Address {
    method: String,
    path: String,
    /// Pages, files, …
    tag: String,
    kind: String,
    rights: Rights,
    scope: String,
}

/// The whole table.
async fn table(http: &Http) -> Vec<Address> {
    let described = http.get("/api/openapi.json", None).await.with_status(200).body;
    let paths: BTreeMap<String, BTreeMap<String, Value>> =
        serde_json::from_value(described["paths"].clone()).expect("paths");
    let all = paths.into_iter().flat_map(|(path, methods)| {
        methods.into_iter().map(move |(method, told)| {
            let who = &told["x-who"];
            let kind = who["kind"].as_str().unwrap_or_else(|| panic!("{method} {path} has no rule")).to_owned();
            let rights: Vec<Right> = serde_json::from_value(who["rights"].clone()).unwrap_or_default();
            let scope = who["scope"].as_str().unwrap_or_default().to_owned();
            let tag = told["tags"][0].as_str().expect("a tag").to_owned();
            Address { method, path: path.clone(), tag, kind, rights: Rights::of(&rights), scope }
        })
    });
    all.collect()
}
