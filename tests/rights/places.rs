//! What is shown for several departments is sorted by whose it is: whoever is bound to one reads nothing of another.

use okienko_tests::served::{Served, today};
use okienko_tests::time::written;
use okienko_tests::{Citizen, Engine, on_each_engine};
use serde_json::{Value, json};

/// Two who are bound to one department, and the people that they see or do not see.
const PEOPLE: &str = r#"
[[roles]]
name = "kadry"
rights = ["staff", "issue", "visits"]

[[staff]]
login = "rewident"
role = "auditor"
departments = ["geodezja"]

[[staff]]
login = "kadrowa"
role = "kadry"
departments = ["geodezja"]

[[staff]]
login = "mapy"
role = "reception"
departments = ["geodezja"]

[[staff]]
login = "obie"
role = "reception"
departments = ["geodezja", "sprawy-obywatelskie"]

[[staff]]
login = "dowody"
role = "reception"
departments = ["sprawy-obywatelskie"]
"#;

/// Somebody of staff books for a caller; answers the visit's id.
async fn books(served: &Served, token: &str, service: &str) -> String {
    let caller = Citizen::new(&served.http);
    let (_, slots) = caller.next_open_day(service, &today()).await;
    let call =
        json!({ "service": service, "start": written(slots[0].start), "name": caller.name, "phone": caller.phone });
    served.http.post("staff/appointments", Some(token), call).await.with_status(201).str("id").to_owned()
}

/// The lines of today's access log that this reader gets.
async fn log(served: &Served, token: &str) -> Vec<Value> {
    let day = today();
    let answer = served.http.get(&format!("staff/log?from={day}&to={day}"), Some(token)).await.with_status(200);
    answer.body["lines"].as_array().expect("lines").clone()
}

async fn whoever_is_bound_to_a_department_reads_of_that_one(engine: Engine) {
    let served = Served::open_changed(engine, |office| office + PEOPLE, "").await;
    let (maps, cards, both) =
        (served.session_of("mapy").await, served.session_of("dowody").await, served.session_of("obie").await);
    let own = books(&served, &maps, "mapy").await;
    let by_another = books(&served, &both, "mapy").await;
    let foreign = books(&served, &cards, "dowody-osobiste").await;
    let office_wide = log(&served, &served.token).await;
    let (reader, keeper) = (served.session_of("rewident").await, served.session_of("kadrowa").await);
    let read = log(&served, &reader).await;
    let about = |lines: &[Value], visit: &str| lines.iter().any(|line| line["appointment"] == visit);
    assert!(about(&read, &own) && about(&read, &by_another), "{read:?}");
    assert!(about(&office_wide, &foreign) && !about(&read, &foreign), "{read:?}");
    let logins: Vec<&str> = read.iter().filter_map(|line| line["login"].as_str()).collect();
    assert!(logins.contains(&"mapy") && !logins.contains(&"dowody"), "{logins:?}");
    // What was done to the account of somebody of theirs is theirs to read, whoever did it.
    assert!(read.iter().any(|line| line["action"] == "link_made" && line["about"] == "mapy"), "{read:?}");
    assert!(read.iter().all(|line| line["about"] != "obie" && line["about"] != "dowody"), "{read:?}");
    let accounts = served.http.get("accounts", Some(&keeper)).await.with_status(200).body;
    let told: Vec<&str> =
        accounts["accounts"].as_array().expect("accounts").iter().filter_map(|one| one["login"].as_str()).collect();
    assert!(told.contains(&"mapy") && told.contains(&"rewident"), "{told:?}");
    assert!(["dowody", "obie", "administrator"].iter().all(|other| !told.contains(other)), "{told:?}");
}

on_each_engine! { whoever_is_bound_to_a_department_reads_of_that_one }
