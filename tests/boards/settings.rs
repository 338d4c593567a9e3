//! A board is checked whole and changed whole; what is wrong is named field by field.

use okienko_tests::on_both_engines;
use okienko_tests::process::runs;

use super::*;

/// Everything that can be set.
fn full(edited: &Value) -> Value {
    let mut board = edited["board"].clone();
    let changes = json!({
        "name": { "pl": "Hol", "en": "Hall", "uk": "Хол" }, "languages": ["en", "pl", "uk"], "layout": "desk", "theme": "light", "accent": "#A02020",
        "desk": "1", "show_waiting": false, "ticker": [{ "pl": "Dzień otwarty" }, { "pl": "Toaleta na 1. piętrze", "en": "Toilets on the 1st floor" }],
        "media": [{ "file": "zaproszenie.webp", "seconds": 20 }, { "file": "film.mp4", "seconds": 60 }],
        "ways": { "1": { "arrow": "up_left", "place": { "pl": "1. piętro" } } },
        "sound": { "on": true, "speech": false, "volume": 55, "repeat": true, "hours": [{ "from": "12:00", "to": "13:00", "volume": 0 }] },
        "night": { "from": "20:30", "to": "06:00" },
    });
    for (key, value) in changes.as_object().expect("changes") {
        board[key] = value.clone();
    }
    json!({ "revision": edited["revision"], "board": board })
}

on_both_engines! {
    async fn what_can_be_chosen_is_told_in_the_callers_language(office: Office) {
        let keeper = Keeper::of(&office).await;
        let told = keeper.gets("board-settings?lang=en").await.with_status(200).body;
        let departments = told["choices"]["departments"].as_array().expect("departments");
        assert_eq!(departments.len(), office.sample.departments.len());
        assert!(departments.iter().all(|one| !one["services"].as_array().expect("services").is_empty() && !one["desks"].as_array().expect("desks").is_empty()));
        assert_eq!(told["choices"]["layouts"], json!(["hall", "list", "desk", "door"]));
        assert_eq!((&told["most"]["sentence"], &told["most"]["seconds"]), (&json!(200), &json!([3, 600])));
        let hall = keeper.edits(HALL).await;
        assert_eq!((&hall["board"]["layout"], &hall["board"]["sound"]["volume"]), (&json!("hall"), &json!(80)), "every default is told");
    }

    async fn everything_that_is_saved_is_there_after_a_restart_and_in_the_file_of_the_office(office: Office) {
        let keeper = Keeper::of(&office).await;
        let saved = keeper.saves(&full(&keeper.edits(HALL).await)).await.with_status(200).body;
        assert_eq!(saved["board"]["accent"], "#a02020");
        assert_eq!(keeper.edits(HALL).await, saved);
        let setup = office.http.get("boards/hol/setup", None).await.with_status(200).body;
        assert_eq!((&setup["layout"], &setup["desk"], &setup["ticker"][0]["en"]), (&json!("desk"), &json!("1"), &json!("Dzień otwarty")));
        assert_eq!(setup["media"][1], json!({ "url": "/media/film.mp4", "kind": "video", "seconds": 60 }));
        keeper.posts("boards/emergency", json!({ "text": { "pl": "Próba" }, "boards": [HALL] })).await.with_status(200);
        let whole = keeper.edits(HALL).await;
        office.stop();
        let (file, database) = (office.folder().join("office.toml"), office.database_url());
        let path = file.to_str().expect("UTF-8");
        runs(&["export", path], &database);
        let text = std::fs::read_to_string(path).expect("the export");
        for words in ["Toaleta na 1. piętrze", "zaproszenie.webp", "up_left", "20:30", "Próba"] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        runs(&["import", path], &database);
        office.restart().await;
        assert_eq!(keeper.edits(HALL).await, whole, "a file that is read back loses nothing");
    }

    async fn a_board_is_made_and_removed(office: Office) {
        let keeper = Keeper::of(&office).await;
        let made = keeper.posts("board-settings", json!({ "board": new_board("schody") })).await.with_status(201).body;
        assert_eq!(made["board"]["name"], json!({ "pl": "Przy schodach", "en": "By the stairs" }), "spaces around and empty words go");
        keeper.posts("board-settings", json!({ "board": new_board("schody") })).await.with_status(201);
        let other = json!({ "board": { "id": "schody", "name": { "pl": "Inna" }, "departments": [] } });
        let refused = keeper.posts("board-settings", other).await.with_status(422).refused_with("invalid_board");
        assert_eq!(faults(&refused), [("id".into(), "taken".into())]);
        office.http.get("boards/schody", None).await.with_status(200);
        office.http.get("/lobby/schody", None).await.with_status(200);
        keeper.posts("board-settings/schody/remove", json!({ "revision": "0" })).await.with_status(409).refused_with("board_changed");
        keeper.posts("board-settings/schody/remove", json!({ "revision": made["revision"] })).await.with_status(200);
        office.http.get("boards/schody", None).await.with_status(404);
        office.http.get("/lobby/schody", None).await.with_status(404);
        keeper.posts("board-settings/schody/remove", json!({ "revision": made["revision"] })).await.with_status(404).refused_with("not_found");
        let hall = keeper.edits(HALL).await;
        let refused = keeper.posts("board-settings/hol/remove", json!({ "revision": hall["revision"] })).await.with_status(409).refused_with("board_in_use");
        assert_eq!(refused.body["screens"], json!(["Hol"]), "the screen in the hall shows it");
        assert_eq!(keeper.edits(HALL).await, hall);
    }

    async fn every_mistake_is_named_where_it_is_and_nothing_is_saved(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.edits(HALL).await;
        let mistakes = [
            ("name", json!({ "pl": " " }), ("name.pl", "missing")), ("name", json!({ "pl": "x".repeat(61) }), ("name.pl", "too_long")),
            ("departments", json!(["piekarnia"]), ("departments", "unknown")), ("services", json!(["chleb"]), ("services", "unknown")),
            ("languages", json!([]), ("languages", "missing")), ("languages", json!(["pl", "pl"]), ("languages", "twice")),
            ("accent", json!("gold"), ("accent", "not_a_colour")), ("layout", json!("desk"), ("desk", "missing")), ("desk", json!("1"), ("desk", "not_here")),
            ("ticker", json!([{ "pl": "tak" }, { "pl": "tak", "uk": "т".repeat(201) }]), ("ticker.1.uk", "too_long")),
            ("ticker", json!(vec![json!({ "pl": "tak" }); 21]), ("ticker", "too_many")),
            ("media", json!([{ "file": "../okienko.db", "seconds": 9 }]), ("media.0.file", "not_a_file")),
            ("media", json!([{ "file": "a.png", "seconds": 2 }]), ("media.0.seconds", "out_of_range")),
            ("media", json!(vec![json!({ "file": "a.png" }); 51]), ("media", "too_many")),
            ("ways", json!({ "99": { "arrow": "left" } }), ("ways.99", "unknown")), ("ways", json!({ "1": {} }), ("ways.1", "missing")),
            ("ways", json!({ "1": { "place": { "pl": "p".repeat(41) } } }), ("ways.1.place.pl", "too_long")),
            ("sound", json!({ "volume": 101 }), ("sound.volume", "out_of_range")),
            ("sound", json!({ "hours": [{ "from": "09:00", "to": "09:00", "volume": 5 }] }), ("sound.hours.0.to", "same")),
            ("night", json!({ "from": "05:00", "to": "05:00" }), ("night.to", "same")), ("id", json!("hol2"), ("id", "fixed")),
        ];
        for (key, value, (field, code)) in mistakes {
            let mut edited = before.clone();
            edited["board"][key] = value;
            let refused = keeper.posts("board-settings/hol", edited).await.with_status(422).refused_with("invalid_board");
            // Without its departments nothing else of the board is known, which is said too.
            assert!(faults(&refused).contains(&(field.into(), code.into())), "{key}: {}", refused.text);
        }
        for id in ["", "a b", "../x", "emergency", "preview", "żółw"] {
            let mut board = new_board("x");
            board["id"] = id.into();
            let refused = keeper.posts("board-settings", json!({ "board": board })).await.with_status(422).refused_with("invalid_board");
            assert_eq!(faults(&refused)[0].0, "id", "{id}");
        }
        for (key, value) in [("layout", json!("round")), ("night", json!({ "from": "25:00", "to": "05:00" })), ("languages", json!(["de"])), ("sound", json!({ "volume": -1 }))] {
            let mut edited = before.clone();
            edited["board"][key] = value;
            keeper.posts("board-settings/hol", edited).await.with_status(400).refused_with("malformed");
        }
        keeper.posts("board-settings/hol", json!({ "board": before["board"] })).await.with_status(400).refused_with("malformed");
        assert_eq!(keeper.edits(HALL).await, before);
    }

    async fn a_preview_is_true_and_saves_nothing(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.edits(HALL).await;
        let edited = full(&before);
        let shown = keeper.posts("board-settings/preview", json!({ "board": edited["board"] })).await.with_status(200).body;
        assert_eq!(shown["errors"], json!([]));
        assert_eq!(keeper.edits(HALL).await, before);
        keeper.saves(&edited).await.with_status(200);
        let setup = office.http.get("boards/hol/setup", None).await.with_status(200).body;
        assert_eq!(shown["setup"], setup, "what was shown is what came");
        let mut wrong = edited["board"].clone();
        wrong["name"]["pl"] = "".into();
        let shown = keeper.posts("board-settings/preview", json!({ "board": wrong })).await.with_status(200).body;
        assert_eq!((&shown["errors"][0]["field"], &shown["setup"]["theme"]), (&json!("name.pl"), &json!("light")), "what can be shown is shown");
    }

    async fn the_longest_board_there_can_be_is_saved(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut edited = keeper.edits(HALL).await;
        let long = "щ".repeat(200);
        edited["board"]["ticker"] = json!(vec![json!({ "pl": long, "en": long, "uk": long }); 20]);
        edited["board"]["media"] = json!(vec![json!({ "file": format!("{}.webp", "m".repeat(100)), "seconds": 600 }); 50]);
        let saved = keeper.saves(&edited).await.with_status(200).body;
        assert_eq!(saved["board"]["ticker"].as_array().map(Vec::len), Some(20));
    }
}
