//! Sockets over a real connection, spoken by hand.

use super::house::{office, token};
use crate::{Drain, WebSettings, server};
use actix_web::dev::ServerHandle;
use okienko_actors::Office;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// Opens a server to the network, whose stopping can be begun.
fn opened(office: Office) -> (SocketAddr, Drain, ServerHandle) {
    let drain = Drain::default();
    let settings = WebSettings { drain: drain.clone(), ..WebSettings::default() };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = server(office, settings, listener, 1).unwrap();
    let handle = server.handle();
    actix::spawn(server);
    (address, drain, handle)
}

/// Shakes hands; answers the connection and the head of the answer.
fn connect(address: SocketAddr, path: &str) -> (TcpStream, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let answer = read_to(&mut stream, "\r\n\r\n");
    (stream, answer)
}

/// The next frame: its opcode and its bytes (RFC 6455 §5.2; a server's frames are not masked).
fn frame(stream: &mut TcpStream) -> (u8, Vec<u8>) {
    let mut head = [0; 2];
    stream.read_exact(&mut head).unwrap();
    let length = match head[1] {
        126 => {
            let mut long = [0; 2];
            stream.read_exact(&mut long).unwrap();
            usize::from(u16::from_be_bytes(long))
        }
        short => usize::from(short),
    };
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).unwrap();
    (head[0] & 0x0f, bytes)
}

#[actix::test]
async fn a_screen_gets_the_whole_view_at_once_and_is_sent_away_when_the_server_stops() {
    let office = office().await;
    let anna = token(&office, "anna").await;
    let (address, drain, handle) = opened(office);
    let seen = actix_web::web::block(move || {
        let (mut board, head) = connect(address, "/ws/boards/hol");
        assert!(head.starts_with("HTTP/1.1 101"), "{head}");
        let (kind, text) = frame(&mut board);
        let view: serde_json::Value = serde_json::from_slice(&text).unwrap();
        assert_eq!((kind, view["type"].as_str()), (1, Some("view")));
        assert!(view["view"]["calls"].is_array() && view["now"].as_str().unwrap().ends_with("+01:00"));
        let (mut desk, _) = connect(address, &format!("/ws/desks/1?token={anna}"));
        assert_eq!(frame(&mut desk).0, 1);
        let (_, refused) = connect(address, "/ws/desks/1?token=wrong");
        assert!(refused.starts_with("HTTP/1.1 401"), "{refused}");
        let (_, other) = connect(address, &format!("/ws/desks/2?token={anna}"));
        assert!(other.starts_with("HTTP/1.1 403"), "{other}");
        let (_, unknown) = connect(address, "/ws/boards/x");
        assert!(unknown.starts_with("HTTP/1.1 404"), "{unknown}");
        drain.begin();
        let (kind, reason) = frame(&mut board);
        assert_eq!((kind, reason), (8, 1001_u16.to_be_bytes().to_vec()), "closed with 1001");
    });
    seen.await.unwrap();
    handle.stop(true).await;
}

/// Reads on until what was read ends so.
fn read_to(stream: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        read.push(byte[0]);
    }
    String::from_utf8(read).unwrap()
}

#[actix::test]
async fn a_wall_is_ended_whole_when_the_server_is_about_to_stop_and_still_answers_others() {
    let office = office().await;
    let root = token(&office, "root").await;
    let (address, drain, handle) = opened(office);
    let seen = actix_web::web::block(move || {
        let asks = |path: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {root}\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            stream
        };
        let mut wall = asks("/api/v1/wall/events");
        let begun = read_to(&mut wall, "\n\n\r\n");
        assert!(begun.starts_with("HTTP/1.1 200") && begun.contains("data: {"), "{begun}");
        drain.begin();
        // The last chunk of a chunked answer (RFC 9112 §7.1): the stream was ended, not broken off.
        read_to(&mut wall, "0\r\n\r\n");
        assert!(read_to(&mut asks("/healthz"), "\r\n").starts_with("HTTP/1.1 200"), "the server is still there");
        assert!(
            read_to(&mut asks("/api/v1/wall/events"), "\r\n").starts_with("HTTP/1.1 503"),
            "and opens no other wall"
        );
    });
    seen.await.unwrap();
    handle.stop(true).await;
}
