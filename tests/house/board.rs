//! A screen: a socket that is sent the whole picture after every change.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::http::Http;
use crate::time::instant;

/// How long a screen waits for news before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A lobby board or a desk's screen, connected by its socket.
pub struct Board {
    http: Http,
    path: String,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
    /// The highest `seq` seen; it must never go back.
    pub seq: i64,
    /// Every text frame received, as it came.
    pub frames: Vec<String>,
    /// Pings received.
    pub pings: usize,
}

impl Board {
    /// Connects to the public board `id`.
    pub async fn connects(http: &Http, id: &str) -> Self {
        Self::connects_to(http, format!("/ws/boards/{id}")).await
    }

    /// Connects to the screen of a desk with a session token.
    pub async fn connects_to_desk(http: &Http, desk: &str, token: &str) -> Self {
        Self::connects_to(http, format!("/ws/desks/{desk}?token={token}")).await
    }

    async fn connects_to(http: &Http, path: String) -> Self {
        let mut board = Self { http: http.clone(), path, socket: None, seq: -1, frames: Vec::new(), pings: 0 };
        board.reconnects().await;
        board
    }

    /// Tries the address of a socket; `None` when the server refuses the handshake.
    pub async fn tries(http: &Http, path: &str) -> Option<WebSocketStream<MaybeTlsStream<TcpStream>>> {
        let address = http.url(path).replacen("http", "ws", 1);
        timeout(PATIENCE, connect_async(address))
            .await
            .expect("an answer to the handshake")
            .ok()
            .map(|(socket, _)| socket)
    }

    /// Connects again (after [`Self::cut_off`], or after the server was restarted).
    pub async fn reconnects(&mut self) {
        self.socket = Some(Self::tries(&self.http, &self.path).await.expect("the socket is accepted"));
    }

    /// The cable is pulled: the socket ends without a goodbye.
    pub fn cut_off(&mut self) {
        self.socket = None;
    }

    /// The next view. Checks the envelope, and that `seq` never goes back.
    pub async fn next_view(&mut self) -> Value {
        timeout(PATIENCE, self.read_view()).await.expect("a view in time").expect("the socket stays open")
    }

    /// The next view, or `None` when nothing comes for `patience`.
    pub async fn next_view_within(&mut self, patience: Duration) -> Option<Value> {
        timeout(patience, self.read_view()).await.ok().flatten()
    }

    /// Reads views until one satisfies `wanted`, and returns it.
    pub async fn waits_until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        let mut last = Value::Null;
        while let Ok(view) = timeout_at(end, self.read_view()).await {
            last = view.unwrap_or_else(|| panic!("the socket closed; last view {last}"));
            if wanted(&last) {
                return last;
            }
        }
        panic!("the screen never showed it; last view {last}");
    }

    /// Waits until `code` is among the calls, and returns the newest entry of that code.
    pub async fn waits_for_call(&mut self, code: &str) -> Value {
        let view = self.waits_until(|view| call_of(view, code).is_some()).await;
        call_of(&view, code).expect("just seen")
    }

    /// Tells the server that the call `seq` was announced.
    pub async fn announces(&mut self, seq: i64) {
        self.sends(&json!({ "type": "announced", "seq": seq }).to_string()).await;
    }

    /// Sends any text.
    pub async fn sends(&mut self, text: &str) {
        let socket = self.socket.as_mut().expect("connected");
        socket.send(Message::text(text)).await.expect("the frame goes out");
    }

    /// As [`Self::sends`]; false when the server has closed the socket.
    pub async fn says(&mut self, text: &str) -> bool {
        let socket = self.socket.as_mut().expect("connected");
        socket.send(Message::text(text)).await.is_ok()
    }

    /// Whether the server closes, or has closed, the socket; reads what came before.
    pub async fn is_closed(&mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        loop {
            match timeout_at(end, self.socket.as_mut().expect("connected").next()).await {
                Err(_) => return false,
                Ok(None | Some(Ok(Message::Close(_)) | Err(_))) => return true,
                Ok(Some(Ok(_))) => {}
            }
        }
    }

    async fn read_view(&mut self) -> Option<Value> {
        loop {
            match self.socket.as_mut().expect("connected").next().await? {
                Ok(Message::Text(text)) => return Some(self.opens(text.as_str())),
                Ok(Message::Ping(_)) => self.pings += 1,
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    fn opens(&mut self, text: &str) -> Value {
        self.frames.push(text.to_owned());
        let frame: Value = serde_json::from_str(text).unwrap_or_else(|why| panic!("{why}: {text}"));
        assert_eq!(frame["type"], "view", "{text}");
        instant(frame["now"].as_str().expect("a frame says what time it is"));
        let seq = frame["seq"].as_i64().expect("a frame has its seq");
        assert!(seq >= self.seq, "seq went back from {} to {seq}", self.seq);
        self.seq = seq;
        frame["view"].clone()
    }
}

/// The calls shown on a board's view, newest first.
pub fn calls(view: &Value) -> Vec<Value> {
    view["calls"].as_array().unwrap_or_else(|| panic!("a board shows calls: {view}")).clone()
}

/// The newest call of the ticket `code`.
pub fn call_of(view: &Value, code: &str) -> Option<Value> {
    calls(view).into_iter().find(|call| call["code"] == code)
}

/// The line of `service` among those who wait.
pub fn waiting_for(view: &Value, service: &str) -> Option<Value> {
    let waiting = view["waiting"].as_array().expect("a board shows who waits");
    waiting.iter().find(|line| line["service"] == service).cloned()
}
