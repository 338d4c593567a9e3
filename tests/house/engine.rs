//! One text, two engines: every test runs on SQLite and on PostgreSQL.

use crate::Office;

/// The database engine an office runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The default: a file in the data folder of the demo.
    Sqlite,
    /// A fresh database on the server named by `OKIENKO_TEST_POSTGRES`.
    Postgres,
}

/// Opens an office on `engine` at the usual instant ([`crate::time::MONDAY`]) and runs `test` in it.
pub fn tell<F, Fut>(engine: Engine, test: F)
where
    F: FnOnce(Office) -> Fut,
    Fut: Future<Output = ()>,
{
    told(async move {
        let office = Office::open(engine).await;
        test(office).await;
    });
}

/// Runs one asynchronous test to its end on two worker threads.
pub fn told(test: impl Future<Output = ()>) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a tokio runtime");
    runtime.block_on(test);
}

/// Makes the tests `name::sqlite` and `name::postgres` of each `async fn name(office: Office) { … }`.
#[macro_export]
macro_rules! on_both_engines {
    ($( $(#[$meta:meta])* async fn $name:ident($office:ident: Office) $body:block )+) => { $(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn test($office: $crate::Office) $body

            #[test]
            fn sqlite() {
                $crate::engine::tell($crate::Engine::Sqlite, test);
            }

            #[test]
            fn postgres() {
                $crate::engine::tell($crate::Engine::Postgres, test);
            }
        }
    )+ };
}

/// Makes the tests `name::sqlite` and `name::postgres` of each `async fn name(engine: Engine)` that opens what it needs by itself.
#[macro_export]
macro_rules! on_each_engine {
    ($( $name:ident )+) => { $(
        mod $name {
            #[test]
            fn sqlite() {
                $crate::engine::told(super::$name($crate::Engine::Sqlite));
            }

            #[test]
            fn postgres() {
                $crate::engine::told(super::$name($crate::Engine::Postgres));
            }
        }
    )+ };
}
