//! From the touch at a kiosk to the paper: the real agent before the sample office, printing into a folder.

use crate::args::Wish;
use crate::databases::Folder;
use crate::http::Http;
use crate::report::{Figure, Report, Target};
use crate::server::{Demo, free};
use crate::stats::{ms, quantile};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The city's patience at a kiosk.
const WANTED_MS: f64 = 300.0;
/// Patience for a pairing: the agent asks every five seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Milliseconds from the touch to the answer "printed"; as many papers as touches.
pub fn from_touch(wish: &Wish, report: &mut Report) {
    if !wish.wants("touch_to_paper") {
        return;
    }
    let Some(binary) = binary() else {
        return report.cannot("touch_to_paper", "ms", "build the agent first: cargo build --release -p okienko-kiosk");
    };
    let (demo, touches) = (Demo::open(None), wish.either(200, 40));
    let services = demo.services(None);
    let agent = Agent::paired(&binary, &demo);
    let mut http = agent.http();
    let waits: Vec<f64> = (0..touches).map(|n| touch(&mut http, &services[n % services.len()])).collect();
    assert_eq!(agent.papers(), touches, "a paper for each touch");
    let mut tell = |name: &str, of, target| {
        let figure = Figure { name: name.to_owned(), value: quantile(&waits, of), unit: "ms", limit: None, target };
        report.tell(figure);
    };
    tell("touch_to_paper_p50_ms", 0.5, Target::None);
    tell("touch_to_paper_p95_ms", 0.95, Target::AtMost(WANTED_MS));
}

fn touch(http: &mut Http, service: &str) -> f64 {
    let begun = Instant::now();
    let body = serde_json::json!({ "service": service }).to_string();
    let answer = http.post("/api/v1/kiosk/tickets", "none", &body);
    assert_eq!(answer["print"]["state"], "printed", "{answer}");
    ms(begun.elapsed())
}

/// Beside the server's binary, or wherever `OKIENKO_KIOSK_BIN` says.
fn binary() -> Option<PathBuf> {
    let named = std::env::var_os("OKIENKO_KIOSK_BIN").map(PathBuf::from);
    let built = || Path::new(env!("CARGO_BIN_EXE_okienko")).with_file_name("okienko-kiosk");
    Some(named.unwrap_or_else(built)).filter(|path| path.exists())
}

/// A running agent, killed when it is dropped.
struct Agent {
    child: Child,
    address: SocketAddr,
    folder: Folder,
}

impl Agent {
    /// Started, let in by the administrator, and with the office's services in its hands.
    fn paired(binary: &Path, demo: &Demo) -> Self {
        let (folder, address) = (Folder::fresh(), free());
        let at = |name: &str| folder.path().join(name);
        let log = || File::options().create(true).append(true).open(folder.path().join("log")).expect("a log");
        let mut command = Command::new(binary);
        command.arg("--server").arg(format!("http://{}", demo.address())).arg("--listen").arg(address.to_string());
        command.arg("--state").arg(at("state")).arg("--simulate-printer").arg(at("paper"));
        command.stdin(Stdio::null()).stdout(log()).stderr(log());
        let agent = Self { child: command.spawn().expect("the agent starts"), address, folder };
        let code = agent.waits_for(|state| state["code"].as_str().map(str::to_owned));
        let path = format!("/api/v1/pairings/{code}/approve");
        demo.http().post(&path, &demo.session("/admin"), r#"{"name":"bench"}"#);
        agent.waits_for(|state| (state["paired"] == true && state["server"] == "online").then_some(()));
        agent
    }

    fn waits_for<T>(&self, seen: impl Fn(&serde_json::Value) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            let state = Http::connect(self.address).map(|mut http| http.get_json("/agent/state", "none"));
            if let Some(found) = state.ok().as_ref().and_then(&seen) {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "the agent never gets ready");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn http(&self) -> Http {
        Http::connect(self.address).expect("a connection")
    }

    fn papers(&self) -> usize {
        let files = std::fs::read_dir(self.folder.path().join("paper")).expect("papers");
        files.flatten().filter(|file| file.path().extension().is_some_and(|end| end == "png")).count()
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
