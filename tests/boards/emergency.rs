//! The message over everything: up and down within seconds, on the boards that were named and on no other.

use std::time::Duration;

use okienko_tests::{Board, on_both_engines};

use super::*;

/// Seconds after which somebody in the hall must see it.
const SOON: Duration = Duration::from_secs(2);

async fn sees(board: &mut Board, wanted: &Value) {
    let seen = tokio::time::timeout(SOON, board.waits_until(|view| view["emergency"] == *wanted)).await;
    seen.unwrap_or_else(|_| panic!("{wanted} is not on the screen after {SOON:?}"));
}

on_both_engines! {
    async fn it_is_on_every_screen_at_once_and_gone_at_once(office: Office) {
        let supervisor = Keeper { office: &office, token: admin::supervisor(&office).await };
        let mut hall = office.board().await;
        let mut other = Board::connects(&office.http, "geodezja").await;
        for board in [&mut hall, &mut other] {
            assert!(board.next_view().await["emergency"].is_null());
        }
        let text = json!({ "pl": "Proszę opuścić budynek", "uk": "Залиште будівлю" });
        let put = supervisor.posts("boards/emergency", json!({ "text": text, "boards": "all" })).await.with_status(200).body;
        assert!(put["boards"].as_array().expect("boards").iter().all(|one| one["emergency"] == text));
        let shown = json!({ "pl": "Proszę opuścić budynek", "en": "Proszę opuścić budynek", "uk": "Залиште будівлю" });
        sees(&mut hall, &shown).await;
        sees(&mut other, &shown).await;
        office.http.get("boards/hol", None).await.with_status(200).body["emergency"].as_object().expect("also without a socket");
        supervisor.posts("boards/emergency", json!({ "text": null, "boards": [HALL] })).await.with_status(200);
        sees(&mut hall, &Value::Null).await;
        let after = supervisor.gets("boards/emergency").await.with_status(200).body;
        let of = |id: &str| after["boards"].as_array().expect("boards").iter().find(|one| one["id"] == id).expect("a board")["emergency"].clone();
        assert_eq!((of(HALL), of("geodezja")), (Value::Null, text), "only where it was taken down");
        assert!(office.log_tail().contains("over boards"), "who did it stands in the log: {}", office.log_tail());
    }

    async fn what_cannot_be_shown_is_refused_and_changes_nothing(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.gets("boards/emergency").await.with_status(200).body;
        let long = "a".repeat(201);
        for (body, field, code) in [
            (json!({ "text": { "pl": "  " }, "boards": "all" }), "text.pl", "missing"),
            (json!({ "text": { "pl": "tak", "en": long }, "boards": "all" }), "text.en", "too_long"),
            (json!({ "text": { "pl": "tak" }, "boards": ["hol", "dach"] }), "boards", "unknown"),
            (json!({ "text": { "pl": "tak" }, "boards": "hol" }), "boards", "unknown"),
            (json!({ "text": { "pl": "tak" }, "boards": [] }), "boards", "missing"),
        ] {
            let refused = keeper.posts("boards/emergency", body).await.with_status(422).refused_with("invalid_board");
            assert_eq!(faults(&refused), [(field.into(), code.into())]);
        }
        for body in [json!({ "boards": "all" }), json!({ "text": "tak", "boards": "all" }), json!({ "text": null }), json!([])] {
            keeper.posts("boards/emergency", body).await.with_status(400).refused_with("malformed");
        }
        assert_eq!(keeper.gets("boards/emergency").await.with_status(200).body, before);
    }
}
