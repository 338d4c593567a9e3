//! A board shows what it is set to show, and a change of its settings reaches its screens while they hang: R33.

use std::time::{Duration, Instant};

use okienko_tests::admin;
use okienko_tests::board::{call_of, calls};
use okienko_tests::engine::tell;
use okienko_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

use super::*;

/// A change of settings is on every screen within this.
const SOON: Duration = Duration::from_secs(2);

/// Changes a board's settings as the administrator does.
async fn sets(office: &Office, id: &str, change: impl FnOnce(&mut Value)) {
    let token = admin::token(office).await;
    let all = office.http.get("board-settings", Some(&token)).await.ok();
    let boards = all.body["boards"].as_array().expect("boards").clone();
    let mut edited = boards.into_iter().find(|one| one["board"]["id"] == id).expect("the board");
    change(&mut edited["board"]);
    office.http.post(&format!("board-settings/{id}"), Some(&token), edited).await.ok();
}

/// Puts a message over everything, or takes it down.
async fn alarms(office: &Office, text: Value) {
    let token = admin::supervisor(office).await;
    let message = json!({ "text": text, "boards": [office.sample.board.id] });
    office.http.post("boards/emergency", Some(&token), message).await.ok();
}

/// Waits for a view that is wanted, not longer than a change may take.
async fn soon(board: &mut Board, wanted: impl Fn(&Value) -> bool) -> Value {
    let begun = Instant::now();
    let view = board.waits_until(wanted).await;
    assert!(begun.elapsed() < SOON, "it took {:?}", begun.elapsed());
    view
}

on_both_engines! {
    async fn r33_a_board_shows_only_its_services_as_soon_as_it_is_told_to(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let hall = office.sample.board.id.clone();
        let other = office.sample.service_elsewhere(&lobby.service.id);
        let there = office.clerks_of(&other.id).await.remove(0);
        let (own, foreign) = (lobby.ticket().await, lobby.kiosk.takes_ticket(&other.id).await.with_status(201).ticket());
        lobby.clerks[0].calls_next().await.ok();
        there.calls_next().await.ok();
        lobby.board.waits_until(|view| call_of(view, &own.code).is_some() && call_of(view, &foreign.code).is_some()).await;
        sets(&office, &hall, |board| board["services"] = json!([lobby.service.id])).await;
        let view = soon(&mut lobby.board, |view| call_of(view, &foreign.code).is_none()).await;
        assert!(call_of(&view, &own.code).is_some());
        let waiting: Vec<&Value> = view["waiting"].as_array().expect("lines").iter().map(|line| &line["service"]).collect();
        assert_eq!(waiting, [&json!(lobby.service.id)]);
        // What it does not show it is not told either.
        there.recalls().await.ok();
        lobby.clerks[0].recalls().await.ok();
        let view = lobby.board.waits_until(|view| call_of(view, &own.code).is_some_and(|call| call["recall"] == true)).await;
        assert!(calls(&view).iter().all(|call| call["service"] == lobby.service.id.as_str()));
        sets(&office, &hall, |board| board["services"] = json!([])).await;
        soon(&mut lobby.board, |view| call_of(view, &foreign.code).is_some()).await;
    }

    async fn r33_the_screen_above_a_desk_shows_its_desk_alone(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let hall = office.sample.board.id.clone();
        let desk = lobby.clerks[1].desk.clone();
        sets(&office, &hall, |board| (board["layout"], board["desk"]) = (json!("desk"), json!(desk))).await;
        let (first, second) = (lobby.ticket().await, lobby.ticket().await);
        lobby.clerks[0].calls(&first.id).await.ok();
        lobby.clerks[1].calls(&second.id).await.ok();
        let view = lobby.board.waits_until(|view| call_of(view, &second.code).is_some()).await;
        assert_eq!(calls(&view).len(), 1, "{view}");
        // An undone call leaves it.
        lobby.clerks[1].undoes().await.ok();
        lobby.board.waits_until(|view| calls(view).is_empty()).await;
    }

    async fn r33_a_message_over_everything_is_on_a_screen_within_two_seconds_and_goes_again(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let first = lobby.board.next_view().await;
        assert!(first["emergency"].is_null());
        alarms(&office, json!({ "pl": "Proszę opuścić budynek", "uk": "Прошу залишити будівлю" })).await;
        let view = soon(&mut lobby.board, |view| view["emergency"]["pl"] == "Proszę opuścić budynek").await;
        assert_eq!(view["emergency"]["en"], "Proszę opuścić budynek", "nobody reads an empty screen");
        alarms(&office, Value::Null).await;
        soon(&mut lobby.board, |view| view["emergency"].is_null()).await;
    }

    async fn r33_a_screen_learns_that_its_setup_has_changed_and_reads_it_anew(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let hall = office.sample.board.id.clone();
        let path = format!("boards/{hall}/setup");
        let before = office.http.get(&path, None).await.ok();
        let view = lobby.board.next_view().await;
        assert_eq!((&view["revision"], &view["version"]), (&before.body["revision"], &before.body["version"]));
        assert!(before.headers.contains_key("etag"));
        sets(&office, &hall, |board| {
            board["ticker"] = json!([{ "pl": "Kasa nieczynna" }]);
            board["media"] = json!([{ "file": "rynek.webp", "seconds": 9 }, { "file": "film.mp4" }]);
            board["languages"] = json!(["pl", "uk"]);
        })
        .await;
        let view = soon(&mut lobby.board, |view| view["revision"] != before.body["revision"]).await;
        let after = office.http.get(&path, None).await.ok().body;
        assert_eq!(after["revision"], view["revision"]);
        assert_eq!(after["ticker"], json!([{ "pl": "Kasa nieczynna", "en": "Kasa nieczynna", "uk": "Kasa nieczynna" }]));
        assert_eq!(after["media"][0], json!({ "url": "/media/rynek.webp", "kind": "image", "seconds": 9 }));
        assert_eq!((&after["media"][1]["kind"], &after["languages"]), (&json!("video"), &json!(["pl", "uk"])));
        assert_eq!(after["services"].as_array().expect("services").len(), office.sample.services().count());
        office.http.get("boards/nothing/setup", None).await.with_status(404);
    }

    async fn r33_a_board_says_by_itself_that_the_office_has_closed(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        assert_eq!(lobby.board.next_view().await["closed"], false);
        office.clock(okienko_tests::time::warsaw("2026-11-23", "21:00")).await;
        let view = lobby.board.waits_until(|view| view["closed"] == true).await;
        assert!(view["opens_at"].is_string(), "{view}");
    }
}

#[test]
fn r33_a_change_made_at_one_node_is_on_the_screens_of_the_other_within_two_seconds() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let mut far = second.board().await;
        far.next_view().await;
        for words in ["Pożar", "Proszę czekać"] {
            alarms(&first, json!({ "pl": words })).await;
            soon(&mut far, |view| view["emergency"]["pl"] == words).await;
        }
        alarms(&first, Value::Null).await;
        soon(&mut far, |view| view["emergency"].is_null()).await;
        let department = first.sample.departments[0].id.clone();
        sets(&first, &first.sample.board.id, |board| board["departments"] = json!([department])).await;
        let only = |view: &Value| {
            let lines = view["waiting"].as_array().expect("lines");
            lines.len() == first.sample.departments[0].services.len()
        };
        soon(&mut far, only).await;
    });
}
