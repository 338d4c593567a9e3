//! What a change means is told before, and nobody who waits or has booked is lost by it.

use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};
use okienko_tests::time::day_of;
use okienko_tests::{Engine, on_both_engines};

use super::*;

const DEPARTMENT: &str = "sprawy-obywatelskie";
const SERVICE: &str = "dowody-osobiste";

/// Makes the journal of a department unreadable while the server is down.
async fn breaks(office: &Office, department: &str) {
    office.stop();
    let spoil = format!(
        "UPDATE events SET body = 'torn' WHERE department = '{department}' AND seq = (SELECT max(seq) FROM events WHERE department = '{department}')"
    );
    let changed = match office.engine {
        Engine::Sqlite => {
            let path = office.folder().join("okienko.db");
            let mut c = SqliteConnection::establish(path.to_str().expect("a path")).expect("the database file");
            sql_query(spoil).execute(&mut c)
        }
        Engine::Postgres => {
            let url = office.database.as_ref().expect("a database").url();
            sql_query(spoil).execute(&mut PgConnection::establish(&url).expect("the database"))
        }
    };
    assert_eq!(changed, Ok(1));
    office.restart().await;
}

on_both_engines! {
    async fn a_department_that_is_out_of_service_holds_up_no_change_of_the_others(office: Office) {
        breaks(&office, "geodezja").await;
        let keeper = Keeper::of(&office).await;
        let other = ["departments", DEPARTMENT, "services", SERVICE, "duration_minutes"];
        let told = keeper.tries(&other, json!(25)).await;
        let words = effects_of(&told, "geodezja")["unknown"].as_str().expect("words");
        assert!(words.contains("Wydział Geodezji i Kartografii") && words.contains("go nie dotyczy"), "{words}");
        assert_eq!((&told["effects"]["asks"], &effects_of(&told, DEPARTMENT)["unknown"]), (&json!(false), &Value::Null));
        keeper.puts(&other, json!(25)).await.with_status(200);
        let services = office.http.get("departments", None).await.with_status(200).text;
        assert!(services.contains(SERVICE));
        assert_eq!(keeper.department(DEPARTMENT).await["services"].as_array().expect("services").iter().find(|one| one["id"] == SERVICE).expect("it")["duration_minutes"], 25);
        office.kiosk().takes_ticket(SERVICE).await.with_status(201);
        // Its own change is asked about: nobody can see whom it concerns.
        let own = ["departments", "geodezja", "services", "mapy", "duration_minutes"];
        let refused = keeper.puts(&own, json!(25)).await.with_status(409).refused_with("change_unconfirmed");
        assert!(effects_of(&refused.body, "geodezja")["unknown"].is_string());
        keeper.sends(&own, json!(25), true).await.with_status(200);
        // The command line says the same.
        office.stop();
        let file = office.folder().join("office.toml");
        let (path, database) = (file.to_str().expect("UTF-8"), office.database_url());
        okienko_tests::process::runs(&["export", path], &database);
        let text = std::fs::read_to_string(path).expect("the export").replace("ul. Graniczna 21", "ul. Graniczna 22");
        std::fs::write(path, text).expect("the file");
        let output = std::process::Command::new(okienko_tests::process::binary()).args(["import", path]).env("DATABASE_URL", &database).output();
        let output = output.expect("the binary starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && said.contains("department geodezja is out of service") && said.contains("Not of the file, and left as it is: passwords"), "{output:?}");
    }

    async fn shorter_hours_are_counted_and_the_visits_outside_are_listed_and_honoured(office: Office) {
        let keeper = Keeper::of(&office).await;
        let citizen = office.citizen();
        let tomorrow = day_of(office.now() + chrono::TimeDelta::days(1));
        let slots = citizen.slots_on(SERVICE, &tomorrow).await;
        let late = slots.iter().rfind(|slot| slot.start.to_rfc3339().contains("T15:")).expect("a late term").start;
        let booked = citizen.books(SERVICE, late).await.with_status(201);
        let mut department = keeper.department(DEPARTMENT).await;
        department["hours"]["exceptions"] = json!({ tomorrow.as_str(): ["07:30-12:00"] });
        let told = keeper.tries(&["departments", DEPARTMENT], department.clone()).await;
        let effects = effects_of(&told, DEPARTMENT);
        let words = effects["places"].as_str().expect("words");
        assert!(words.starts_with("Jutro (wtorek, 24 listopada 2026): ") && words.contains("(było "), "{words}");
        let outside = effects["outside"].as_array().expect("a list");
        assert_eq!(outside.len(), 1, "{effects}");
        assert_eq!((&outside[0]["code"], &outside[0]["why"], &outside[0]["service"]), (&booked.body["code"], &json!("not_a_term"), &json!(SERVICE)));
        assert!(effects["outside_words"].as_str().expect("words").contains("Pozostają ważne"), "{effects}");
        assert_eq!((&told["effects"]["refused"], &told["effects"]["asks"]), (&json!(false), &json!(false)));
        let before = citizen.slots_on(SERVICE, &tomorrow).await.len();
        keeper.puts(&["departments", DEPARTMENT], department).await.with_status(200);
        let after = citizen.slots_on(SERVICE, &tomorrow).await;
        assert!(after.len() < before && after.iter().all(|slot| slot.start < late), "{} of {before}", after.len());
        office.clock(late - chrono::TimeDelta::minutes(10)).await;
        office.kiosk().check_in_by_phone(&citizen.shown_phone()).await.with_status(201);
    }

    async fn a_service_in_use_is_not_removed_and_can_be_stopped_instead(office: Office) {
        let keeper = Keeper::of(&office).await;
        office.kiosk().takes_ticket(SERVICE).await.with_status(201);
        let whole = keeper.department(DEPARTMENT).await;
        let mut less = whole.clone();
        without(&mut less["services"], SERVICE);
        for desk in less["desks"].as_array_mut().expect("desks") {
            desk["services"].as_array_mut().expect("services").retain(|id| id != SERVICE);
        }
        let refused = keeper.puts(&["departments", DEPARTMENT], less.clone()).await.with_status(409).refused_with("change_in_use");
        let blocked = &effects_of(&refused.body, DEPARTMENT)["blocked"][0];
        assert_eq!((&blocked["code"], &blocked["id"]), (&json!("service_in_use"), &json!(SERVICE)));
        assert!(blocked["words"].as_str().expect("words").contains("oczekujące bilety: 1"), "{blocked}");
        let mut stopped = whole.clone();
        let service = member(&mut stopped["services"], SERVICE);
        service["walk_in"] = json!(false);
        service.as_object_mut().expect("a service").remove("slots");
        keeper.puts(&["departments", DEPARTMENT], stopped).await.with_status(200);
        office.kiosk().takes_ticket(SERVICE).await.with_status(404);
        let clerk = office.clerk("9").await;
        assert!(clerk.calls_next().await.with_status(200).body["ticket"].is_object(), "and who waits is called");
        // The account of a desk goes with it: whose it was is for the administrator to say.
        let mut other = whole.clone();
        without(&mut other["desks"], "9");
        keeper.puts(&["departments", DEPARTMENT], other.clone()).await.with_status(422).refused_with("invalid_office");
        let revision = keeper.reads().await["revision"].clone();
        let changes = json!([{ "path": ["departments", DEPARTMENT], "value": other }, { "path": ["staff", "stanowisko-9"], "value": null }]);
        let refused = keeper.posts("office", json!({ "revision": revision, "changes": changes })).await.with_status(409).refused_with("change_in_use");
        let codes: Vec<&Value> =
            effects_of(&refused.body, DEPARTMENT)["blocked"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
        assert!(codes.contains(&&json!("desk_in_use")), "{}", refused.text);
    }

    async fn who_would_be_called_by_nobody_is_named_and_has_to_be_confirmed(office: Office) {
        let keeper = Keeper::of(&office).await;
        let ticket = office.kiosk().takes_ticket("zaswiadczenia").await.with_status(201).ticket();
        let mut nobody = keeper.department(DEPARTMENT).await;
        for desk in nobody["desks"].as_array_mut().expect("desks") {
            desk["services"].as_array_mut().expect("services").retain(|id| id != "zaswiadczenia");
        }
        let refused = keeper.puts(&["departments", DEPARTMENT], nobody.clone()).await.with_status(409).refused_with("change_unconfirmed");
        let stranded = &effects_of(&refused.body, DEPARTMENT)["stranded"][0];
        assert_eq!((&stranded["code"], &stranded["why"]), (&json!(ticket.code), &json!("no_desk")));
        assert_eq!(keeper.gets("office/unserved").await.body["tickets"], json!([]));
        keeper.sends(&["departments", DEPARTMENT], nobody, true).await.with_status(200);
        let told = keeper.gets("office/unserved").await.with_status(200).body;
        assert_eq!((&told["tickets"][0]["code"], &told["tickets"][0]["why"]), (&json!(ticket.code), &json!("no_desk")));
        // Taken back, somebody can call them again.
        let revision = keeper.last().await["revision"].clone();
        keeper.posts(&format!("office/history/{revision}/undo"), json!({})).await.with_status(200);
        assert_eq!(keeper.gets("office/unserved").await.body["tickets"], json!([]));
        let mut codes = Vec::new();
        for desk in ["9", "10"] {
            codes.extend(office.clerk(desk).await.waiting().await);
        }
        assert!(codes.contains(&ticket.code), "{codes:?}");
    }
}
