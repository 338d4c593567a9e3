//! A city with its own identity provider: the served office, and the provider's real process beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use okienko_tests::Engine;
use okienko_tests::process::{Process, root};
use okienko_tests::python::free_port;
use okienko_tests::served::{Served, never_closed};
use serde_json::{Value, json};

/// The name on the button.
pub const NAME: &str = "Miasto Dąbrowa";

/// The office and its provider; dropping it ends both.
pub struct City {
    pub engine: Engine,
    pub served: Served,
    pub issuer: String,
    folder: PathBuf,
    provider: Option<Process>,
}

impl City {
    /// Serves the sample office with sign-on through a provider where nobody is yet.
    pub async fn open(engine: Engine) -> Self {
        let port = free_port();
        let issuer = format!("http://127.0.0.1:{port}");
        let served = Served::open_changed(engine, office, &settings(&issuer)).await;
        let folder = served.folder.join("provider");
        std::fs::create_dir_all(&folder).expect("a folder");
        let mut city = Self { engine, served, issuer, folder, provider: None };
        city.hires(&json!({}));
        city.spoils(&json!({}));
        city.provider = Some(city.starts(port).await);
        city
    }

    async fn starts(&self, port: u16) -> Process {
        let mut command = Command::new("node");
        command.arg(root().join("tests/openid/provider.mjs")).arg(library()).arg(port.to_string());
        command.arg(self.served.http.url("/sign-on/openid/return")).arg(&self.folder);
        let log = self.folder.join("log");
        let mut process = Process::run(command, &log);
        let begun = Instant::now();
        while !std::fs::read_to_string(&log).unwrap_or_default().lines().any(|line| line == "ready") {
            assert!(process.ended().is_none() && begun.elapsed() < Duration::from_secs(30), "{}", process.tail());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        process
    }

    /// The provider is away from now on.
    pub fn loses_the_provider(&mut self) {
        self.provider = None;
    }

    /// Who the provider knows: `{subject: {preferred_username, groups}}`.
    pub fn hires(&self, people: &Value) {
        write(&self.folder.join("people.json"), people);
    }

    /// What is wrong with its tokens from now on; `{}` for nothing.
    pub fn spoils(&self, wrong: &Value) {
        write(&self.folder.join("wrong.json"), wrong);
    }

    /// The folder of the office.
    pub fn office_folder(&self) -> &Path {
        &self.served.folder
    }

    /// What the log says of sign-ons that failed, the latest first: who, and why.
    pub async fn failures(&self) -> Vec<(String, String)> {
        self.lines("sign_on_failed").await
    }

    /// Lines of the access log with an action: who, and the coded circumstance.
    pub async fn lines(&self, action: &str) -> Vec<(String, String)> {
        let day = okienko_tests::time::day_of;
        // A test may run over midnight.
        let (from, to) = (day(now() - TimeDelta::days(1)), day(now()));
        let path = format!("staff/log?from={from}&to={to}&action={action}");
        let answer = self.served.http.get(&path, Some(&self.served.token)).await.ok();
        let text = |line: &Value, first: &str, then: &str| {
            line[first].as_str().or(line[then].as_str()).unwrap_or_default().to_owned()
        };
        let lines = answer.body["lines"].as_array().expect("lines").clone();
        lines.iter().map(|line| (text(line, "login", "who"), text(line, "detail", ""))).collect()
    }
}

/// A served office goes by the machine's clock.
#[expect(clippy::disallowed_methods, reason = "a served office has no clock of its own to ask")]
pub fn now() -> okienko_tests::time::When {
    chrono::Utc::now().fixed_offset()
}

/// Clerks need a second factor here; whom the provider vouches for has it there.
fn office(sample: String) -> String {
    never_closed(sample.replacen(
        "\n[[departments]]",
        "\n[office.security]\nsecond_factor = [\"clerk\"]\n\n[[departments]]",
        1,
    ))
}

/// Written whole and put in its place at once: the provider may be reading.
fn write(file: &Path, value: &Value) {
    let beside = file.with_extension("new");
    std::fs::write(&beside, value.to_string())
        .and_then(|()| std::fs::rename(&beside, file))
        .expect("the provider's folder");
}

/// The groups of the city, the weightiest first.
fn settings(issuer: &str) -> String {
    let mut text = format!(
        "[openid]\nissuer = \"{issuer}\"\nclient_id = \"okienko\"\nclient_secret = \"sekret-okienka\"\nname = \"{NAME}\"\nscopes = [\"profile\", \"groups\"]\n"
    );
    for (group, role, more) in [
        ("informatyka", "admin", ""),
        ("kierownicy", "supervisor", "departments = [\"geodezja\"]\n"),
        ("stanowiska", "clerk", "departments = [\"geodezja\"]\ndesk = \"1\"\n"),
    ] {
        write!(text, "[[openid_roles]]\ngroup = \"{group}\"\nrole = \"{role}\"\n{more}").expect("a text");
    }
    text
}

/// Where oidc-provider lies: `tests/run` fetches it.
fn library() -> PathBuf {
    let given = std::env::var_os("OKIENKO_TEST_OPENID").map(PathBuf::from);
    let path = given.unwrap_or_else(|| root().join("target/openid/node_modules/oidc-provider"));
    assert!(path.exists(), "{} is missing: run `tests/run`, or set OKIENKO_TEST_OPENID", path.display());
    path
}
