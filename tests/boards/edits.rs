//! Two administrators, two nodes, and the screens that look on.

use std::time::{Duration, Instant};

use okienko_tests::{Board, Engine, engine, on_both_engines};

use super::*;

/// A change reaches a connected screen within this.
const SOON: Duration = Duration::from_secs(2);

/// Reads frames until one has another revision than `before`, and says how long it took.
async fn follows(board: &mut Board, before: &Value) -> (Value, Duration) {
    let begun = Instant::now();
    loop {
        let view = board.next_view_within(Duration::from_secs(10)).await.expect("the screen is told");
        if view["revision"] != *before {
            return (view, begun.elapsed());
        }
    }
}

on_both_engines! {
    async fn a_change_reaches_a_connected_screen_at_once(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut board = office.board().await;
        let before = board.next_view().await["revision"].clone();
        let mut edited = keeper.edits(HALL).await;
        edited["board"]["ticker"] = json!([{ "pl": "Dzień otwarty" }]);
        keeper.saves(&edited).await.with_status(200);
        let (view, took) = follows(&mut board, &before).await;
        assert!(took < SOON, "{took:?}");
        let setup = office.http.get("boards/hol/setup", None).await.with_status(200).body;
        assert_eq!((&setup["revision"], &setup["ticker"][0]["pl"]), (&view["revision"], &json!("Dzień otwarty")));
    }

    async fn of_two_who_edit_one_board_the_second_is_told_and_loses_nothing(office: Office) {
        let (first, second) = (Keeper::of(&office).await, Keeper::of(&office).await);
        let (mut one, mut other) = (first.edits(HALL).await, second.edits(HALL).await);
        one["board"]["theme"] = "light".into();
        other["board"]["layout"] = "list".into();
        let saved = first.saves(&one).await.with_status(200).body;
        assert_ne!(saved["revision"], one["revision"]);
        let refused = second.saves(&other).await.with_status(409).refused_with("board_changed");
        assert_eq!((&refused.body["revision"], &refused.body["current"]), (&other["revision"], &saved), "theirs, and what there is now");
        assert_eq!(first.edits(HALL).await, saved);
        // Who looked at both may save theirs over it.
        other["revision"] = refused.body["current"]["revision"].clone();
        let over = second.saves(&other).await.with_status(200).body;
        assert_eq!((&over["board"]["layout"], &over["board"]["theme"]), (&json!("list"), &json!("dark")));
        // The same once more, as by a client whose answer was lost, is the same answer.
        assert_eq!(second.saves(&other).await.with_status(200).body, over);
    }

    async fn edits_of_different_boards_at_once_all_hold(office: Office) {
        let keeper = Keeper::of(&office).await;
        let ids = ["hol", "geodezja", "rozwoj", "sprawy-obywatelskie", "polityka-spoleczna"];
        let mut tries = Vec::new();
        for id in ids {
            let mut edited = keeper.edits(id).await;
            edited["board"]["ticker"] = json!([{ "pl": id }]);
            let (http, token) = (office.http.clone(), keeper.token.clone());
            tries.push(tokio::spawn(async move { http.post(&format!("board-settings/{id}"), Some(&token), edited).await }));
        }
        for one in tries {
            one.await.expect("an answer").with_status(200);
        }
        for id in ids {
            assert_eq!(keeper.edits(id).await["board"]["ticker"][0]["pl"], id);
        }
    }

    async fn a_message_over_everything_disturbs_nobody_who_edits(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut edited = keeper.edits(HALL).await;
        keeper.posts("boards/emergency", json!({ "text": { "pl": "Próba alarmu" }, "boards": "all" })).await.with_status(200);
        edited["board"]["theme"] = "light".into();
        let saved = keeper.saves(&edited).await.with_status(200).body;
        assert_eq!(saved["board"]["emergency"]["pl"], "Próba alarmu", "and no edit takes it down");
    }
}

#[test]
fn an_edit_at_one_node_reaches_the_screens_of_the_other() {
    engine::tell(Engine::Postgres, |office| async move {
        let other = office.second_node().await;
        let (here, there) = (Keeper::of(&office).await, Keeper::of(&other).await);
        let mut board = other.board().await;
        let before = board.next_view().await["revision"].clone();
        let mut edited = here.edits(HALL).await;
        edited["board"]["layout"] = "list".into();
        let saved = here.saves(&edited).await.with_status(200).body;
        // At once and by the other node: it must see what it has not been told yet.
        edited["board"]["theme"] = "light".into();
        let refused = there.saves(&edited).await.with_status(409).refused_with("board_changed");
        assert_eq!(refused.body["current"], saved);
        let (_, took) = follows(&mut board, &before).await;
        assert!(took < Duration::from_secs(3), "{took:?}");
    });
}
