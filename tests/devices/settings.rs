//! The office's settings of its kiosks: all or nothing, at once, on every node.

use std::time::{Duration, Instant};

use okienko_tests::process::runs;
use okienko_tests::{Engine, engine, on_both_engines};

use super::*;

async fn setup(office: &Office) -> Value {
    let kiosk = office.kiosk();
    office.http.get("kiosk/setup", Some(&kiosk.token)).await.with_status(200).body
}

on_both_engines! {
    async fn what_is_saved_holds_at_once_and_what_is_left_out_stays(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.gets("kiosk-settings").await.with_status(200).body;
        assert_eq!((&before["alert_mail"], &before["pin_set"], &before["template"]), (&json!("automaty@urzad.example"), &json!(false), &Value::Null));
        let saved = keeper.posts("kiosk-settings", json!({ "pin": "204718", "offline_booked": 9 })).await.with_status(200);
        assert_eq!((&saved.body["pin_set"], &saved.body["offline_booked"], &saved.body["offline_numbers"]), (&json!(true), &json!(9), &json!(20)));
        assert_eq!(saved.body["alert_mail"], "automaty@urzad.example");
        assert!(!saved.text.contains("204718") && !saved.text.contains("argon2"), "{}", saved.text);
        let told = setup(&office).await;
        assert!(told["service_pin"].as_str().is_some_and(|pin| pin.starts_with("$argon2id$")), "{told}");
        assert_eq!(told["offline"], json!({ "numbers": 20, "booked": 9 }));
        assert_eq!(crate::rights::rows_with(&office, "204718"), 0, "the PIN itself is kept nowhere");
        keeper.posts("kiosk-settings", json!({ "alert_mail": null, "pin": "" })).await.with_status(200);
        let after = keeper.gets("kiosk-settings").await.with_status(200).body;
        assert_eq!((&after["alert_mail"], &after["pin_set"], &after["offline_booked"]), (&Value::Null, &json!(false), &json!(9)));
        office.stop();
        office.restart().await;
        assert_eq!(keeper.gets("kiosk-settings").await.with_status(200).body, after);
    }

    async fn one_mistake_and_nothing_is_saved(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.gets("kiosk-settings").await.with_status(200).body;
        let wrong = json!({ "alert_mail": "serwis", "pin": "111111", "offline_numbers": 201, "offline_booked": 51 });
        let refused = keeper.posts("kiosk-settings", wrong).await.with_status(422).refused_with("invalid_email");
        let fields: Vec<_> = refused.body["errors"].as_array().expect("errors").iter().map(|one| one["field"].as_str().expect("a field")).collect();
        assert_eq!(fields, ["alert_mail", "pin", "offline_numbers", "offline_booked"]);
        let one = json!({ "alert_mail": "serwis@urzad.example", "pin": "12345" });
        keeper.posts("kiosk-settings", one).await.with_status(422).refused_with("invalid_pin");
        let long = json!({ "offline_numbers": 3, "template": "x".repeat(9_000) });
        let refused = keeper.posts("kiosk-settings", long).await.with_status(422).refused_with("invalid_template");
        assert_eq!(refused.body["template"]["code"], "too_long");
        for body in [json!({ "pin": 204718 }), json!({ "offline_numbers": "many" }), json!([])] {
            keeper.posts("kiosk-settings", body).await.with_status(400).refused_with("malformed");
        }
        assert_eq!(keeper.gets("kiosk-settings").await.with_status(200).body, before);
    }

    async fn the_file_of_an_office_holds_the_settings_and_never_a_pin_in_clear(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.posts("kiosk-settings", json!({ "pin": "204718" })).await.with_status(200);
        let hash = setup(&office).await["service_pin"].clone();
        office.stop();
        let (file, database) = (office.folder().join("office.toml"), office.database_url());
        let path = file.to_str().expect("UTF-8");
        runs(&["export", path], &database);
        let text = std::fs::read_to_string(path).expect("the export");
        assert!(text.contains("alert_mail = \"automaty@urzad.example\"") && !text.contains("204718"), "{text}");
        assert!(!text.contains("argon2") && text.contains("# Left out") && text.contains("the service PIN of kiosks"), "{text}");
        runs(&["import", path], &database);
        office.restart().await;
        assert_eq!(setup(&office).await["service_pin"], hash, "a file that is read back loses nothing");
    }
}

#[test]
fn every_node_follows() {
    engine::tell(Engine::Postgres, |office| async move {
        let other = office.second_node().await;
        Keeper::of(&office).await.posts("kiosk-settings", json!({ "offline_numbers": 33 })).await.with_status(200);
        let begun = Instant::now();
        while setup(&other).await["offline"]["numbers"] != 33 {
            assert!(begun.elapsed() < Duration::from_secs(10), "the other node follows within seconds");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
}
