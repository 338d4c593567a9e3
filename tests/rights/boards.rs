//! A board may not be made to show what is not its keeper's: the address tells of the board as it is, the body of what it becomes.

use okienko_tests::served::Served;
use okienko_tests::{Engine, admin, engine::told};
use serde_json::{Value, json};

const PASSWORD: &str = "zielony rower przed domem";
const KEEPER: &str = "\n[[staff]]\nlogin = \"opiekun\"\nrole = \"admin\"\ndepartments = [\"geodezja\"]\n";

async fn a_keeper_of_one_department_shows_no_other(engine: Engine) {
    let served = Served::open_changed(engine, |office| office + KEEPER, "").await;
    let made = served.http.post("accounts/opiekun/link", Some(&served.token), json!({})).await.ok();
    let link = made.str("url").split('#').nth(1).expect("a token").to_owned();
    served.http.post("account-links/use", None, json!({ "token": link, "password": PASSWORD })).await.ok();
    let keeper = admin::session(&served.http, "opiekun", PASSWORD).await;
    let all = served.http.get("board-settings", Some(&served.token)).await.ok().body;
    let boards = all["boards"].as_array().expect("boards");
    let held = boards.iter().find(|one| one["board"]["id"] == "geodezja").expect("the board").clone();
    for departments in [json!(["geodezja", "sprawy-obywatelskie"]), json!(["sprawy-obywatelskie"])] {
        let mut wider: Value = held.clone();
        wider["board"]["departments"] = departments;
        let saved = served.http.post("board-settings/geodezja", Some(&keeper), wider.clone()).await;
        saved.with_status(403).refused_with("forbidden");
    }
    let mut renamed: Value = held;
    renamed["board"]["name"]["pl"] = json!("Przy mapach");
    served.http.post("board-settings/geodezja", Some(&keeper), renamed).await.with_status(200);
}

#[test]
fn on_sqlite() {
    told(a_keeper_of_one_department_shows_no_other(Engine::Sqlite));
}

#[test]
fn on_postgres() {
    told(a_keeper_of_one_department_shows_no_other(Engine::Postgres));
}
