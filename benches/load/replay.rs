//! A start over a journal with 20,000 events of today.

use crate::args::Wish;
use crate::databases::{Base, Engine};
use crate::journal;
use crate::offices::{self, department_id};
use crate::report::{Figure, Report, Target};
use crate::server::Server;
use crate::stats::{median, ms};
use okienko_actors::{Office, OfficeClock, Settings, process_now_ms};
use okienko_mail::Post;
use okienko_queue::throttle::CITY;
use okienko_queue::time::from_ms;
use okienko_store::Store;
use std::time::Instant;

const EVENTS: usize = 20_000;
const DEPARTMENTS: usize = 4;

/// In process (limit: reading the same rows), and the whole process (limit: the same start with an empty journal).
pub fn events_20000(wish: &Wish, report: &mut Report) {
    if !wish.wants("replay_20000") {
        return;
    }
    let (full, empty) = (Base::fresh(Engine::Sqlite), Base::fresh(Engine::Sqlite));
    fill(&full, EVENTS / DEPARTMENTS);
    fill(&empty, 0);
    let rounds = wish.either(9, 3);
    let (mut starts, mut limits) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        limits.push(ms(Server::serve(&empty).started));
        starts.push(ms(Server::serve(&full).started));
    }
    let (opened, read) = actix::System::new().block_on(open(&full, rounds));
    let figure = |name: &str, value: &[f64], limit: &[f64]| Figure {
        name: format!("replay_20000_{name}"),
        value: median(value),
        unit: "ms",
        limit: Some(median(limit)),
        target: Target::AtMost(1_000.0),
    };
    report.tell(figure("ms", &opened, &read));
    report.tell(figure("binary_ms", &starts, &limits));
}

fn fill(base: &Base, events: usize) {
    let (store, now) = (base.store(), from_ms(process_now_ms()));
    let office = offices::office(DEPARTMENTS, now);
    journal::import(&store, &office);
    let mut appender = store.appender().expect("a writer");
    for (n, config) in office.departments.iter().enumerate().filter(|_| events > 0) {
        journal::append(&mut appender, config, &journal::morning(config, n, now, events, 50));
    }
}

async fn open(base: &Base, rounds: usize) -> (Vec<f64>, Vec<f64>) {
    let store = base.store();
    let (mut opened, mut limits) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        limits.push(read(&store));
        let settings = Settings { public_url: "http://127.0.0.1:8080".into(), throttle: CITY };
        let begun = Instant::now();
        let office = Office::open(store.clone(), Post::memory().0, OfficeClock::real(), settings).await;
        opened.push(ms(begun.elapsed()));
        let office = office.expect("the office opens");
        let seq = office.look(&department_id(0), |department, _, _| department.seq()).await;
        assert!(seq.expect("a look") > (EVENTS / DEPARTMENTS - 10) as u64);
        office.stop().await;
    }
    (opened, limits)
}

/// Milliseconds of reading all rows, without a look into them.
fn read(store: &Store) -> f64 {
    let (begun, mut rows) = (Instant::now(), 0);
    for n in 0..DEPARTMENTS {
        rows += store.events_from(department_id(n).as_str(), 1, 1_000_000).expect("events").len();
    }
    assert!(rows > EVENTS - 100 && rows <= EVENTS);
    ms(begun.elapsed())
}
