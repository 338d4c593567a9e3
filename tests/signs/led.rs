//! A played LED sign: takes connections and keeps every line it is sent.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// How long a sign waits for its line before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// What ends a line.
const END: u8 = 3;

/// A sign with power. Dropping it cuts the power.
pub struct Led {
    /// Where it listens.
    pub port: u16,
    lines: Arc<Mutex<Vec<String>>>,
    power: JoinHandle<()>,
}

impl Led {
    /// Switches a sign on; port 0 picks a free one.
    pub async fn on(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("the port of the sign");
        let port = listener.local_addr().expect("its address").port();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let power = tokio::spawn(async move {
            let mut callers = JoinSet::new();
            while let Ok((caller, _)) = listener.accept().await {
                callers.spawn(keep(caller, kept.clone()));
            }
        });
        Self { port, lines, power }
    }

    /// A sign that takes connections and never reads.
    pub async fn mute() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let power = tokio::spawn(async move {
            let mut callers = Vec::new();
            while let Ok((caller, _)) = listener.accept().await {
                callers.push(caller);
            }
        });
        Self { port, lines: Arc::default(), power }
    }

    /// Cuts the power and waits until everything is closed.
    pub async fn off(mut self) -> u16 {
        self.power.abort();
        let _ = (&mut self.power).await;
        self.port
    }

    /// The settings of a sign on this one's line; `what` is `desk = …` or `board = …`.
    pub fn setting(&self, what: &str, more: &str) -> String {
        let port = self.port;
        format!("[[signs]]\n{what}\nurl = \"tcp://127.0.0.1:{port}\"\n{more}\n")
    }

    /// Every line so far, without its end.
    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().expect("the lines").clone()
    }

    /// Waits until the newest line of all that begin like it is this one.
    pub async fn shows(&self, address: &str, text: &str) {
        let wanted = format!("\u{2}{address}{text}");
        let head = format!("\u{2}{address}");
        self.waits(&format!("{wanted:?}"), |lines| {
            lines.iter().rfind(|line| line.starts_with(&head)).is_some_and(|line| *line == wanted)
        })
        .await;
    }

    /// Waits until the lines fit.
    pub async fn waits(&self, what: &str, fits: impl Fn(&[String]) -> bool) {
        let begun = Instant::now();
        while !fits(&self.lines()) {
            assert!(begun.elapsed() < PATIENCE, "never shown: {what}; shown: {:?}", self.lines());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Led {
    fn drop(&mut self) {
        self.power.abort();
    }
}

async fn keep(mut caller: TcpStream, lines: Arc<Mutex<Vec<String>>>) {
    let (mut unread, mut some) = (Vec::new(), [0; 256]);
    while let Ok(count) = caller.read(&mut some).await {
        if count == 0 {
            return;
        }
        unread.extend_from_slice(&some[..count]);
        while let Some(end) = unread.iter().position(|byte| *byte == END) {
            let line: Vec<u8> = unread.drain(..=end).collect();
            lines.lock().expect("the lines").push(String::from_utf8_lossy(&line[..end]).into_owned());
        }
    }
}
