//! Against slot trading and bots: limits at the door of the web (`serve`), proofs of work, and the rules of a strict office. R8, R13, R19.

mod caller;
mod doors;
mod limits;
mod page;
mod proof;
mod rules;

use okienko_tests::Engine;
use okienko_tests::engine::told;

/// Runs a test on both engines, one after the other.
fn on_each<Fut: Future<Output = ()>>(test: impl Fn(Engine) -> Fut) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        told(test(engine));
    }
}
