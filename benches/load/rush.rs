//! A day is released and two thousand people want one of its ninety terms, each from behind an address that the limits see, all in the
//! same moment. The guard stands as a server has it; its proofs are made easy here, because the crowd shares the machine.

use crate::args::Wish;
use crate::databases::{Base, Engine};
use crate::http::{Http, measure};
use crate::journal;
use crate::offices::{self, service_id};
use crate::report::{Figure, Report, Target};
use crate::server::Server;
use crate::stats::{median, ms, quantile};
use chrono::{Days, NaiveTime};
use okienko_actors::process_now_ms;
use okienko_queue::config::SlotRule;
use okienko_queue::hours::{Hours, Span};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{day_of, from_ms};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Barrier;

const TERMS: usize = 90;
/// People who share one address.
const HOUSEHOLD: usize = 2;
/// An answer later than this is too late.
const PATIENCE_MS: f64 = 2_000.0;
/// Between two looks at the list of services.
const LOOK_EVERY: Duration = Duration::from_millis(50);
const SETTINGS: [(&str, &str); 2] = [("OKIENKO__WEB__TRUST_PROXY", "true"), ("OKIENKO__GUARD__PROOF_BITS", "8")];

/// Bookings, waits and what the list of services did meanwhile, on both engines.
pub fn of_the_released_day(wish: &Wish, report: &mut Report) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let name = format!("rush_{}", engine.name());
        if !wish.wants(&name) {
            continue;
        }
        match engine.missing() {
            Some(reason) => report.cannot(&name, "bookings", reason),
            None => run(report, &name, engine, wish.either(2_000, 400)),
        }
    }
}

fn run(report: &mut Report, name: &str, engine: Engine, people: usize) {
    let base = Base::fresh(engine);
    journal::import(&base.store(), &office());
    let server = Server::serve_with(&base, &SETTINGS);
    let (address, terms) = (server.address(), free(server.address()));
    assert_eq!(terms.len(), TERMS, "the released day");
    let quiet = looks(address, &AtomicBool::new(true));
    let over = AtomicBool::new(false);
    let (crowd, list) = std::thread::scope(|scope| {
        let list = scope.spawn(|| looks(address, &over));
        let crowd = scope.spawn(|| crowd(address, &terms, people)).join().expect("the crowd");
        over.store(true, Ordering::Relaxed);
        (crowd, list.join().expect("the looks"))
    });
    let booked: Vec<&String> = crowd.iter().filter_map(|person| person.booked.as_ref()).collect();
    let different: BTreeSet<&String> = booked.iter().copied().collect();
    assert_eq!((booked.len(), different.len()), (TERMS, TERMS), "ninety bookings, nothing doubled");
    assert!(free(address).is_empty(), "nothing is left");
    let waits: Vec<f64> = crowd.iter().flat_map(|person| person.waits.iter().copied()).collect();
    let slowest = |waits: &[f64]| waits.iter().copied().fold(0.0, f64::max);
    let mut tell = |end: &str, value, unit, limit, target| {
        report.tell(Figure { name: format!("{name}{end}"), value, unit, limit, target });
    };
    tell("", booked.len() as f64, "bookings", Some(TERMS as f64), Target::RatioAtLeast(1.0));
    tell("_answers", waits.len() as f64, "answers", None, Target::None);
    tell("_answer_p50_ms", quantile(&waits, 0.5), "ms", None, Target::None);
    tell("_answer_slowest_ms", slowest(&waits), "ms", None, Target::AtMost(PATIENCE_MS));
    let unhurried = Some(median(&quiet));
    tell("_services_p50_ms", median(&list), "ms", unhurried, Target::None);
    tell("_services_slowest_ms", slowest(&list), "ms", unhurried, Target::AtMost(PATIENCE_MS));
}

/// An office with one released day, tomorrow: ninety terms for one visit each.
fn office() -> OfficeFile {
    let now = from_ms(process_now_ms());
    let mut file = offices::office(1, now);
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    let tomorrow = day_of(chrono_tz::Europe::Warsaw, now) + Days::new(1);
    for department in &mut file.departments {
        department.hours = Hours::default();
        department.hours.exceptions.insert(tomorrow, vec![Span { from: at(8, 0), to: at(15, 30) }]);
        for service in department.services.iter_mut().take(1) {
            service.duration_minutes = 5;
            service.slots = Some(SlotRule { first: at(8, 0), every_minutes: 5, capacity: 1 });
        }
    }
    file
}

/// The beginnings of all free terms.
fn free(address: SocketAddr) -> Vec<String> {
    let today = day_of(chrono_tz::Europe::Warsaw, from_ms(process_now_ms()));
    let path = format!("/api/v1/services/{}/slots?from={today}&to={}", service_id(0, 0), today + Days::new(3));
    let answer = Http::connect(address).expect("a connection").get_json(&path, "none");
    let days = answer["days"].as_array().expect("days").iter();
    let slots = days.flat_map(|day| day["slots"].as_array().expect("slots").clone());
    slots.map(|slot| slot["start"].as_str().expect("a start").to_owned()).collect()
}

/// Looks at the list of services, as page and as data, at least ten times and until it is over; milliseconds of each.
fn looks(address: SocketAddr, over: &AtomicBool) -> Vec<f64> {
    let (mut http, mut waits) = (Http::connect(address).expect("a connection"), Vec::new());
    while waits.len() < 10 || !over.load(Ordering::Relaxed) {
        for path in ["/", "/api/v1/departments"] {
            let begun = Instant::now();
            assert_eq!(http.get(path).expect("an answer"), 200, "{path}");
            waits.push(ms(begun.elapsed()));
        }
        std::thread::sleep(LOOK_EVERY);
    }
    waits
}

/// What became of one person: the visit, and how long each answer took (the first with its connection).
#[derive(Default)]
struct Person {
    booked: Option<String>,
    waits: Vec<f64>,
}

fn crowd(address: SocketAddr, terms: &[String], people: usize) -> Vec<Person> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let start = Arc::new(Barrier::new(people));
        let running: Vec<_> = (0..people)
            .map(|number| {
                let (start, wish) = (start.clone(), terms[number % terms.len()].clone());
                tokio::task::spawn_local(async move {
                    start.wait().await;
                    rushes(address, number, wish).await
                })
            })
            .collect();
        let mut crowd = Vec::new();
        for person in running {
            crowd.push(person.await.expect("a person"));
        }
        crowd
    })
}

/// Wants one term, then whatever the office offers instead, until something is booked or nothing is offered.
async fn rushes(address: SocketAddr, number: usize, wish: String) -> Person {
    let (mut person, mut begun) = (Person::default(), Instant::now());
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut form = json!({
        "service": service_id(0, 0), "start": wish, "name": "Wisława", "phone": (501_000_000 + number).to_string(),
        "email": format!("rush{number}@example.com"),
    });
    for attempt in 0.. {
        let (status, answer) = ask(&mut stream, address, number, attempt, &form).await;
        person.waits.push(ms(begun.elapsed()));
        begun = Instant::now();
        match (status, answer["code"].as_str()) {
            (201, _) => {
                person.booked = answer["start"].as_str().map(str::to_owned);
                break;
            }
            (429, Some("proof_required")) => form["proof"] = solved(&answer),
            (409, Some("slot_taken")) => {
                let near = answer["nearest"].as_array().expect("nearest terms");
                let Some(other) = near.get(number % near.len().max(1)) else { break };
                form["start"] = other.clone();
                form["proof"] = Value::Null;
            }
            _ => panic!("{status} {answer}"),
        }
    }
    person
}

async fn ask(stream: &mut TcpStream, address: SocketAddr, number: usize, attempt: usize, form: &Value) -> (u16, Value) {
    let (house, body) = (number / HOUSEHOLD, form.to_string());
    let head = format!(
        "POST /api/v1/appointments HTTP/1.1\r\nHost: {address}\r\nX-Forwarded-For: 10.{}.{}.{}\r\n\
         Idempotency-Key: rush-{number}-{attempt}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        house >> 16 & 255,
        house >> 8 & 255,
        house & 255,
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body.as_bytes()].concat()).await.expect("the request goes out");
    let mut read = Vec::with_capacity(2_048);
    loop {
        assert!(stream.read_buf(&mut read).await.expect("an answer") > 0, "the server hung up");
        if let Some((status, head, whole)) = measure(&read)
            && read.len() >= whole
        {
            return (status, serde_json::from_slice(&read[head..whole]).expect("JSON"));
        }
    }
}

/// The proof that was asked for.
fn solved(asked: &Value) -> Value {
    let (challenge, bits) = (asked["challenge"].as_str().expect("a challenge"), asked["bits"].as_u64().expect("bits"));
    let zeros = |number: &u64| {
        let digest = Sha256::digest(format!("{challenge}:{number}"));
        u64::from(u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]).leading_zeros())
    };
    let answer = (0_u64..).find(|number| zeros(number) >= bits).expect("an answer");
    json!({ "challenge": challenge, "answer": answer.to_string() })
}
