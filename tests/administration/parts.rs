//! The document, read and changed in parts: of two who change one place the second is told, who changes another place disturbs nobody.

use okienko_tests::{Engine, on_both_engines};

use super::*;

on_both_engines! {
    async fn the_document_comes_whole_with_its_revision_and_without_secrets(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.posts("kiosk-settings", json!({ "pin": "204718" })).await.with_status(200);
        let told = keeper.gets("office").await.with_status(200);
        assert!(!told.text.contains("argon2"), "no hash leaves the house");
        assert_eq!(told.body["document"]["departments"].as_array().map(Vec::len), Some(4));
        assert!(told.body["document"]["departments"][0].get("time_zone").is_none(), "what follows from the office is not repeated");
        // Who sends the document back takes no secret away.
        let wish = json!({ "revision": told.body["revision"], "document": told.body["document"] });
        let saved = keeper.posts("office", wish).await.with_status(200).body;
        assert_eq!((&saved["revision"], &saved["changes"]), (&told.body["revision"], &json!([])), "nothing was changed");
        keeper.puts(&["office", "phone"], json!("+48 32 111 22 33")).await.with_status(200);
        let kiosk = office.kiosk();
        let setup = office.http.get("kiosk/setup", Some(&kiosk.token)).await.with_status(200).body;
        assert!(setup["service_pin"].is_string(), "{setup}");
        assert_eq!(keeper.reads().await["document"]["office"]["phone"], "+48 32 111 22 33");
    }

    async fn who_changes_another_place_disturbs_nobody_and_of_two_at_one_place_the_second_is_told(office: Office) {
        let keeper = Keeper::of(&office).await;
        let seen = keeper.reads().await["revision"].clone();
        let sends = |path: Value, value: Value| {
            keeper.posts("office", json!({ "revision": seen, "changes": [{ "path": path, "value": value }] }))
        };
        let hours = json!(["departments", "geodezja", "hours", "week", "monday"]);
        sends(hours.clone(), json!(["08:00-15:00"])).await.with_status(200);
        sends(json!(["departments", "rozwoj", "name", "en"]), json!("Development")).await.with_status(200);
        let refused = sends(hours.clone(), json!(["09:00-15:00"])).await.with_status(409).refused_with("office_changed");
        let changes = refused.body["changes"].as_array().expect("what changed");
        assert_eq!(changes.len(), 1, "{}", refused.text);
        assert_eq!((&changes[0]["path"], &changes[0]["after"]), (&hours, &json!("08:00-15:00")));
        let document = keeper.reads().await["document"].clone();
        let whole = keeper.posts("office", json!({ "revision": seen, "document": document })).await;
        assert_eq!(whole.with_status(200).body["changes"], json!([]), "the same once more is the same answer");
        let mut other = document.clone();
        other["office"]["phone"] = json!("+48 1");
        keeper.posts("office", json!({ "revision": seen, "document": other })).await.with_status(409).refused_with("office_changed");
        sends(hours, json!(["08:00-15:00"])).await.with_status(200);
    }

    async fn mistakes_are_all_named_where_they_are_and_nothing_is_saved(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.reads().await;
        let mut wrong = keeper.department("geodezja").await;
        wrong["services"][0]["letter"] = json!("U");
        wrong["services"][0]["name"]["pl"] = json!("  ");
        wrong["services"][1]["duration_minutes"] = json!(0);
        wrong["desks"][0]["label"] = json!("");
        wrong["hours"]["week"]["monday"] = json!(["16:00-08:00"]);
        wrong["u_numbers"] = json!({ "first": 1, "last": 300 });
        let told = keeper.tries(&["departments", "geodezja"], wrong.clone()).await;
        let found: Vec<(String, String)> = told["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .inspect(|one| assert!(!one["detail"].as_str().expect("words").starts_with("office-fault"), "{one}"))
            .map(|one| (one["field"].as_str().expect("a field").into(), one["code"].as_str().expect("a code").into()))
            .collect();
        for (field, code) in [
            ("services.0.letter", "not_a_letter"), ("services.0.name.pl", "missing"), ("services.1.duration_minutes", "out_of_range"),
            ("desks.0.label", "missing"), ("hours.week.monday", "spans"), ("u_numbers.first", "overlap"),
        ] {
            assert!(found.contains(&(field.into(), code.into())), "{field}: {found:?}");
        }
        keeper.puts(&["departments", "geodezja"], wrong).await.with_status(422).refused_with("invalid_office");
        keeper.puts(&["departments", "geodezja", "services", "mapy", "letter"], json!("P")).await.with_status(422).refused_with("invalid_office");
        keeper.puts(&["departments", "nowhere", "services", "mapy"], json!({})).await.with_status(404).refused_with("not_found");
        keeper.puts(&["departments", "geodezja", "hours"], json!({ "week": { "monday": ["soon"] } })).await.with_status(422).refused_with("invalid_office");
        assert_eq!(keeper.reads().await, before);
    }

    async fn a_person_who_is_listed_gets_an_account_and_one_who_is_not_any_more_loses_it(office: Office) {
        let keeper = Keeper::of(&office).await;
        let clerk = office.clerk("1").await;
        clerk.looks().await.with_status(200);
        keeper.puts(&["staff", "nowa"], json!({ "login": "nowa", "role": "clerk", "desk": "1" })).await.with_status(200);
        let told = keeper.gets("office/history").await.body;
        assert_eq!(told["changes"][0]["places"][0]["path"], json!(["staff", "nowa"]));
        keeper.posts("accounts/nowa/link", json!({})).await.with_status(200);
        keeper.puts(&["staff", "stanowisko-1"], Value::Null).await.with_status(200);
        let login = office.sample.clerks.iter().find(|one| one.desk == "1").expect("a clerk");
        let password = login.password.as_deref().expect("a password");
        admin::signs_in(&office.http, &login.login, password).await.with_status(401);
        // Who was signed on is out as soon as the token is asked about again.
        let begun = std::time::Instant::now();
        while clerk.looks().await.status != 401 {
            assert!(begun.elapsed().as_secs() < 10, "somebody who left still works");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }

    async fn a_change_on_one_node_holds_on_the_other(office: Office) {
        if office.engine == Engine::Sqlite {
            return;
        }
        let (keeper, other) = (Keeper::of(&office).await, office.second_node().await);
        keeper.puts(&["departments", "geodezja", "services", "mapy", "name", "pl"], json!("Mapy i plany")).await.with_status(200);
        let begun = std::time::Instant::now();
        loop {
            let told = other.http.get("departments", None).await.with_status(200);
            if told.text.contains("Mapy i plany") {
                break;
            }
            assert!(begun.elapsed().as_secs() < 10, "the other node never heard of it");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let (mine, theirs) = (keeper.reads().await, Keeper::of(&other).await.reads().await);
        assert_eq!(mine, theirs);
    }
}
