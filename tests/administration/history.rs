//! Every change is kept with who made it and what, whichever door it came through, and can be taken back.

use okienko_tests::on_both_engines;
use okienko_tests::process::runs;

use super::*;

const PHONE: [&str; 2] = ["office", "phone"];

on_both_engines! {
    async fn whichever_door_a_change_comes_through_it_is_kept_with_its_author_and_its_places(office: Office) {
        let keeper = Keeper::of(&office).await;
        assert_eq!(keeper.gets("office/history").await.with_status(200).body["changes"], json!([]));
        keeper.puts(&PHONE, json!("+48 32 1")).await.with_status(200);
        let last = keeper.last().await;
        assert_eq!((&last["login"], &last["can_undo"]), (&json!(office.sample.admin.login), &json!(true)));
        assert_eq!(last["places"], json!([{ "path": ["office", "phone"], "place": "telefon", "before": "+48 32 295 67 00", "after": "+48 32 1" }]));
        keeper.posts("boards/emergency", json!({ "text": { "pl": "Próba" }, "boards": ["hol"] })).await.with_status(200);
        assert_eq!(keeper.last().await["places"][0]["place"], "Tablica „Hol główny” › komunikat na całym ekranie");
        keeper.posts("kiosk-settings", json!({ "pin": "204718" })).await.with_status(200);
        let secret = keeper.gets("office/history").await;
        assert!(!secret.text.contains("argon2") && secret.text.contains("•••"), "{}", secret.text);
        keeper.posts("letters/templates", json!({ "templates": { "confirmation.subject": { "pl": "Wizyta" } } })).await.with_status(200);
        assert!(keeper.last().await["places"][0]["place"].as_str().expect("a place").contains("szablony listów"));
        office.stop();
        let (file, database) = (office.folder().join("office.toml"), office.database_url());
        let path = file.to_str().expect("UTF-8");
        runs(&["export", path], &database);
        let text = std::fs::read_to_string(path).expect("the export").replace("ul. Graniczna 21", "ul. Graniczna 22");
        std::fs::write(path, text).expect("the file");
        runs(&["import", path], &database);
        office.restart().await;
        let last = keeper.last().await;
        assert_eq!((&last["author"], &last["login"]), (&json!("command line"), &Value::Null));
        assert_eq!(last["places"][0]["path"], json!(["office", "address"]));
        assert_eq!(last["places"].as_array().map(Vec::len), Some(1), "{last}");
    }

    async fn a_change_is_taken_back_for_exactly_its_places_and_not_under_a_later_one(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.reads().await["document"].clone();
        let mut department = keeper.department("rozwoj").await;
        let services = department["services"].as_array_mut().expect("services");
        services.rotate_left(1);
        services[0]["duration_minutes"] = json!(35);
        department["desks"].as_array_mut().expect("desks").push(json!({ "id": "nowe", "label": "99", "services": [] }));
        let saved = keeper.puts(&["departments", "rozwoj"], department).await.with_status(200).body;
        let undo = format!("office/history/{}/undo", saved["revision"]);
        keeper.puts(&PHONE, json!("+48 32 2")).await.with_status(200);
        let undone = keeper.posts(&undo, json!({})).await.with_status(200).body;
        let mut wanted = before.clone();
        wanted["office"]["phone"] = json!("+48 32 2");
        assert_eq!(keeper.reads().await["document"], wanted, "exactly those places, order and all");
        let last = keeper.last().await;
        assert_eq!((&last["undoes"], &last["revision"]), (&saved["revision"], &undone["revision"]));
        // Asked again, as by a client whose answer was lost.
        assert_eq!(keeper.posts(&undo, json!({})).await.with_status(200).body["changes"], json!([]));
        // What takes back can be taken back.
        keeper.posts(&format!("office/history/{}/undo", undone["revision"]), json!({})).await.with_status(200);
        assert!(keeper.department("rozwoj").await["desks"].to_string().contains("nowe"));
        keeper.puts(&["departments", "rozwoj", "desks", "nowe", "label"], json!("98")).await.with_status(200);
        let refused = keeper.posts(&undo, json!({})).await.with_status(409).refused_with("undo_conflict");
        assert_eq!(refused.body["changes"][0]["path"], json!(["departments", "rozwoj", "desks", "nowe"]), "{}", refused.text);
        keeper.posts("office/history/999999/undo", json!({})).await.with_status(404).refused_with("not_found");
    }

    async fn taking_back_is_checked_like_any_other_change(office: Office) {
        let keeper = Keeper::of(&office).await;
        let service = json!({ "id": "klucze", "letter": "X", "name": { "pl": "Klucze" }, "duration_minutes": 5 });
        let made = keeper.puts(&["departments", "rozwoj", "services", "klucze"], service).await.with_status(200).body;
        office.kiosk().takes_ticket("klucze").await.with_status(201);
        let refused = keeper.posts(&format!("office/history/{}/undo", made["revision"]), json!({})).await.with_status(409).refused_with("change_in_use");
        assert_eq!(effects_of(&refused.body, "rozwoj")["blocked"][0]["code"], "service_in_use");
    }

    async fn changes_are_forgotten_when_their_time_is_over(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.puts(&["office", "law", "retention", "history_days"], json!(10)).await.with_status(200);
        office.clock(office.now() + chrono::TimeDelta::days(9)).await;
        keeper.puts(&PHONE, json!("+48 32 3")).await.with_status(200);
        assert_eq!(keeper.gets("office/history").await.body["changes"].as_array().map(Vec::len), Some(2));
        office.clock(office.now() + chrono::TimeDelta::days(2)).await;
        assert_eq!(keeper.gets("office/history").await.body["changes"].as_array().map(Vec::len), Some(1));
    }
}
