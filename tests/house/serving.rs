//! `okienko serve` over the imported sample office, with settings of its own. Its clock is the machine's.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};

use crate::chance::fresh;
use crate::citizen::{Citizen, Slot};
use crate::http::Http;
use crate::postgres::Database;
use crate::process::{Process, root, runs};
use crate::{Engine, time};

/// One running server. Dropping it kills the server and removes all it stored.
pub struct Serving {
    /// The way to it.
    pub http: Http,
    folder: PathBuf,
    process: Process,
    _database: Option<Arc<Database>>,
}

impl Serving {
    /// Imports the sample office into a fresh database and serves it with these settings (`OKIENKO__SECTION__KEY`).
    pub async fn opens(engine: Engine, settings: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-serving-{}", fresh()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let database = (engine == Engine::Postgres).then(|| Arc::new(Database::create()));
        let file = || format!("sqlite:{}", folder.join("okienko.db").display());
        let url = database.as_ref().map_or_else(file, |database| database.url());
        runs(&["import", root().join("src/sample/office.toml").to_str().expect("a path in UTF-8")], &url);
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let (listen, mail) = (format!("127.0.0.1:{port}"), folder.join("mail"));
        let own =
            [("OKIENKO__SERVER__LISTEN", listen.as_str()), ("OKIENKO__MAIL__FOLDER", mail.to_str().expect("UTF-8"))];
        let settings: Vec<_> = own.into_iter().chain(settings.iter().copied()).collect();
        let process = Process::start_with(&["serve"], Some(&url), &settings, &folder.with_extension("log"));
        let mut serving = Self { http: Http::new(&format!("http://{listen}")), folder, process, _database: database };
        serving.is_ready().await;
        serving
    }

    async fn is_ready(&mut self) {
        let begun = Instant::now();
        loop {
            assert!(self.process.ended().is_none(), "the server ended\n{}", self.process.tail());
            if let Ok(answer) = self.http.send(reqwest::Method::GET, "/readyz", None, None, None).await
                && answer.status == 200
            {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "not ready\n{}", self.process.tail());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Free terms of a service in the next ten days, by the server's own clock, from tomorrow on.
    pub async fn terms(&self, service: &str) -> Vec<Slot> {
        let answer = self.http.get("departments", None).await.ok();
        let date = answer.headers.get("date").and_then(|date| date.to_str().ok()).expect("a date");
        let now = DateTime::parse_from_rfc2822(date).expect("a date of RFC 2822");
        let (from, to) = (time::day_of(now + TimeDelta::days(1)), time::day_of(now + TimeDelta::days(10)));
        Citizen::new(&self.http).slots(service, &from, &to).await
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- the last words of the server\n{}", self.process.tail());
        }
        self.process.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
        let _ = std::fs::remove_file(self.folder.with_extension("log"));
    }
}
