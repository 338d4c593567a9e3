//! A screen that missed something heals with the next message.

use okienko_tests::board::{call_of, calls};
use okienko_tests::on_both_engines;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::*;

on_both_engines! {
    async fn r33_a_board_that_was_cut_off_shows_the_truth_within_one_message(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        lobby.board.next_view().await;
        for _ in 0..10 {
            lobby.board.cut_off();
            let ticket = lobby.serves_one(0).await;
            lobby.board.reconnects().await;
            let view = lobby.board.next_view().await;
            assert!(call_of(&view, &ticket.code).is_some(), "the very first message tells {}: {view}", ticket.code);
        }
    }

    async fn r33_seq_never_goes_back_over_a_restart_of_the_server(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let ticket = lobby.serves_one(0).await;
        lobby.board.waits_for_call(&ticket.code).await;
        let before = lobby.board.seq;
        office.kill();
        office.restart().await;
        lobby.board.reconnects().await;
        let view = lobby.board.next_view().await;
        assert!(lobby.board.seq >= before);
        assert!(call_of(&view, &ticket.code).is_some(), "the calls of the last minutes are still there");
        let next = lobby.serves_one(0).await;
        lobby.board.waits_for_call(&next.code).await;
        assert!(lobby.board.seq > before);
    }

    async fn r33_a_screen_that_does_not_read_holds_nobody_up(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let mut stuck = Vec::new();
        for _ in 0..5 {
            stuck.push(handshake(&office).await);
        }
        for _ in 0..60 {
            let ticket = lobby.serves_one(0).await;
            lobby.board.waits_for_call(&ticket.code).await;
        }
        let bare = office.http.get(&format!("boards/{}", office.sample.board.id), None).await.ok();
        assert!(calls(&bare.body).len() >= 10);
    }

    async fn r33_what_a_client_sends_breaks_nothing(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let ticket = lobby.ticket().await;
        lobby.clerks[0].calls_next().await.ok();
        let call = lobby.board.waits_for_call(&ticket.code).await;
        lobby.board.announces(call["seq"].as_i64().expect("a seq")).await;
        let mut noisy = office.board().await;
        noisy.next_view().await;
        for text in ["", "{", "[]", "{\"type\":\"announced\"}", "{\"type\":\"announced\",\"seq\":-1}", "{\"type\":\"shout\"}"] {
            noisy.sends(text).await;
        }
        lobby.clerks[0].recalls().await.ok();
        lobby.board.waits_until(|view| call_of(view, &ticket.code).is_some_and(|again| again["seq"] != call["seq"])).await;
        office.http.get("/healthz", None).await.with_status(200);
    }
}

/// Opens a socket by hand and never reads what comes.
async fn handshake(office: &Office) -> TcpStream {
    let address = office.http.url("/").replace("http://", "").trim_end_matches('/').to_owned();
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let request = format!(
        "GET /ws/boards/{} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        office.sample.board.id
    );
    stream.write_all(request.as_bytes()).await.expect("the handshake goes out");
    stream
}
