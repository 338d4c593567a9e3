//! The real binary as a child process, killed when it is dropped.

use crate::databases::{Base, Folder};
use crate::http::Http;
use serde_json::Value;
use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Patience for a start.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server.
pub struct Server {
    child: Child,
    address: SocketAddr,
    /// From the start of the process to the first answer of `/readyz`.
    pub started: Duration,
}

impl Server {
    /// `okienko serve` over a database that holds an office.
    pub fn serve(base: &Base) -> Self {
        Self::serve_with(base, &[])
    }

    /// As [`Self::serve`], with more settings.
    pub fn serve_with(base: &Base, settings: &[(&str, &str)]) -> Self {
        let address = free();
        let mut command = okienko(base.folder());
        command.arg("serve").env("DATABASE_URL", base.url()).env("OKIENKO__SERVER__LISTEN", address.to_string());
        command.env("OKIENKO__MAIL__TRANSPORT", "memory").envs(settings.iter().copied());
        Self::start(command, address, base.folder())
    }

    fn start(mut command: Command, address: SocketAddr, folder: &Path) -> Self {
        let begun = Instant::now();
        let child = command.spawn().expect("the binary starts");
        let mut server = Self { child, address, started: Duration::ZERO };
        while Http::connect(address).and_then(|mut http| http.get("/readyz")).ok() != Some(200) {
            let log = || std::fs::read_to_string(folder.join("log")).unwrap_or_default();
            assert!(server.child.try_wait().expect("a child").is_none(), "the server ended\n{}", log());
            assert!(begun.elapsed() < PATIENCE, "the server is not ready\n{}", log());
            std::thread::sleep(Duration::from_millis(1));
        }
        server.started = begun.elapsed();
        server
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Resident memory now, KiB.
    pub fn rss_kib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        number.expect("the resident memory")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The sample office, on a Monday morning.
pub struct Demo {
    server: Server,
    card: Value,
    _database: Option<Base>,
    _folder: Folder,
}

impl Demo {
    /// `okienko demo` over a fresh SQLite file, or over an empty database of another engine.
    pub fn open(database: Option<Base>) -> Self {
        let (folder, address) = (Folder::fresh(), free());
        let mut command = okienko(folder.path());
        command.arg("demo").arg("--data").arg(folder.path()).arg("--listen").arg(address.to_string());
        command.args(["--start-at", "2026-11-23T08:00:00+01:00"]);
        if let Some(base) = &database {
            command.env("DATABASE_URL", base.url());
        }
        let server = Server::start(command, address, folder.path());
        let text = wait_for(&folder.path().join("demo.json"));
        let card = serde_json::from_str(&text).expect("demo.json");
        Self { server, card, _database: database, _folder: folder }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.server.address
    }

    /// A connection.
    pub fn http(&self) -> Http {
        Http::connect(self.address()).expect("a connection")
    }

    /// What `demo.json` says at a place.
    pub fn text(&self, pointer: &str) -> &str {
        self.card.pointer(pointer).and_then(Value::as_str).expect("an entry of demo.json")
    }

    /// The kiosk's token.
    pub fn kiosk_token(&self) -> &str {
        self.text("/kiosk/token")
    }

    /// A session of whoever stands at a place of `demo.json`.
    pub fn session(&self, pointer: &str) -> String {
        let login = self.text(&format!("{pointer}/login"));
        let password = self.text(&format!("{pointer}/password"));
        let body = serde_json::json!({ "login": login, "password": password }).to_string();
        let answer = self.http().post("/api/v1/session", "none", &body);
        answer["token"].as_str().expect("a token").to_owned()
    }

    /// The services of all departments, or those that one desk offers.
    pub fn services(&self, desk: Option<&str>) -> Vec<String> {
        let departments = self.card["departments"].as_array().expect("departments");
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let services = departments.iter().flat_map(|one| match desk {
            None => list(&one["services"]).iter().map(|service| service["id"].clone()).collect(),
            Some(desk) => {
                let desks = list(&one["desks"]);
                desks.iter().find(|one| one["id"] == desk).map(|one| list(&one["services"])).unwrap_or_default()
            }
        });
        services.filter_map(|id| id.as_str().map(str::to_owned)).collect()
    }
}

fn okienko(folder: &Path) -> Command {
    let log = || File::options().create(true).append(true).open(folder.join("log")).expect("a log");
    // Another build of the server can be held against this one.
    let binary = std::env::var_os("OKIENKO_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_okienko").into());
    let mut command = Command::new(binary);
    command.current_dir(folder).stdin(Stdio::null()).stdout(log()).stderr(log()).env_remove("DATABASE_URL");
    command
}

fn wait_for(path: &Path) -> String {
    let begun = Instant::now();
    loop {
        match std::fs::read_to_string(path) {
            Ok(text) => return text,
            Err(why) => assert!(begun.elapsed() < PATIENCE, "{}: {why}", path.display()),
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A port that nobody has now.
pub fn free() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address")
}
