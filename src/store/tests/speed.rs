//! How many commands a second one writer makes durable; run by hand: `cargo test --release -p okienko-store speed --
//! --ignored --nocapture --test-threads 1`.

use super::batches::{answer, batch, visit};
use super::both;
use std::time::Instant;

both! {
    #[ignore = "a measurement, not a check"]
    fn batches_of_64_commands(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let rounds = 300_i64;
        let began = Instant::now();
        for round in 0..rounds {
            let mut full = batch("g", round * 64, 64);
            for n in round * 64..(round + 1) * 64 {
                full.enclosure.visits.push(visit("g", n, 1));
                full.enclosure.answers.push(answer(0, &format!("key-of-command-{n:020}")));
            }
            appender.append(&[full]).unwrap();
        }
        let took = began.elapsed().as_secs_f64();
        eprintln!("{}: {:.0} commands/s", store_name(&store), 64.0 * rounds as f64 / took);
    }
}

fn store_name(store: &crate::Store) -> &'static str {
    match store.engine() {
        crate::Engine::Sqlite => "SQLite",
        crate::Engine::Postgres => "PostgreSQL",
    }
}
