//! The kill test: SIGKILL at random moments under load; what was acknowledged is there, once.

use std::collections::BTreeMap;
use std::time::Duration;

use okienko_tests::chance::Chance;
use okienko_tests::counts::{count, seed};
use okienko_tests::engine::told;
use okienko_tests::{Clerk, Engine, Office};

use crate::ledger::{Deed, Ledger};
use crate::load::Crowd;

/// Lives of one office; then a fresh one is opened, so that the ledger stays small.
const LIVES: usize = 20;

#[test]
fn r37_killed_under_load_on_sqlite_loses_and_doubles_nothing() {
    kills(Engine::Sqlite, count("OKIENKO_KILLS_SQLITE", 10, 200));
}

#[test]
fn r37_killed_under_load_on_postgres_loses_and_doubles_nothing() {
    kills(Engine::Postgres, count("OKIENKO_KILLS_POSTGRES", 5, 50));
}

fn kills(engine: Engine, kills: usize) {
    let seed = seed();
    eprintln!("{kills} kills on {engine:?}; to repeat: OKIENKO_SEED={seed}");
    told(async move {
        let mut chance = Chance::of(seed);
        let mut left = kills;
        while left > 0 {
            let lives = left.min(LIVES);
            one_office(engine, lives, &mut chance).await;
            left -= lives;
        }
    });
}

async fn one_office(engine: Engine, lives: usize, chance: &mut Chance) {
    let office = Office::open(engine).await;
    let crowd = Crowd::gathers(&office).await;
    let ledger = Ledger::new(&office.http);
    for life in 0..lives {
        let before = ledger.all().len();
        let tasks = crowd.starts(&ledger, chance.bits() >> 1);
        tokio::time::sleep(Duration::from_millis(50 + chance.below(900))).await;
        office.kill();
        for task in tasks {
            task.await.expect("nobody met a fault");
        }
        office.restart().await;
        ledger.settles().await;
        let deeds = ledger.all();
        assert!(deeds.len() > before, "the load did something in life {life}");
        let old = if life + 1 == lives { 0 } else { before };
        compares(&ledger, &deeds[old..]).await;
        for clerk in crowd.clerks() {
            compares_desk(clerk, &deeds).await;
        }
        has_no_gap(&deeds);
    }
}

/// Every acknowledged deed is found as it was acknowledged, and its key still gives the same answer.
async fn compares(ledger: &Ledger, deeds: &[Deed]) {
    let cancelled: Vec<&str> = deeds.iter().filter_map(|deed| deed.path.strip_suffix("/cancel")).collect();
    for (number, deed) in deeds.iter().enumerate() {
        if let Some((code, token)) = deed.issued() {
            let seen = ledger.http().get(&format!("tickets/{token}"), None).await.with_status(200);
            assert_eq!(seen.str("code"), code);
        }
        if deed.path == "appointments" {
            let path = format!("appointments/{}", deed.answer().str("token"));
            let seen = ledger.http().get(&path, None).await.with_status(200);
            let state = if cancelled.contains(&path.as_str()) { "cancelled" } else { "booked" };
            assert_eq!(seen.str("state"), state, "{path}");
            assert_eq!(seen.body["start"], deed.body["start"]);
        }
        if number % 7 == 0 {
            let again = ledger.repeats(deed).await;
            assert_eq!(again.status, deed.answer().status, "{}: {}", deed.path, again.text);
            for member in ["id", "code", "token", "state"] {
                assert_eq!(again.body[member], deed.answer().body[member], "{} under its old key", deed.path);
                assert_eq!(again.body["ticket"][member], deed.answer().body["ticket"][member], "{}", deed.path);
            }
        }
    }
}

/// The desk stands where its last acknowledged command left it.
async fn compares_desk(clerk: &Clerk, deeds: &[Deed]) {
    let prefix = format!("desks/{}/", clerk.desk);
    let Some(last) = deeds.iter().rfind(|deed| deed.path.starts_with(&prefix)) else {
        return;
    };
    let view = clerk.view().await;
    let (state, code) = (view["state"].as_str().unwrap_or(""), &view["current"]["code"]);
    let answer = &last.answer().body;
    if last.path.ends_with("/call-next") {
        let called = &answer["ticket"]["code"];
        let expected = if called.is_null() { "free" } else { "called" };
        assert_eq!((state, code), (expected, called), "after {}", last.path);
    } else {
        assert_eq!(state, answer["state"].as_str().unwrap_or(""), "after {}", last.path);
        assert_eq!(code, &answer["current"]["code"], "after {}", last.path);
    }
}

/// The numbers issued for each letter are 1, 2, 3, … : none twice, none missing.
fn has_no_gap(deeds: &[Deed]) {
    let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for ticket in deeds.iter().filter(|deed| deed.path == "kiosk/tickets").map(|deed| deed.answer().ticket()) {
        let letter = ticket.code.trim_end_matches(|sign: char| sign.is_ascii_digit()).to_owned();
        numbers.entry(letter).or_default().push(ticket.number());
    }
    for (letter, mut issued) in numbers {
        issued.sort_unstable();
        let expected: Vec<u32> = (1..).take(issued.len()).collect();
        assert_eq!(issued, expected, "the numbers of {letter}");
    }
}
