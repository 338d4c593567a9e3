//! Ping every 15 s; who is silent for 35 s is dropped. Slow by nature, so told once and not per engine.

use std::time::{Duration, Instant};

use okienko_tests::engine::told;
use okienko_tests::{Engine, Office};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

#[test]
fn r33_the_server_pings_and_drops_who_is_silent() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let (talking, silent) = tokio::join!(pings_in(&office, Duration::from_secs(34)), lives(&office));
        assert!(talking >= 2, "a ping every 15 s, got {talking} in 34 s");
        assert!((30..=60).contains(&silent.as_secs()), "a silent client was dropped after {silent:?}");
    });
}

/// Listens for `patience`, answering pings as clients do, and counts them.
async fn pings_in(office: &Office, patience: Duration) -> usize {
    let mut board = office.board().await;
    let begun = Instant::now();
    while begun.elapsed() < patience {
        board.next_view_within(patience.saturating_sub(begun.elapsed())).await;
    }
    board.pings
}

/// How long a client lives that reads but never says a word.
async fn lives(office: &Office) -> Duration {
    let address = office.http.url("/").replace("http://", "").trim_end_matches('/').to_owned();
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let request = format!(
        "GET /ws/boards/{} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        office.sample.board.id
    );
    stream.write_all(request.as_bytes()).await.expect("the handshake goes out");
    let begun = Instant::now();
    let mut bytes = [0; 4096];
    let until_end = async { while stream.read(&mut bytes).await.is_ok_and(|count| count > 0) {} };
    timeout(Duration::from_secs(70), until_end).await.expect("the silent client is dropped");
    begun.elapsed()
}
