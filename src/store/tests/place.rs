//! A fresh database of either engine for one test, removed afterwards.

use crate::store::Store;
use diesel::connection::SimpleConnection;
use diesel::{Connection as _, PgConnection, SqliteConnection};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Place {
    pub url: String,
    kind: Kind,
}

enum Kind {
    Sqlite { dir: PathBuf, holder: Option<SqliteConnection> },
    Postgres { server: String, name: String },
}

const ADVICE: &str = "OKIENKO_TEST_POSTGRES is not set: give a PostgreSQL server where tests may create databases, \
    for example OKIENKO_TEST_POSTGRES=postgres://postgres@127.0.0.1:5432/";

fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let noise = u32::from_le_bytes(crate::secrets::random::<4>().unwrap());
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("okienko_test_{}_{next}_{noise:08x}", std::process::id())
}

impl Place {
    pub fn sqlite() -> Self {
        let dir = std::env::temp_dir().join(fresh_name());
        std::fs::create_dir_all(&dir).unwrap();
        Self { url: format!("sqlite:{}", dir.join("office.db").display()), kind: Kind::Sqlite { dir, holder: None } }
    }

    pub fn postgres() -> Self {
        let server = std::env::var("OKIENKO_TEST_POSTGRES").expect(ADVICE);
        let server = server.trim_end_matches('/').to_owned();
        let name = fresh_name();
        let place = Self { url: format!("{server}/{name}"), kind: Kind::Postgres { server, name } };
        place.admin("CREATE DATABASE $ TEMPLATE template0");
        place
    }

    pub fn store(&self) -> Store {
        Store::open(&self.url).unwrap()
    }

    /// Runs statements beside the store; `$` is the database's name.
    pub fn raw(&self, sql: &str) {
        match &self.kind {
            Kind::Sqlite { .. } => {
                let path = self.url.strip_prefix("sqlite:").unwrap();
                let mut c = SqliteConnection::establish(path).unwrap();
                c.batch_execute(sql).unwrap();
            }
            Kind::Postgres { .. } => {
                let mut c = PgConnection::establish(&self.url).unwrap();
                c.batch_execute(sql).unwrap();
            }
        }
    }

    fn admin(&self, sql: &str) {
        let Kind::Postgres { server, name } = &self.kind else {
            return;
        };
        let mut c = PgConnection::establish(&format!("{server}/postgres")).expect(ADVICE);
        for statement in sql.split(';') {
            c.batch_execute(&statement.replace('$', name)).unwrap();
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.kind, Kind::Sqlite { .. })
    }

    /// Ends every connection, as a restart of the server does.
    pub fn cut_connections(&self) {
        self.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$'");
    }

    /// From now on nothing can be written (SQLite) or even reached (PostgreSQL).
    pub fn take_away(&mut self) {
        self.admin("ALTER DATABASE $ ALLOW_CONNECTIONS false");
        self.cut_connections();
        if let Kind::Sqlite { holder, .. } = &mut self.kind {
            let path = self.url.strip_prefix("sqlite:").unwrap();
            let mut c = SqliteConnection::establish(path).unwrap();
            c.batch_execute("BEGIN IMMEDIATE").unwrap();
            *holder = Some(c);
        }
    }

    pub fn bring_back(&mut self) {
        self.admin("ALTER DATABASE $ ALLOW_CONNECTIONS true");
        if let Kind::Sqlite { holder, .. } = &mut self.kind {
            *holder = None;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        match &self.kind {
            Kind::Sqlite { dir, .. } => drop(std::fs::remove_dir_all(dir)),
            Kind::Postgres { server, name } => {
                if let Ok(mut c) = PgConnection::establish(&format!("{server}/postgres")) {
                    let gone = c.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"));
                    drop(gone);
                }
            }
        }
    }
}
