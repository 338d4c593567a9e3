//! An office as a city runs it: `okienko import`, a password, `okienko serve` with a settings file, in real time.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::chance::fresh;
use crate::postgres::Database;
use crate::process::{Process, binary, root};
use crate::python::free_port;
use crate::{Citizen, Clerk, Engine, Http, admin};

/// The sample office's administrator.
const ADMIN: &str = "administrator";
const PASSWORD: &str = "otwieraj sesamie 7";
/// What [`Served::session_of`] sets.
pub const MEMBER_PASSWORD: &str = "zielony rower przed domem";

/// A served office; dropping it kills the server and removes all it stored.
pub struct Served {
    /// The way to it.
    pub http: Http,
    /// Where everything lies.
    pub folder: PathBuf,
    /// The administrator's token.
    pub token: String,
    process: Process,
    _database: Option<Arc<Database>>,
}

impl Served {
    /// Serves the sample office; `notices` are lines of `[office.notices]`, `settings` sections of the server's file.
    pub async fn open(engine: Engine, notices: &str, settings: &str) -> Self {
        let with_notices = |office: String| {
            office.replacen("\n[[departments]]", &format!("\n[office.notices]\n{notices}\n\n[[departments]]"), 1)
        };
        Self::open_changed(engine, with_notices, settings).await
    }

    /// Serves the sample office with changes to its file; `settings` are sections of the server's file.
    pub async fn open_changed(engine: Engine, change: impl FnOnce(String) -> String, settings: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-served-{}", fresh()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let database = (engine == Engine::Postgres).then(|| Arc::new(Database::create()));
        let url = match &database {
            Some(database) => database.url(),
            None => format!("sqlite:{}", folder.join("okienko.db").display()),
        };
        let sample = std::fs::read_to_string(root().join("src/sample/office.toml")).expect("the sample office");
        std::fs::write(folder.join("office.toml"), change(sample)).expect("the office's file");
        command(&["import", "office.toml"], &folder, &url, "");
        command(&["staff", "password", ADMIN], &folder, &url, PASSWORD);
        let listen = format!("127.0.0.1:{}", free_port());
        let mut file = String::new();
        write!(file, "[server]\nlisten = \"{listen}\"\nworkers = 2\n[database]\nurl = \"{url}\"\n{settings}")
            .expect("a text");
        std::fs::write(folder.join("okienko.toml"), file).expect("the settings");
        let process = serve(&folder);
        let http = Http::new(&format!("http://{listen}"));
        let mut served = Self { http, folder, token: String::new(), process, _database: database };
        served.is_ready().await;
        served.token = admin::session(&served.http, ADMIN, PASSWORD).await;
        served
    }

    /// SIGKILL: a power cut for the server.
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// SIGTERM: the server ends in good order.
    pub fn stop(&mut self) {
        let status = self.process.stop();
        assert!(status.success(), "{status}\n{}", self.process.tail());
    }

    /// Serves the same office again, after it was killed or stopped.
    pub async fn start_again(&mut self) {
        self.process = serve(&self.folder);
        self.is_ready().await;
    }

    /// A session of somebody of the office's file, who sets a first password by a link.
    pub async fn session_of(&self, login: &str) -> String {
        let made = self.http.post(&format!("accounts/{login}/link"), Some(&self.token), json!({})).await.ok();
        let link = made.str("url").split('#').nth(1).expect("a token").to_owned();
        let body = json!({ "token": link, "password": MEMBER_PASSWORD });
        self.http.post("account-links/use", None, body).await.ok();
        admin::session(&self.http, login, MEMBER_PASSWORD).await
    }

    /// Whoever holds the administrator's session, at a desk.
    pub fn clerk(&self, desk: &str) -> Clerk {
        Clerk { http: self.http.clone(), token: self.token.clone(), desk: desk.to_owned() }
    }

    async fn is_ready(&mut self) {
        let begun = Instant::now();
        loop {
            let answer = self.http.send(reqwest::Method::GET, "/readyz", None, None, None).await;
            if answer.is_ok_and(|answer| answer.status == 200) {
                return;
            }
            assert!(
                self.process.ended().is_none() && begun.elapsed() < Duration::from_secs(30),
                "{}",
                self.process.tail()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Books the first free term from tomorrow on for an address; answers the citizen and the answer.
    pub async fn booked(&self, email: &str) -> (Citizen, crate::Answer) {
        let mut citizen = Citizen::new(&self.http);
        citizen.email = email.to_owned();
        let services = self.http.get("departments", None).await.ok();
        let all = services.body.as_array().expect("departments").clone();
        let mut bookable = all.iter().flat_map(|one| one["services"].as_array().expect("services").clone());
        let service = bookable.find(|one| one["bookable"] == true).expect("a bookable service");
        let service = service["id"].as_str().expect("an id").to_owned();
        let today = today();
        for _ in 0..20 {
            let (_, slots) = citizen.next_open_day(&service, &today).await;
            let answer = citizen.books(&service, slots[0].start).await;
            if answer.code() != "slot_taken" {
                return (citizen, answer.with_status(201));
            }
        }
        panic!("no free term");
    }

    /// What the server wrote.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("server.log")).unwrap_or_default()
    }
}

/// The office-local day of a server that runs by the machine's clock, as `serve` does.
#[expect(clippy::disallowed_methods, reason = "a served office has no clock of its own to ask")]
/// The office-local day of now: a served office lives in real time.
pub fn today() -> String {
    crate::time::day_of(chrono::Utc::now().fixed_offset())
}

fn serve(folder: &Path) -> Process {
    let file = folder.join("okienko.toml");
    let arguments = ["serve", "--config", file.to_str().expect("a path in UTF-8")];
    Process::start(&arguments, None, &folder.join("server.log"))
}

/// The sample office without closing hours, whatever the day is on which the test runs.
pub fn never_closed(office: String) -> String {
    #[expect(clippy::disallowed_methods, reason = "a served office has no clock of its own to ask")]
    let now = chrono::Utc::now().fixed_offset();
    let days: Vec<String> = [0, 1]
        .map(|ahead| format!("{} = [\"00:00-23:59\"]", crate::time::day_of(now + chrono::TimeDelta::days(ahead))))
        .to_vec();
    let hours = format!("[departments.hours.exceptions]\n{}\n\n[departments.hours.week]", days.join("\n"));
    office.replace("[departments.hours.week]", &hours)
}

fn command(arguments: &[&str], folder: &Path, database: &str, input: &str) {
    let mut command = Command::new(binary());
    command.args(arguments).current_dir(folder).env("DATABASE_URL", database).env("NO_COLOR", "1");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("okienko");
    writeln!(child.stdin.take().expect("its input"), "{input}").expect("input is read");
    let output = child.wait_with_output().expect("its end");
    assert!(output.status.success(), "okienko {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

impl Drop for Served {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- the last words of the server\n{}", self.process.tail());
        }
        self.process.kill();
        if std::env::var_os("OKIENKO_KEEP").is_none() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}
