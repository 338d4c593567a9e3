//! A board may not be made to show what is not its keeper's: the address tells of the board as it is, the body of what it becomes.

use okienko_tests::served::Served;
use okienko_tests::{Engine, on_each_engine};
use serde_json::{Value, json};

const KEEPER: &str = "\n[[staff]]\nlogin = \"opiekun\"\nrole = \"admin\"\ndepartments = [\"geodezja\"]\n";

async fn a_keeper_of_one_department_shows_no_other(engine: Engine) {
    let served = Served::open_changed(engine, |office| office + KEEPER, "").await;
    let keeper = served.session_of("opiekun").await;
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

on_each_engine! { a_keeper_of_one_department_shows_no_other }
