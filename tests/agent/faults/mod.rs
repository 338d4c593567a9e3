//! Seeded faults: each seed draws touches and troubles at two kiosks, heals everything, and lets an auditor compare what visitors were
//! told, what came out of the printers and what the server holds.
//!
//! `OKIENKO_FAULTS` sets the number of seeds (5; 500 with `OKIENKO_FULL=1`), `OKIENKO_SEED` repeats a run from its first seed.

mod auditor;
mod touch;
mod town;

use okienko_tests::Engine;
use okienko_tests::chance::Chance;
use okienko_tests::counts::{count, seed};

use super::told;
use town::Town;

/// Seeds of one office; then a fresh one is opened, so that its lists stay short.
const OF_ONE_OFFICE: usize = 10;

#[test]
fn r27_faults_lose_and_double_no_ticket_on_sqlite() {
    runs(Engine::Sqlite, count("OKIENKO_FAULTS", 5, 500));
}

#[test]
fn r27_faults_lose_and_double_no_ticket_on_postgres() {
    runs(Engine::Postgres, count("OKIENKO_FAULTS_POSTGRES", 2, 50));
}

fn runs(engine: Engine, seeds: usize) {
    let first = seed() % 1_000_000;
    eprintln!("{seeds} seeds of faults on {engine:?} from {first}");
    told(async move {
        let mut left = seeds;
        while left > 0 {
            let many = left.min(OF_ONE_OFFICE);
            let mut town = Town::opens(engine).await;
            for number in 0..many {
                let seed = first + (seeds - left + number) as u64;
                eprintln!("seed {seed}; to repeat: OKIENKO_SEED={seed} OKIENKO_FAULTS=1");
                town.lives(&mut Chance::of(seed)).await;
            }
            left -= many;
        }
    });
}
