//! Fresh databases on the disk of the build, gone after use.

use okienko_store::Store;
use okienko_tests::chance::fresh;
use okienko_tests::postgres::Database;
use std::path::{Path, PathBuf};

/// The two engines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// The server of `OKIENKO_TEST_POSTGRES`.
    Postgres,
}

impl Engine {
    /// As it ends the name of a figure.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }

    /// Why it cannot be measured here, if it cannot.
    pub fn missing(self) -> Option<&'static str> {
        let needed = self == Self::Postgres;
        let missing = needed && std::env::var_os("OKIENKO_TEST_POSTGRES").is_none();
        missing.then_some("OKIENKO_TEST_POSTGRES names no server")
    }
}

/// A folder on the disk that the build lies on (a memory disk would flatter every figure), removed at the end.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    pub fn fresh() -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("load-{}", fresh()));
        std::fs::create_dir_all(&path).expect("a folder for the data");
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An empty database.
pub struct Base {
    url: String,
    /// Dropped with whatever is still connected.
    _database: Option<Database>,
    folder: Folder,
}

impl Base {
    /// A new one on an engine.
    pub fn fresh(engine: Engine) -> Self {
        let folder = Folder::fresh();
        let database = (engine == Engine::Postgres).then(Database::create);
        let file = folder.path().join("okienko.db");
        let url = database.as_ref().map_or_else(|| format!("sqlite:{}", file.display()), Database::url);
        Self { url, _database: database, folder }
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The folder beside it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Opened, with its schema.
    pub fn store(&self) -> Store {
        Store::open(&self.url).expect("the database opens")
    }
}
