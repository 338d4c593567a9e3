//! Durable commands a second through the actors, in process, against a bare group commit of the same rows.

use crate::args::Wish;
use crate::bare::{Bare, DEPARTMENTS, Words};
use crate::databases::{Base, Engine};
use crate::offices::{department_id, monday, office, service_id};
use crate::report::{Figure, Report, Target};
use crate::stats::{median, ms, quantile};
use crate::{journal, machine};
use okienko_actors::{Ask, Key, Office, OfficeClock, Settings};
use okienko_mail::Post;
use okienko_queue::command::Command;
use okienko_queue::throttle::CITY;
use std::time::{Duration, Instant};

/// What closed-loop clients got in one round.
pub struct Round {
    /// Acknowledged commands a second.
    pub per_second: f64,
    /// Milliseconds to each acknowledgement.
    pub waits: Vec<f64>,
}

impl Round {
    /// So many clients, each asking again as soon as it was answered, until the time is over. `client(n)` makes the n-th
    /// client: a function from the number of its command to whether it goes on. Needs a local set.
    pub async fn of<A, F>(clients: usize, lasts: Duration, mut client: impl FnMut(usize) -> A) -> Self
    where
        A: FnMut(u64) -> F + 'static,
        F: Future<Output = bool> + 'static,
    {
        let (begun, mut tasks) = (Instant::now(), Vec::new());
        for n in 0..clients {
            let mut ask = client(n);
            tasks.push(tokio::task::spawn_local(async move {
                let mut waits = Vec::new();
                while begun.elapsed() < lasts {
                    let sent = Instant::now();
                    if !ask(waits.len() as u64).await {
                        break;
                    }
                    waits.push(ms(sent.elapsed()));
                }
                waits
            }));
        }
        let mut waits = Vec::new();
        for task in tasks {
            waits.extend(task.await.expect("a client"));
        }
        Self { per_second: waits.len() as f64 / begun.elapsed().as_secs_f64(), waits }
    }
}

/// The figures of one engine with 1, 8 and 64 clients.
pub fn commands(wish: &Wish, report: &mut Report, engine: Engine) {
    for clients in [1, 8, 64] {
        let name = format!("durable_commands_{clients}_{}", engine.name());
        if !wish.wants(&name) {
            continue;
        }
        if let Some(reason) = engine.missing() {
            report.cannot(&name, "1/s", reason);
            continue;
        }
        let (actors, bare) = actix::System::new().block_on(alternate(wish, engine, clients));
        let target = if clients == 64 { Target::RatioAtLeast(0.5) } else { Target::None };
        tell(report, &name, &actors, &bare, target);
    }
}

/// Commands a second and the quantiles of their waits.
pub fn tell(report: &mut Report, name: &str, rounds: &[Round], limits: &[Round], target: Target) {
    let speed = |rounds: &[Round]| median(&rounds.iter().map(|one| one.per_second).collect::<Vec<_>>());
    let wait = |rounds: &[Round], of| median(&rounds.iter().map(|one| quantile(&one.waits, of)).collect::<Vec<_>>());
    let (value, limit) = (speed(rounds), Some(speed(limits)));
    report.tell(Figure { name: name.to_owned(), value, unit: "1/s", limit, target });
    for (end, of) in [("p50", 0.5), ("p99", 0.99)] {
        report.tell(Figure {
            name: format!("{name}_{end}_ms"),
            value: wait(rounds, of),
            unit: "ms",
            limit: Some(wait(limits, of)),
            target: Target::None,
        });
    }
}

async fn alternate(wish: &Wish, engine: Engine, clients: usize) -> (Vec<Round>, Vec<Round>) {
    let base = Base::fresh(engine);
    let store = base.store();
    journal::import(&store, &office(DEPARTMENTS, monday()));
    let clock = OfficeClock::starting(monday(), 1.0);
    let settings = Settings { public_url: "http://127.0.0.1:8080".into(), throttle: CITY };
    let office = Office::open(store, Post::memory().0, clock, settings).await.expect("the office opens");
    let answer = ask(&office, 0, "load-first").await;
    let bare = Bare::start(Base::fresh(engine), Words { event: event(), answer });
    let lasts = Duration::from_millis(wish.either(1_500, 400));
    let (mut actors, mut limits) = (Vec::new(), Vec::new());
    for round in 0..wish.either(7, 3) {
        std::thread::scope(|scope| {
            limits.push(scope.spawn(|| bare.round(clients, lasts)).join().expect("a round"));
        });
        let client = |n: usize| {
            let office = office.clone();
            move |number: u64| {
                let (office, key) = (office.clone(), format!("load-{round:02}-{n:04}-{number:09}"));
                async move { !ask(&office, n % DEPARTMENTS, &key).await.is_empty() }
            }
        };
        actors.push(Round::of(clients, lasts, client).await);
    }
    office.stop().await;
    (actors, limits)
}

async fn ask(office: &Office, department: usize, key: &str) -> String {
    let ask = Ask {
        department: department_id(department),
        command: Command::IssueTicket { service: service_id(department, 0), priority: None, language: None },
        actor: "kiosk:load".into(),
        key: Some(Key { key: key.to_owned(), body_hash: "0".repeat(64) }),
        person: None,
    };
    office.ask(ask).await.expect("a ticket").body
}

/// The body of a ticket's event as the journal holds it.
pub fn event() -> String {
    let mut department = machine::queue(10);
    let command = Command::IssueTicket { service: service_id(0, 0), priority: None, language: None };
    let step = department.step(&command, "kiosk:load", monday());
    serde_json::to_string(&step.records[0].event).expect("an event as JSON")
}
