//! Lobby screens: let in by their code to a board, cared for over their socket, taken out at once.

use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use okienko_tests::{Board, on_both_engines};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::*;

/// Whatever a screen waits for comes in this time.
const SOON: Duration = Duration::from_secs(8);

/// A lobby screen that was let in, played by its socket.
pub struct Screen {
    pub id: String,
    pub token: String,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// What a socket said.
#[derive(Debug, PartialEq)]
enum Heard {
    Frame(Value),
    Closed(u16),
}

/// A board socket with a token.
async fn socket(office: &Office, board: &str, token: &str) -> WebSocketStream<MaybeTlsStream<TcpStream>> {
    let path = format!("/ws/boards/{board}?screen={token}");
    Board::tries(&office.http, &path).await.expect("a board's socket is public: its handshake is never refused")
}

async fn hears(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>) -> Heard {
    loop {
        let message = timeout(SOON, socket.next()).await.expect("a word in time");
        match message {
            Some(Ok(Message::Text(text))) => return Heard::Frame(serde_json::from_str(&text).expect("JSON")),
            Some(Ok(Message::Close(frame))) => return Heard::Closed(frame.map_or(0, |frame| frame.code.into())),
            Some(Ok(_)) => {}
            other => panic!("the socket broke: {other:?}"),
        }
    }
}

/// What every screen says of itself.
pub fn said(sound: &str) -> Value {
    json!({
        "type": "screen", "screen": "a1b2", "layout": "list", "sound": sound, "version": "0123456789abcdef", "seq": 3, "calls": 7, "errors": 0,
        "heap_mb": 12.5, "done": [],
    })
}

impl Screen {
    /// Shows a code, is approved with `given`, and hears so by polling.
    pub async fn is_let_in(keeper: &Keeper<'_>, given: Value) -> Self {
        let office = keeper.office;
        let pairing = office.http.post("pairings", None, json!({ "kind": "board" })).await.with_status(201);
        let poll = format!("pairings/{}", pairing.str("poll_token"));
        assert_eq!(office.http.get(&poll, None).await.with_status(200).body, json!({ "state": "pending" }));
        keeper.posts(&format!("pairings/{}/approve", pairing.str("code")), given).await.with_status(200);
        let told = office.http.get(&poll, None).await.with_status(200);
        assert_eq!((told.str("state"), told.str("kind")), ("approved", "board"));
        let (id, token) = (told.str("id"), told.str("token"));
        let socket = socket(office, told.str("board"), token).await;
        Self { id: id.to_owned(), token: token.to_owned(), socket }
    }

    /// The next frame of a kind.
    async fn hears(&mut self, kind: &str) -> Value {
        loop {
            match hears(&mut self.socket).await {
                Heard::Frame(frame) if frame["type"] == kind => return frame,
                Heard::Frame(_) => {}
                Heard::Closed(code) => panic!("closed with {code}, waiting for {kind}"),
            }
        }
    }

    pub async fn says(&mut self, words: &Value) {
        self.socket.send(Message::text(words.to_string())).await.expect("it goes out");
    }

    /// The screen as its administrator sees it, once `fits` holds.
    async fn is_seen(&self, keeper: &Keeper<'_>, fits: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let device = keeper.device(&self.id).await;
            if fits(&device) {
                return device;
            }
            assert!(begun.elapsed() < SOON, "{device}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// What a screen of the sample office is given.
pub fn given(more: &[(&str, Value)]) -> Value {
    let mut given = json!({ "name": "Hol, przy windzie", "place": "parter", "board": "hol", "layout": "list" });
    for (member, value) in more {
        given[*member] = value.clone();
    }
    given
}

on_both_engines! {
    async fn a_screen_is_given_a_board_a_layout_and_a_desk_that_the_office_has(office: Office) {
        let keeper = Keeper::of(&office).await;
        let pairing = office.http.post("pairings", None, json!({ "kind": "board" })).await.with_status(201);
        let approve = format!("pairings/{}/approve", pairing.str("code").to_lowercase());
        let other = office.sample.departments.iter().find(|one| one.id != "geodezja").expect("another department").desks[0].id.clone();
        let own = office.sample.departments.iter().find(|one| one.id == "geodezja").expect("geodezja").desks[0].id.clone();
        for (more, fields) in [
            (vec![("board", Value::Null)], vec!["board"]),
            (vec![("board", json!("dach"))], vec!["board"]),
            (vec![("layout", json!("okrągły"))], vec!["layout"]),
            (vec![("layout", json!("desk"))], vec!["desk"]),
            (vec![("layout", json!("desk")), ("desk", json!("nikogo"))], vec!["desk"]),
            (vec![("board", json!("geodezja")), ("layout", json!("desk")), ("desk", json!(other))], vec!["desk"]),
            (vec![("desk", json!(own))], vec!["desk"]),
            (vec![("name", json!("  ")), ("place", json!("x".repeat(61))), ("board", json!(""))], vec!["name", "place", "board"]),
        ] {
            let refused = keeper.posts(&approve, given(&more)).await.with_status(422);
            let wrong: Vec<_> = refused.body["errors"].as_array().expect("errors").iter().map(|one| one["field"].as_str().expect("a field")).collect();
            assert_eq!(wrong, fields, "{more:?}");
            assert_eq!(refused.code(), refused.body["errors"][0]["code"]);
        }
        let all = given(&[("board", json!("geodezja")), ("layout", json!("desk")), ("desk", json!(own))]);
        let device = keeper.posts(&approve, all.clone()).await.with_status(200).body;
        assert_eq!((&device["name"], &device["place"]), (&json!("Hol, przy windzie"), &json!("parter")));
        keeper.posts(&approve, all).await.with_status(404).refused_with("not_found");
        let poll = format!("pairings/{}", pairing.str("poll_token"));
        let told = office.http.get(&poll, None).await.with_status(200).body;
        assert_eq!((&told["board"], &told["layout"], &told["desk"]), (&json!("geodezja"), &json!("desk"), &json!(own)));
        assert_eq!(told["address"], format!("/lobby/geodezja?layout=desk&desk={own}"));
        assert_eq!(office.http.get(&poll, None).await.with_status(200).body["state"], "expired", "the token is told once");
    }

    async fn a_screen_says_how_it_is_and_its_administrator_sees_it(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        screen.hears("view").await;
        assert_eq!(keeper.device(&screen.id).await["screen"], Value::Null, "it has not said anything yet");
        screen.says(&said("on")).await;
        let seen = screen.is_seen(&keeper, |device| device["screen"]["online"] == true).await;
        assert_eq!((&seen["screen"]["sound"]["state"], &seen["screen"]["layout"]), (&json!("on"), &json!("list")));
        assert_eq!((&seen["screen"]["calls"], &seen["screen"]["seq"], &seen["screen"]["heap_mb"]), (&json!(7), &json!(3), &json!(12.5)));
        assert_eq!(seen["screen"]["up_to_date"], false, "the page of another build");
        assert!(seen["last_seen_at"].is_string() && seen["kiosk"].is_null());
        // The same again is not written for twenty seconds; another sound is, at once.
        let mut again = said("on");
        again["calls"] = json!(8);
        screen.says(&again).await;
        again["sound"] = json!("blocked");
        again["calls"] = json!(9);
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(keeper.device(&screen.id).await["screen"]["calls"], 7);
        screen.says(&again).await;
        let seen = screen.is_seen(&keeper, |device| device["screen"]["sound"]["state"] == "blocked").await;
        assert_eq!(seen["screen"]["calls"], 9);
        let metrics = office.http.get("/metrics", None).await.with_status(200).text;
        let id = &screen.id;
        assert!(metrics.contains(&format!("okienko_screen_sound{{screen=\"{id}\",state=\"blocked\"}} 1\n")), "{metrics}");
        assert!(metrics.contains(&format!("okienko_screen_last_seen_seconds{{screen=\"{id}\"}} ")), "{metrics}");
        // Nonsense is ignored, and the screen is not sent away for it.
        for nonsense in [json!({ "type": "screen" }), json!({ "type": "screen", "sound": "loud" }), json!({ "type": "wish" }), json!(7)] {
            screen.says(&nonsense).await;
        }
        let mut long = said("off");
        long["screen"] = json!("x".repeat(41));
        screen.says(&long).await;
        screen.says(&said("quiet")).await;
        screen.is_seen(&keeper, |device| device["screen"]["sound"]["state"] == "quiet").await;
    }

    async fn a_screen_is_asked_to_reload_until_it_says_that_it_did(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        screen.says(&said("on")).await;
        let path = format!("devices/{}/wishes", screen.id);
        for kind in ["restart", "test_print"] {
            keeper.posts(&path, json!({ "kind": kind })).await.with_status(400).refused_with("malformed");
        }
        let asked = keeper.posts(&path, json!({ "kind": "reload" })).await.with_status(201);
        let told = screen.hears("wishes").await;
        assert_eq!(told["wishes"], json!([{ "id": asked.str("id"), "kind": "reload", "to": "/lobby/hol?layout=list" }]));
        screen.is_seen(&keeper, |device| device["screen"]["wishes"] == json!(["reload"])).await;
        // It reconnects without having done it: it is told again.
        screen.socket = socket(&office, "hol", &screen.token).await;
        assert_eq!(screen.hears("wishes").await["wishes"][0]["id"], asked.str("id"));
        let mut done = said("on");
        done["done"] = json!([asked.str("id"), "w-unknown"]);
        screen.says(&done).await;
        screen.is_seen(&keeper, |device| device["screen"]["wishes"] == json!([])).await;
    }

    async fn a_screen_follows_to_another_board_within_seconds(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        let path = format!("devices/{}", screen.id);
        for (body, field) in [(json!({ "board": "dach" }), "board"), (json!({ "layout": "desk" }), "desk"), (json!({ "name": "" }), "name")] {
            let refused = keeper.posts(&path, body).await.with_status(422);
            assert_eq!(refused.body["errors"][0]["field"], field);
        }
        let renamed = keeper.posts(&path, json!({ "name": "Hol A", "place": null })).await.with_status(200).body;
        assert_eq!((&renamed["name"], &renamed["place"], &renamed["board"], &renamed["layout"]), (&json!("Hol A"), &Value::Null, &json!("hol"), &json!("list")));
        let moved = keeper.posts(&path, json!({ "board": "geodezja", "layout": null })).await.with_status(200).body;
        assert_eq!((&moved["address"], &moved["layout"]), (&json!("/lobby/geodezja"), &Value::Null));
        let told = screen.hears("wishes").await;
        assert_eq!((&told["wishes"][0]["kind"], &told["wishes"][0]["to"]), (&json!("reload"), &json!("/lobby/geodezja")));
        // Even when the wish is long forgotten, a screen at the wrong board is told where it belongs; at the right one it is left alone.
        crate::rights::in_the_database(&office, "DELETE FROM wishes");
        // The server believes for two seconds what it read.
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        screen.socket = socket(&office, "hol", &screen.token).await;
        let told = screen.hears("wishes").await;
        assert_eq!(told["wishes"], json!([{ "id": "go", "kind": "reload", "to": "/lobby/geodezja" }]));
        screen.socket = socket(&office, "geodezja", &screen.token).await;
        screen.hears("view").await;
        let quiet = timeout(Duration::from_secs(4), screen.hears("wishes")).await;
        assert!(quiet.is_err(), "{quiet:?}");
        keeper.posts(&format!("devices/{}", office.sample.kiosk.id), json!({ "name": "Kiosk 9" })).await.with_status(200);
        assert_eq!(keeper.kiosk().await["name"], "Kiosk 9");
        keeper.posts("devices/d-nobody", json!({ "name": "X" })).await.with_status(404).refused_with("not_found");
    }

    async fn a_screens_token_opens_its_socket_and_nothing_else_and_no_other_token_does(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        screen.hears("view").await;
        let desk = office.sample.clerks[0].desk.clone();
        let clerk = office.clerk(&desk).await.token;
        for path in ["kiosk/setup".to_owned(), "kiosk/day".to_owned(), "devices".to_owned(), format!("desks/{desk}"), "staff/log".to_owned()] {
            office.http.get(&path, Some(&screen.token)).await.with_status(403).refused_with("forbidden");
        }
        let posts = [
            ("kiosk/health", health("ready")), ("kiosk/tickets", json!({ "service": "x" })), ("pairings/BBBBBBBB/approve", given(&[])),
            ("devices/ekran-hol", json!({ "name": "X" })), ("devices/ekran-hol/wishes", json!({ "kind": "reload" })),
            ("devices/ekran-hol/revoke", json!({})), ("kiosk-settings", json!({})),
        ];
        for (path, body) in &posts {
            office.http.post(path, Some(&screen.token), body.clone()).await.with_status(403).refused_with("forbidden");
        }
        for (path, body) in &posts[2..] {
            office.http.post(path, Some(&clerk), body.clone()).await.with_status(403).refused_with("forbidden");
            office.http.post(path, None, body.clone()).await.with_status(401).refused_with("unauthorized");
        }
        assert!(Board::tries(&office.http, &format!("/ws/desks/{desk}?token={}", screen.token)).await.is_none());
        for token in [office.kiosk().token, clerk, keeper.token.clone(), "guess".to_owned(), "%00".to_owned()] {
            let mut other = socket(&office, "hol", &token).await;
            assert_eq!(hears(&mut other).await, Heard::Frame(json!({ "type": "refused" })));
            assert_eq!(hears(&mut other).await, Heard::Closed(4401));
        }
        // Without a token the board is public as ever.
        office.board().await.next_view().await;
    }

    async fn a_screen_that_is_taken_out_is_out_at_once_and_may_ask_again(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        screen.says(&said("on")).await;
        screen.is_seen(&keeper, |device| device["screen"]["online"] == true).await;
        let begun = Instant::now();
        keeper.posts(&format!("devices/{}/revoke", screen.id), json!({})).await.with_status(200);
        screen.hears("refused").await;
        assert_eq!(hears(&mut screen.socket).await, Heard::Closed(4401));
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        let mut again = socket(&office, "hol", &screen.token).await;
        assert_eq!(hears(&mut again).await, Heard::Frame(json!({ "type": "refused" })));
        assert_eq!(keeper.device(&screen.id).await["screen"], Value::Null);
        keeper.posts(&format!("devices/{}", screen.id), json!({ "name": "X" })).await.with_status(404).refused_with("not_found");
        let anew = Screen::is_let_in(&keeper, given(&[])).await;
        assert_ne!(anew.id, screen.id);
    }
}
