//! Calls for what is not a screen: LED signs and an MQTT broker (R33).

mod broker;
mod heals;
mod led;
mod mqtt;
mod settings;
mod shows;

use okienko_tests::served::{Served, never_closed};
use okienko_tests::{Clerk, Engine, Ticket};
use serde_json::json;

/// A service that desks 1 and 2 offer, of the department `geodezja` with a board of the same name.
const SERVICE: &str = "mapy";

/// The sample office, open at any hour, with these sections of settings.
async fn served(engine: Engine, settings: &str) -> Served {
    let change = |office: String| {
        let board = "departments = [\"geodezja\"]\n";
        assert!(office.contains(board), "the board of a single department");
        never_closed(office.replacen(board, &format!("{board}ways = {{ 1 = {{ arrow = \"right\" }} }}\n"), 1))
    };
    Served::open_changed(engine, change, settings).await
}

/// A walk-in ticket, given at the clerk's desk.
async fn ticket(clerk: &Clerk) -> Ticket {
    clerk.commands("tickets", json!({ "service": SERVICE })).await.with_status(201).ticket()
}

/// Makes the tests `name::sqlite` and `name::postgres` of an `async fn name(engine: Engine)`.
macro_rules! on_both {
    ($( $name:ident )+) => { $(
        mod $name {
            use okienko_tests::{Engine, engine::told};

            #[test]
            fn sqlite() {
                told(super::inner::$name(Engine::Sqlite));
            }

            #[test]
            fn postgres() {
                told(super::inner::$name(Engine::Postgres));
            }
        }
    )+ };
}
pub(crate) use on_both;
