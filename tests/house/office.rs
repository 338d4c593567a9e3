//! The office: the real binary over a fresh database, its clock, its deaths and restarts.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use chrono::TimeDelta;
use serde_json::json;

use crate::chance::fresh;
use crate::citizen::Citizen;
use crate::http::{Answer, Http};
use crate::postgres::Database;
use crate::process::Process;
use crate::sample::Sample;
use crate::time::{MONDAY, When, instant, written};
use crate::{Board, Clerk, Engine, Kiosk, admin};

/// One node of the sample office. Dropping it kills the server and removes all it stored.
pub struct Office {
    /// The engine below.
    pub engine: Engine,
    /// The way to the node; people hold clones.
    pub http: Http,
    /// What `demo.json` says.
    pub sample: Sample,
    /// The PostgreSQL database, shared by the nodes over it.
    pub database: Option<Arc<Database>>,
    folder: PathBuf,
    process: Mutex<Process>,
    clock: Mutex<(When, Instant)>,
}

impl Office {
    /// Opens the sample office on Monday at 08:00 office time.
    pub async fn open(engine: Engine) -> Self {
        Self::open_at(engine, MONDAY).await
    }

    /// Opens the sample office at the given office time (RFC 3339).
    pub async fn open_at(engine: Engine, start: &str) -> Self {
        let database = (engine == Engine::Postgres).then(|| Arc::new(Database::create()));
        Self::start(engine, database, instant(start)).await
    }

    /// A second server over the same PostgreSQL database, with the secrets of the first filled in.
    pub async fn second_node(&self) -> Self {
        let mut node = self.second_node_without_secrets().await;
        node.sample.learn_secrets(&self.sample);
        node
    }

    /// As [`Self::second_node`], with `demo.json` as the second node wrote it.
    pub async fn second_node_without_secrets(&self) -> Self {
        assert_eq!(self.engine, Engine::Postgres, "over SQLite there is one node by design");
        Self::start(self.engine, self.database.clone(), self.now()).await
    }

    async fn start(engine: Engine, database: Option<Arc<Database>>, start: When) -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-test-{}", fresh()));
        std::fs::create_dir_all(&folder).expect("a data folder");
        let url = database.as_ref().map(|database| database.url());
        let (mut process, before) = run_demo(&folder, url.as_deref(), start, ANY_PORT);
        let sample = wait_for_demo(&folder, &mut process, before).await;
        let http = Http::new(&sample.base_url);
        let clock = Mutex::new((start, Instant::now()));
        Self { engine, http, sample, database, folder, process: Mutex::new(process), clock }
    }

    /// The data folder of the demo.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The value of `DATABASE_URL` for commands over the same data.
    pub fn database_url(&self) -> String {
        let file = || format!("sqlite:{}", self.folder.join("okienko.db").display());
        self.database.as_ref().map_or_else(file, |database| database.url())
    }

    /// The office time by this house's own reckoning (the clock runs on from where it was set).
    pub fn now(&self) -> When {
        let (set, at) = *self.clock.lock().expect("the clock");
        set + TimeDelta::from_std(at.elapsed()).expect("a short time")
    }

    /// Sets the office clock and returns after the tick's events are durable.
    pub async fn clock(&self, to: When) {
        let token = admin::token(self).await;
        self.clock_by(&token, to).await.ok();
    }

    /// Sets the office clock with the given bearer token and returns the answer.
    pub async fn clock_by(&self, token: &str, to: When) -> Answer {
        let answer = self.http.post("/demo/clock", Some(token), json!({ "now": written(to) })).await;
        if answer.status < 300 {
            *self.clock.lock().expect("the clock") = (to, Instant::now());
        }
        answer
    }

    /// Moves the office clock forward (or back, when negative) by whole seconds.
    pub async fn advance_seconds(&self, seconds: i64) {
        self.clock(self.now() + TimeDelta::seconds(seconds)).await;
    }

    /// Moves the office clock by whole minutes.
    pub async fn advance(&self, minutes: i64) {
        self.advance_seconds(minutes * 60).await;
    }

    /// SIGKILL.
    pub fn kill(&self) {
        self.process.lock().expect("the process").kill();
    }

    /// SIGTERM and a graceful end.
    pub fn stop(&self) {
        let status = self.process.lock().expect("the process").stop();
        assert!(status.success(), "SIGTERM ends the server gracefully, it ended with {status}");
    }

    /// Starts the server again over the same data, at the office time it would be.
    pub async fn restart(&self) {
        self.start_again(ANY_PORT).await;
    }

    /// As [`Self::restart`], at the address it had: open pages and sockets find it again.
    pub async fn restart_in_place(&self) {
        let base = self.http.url("/");
        self.start_again(base.trim_start_matches("http://").trim_end_matches('/')).await;
    }

    async fn start_again(&self, listen: &str) {
        let start = self.now();
        let url = self.database.as_ref().map(|database| database.url());
        let (mut process, before) = run_demo(&self.folder, url.as_deref(), start, listen);
        let sample = wait_for_demo(&self.folder, &mut process, before).await;
        self.http.moved_to(&sample.base_url);
        *self.clock.lock().expect("the clock") = (start, Instant::now());
        *self.process.lock().expect("the process") = process;
    }

    /// The last lines the server wrote.
    pub fn log_tail(&self) -> String {
        self.process.lock().map(|process| process.tail()).unwrap_or_default()
    }

    /// A new citizen with a phone and a mail address of their own.
    pub fn citizen(&self) -> Citizen {
        Citizen::new(&self.http)
    }

    /// The kiosk in the hall.
    pub fn kiosk(&self) -> Kiosk {
        let token = self.sample.kiosk.token.as_deref().expect("the kiosk's token");
        Kiosk::new(&self.http, token)
    }

    /// The clerk of `desk`, signed on.
    pub async fn clerk(&self, desk: &str) -> Clerk {
        Clerk::signs_on(self, desk).await
    }

    /// The clerks of all desks that offer `service`, signed on.
    pub async fn clerks_of(&self, service: &str) -> Vec<Clerk> {
        let mut clerks = Vec::new();
        for desk in self.sample.desks_of(service) {
            clerks.push(self.clerk(&desk).await);
        }
        clerks
    }

    /// The lobby's board, connected.
    pub async fn board(&self) -> Board {
        Board::connects(&self.http, &self.sample.board.id).await
    }

    /// What the holder of a ticket's link sees.
    pub async fn ticket_status(&self, token: &str) -> Answer {
        self.http.get(&format!("tickets/{token}"), None).await
    }

    /// The state of a ticket by its link.
    pub async fn ticket_state(&self, token: &str) -> String {
        self.ticket_status(token).await.ok().str("state").to_owned()
    }
}

/// A free port of this machine.
const ANY_PORT: &str = "127.0.0.1:0";

/// Starts the demo; also returns when `demo.json` was written before, so that a new one can be told from the old.
fn run_demo(folder: &Path, database: Option<&str>, start: When, listen: &str) -> (Process, Option<SystemTime>) {
    let before = written_at(folder);
    let data = folder.to_str().expect("a path in UTF-8");
    let arguments = ["demo", "--data", data, "--listen", listen, "--start-at", &written(start)];
    (Process::start(&arguments, database, &folder.with_extension("log")), before)
}

fn written_at(folder: &Path) -> Option<SystemTime> {
    std::fs::metadata(folder.join("demo.json")).and_then(|file| file.modified()).ok()
}

async fn wait_for_demo(folder: &Path, process: &mut Process, before: Option<SystemTime>) -> Sample {
    let begun = Instant::now();
    while written_at(folder).is_none() || written_at(folder) == before {
        if let Some(status) = process.ended() {
            panic!("the server ended with {status} before it was ready\n{}", process.tail());
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "no demo.json after 30 s\n{}", process.tail());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let text = std::fs::read_to_string(folder.join("demo.json")).expect("demo.json");
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("demo.json is not as promised: {why}\n{text}"))
}

impl Drop for Office {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- the last words of the server ({:?})\n{}", self.engine, self.log_tail());
        }
        self.kill();
        if std::env::var_os("OKIENKO_KEEP").is_none() {
            let _ = std::fs::remove_dir_all(&self.folder);
            let _ = std::fs::remove_file(self.folder.with_extension("log"));
        }
    }
}
