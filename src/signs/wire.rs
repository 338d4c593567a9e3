//! Feeds the signs of one line: on every change, and all of them again once a minute.

use crate::health::Health;
use crate::line::Line;
use crate::link::{Link, PATIENCE};
use crate::pause::Pause;
use crate::picture::Picture;
use crate::sign::Sign;
use std::io;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// A sign that was switched off and on again is right after this time at the latest.
const AGAIN: Duration = Duration::from_secs(60);

/// The signs of one line.
pub(crate) struct Wire {
    signs: Vec<Sign>,
    pub(crate) health: Health,
    link: Option<Link>,
    opened: Instant,
    pause: Pause,
    /// What the last try was about, whether it went well or not.
    tried: Vec<Line>,
    /// When all is sent without a change.
    next: Instant,
}

impl Wire {
    /// The signs at one address; `None` without any.
    pub(crate) fn of(signs: Vec<Sign>) -> Option<Self> {
        let address = signs.first()?.transport.to_string();
        let now = Instant::now();
        let health = Health::new("okienko_sign_online", address);
        Some(Self { signs, health, link: None, opened: now, pause: Pause::default(), tried: Vec::new(), next: now })
    }

    /// Feeds them for as long as there are pictures.
    pub(crate) async fn keep(mut self, mut told: watch::Receiver<Picture>) {
        loop {
            let lines: Vec<Line> = {
                let picture = told.borrow_and_update();
                self.signs.iter().map(|sign| sign.shows(&picture)).collect()
            };
            self.feed(lines).await;
            tokio::select! {
                more = told.changed() => if more.is_err() { return },
                () = sleep_until(self.next) => {}
                () = closed(&mut self.link) => self.rest(),
            }
        }
    }

    /// Sends what has changed, or everything when that is due. What failed is tried again after a pause, or with the next
    /// change: a call is worth a try.
    async fn feed(&mut self, lines: Vec<Line>) {
        let due = Instant::now() >= self.next;
        if !due && lines == self.tried {
            return;
        }
        let before = std::mem::replace(&mut self.tried, lines);
        match self.send(due, &before).await {
            Ok(()) => {
                self.health.on();
                if due {
                    self.next = Instant::now() + AGAIN;
                }
            }
            Err(why) => {
                self.rest();
                self.health.off(&why.to_string());
            }
        }
    }

    async fn send(&mut self, all: bool, before: &[Line]) -> io::Result<()> {
        let fresh = self.link.is_none();
        if fresh {
            self.link = Some(Link::open(&self.signs.first().ok_or(io::ErrorKind::NotFound)?.transport).await?);
            self.opened = Instant::now();
        }
        let Some(link) = &mut self.link else { return Ok(()) };
        for (n, line) in self.tried.iter().enumerate() {
            if all || fresh || before.get(n) != Some(line) {
                link.send(&line.bytes, PATIENCE).await?;
            }
        }
        Ok(())
    }

    /// The link is gone: everything is sent again after a pause.
    fn rest(&mut self) {
        let held = if self.link.take().is_some() { self.opened.elapsed() } else { Duration::ZERO };
        self.next = Instant::now() + self.pause.after(held);
    }
}

async fn closed(link: &mut Option<Link>) {
    match link {
        Some(link) => link.closed().await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use tokio::io::AsyncReadExt;
    use tokio::net::TcpListener;

    fn wire(port: u16) -> Wire {
        let url = format!("tcp://127.0.0.1:{port}");
        let keys = [("desk", "1"), ("url", url.as_str()), ("line", "{code}")];
        let sign = Sign::read(&keys.map(|(key, value)| (key.to_owned(), value.to_owned())).into()).unwrap();
        Wire::of(vec![sign.clone(), sign]).unwrap()
    }

    fn lines(one: &str, other: &str) -> Vec<Line> {
        [one, other].map(|text| Line { bytes: text.into(), call: None }).to_vec()
    }

    #[tokio::test]
    async fn a_change_is_sent_alone_and_everything_again_when_its_time_has_come() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut wire = wire(listener.local_addr().unwrap().port());
        wire.feed(lines("a", "b")).await;
        wire.feed(lines("a", "b")).await;
        wire.feed(lines("a", "c")).await;
        assert!(wire.next > Instant::now() + AGAIN / 2, "the next round is due in a minute");
        wire.next = Instant::now();
        wire.feed(lines("a", "c")).await;
        drop(wire);
        let (mut sign, _) = listener.accept().await.unwrap();
        let mut heard = String::new();
        sign.read_to_string(&mut heard).await.unwrap();
        assert_eq!(heard, "abcac");
    }

    #[tokio::test]
    async fn a_line_without_power_rests_and_a_change_is_worth_a_try() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let mut wire = wire(port);
        wire.feed(lines("a", "b")).await;
        assert!(!wire.health.gauge().is_on() && wire.next > Instant::now());
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        wire.feed(lines("a", "b")).await;
        assert!(!wire.health.gauge().is_on(), "it rests");
        wire.feed(lines("a", "c")).await;
        assert!(wire.health.gauge().is_on());
        drop(wire);
        let mut heard = String::new();
        listener.accept().await.unwrap().0.read_to_string(&mut heard).await.unwrap();
        assert_eq!(heard, "ac", "all of it, for the sign knows nothing");
    }
}
