//! Simulated citizens and clerks of the demo. They know nothing but the HTTP interface and the office clock, so whatever
//! they show is what real people would see. Chance is seeded; refusals are part of the day, never an error.

mod bookings;
mod chance;
mod check_ins;
mod clerks;
mod day;
mod http;
mod people;
mod walk_ins;

use super::secrets::Known;
use super::setup::KIOSK;
use crate::failure::Failure;
use chance::Chance;
use check_ins::Visits;
use http::Http;
use okienko_actors::OfficeClock;
use okienko_queue::ids::DeskId;
use okienko_queue::office::{OfficeFile, Role};
use okienko_queue::time::Instant;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

/// Nobody looks at the clock more often than this, real time.
const SHORTEST: Duration = Duration::from_millis(20);
/// Nobody sleeps longer without looking whether the clock was set, real time.
const LONGEST: Duration = Duration::from_millis(500);

/// What the visitors sign on with.
pub struct Keys {
    kiosk: String,
    passwords: Vec<(String, String)>,
}

impl Keys {
    /// Everything that is needed, or nothing.
    pub fn from_known(known: &Known) -> Option<Self> {
        let kiosk = known.kiosk.clone()?;
        (!known.passwords.is_empty()).then(|| Self { kiosk, passwords: known.passwords.clone() })
    }
}

/// The visitors and clerks; they go home when this is dropped.
pub struct Town(Arc<Streets>);

/// What everybody in the town shares.
pub struct Streets {
    pub(crate) http: Http,
    pub(crate) office: OfficeFile,
    pub(crate) kiosk: String,
    pub(crate) visits: Visits,
    clock: OfficeClock,
    chance: Chance,
    home: AtomicBool,
    people: AtomicU32,
}

impl Town {
    /// Begins the life of the town on a thread of its own.
    ///
    /// # Errors
    /// Exit code 1 when the system gives no thread or randomness.
    pub fn wake(
        base_url: String,
        office: OfficeFile,
        keys: Keys,
        clock: OfficeClock,
        seed: u64,
    ) -> Result<Self, Failure> {
        let now = clock.now();
        // The same seed at the same hour gives the same day; another hour other people, so that limits per phone hold.
        let chance = Chance::new(seed ^ now.timestamp_millis().unsigned_abs());
        let streets = Arc::new(Streets {
            http: Http::new(base_url)?,
            office,
            kiosk: keys.kiosk,
            visits: Visits::default(),
            clock,
            chance,
            home: AtomicBool::new(false),
            people: AtomicU32::new(0),
        });
        let town = Self(streets.clone());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failure::undone(format!("visitors: {error}")))?;
        let life = move || runtime.block_on(live(streets, keys.passwords));
        let thread = std::thread::Builder::new().name("visitors".into()).spawn(life);
        thread.map_err(|error| Failure::undone(format!("visitors: {error}")))?;
        tracing::info!(kiosk = KIOSK, seed, "visitors and clerks are on their way");
        Ok(town)
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.0.home.store(true, Ordering::Relaxed);
    }
}

async fn live(streets: Arc<Streets>, passwords: Vec<(String, String)>) {
    let mut lives = vec![
        begin(walk_ins::arrive(streets.clone())),
        begin(bookings::book(streets.clone())),
        begin(check_ins::check_in(streets.clone())),
    ];
    let clerks = streets.office.staff.iter().filter(|one| one.role == Role::Clerk);
    for (ordinal, clerk) in (1000..).zip(clerks) {
        let password = passwords.iter().find(|(login, _)| *login == clerk.login).map(|(_, password)| password.clone());
        if let (Some(password), Some(desk)) = (password, clerk.desk.clone()) {
            lives.push(begin(clerks::work(streets.clone(), clerk.login.clone(), password, desk, ordinal)));
        }
    }
    for life in lives {
        if life.await.is_err() {
            tracing::warn!("a simulated person has left the demo for good");
        }
    }
}

fn begin(life: impl Future<Output = ()> + Send + 'static) -> tokio::task::JoinHandle<()> {
    tokio::spawn(life)
}

impl Streets {
    /// The office's now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Whether the demo ends.
    pub fn is_over(&self) -> bool {
        self.home.load(Ordering::Relaxed)
    }

    /// A stream of chance of one's own.
    pub fn chance(&self, stream: u64) -> Chance {
        self.chance.stream(stream)
    }

    /// A number that no other simulated person of this run has.
    pub fn next_person(&self) -> u32 {
        self.people.fetch_add(1, Ordering::Relaxed)
    }

    /// Lets office time pass. A clock set forward ends it early, one set back does not hold it longer.
    pub async fn minutes(&self, minutes: f64) {
        let wanted = chrono::TimeDelta::milliseconds((minutes * 60_000.0) as i64);
        let until = self.now() + wanted;
        let real = Duration::from_secs_f64((minutes.max(0.0) * 60.0 / self.clock.speed()).min(86_400.0));
        let mut left = real.max(SHORTEST);
        while !self.is_over() && !left.is_zero() {
            let step = left.min(LONGEST);
            tokio::time::sleep(step).await;
            left = left.saturating_sub(step);
            if self.now() >= until && left < real / 2 {
                return;
            }
        }
    }

    /// Lets real time pass, after a refusal that trying again at once would not mend.
    pub async fn breathe(&self, milliseconds: u64) {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }

    /// Whether the department of a desk has its doors open.
    pub fn is_open(&self, desk: &DeskId) -> bool {
        let department = self.office.department_of_desk(desk);
        department.is_some_and(|one| one.hours.is_open(one.time_zone, self.now()))
    }
}
