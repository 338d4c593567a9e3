//! The kiosk computer: the real `okienko-kiosk` over a state folder of its own, its deaths and restarts, and the papers it prints.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use hmac::{Hmac, Mac};
use sha2::Sha256;

use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};
use serde_json::{Value, json};

use crate::admin;
use crate::chance::fresh;
use crate::http::{Answer, Http};
use crate::office::Office;
use crate::process::{Process, root};

/// Waiting times that suit a test: as in life, but shorter.
const BRISK: [(&str, &str); 9] = [
    ("TIMING__CONNECT_MS", "250"),
    ("TIMING__ANSWER_MS", "400"),
    ("TIMING__PATIENCE_MS", "900"),
    ("TIMING__PROBE_MS", "150"),
    ("TIMING__HEALTH_MS", "500"),
    ("TIMING__SERVICES_MS", "700"),
    ("TIMING__REFRESH_MS", "600"),
    ("PAPER__STATUS_MS", "300"),
    ("SPEECH__PROGRAM", ""),
];

/// One running agent. Dropping it kills it and removes all it stored.
pub struct KioskAgent {
    /// The way to its touch page and addresses.
    pub http: Http,
    folder: PathBuf,
    server: String,
    settings: Vec<(String, String)>,
    process: Mutex<Process>,
}

impl KioskAgent {
    /// The agent of the sample office's kiosk, straight at the server, printing into a folder.
    pub async fn of(office: &Office) -> Self {
        let token = office.sample.kiosk.token.clone().expect("the kiosk's token");
        Self::start(office.http.url("").trim_end_matches("/api/v1/"), Some(&token), &[]).await
    }

    /// An agent for the server at `server`; with a token it is paired already. `settings`: `SECTION__KEY` and value.
    pub async fn start(server: &str, token: Option<&str>, settings: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-agent-{}", fresh()));
        std::fs::create_dir_all(folder.join("state")).expect("a state folder");
        if let Some(token) = token {
            std::fs::write(folder.join("state/device-token"), token).expect("the token");
        }
        let all = BRISK.iter().chain(settings);
        let settings: Vec<(String, String)> =
            all.map(|(key, value)| (format!("OKIENKO_KIOSK__{key}"), (*value).to_owned())).collect();
        let (process, http) = run(&folder, server, &settings).await;
        Self { http, folder, server: server.to_owned(), settings, process: Mutex::new(process) }
    }

    /// The state folder.
    pub fn state_folder(&self) -> PathBuf {
        self.folder.join("state")
    }

    /// SIGKILL: a power cut for the agent.
    pub fn kill(&self) {
        self.process.lock().expect("the process").kill();
    }

    /// SIGTERM and a graceful end.
    pub fn stop(&self) -> ExitStatus {
        self.process.lock().expect("the process").stop()
    }

    /// Whether it has ended by itself, and how.
    pub fn ended(&self) -> Option<ExitStatus> {
        self.process.lock().expect("the process").ended()
    }

    /// Starts it again over the same state.
    pub async fn restart(&self) {
        let (process, http) = run(&self.folder, &self.server, &self.settings).await;
        *self.process.lock().expect("the process") = process;
        self.http.moved_to(http.url("/").trim_end_matches('/'));
    }

    /// A touch on a service.
    pub async fn touches(&self, service: &str) -> Answer {
        self.touches_keyed(&fresh(), service).await.expect("an answer")
    }

    /// A touch on a service under a key.
    pub async fn touches_keyed(&self, key: &str, service: &str) -> Result<Answer, reqwest::Error> {
        self.http.try_post_keyed("kiosk/tickets", None, key, json!({ "service": service })).await
    }

    /// Six digits typed.
    pub async fn checks_in(&self, code: &str) -> Answer {
        self.checks_in_keyed(&fresh(), json!({ "code": code })).await.expect("an answer")
    }

    /// Something typed, under a key.
    pub async fn checks_in_keyed(&self, key: &str, typed: Value) -> Result<Answer, reqwest::Error> {
        self.http.try_post_keyed("kiosk/check-ins", None, key, typed).await
    }

    /// `GET /agent/state`.
    pub async fn state(&self) -> Value {
        self.http.get("/agent/state", None).await.ok().body
    }

    /// Waits until `GET /agent/state` says so.
    pub async fn is(&self, member: &str, value: Value) {
        let begun = Instant::now();
        loop {
            let state = self.state().await;
            if state[member] == value {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{member} is not {value}: {state}\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// How many papers came out for each code.
    pub fn papers(&self) -> BTreeMap<String, usize> {
        let mut papers = BTreeMap::new();
        let files = std::fs::read_dir(self.folder.join("papers")).into_iter().flatten();
        for file in files {
            let name = file.expect("a file").file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".png") {
                let code = name.rsplit(['-', '_']).find(|part| is_code(part)).unwrap_or(name);
                *papers.entry(code.to_owned()).or_default() += 1;
            }
        }
        papers
    }

    /// Numbers out of the agent's own journal.
    pub fn count(&self, sql: &str) -> i64 {
        let mut db = self.journal();
        let counted: Counted = diesel::sql_query(format!("SELECT count(*) AS n FROM {sql}"))
            .get_result(&mut db)
            .unwrap_or_else(|why| panic!("{sql}: {why}"));
        counted.n
    }

    fn journal(&self) -> SqliteConnection {
        let file = self.folder.join("state/journal.db");
        let mut db = SqliteConnection::establish(&file.to_string_lossy()).expect("the agent's journal");
        diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut db).expect("patience");
        db
    }

    /// Waits until the server knows everything and nothing is open in the journal.
    pub async fn settles(&self) {
        let begun = Instant::now();
        loop {
            let open = self.count(OPEN);
            if open == 0 {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(25), "{open} things stay open\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until it holds leases and a day list for the office's day, so that it can go on alone.
    pub async fn is_ready_alone(&self) {
        let begun = Instant::now();
        while self.count("leases WHERE used = 0") == 0 || self.count("notes WHERE name = 'visits_day'") == 0 {
            assert!(begun.elapsed() < Duration::from_secs(20), "no leases\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the day list holds so many visits.
    pub async fn knows_visits(&self, count: i64) {
        let begun = Instant::now();
        while self.count("visits") < count {
            assert!(begun.elapsed() < Duration::from_secs(20), "no day list\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until its day list holds these codes.
    pub async fn knows_entries(&self, codes: &[&str]) {
        let token = std::fs::read_to_string(self.folder.join("state/device-token")).expect("the token");
        let day = "2026-11-23";
        let entries: Vec<String> = codes.iter().map(|code| format!("'{}'", entry(&token, day, code))).collect();
        let known = format!("visits WHERE entry IN ({})", entries.join(","));
        let begun = Instant::now();
        while self.count(&known) < i64::try_from(codes.len()).expect("a few") {
            assert!(begun.elapsed() < Duration::from_secs(20), "no day list\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until its leases are of this day.
    pub async fn is_of_day(&self, day: &str) {
        let begun = Instant::now();
        while self.count(&format!("leases WHERE used = 0 AND day = '{day}'")) == 0 {
            assert!(begun.elapsed() < Duration::from_secs(20), "no leases of {day}\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Makes trouble at the simulated printer: `paper_end`, `breaks`, `unsure`, …; nothing ends it.
    pub fn printer_is(&self, word: Option<&str>) {
        let papers = self.folder.join("papers");
        std::fs::create_dir_all(&papers).expect("the folder of papers");
        match word {
            Some(word) => std::fs::write(papers.join("status"), word).expect("a word"),
            None => drop(std::fs::remove_file(papers.join("status"))),
        }
    }

    /// The last lines it logged.
    pub fn log(&self) -> String {
        self.process.lock().map(|process| process.tail()).unwrap_or_default()
    }
}

/// Everything that a healed kiosk must have brought to an end.
const OPEN: &str = "touches WHERE state = 'asked' OR (state = 'withdrawn' AND kind = 'check_in') OR paper IN ('waiting', 'sending') OR twin IN ('sought', 'found') \
    OR (paper IN ('printed', 'failed') AND NOT paper_told) OR key IN (SELECT touch FROM entries WHERE state = 'waiting')";

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

/// `R012`.
fn is_code(part: &str) -> bool {
    let digits = part.trim_start_matches(|sign: char| sign.is_ascii_uppercase());
    digits.len() >= 3 && digits.len() < part.len() && digits.bytes().all(|sign| sign.is_ascii_digit())
}

/// The keyed hash of a code in the day list of a kiosk.
fn entry(token: &str, day: &str, code: &str) -> String {
    let mac = |key: &[u8], text: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key");
        mac.update(text.as_bytes());
        mac.finalize().into_bytes()
    };
    let hash = mac(&mac(token.as_bytes(), &format!("okienko day list {day}")), code);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn run(folder: &Path, server: &str, settings: &[(String, String)]) -> (Process, Http) {
    let log = folder.join("agent.log");
    let before = std::fs::metadata(&log).map(|file| file.len()).unwrap_or(0);
    let mut command = Command::new(binary());
    command.args(["--server", server, "--listen", "127.0.0.1:0"]);
    command.arg("--state").arg(folder.join("state"));
    if !settings.iter().any(|(name, _)| name.ends_with("PRINTER__CONNECTION")) {
        command.arg("--simulate-printer").arg(folder.join("papers"));
    }
    command.envs(settings.iter().map(|(name, value)| (name, value))).env("NO_COLOR", "1");
    let mut process = Process::run(command, &log);
    let begun = Instant::now();
    loop {
        let text = std::fs::read(&log).unwrap_or_default();
        let new = String::from_utf8_lossy(text.get(usize::try_from(before).expect("a length")..).unwrap_or_default())
            .into_owned();
        if let Some(line) = new.lines().find(|line| line.starts_with("http://")) {
            return (process, Http::new(line.trim_end_matches('/')));
        }
        if let Some(status) = process.ended() {
            panic!("the agent ended with {status} before it was ready\n{}", process.tail());
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "the agent is not ready\n{}", process.tail());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The agent's binary: `OKIENKO_KIOSK_BIN`, or what `cargo build` left in the target folder.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("OKIENKO_KIOSK_BIN") {
        return PathBuf::from(path);
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let path = target.join("debug/okienko-kiosk");
    assert!(path.exists(), "{} is missing: run `cargo build --workspace` first", path.display());
    path
}

/// The token of one more kiosk of the office, let in by the administrator.
pub async fn another_kiosk(office: &Office) -> String {
    let http = &office.http;
    let asked = http.post("pairings", None, json!({ "kind": "kiosk" })).await.with_status(201);
    let admin = admin::token(office).await;
    approves(http, &admin, asked.str("code")).await;
    let polled = http.get(&format!("pairings/{}", asked.str("poll_token")), None).await.ok();
    polled.str("token").to_owned()
}

/// The administrator lets in whoever shows this code.
pub async fn approves(http: &Http, admin: &str, code: &str) {
    http.post(&format!("pairings/{code}/approve"), Some(admin), json!({ "name": "Kiosk przy wejściu" })).await.ok();
}

impl Drop for KioskAgent {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- the last words of the agent\n{}", self.log());
        }
        self.kill();
        if std::env::var_os("OKIENKO_KEEP").is_none() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}
