//! A fresh PostgreSQL database for every office, dropped at its end.

use std::sync::atomic::{AtomicU32, Ordering};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

/// What to do when there is no PostgreSQL: a missing engine fails the run, it never skips it.
const ADVICE: &str = "OKIENKO_TEST_POSTGRES is not set. Every test runs on both engines. Use `tests/run`, which starts a \
    throw-away PostgreSQL, or set it to a server that trusts you: postgres://postgres@127.0.0.1:5432/";

/// One database of one office. Dropping the value drops the database, with whoever is still connected.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// Creates an empty database under a name of its own.
    ///
    /// # Panics
    /// Without a server: with advice how to get one.
    pub fn create() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("OKIENKO_TEST_POSTGRES").unwrap_or_else(|_| panic!("{ADVICE}"));
        let name = format!("okienko_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let database = Self { server: server.trim_end_matches('/').to_owned(), name };
        database.drop_and("create");
        database
    }

    /// The address for `DATABASE_URL`.
    pub fn url(&self) -> String {
        format!("{}/{}", self.server, self.name)
    }

    /// Takes the database away: nobody can connect, and whoever was connected is thrown out.
    pub fn goes_away(&self) {
        self.tell_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS false", self.name));
        self.tell_server(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        ));
    }

    /// Lets the server connect again after [`Self::goes_away`].
    pub fn comes_back(&self) {
        self.tell_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name));
    }

    fn drop_and(&self, then: &str) {
        self.tell_server(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        if then == "create" {
            self.tell_server(&format!("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", self.name));
        }
    }

    fn tell_server(&self, sql: &str) {
        let address = format!("{}/postgres", self.server);
        let mut connection =
            PgConnection::establish(&address).unwrap_or_else(|why| panic!("PostgreSQL at {address}: {why}\n{ADVICE}"));
        sql_query(sql).execute(&mut connection).unwrap_or_else(|why| panic!("{sql}: {why}"));
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Ok(mut connection) = PgConnection::establish(&format!("{}/postgres", self.server)) {
            let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
            let _ = sql_query(drop).execute(&mut connection);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_comes_goes_away_comes_back_and_is_dropped() {
        let database = Database::create();
        let url = database.url();
        assert!(PgConnection::establish(&url).is_ok());
        database.goes_away();
        assert!(PgConnection::establish(&url).is_err());
        database.comes_back();
        let open = PgConnection::establish(&url);
        assert!(open.is_ok());
        drop(database);
        assert!(PgConnection::establish(&url).is_err());
    }
}
