//! The agent: everything that its threads share.

use crate::catalogue::Catalogue;
use crate::clock::OfficeClock;
use crate::contact::Contact;
use crate::failure::Failure;
use crate::identity::Identity;
use crate::journal::Journal;
use crate::press::Press;
use crate::service::Service;
use crate::settings::Settings;
use crate::speech::Speech;
use crate::throttle::Throttle;
use crate::upstream::{Answer, Call, Lost, Upstream};
use crate::watch::Page;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Unknown codes in so many minutes (R25), as the server's default.
const GUESSES: (usize, Duration) = (10, Duration::from_secs(300));

/// The exit code that asks systemd for a new start.
pub const RESTART: u8 = 75;

/// Everything that the threads share.
pub struct Agent {
    /// What was set.
    pub settings: Settings,
    /// The durable memory.
    pub journal: Journal,
    /// The office's clock.
    pub clock: OfficeClock,
    /// The way to the server.
    pub upstream: Upstream,
    /// Whether the server is there.
    pub contact: Contact,
    /// Who this kiosk is.
    pub identity: Identity,
    /// What the server said about the office.
    pub catalogue: Catalogue,
    /// The printer's thread.
    pub press: Press,
    /// The page on the screen.
    pub page: Page,
    /// Reading aloud.
    pub speech: Speech,
    /// The service menu.
    pub service: Service,
    /// Guesses of codes without the server.
    pub guesses: Throttle,
    /// One touch at a time: one person stands there.
    pub touching: Mutex<()>,
    /// Touches that wait for their turn.
    pub waiting: AtomicUsize,
    /// How many leases there were when they were fetched last.
    pub leases: AtomicI64,
    stop: AtomicBool,
    exit: AtomicU8,
}

impl Agent {
    /// The agent over its state folder; no thread runs yet.
    ///
    /// # Errors
    /// Exit code 1 when the folder or the journal cannot be used, 2 for a printer or certificates that the settings misname.
    pub fn new(settings: Settings) -> Result<Arc<Self>, Failure> {
        let folder = &settings.state.folder;
        make(folder)?;
        let journal = Journal::open(folder)?;
        let catalogue = Catalogue::remembered(&journal);
        let zone = catalogue.setup().office.time_zone.parse().ok();
        let (guesses, within) = GUESSES;
        Ok(Arc::new(Self {
            clock: OfficeClock::new(journal.note("contact"), zone),
            upstream: Upstream::new(&settings)?,
            contact: Contact::default(),
            identity: Identity::read(folder)?,
            press: Press::new(&settings)?,
            page: Page::new(&settings),
            speech: Speech::new(&settings),
            service: Service::default(),
            guesses: Throttle::new(guesses, within),
            touching: Mutex::new(()),
            waiting: AtomicUsize::new(0),
            leases: AtomicI64::new(0),
            stop: AtomicBool::new(false),
            exit: AtomicU8::new(0),
            catalogue,
            journal,
            settings,
        }))
    }

    /// Asks the server, and takes note of whether it answers, what time it is there, and whether it still knows this kiosk.
    pub fn ask(&self, call: Call, body: Option<&serde_json::Value>) -> Result<Answer, Lost> {
        let heard = match body {
            Some(body) => self.upstream.post(call, body),
            None => self.upstream.get(call),
        };
        self.noted(call.token, heard)
    }

    /// Takes note of an answer or of its absence.
    pub fn noted(&self, token: Option<&str>, heard: Result<Answer, Lost>) -> Result<Answer, Lost> {
        match &heard {
            // What stands before a server that is away answers 502 to 504; a fault in one answer does not make it away.
            Ok(answer) if !(502..=504).contains(&answer.status) => {
                self.contact.heard();
                self.hear_clock(answer);
                if answer.status == 401
                    && let Some(token) = token
                {
                    self.unpair(token);
                }
            }
            _ => self.contact.lost(),
        }
        heard
    }

    fn hear_clock(&self, answer: &Answer) {
        let Some(now) = answer.now_ms() else { return };
        let before = self.clock.contact();
        let contact = self.clock.heard(now, answer.times.0, answer.times.1);
        // Written when it says something new: the offset has moved, or the last one is old.
        let moved = before.is_none_or(|before| {
            (before.offset_ms - contact.offset_ms).abs() > 250 || contact.server_ms - before.server_ms > 30_000
        });
        if moved && let Err(failure) = self.journal.remember("contact", &contact) {
            tracing::error!(%failure, "the office's clock is not remembered");
        }
    }

    fn unpair(&self, token: &str) {
        if self.identity.forget(token) {
            self.catalogue.forget();
            if let Err(failure) = self.journal.forget_server() {
                tracing::error!(%failure, "what the server had given is not forgotten");
            }
            self.contact.ring();
        }
    }

    /// The office's day as the journal writes it; empty while the zone is unknown.
    pub fn day(&self) -> String {
        self.clock.day().map(|day| day.to_string()).unwrap_or_default()
    }

    /// How long a wait of the settings is.
    pub fn millis(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    /// Whether the threads are to end.
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }

    /// Ends the threads; the process ends with `code`.
    pub fn stop(&self, code: u8) {
        self.exit.store(code, Ordering::Release);
        self.stop.store(true, Ordering::Release);
        self.contact.ring();
        self.press.ring();
    }

    /// The exit code.
    pub fn exit(&self) -> u8 {
        self.exit.load(Ordering::Acquire)
    }
}

fn make(folder: &Path) -> Result<(), Failure> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| Failure::undone(format!("the state folder {}: {error}", folder.display())))
}
