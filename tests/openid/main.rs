//! Sign-on of staff through the city's identity provider, against the real process of one: roles by groups, accounts that nobody takes over,
//! answers that are disturbed on their way, a provider that is away.

mod abuse;
mod accounts;
mod away;
mod city;
mod page;
mod roles;
mod walker;

use city::City;
use okienko_tests::Engine;
use serde_json::{Value, json};
use walker::Walker;

/// Makes the tests `name::sqlite` and `name::postgres` of each `async fn name(city: City) { … }`.
macro_rules! in_both_cities {
    ($( async fn $name:ident($city:ident: City) $body:block )+) => { $(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            #[allow(unused_mut)]
            async fn test(mut $city: City) $body

            #[test]
            fn sqlite() {
                okienko_tests::engine::told(async { test(City::open(Engine::Sqlite).await).await });
            }

            #[test]
            fn postgres() {
                okienko_tests::engine::told(async { test(City::open(Engine::Postgres).await).await });
            }
        }
    )+ };
}
use in_both_cities;

/// Somebody as the provider knows them.
fn person(login: &str, groups: &[&str]) -> Value {
    json!({ "preferred_username": login, "groups": groups })
}

/// The own account as a session sees it.
async fn account(city: &City, token: &str) -> Value {
    city.served.http.get("account", Some(token)).await.ok().body
}

/// Whether a session still opens anything.
async fn is_in(city: &City, token: &str) -> bool {
    city.served.http.get("account", Some(token)).await.status == 200
}
