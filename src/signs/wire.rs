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
