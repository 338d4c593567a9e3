//! An office in a test: two small departments over a fresh database.

use crate::{Ask, Office, OfficeClock, Person, Reply, Settings, Trouble};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use okienko_mail::{Post, Ways};
use okienko_queue::command::{Command, DeskAction, Terms};
use okienko_queue::ids::{AppointmentId, DepartmentId};
use okienko_queue::time::Instant;
use okienko_store::Store;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A Monday, 09:00 in Warsaw.
pub fn monday() -> Instant {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn name() -> String {
    format!("okienko_actors_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed))
}

pub fn sqlite() -> String {
    let path = std::env::temp_dir().join(format!("{}.db", name()));
    format!("sqlite:{}", path.display())
}

pub fn postgres() -> String {
    let server = std::env::var("OKIENKO_TEST_POSTGRES").expect("OKIENKO_TEST_POSTGRES names no server: use tests/run");
    let name = name();
    let base = server.trim_end_matches('/');
    let mut connection = PgConnection::establish(&format!("{base}/postgres")).unwrap();
    connection.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    format!("{base}/{name}")
}

fn department(id: &str, letter: &str, desk: &str, first: u32) -> Value {
    json!({
        "id": id, "name": {"pl": id},
        "hours": {"week": {"monday": ["07:30-16:00"], "tuesday": ["07:30-16:00"]}},
        "u_numbers": {"first": first, "last": first + 98},
        "services": [{"id": format!("{id}-s"), "letter": letter, "name": {"pl": "Sprawa"}, "duration_minutes": 20,
                      "slots": {"first": "09:00:00", "every_minutes": 20, "capacity": 1}}],
        "desks": [{"id": desk, "label": desk, "services": [format!("{id}-s")]}],
    })
}

/// Opens a node over a database, importing the office where there is none.
pub async fn open(url: &str) -> Office {
    open_by(url, Post::memory().0.into(), json!({}), monday()).await
}

/// As [`open`], with ways out, the office's notices and a clock.
pub async fn open_by(url: &str, ways: Ways, notices: Value, now: Instant) -> Office {
    let store = Store::open(url).unwrap();
    if store.setting(crate::setup::DOCUMENT).unwrap().is_none() {
        let file = json!({
            "office": {"id": "um", "name": {"pl": "Urząd"}, "mail_from": "Urząd <no-reply@example.org>", "time_zone": "Europe/Warsaw",
                       "notices": notices},
            "departments": [department("a", "A", "1", 1), department("b", "B", "2", 101)],
        });
        store.appender().unwrap().put_setting(crate::setup::DOCUMENT, &file.to_string(), 0).unwrap();
    }
    let settings = Settings { public_url: "http://localhost".into(), throttle: okienko_queue::throttle::CITY };
    Office::open(store, ways, OfficeClock::starting(now, 1.0), settings).await.unwrap()
}

pub async fn ask(office: &Office, department: &str, command: Command) -> Result<Value, Trouble> {
    let ask = Ask { department: department.into(), command, actor: "test".into(), key: None, person: None };
    office.ask(ask).await.map(|reply| value(&reply))
}

pub fn value(reply: &Reply) -> Value {
    serde_json::from_str(&reply.body).unwrap()
}

pub fn ticket_of(department: &str) -> Command {
    Command::IssueTicket { service: format!("{department}-s").into(), priority: None, language: None }
}

pub fn at_desk(desk: &str, action: DeskAction) -> Command {
    Command::AtDesk { desk: desk.into(), action }
}

pub fn person(phone: &str) -> Person {
    Person {
        name: "Anna".into(),
        phone: phone.into(),
        email: "anna@example.org".into(),
        language: "pl".into(),
        code: None,
        origin: None,
    }
}

pub async fn book(office: &Office, department: &str, start: &str, phone: &str) -> Result<AppointmentId, Trouble> {
    book_on(office, department, start, person(phone), Terms::default()).await
}

/// As [`book`], on these terms.
pub async fn book_on(
    office: &Office,
    department: &str,
    start: &str,
    person: Person,
    terms: Terms,
) -> Result<AppointmentId, Trouble> {
    let command = Command::Book { service: format!("{department}-s").into(), start: start.parse().unwrap(), terms };
    let department = DepartmentId::from(department);
    let ask = Ask { department, command, actor: "citizen".into(), key: None, person: Some(person) };
    office.ask(ask).await.map(|reply| value(&reply)["id"].as_str().unwrap().into())
}
