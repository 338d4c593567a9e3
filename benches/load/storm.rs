//! Many kiosks at once: kept connections that ask for tickets as fast as they are answered, on one thread.

use crate::durable::Round;
use crate::http::{measure, post};
use crate::server::Demo;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

const PATH: &str = "/api/v1/kiosk/tickets";

struct Line {
    stream: TcpStream,
    request: Vec<u8>,
    key_at: usize,
    read: Vec<u8>,
}

/// Asks for tickets of `services` over so many connections until the time is over, or until `most` were given.
pub fn tickets(demo: &Demo, services: &[String], connections: usize, lasts: Duration, most: Option<u64>) -> Round {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().expect("a runtime");
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        let mut lines = Vec::new();
        for n in 0..connections {
            let line = Line::open(demo, &services[n % services.len()]).await;
            lines.push(Rc::new(Mutex::new(line)));
        }
        let given = Rc::new(AtomicU64::new(0));
        Round::of(connections, lasts, |n| {
            let (line, given) = (lines[n].clone(), given.clone());
            move |_| {
                let (line, given) = (line.clone(), given.clone());
                async move {
                    let goes_on = most.is_none_or(|most| given.fetch_add(1, Ordering::Relaxed) < most);
                    if goes_on {
                        line.lock().await.ask().await;
                    }
                    goes_on
                }
            }
        })
        .await
    })
}

impl Line {
    async fn open(demo: &Demo, service: &str) -> Self {
        let stream = TcpStream::connect(demo.address()).await.expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        let key = format!("storm-{:016}", 0);
        let body = format!("{{\"service\":\"{service}\"}}");
        let request = post(demo.address(), PATH, demo.kiosk_token(), &key, &body);
        let key_at = request.windows(key.len()).position(|part| part == key.as_bytes());
        Self { stream, request, key_at: key_at.expect("the key") + 6, read: Vec::with_capacity(4096) }
    }

    /// One ticket.
    async fn ask(&mut self) {
        static KEYS: AtomicU64 = AtomicU64::new(0);
        let key = format!("{:016}", KEYS.fetch_add(1, Ordering::Relaxed));
        self.request[self.key_at..self.key_at + 16].copy_from_slice(key.as_bytes());
        self.stream.write_all(&self.request).await.expect("the request goes out");
        self.read.clear();
        loop {
            assert!(self.stream.read_buf(&mut self.read).await.expect("an answer") > 0, "the server hung up");
            if let Some((status, _, whole)) = measure(&self.read)
                && self.read.len() >= whole
            {
                assert_eq!(status, 201, "{}", String::from_utf8_lossy(&self.read));
                return;
            }
        }
    }
}
