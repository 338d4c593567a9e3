//! A small office with its web in a test: one bookable service, two desks, a clerk each, an administrator, a kiosk.

use crate::app::{State, WebSettings};
use crate::dispatch;
use actix_web::body::to_bytes;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, web};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use okienko_actors::{Office, OfficeClock, Settings};
use okienko_mail::Post;
use okienko_store::{Device, DeviceKind, Staff, Store, hash_password};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The kiosk's token.
pub const KIOSK: &str = "kiosk-token";
/// Everybody's password.
pub const PASSWORD: &str = "sesame";

fn name() -> String {
    format!("okienko_web_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed))
}

/// A fresh SQLite database.
pub fn sqlite() -> String {
    format!("sqlite:{}", std::env::temp_dir().join(format!("{}.db", name())).display())
}

/// A fresh PostgreSQL database.
pub fn postgres() -> String {
    let server = std::env::var("OKIENKO_TEST_POSTGRES").expect("OKIENKO_TEST_POSTGRES names no server: use tests/run");
    let (name, base) = (name(), server.trim_end_matches('/'));
    let mut connection = PgConnection::establish(&format!("{base}/postgres")).unwrap();
    connection.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    format!("{base}/{name}")
}

/// An office on a Monday, 09:00 in Warsaw.
pub async fn office() -> Office {
    office_over(&sqlite()).await
}

/// As [`office`], over a given database.
pub async fn office_over(url: &str) -> Office {
    let store = Store::open(url).unwrap();
    let file = json!({
        "office": {"id": "um", "name": {"pl": "Urząd Miejski"}, "mail_from": "Urząd <no-reply@example.org>", "time_zone": "Europe/Warsaw"},
        "boards": [{"id": "hol", "name": {"pl": "Hol"}, "departments": ["so"]}],
        "departments": [{
            "id": "so", "name": {"pl": "Sprawy Obywatelskie"}, "u_numbers": {"first": 1, "last": 99},
            "hours": {"week": {"monday": ["07:30-16:00"], "tuesday": ["07:30-16:00"]}},
            "services": [
                {"id": "dowody", "letter": "D", "name": {"pl": "Dowody osobiste"}, "duration_minutes": 20,
                 "slots": {"first": "09:00:00", "every_minutes": 20, "capacity": 1}},
                {"id": "archiwum", "letter": "A", "name": {"pl": "Archiwum"}, "duration_minutes": 20},
            ],
            "desks": [{"id": "1", "label": "1", "services": ["dowody", "archiwum"]}, {"id": "2", "label": "2", "services": ["dowody"]}],
        }],
    });
    let mut appender = store.appender().unwrap();
    appender.put_setting("office", &file.to_string(), 0).unwrap();
    let password = hash_password(PASSWORD).unwrap();
    let person = |login: &str, role: &str, desk: Option<&str>| Staff {
        id: login.into(),
        login: login.into(),
        password: password.clone(),
        role: role.into(),
        desk: desk.map(Into::into),
        departments: vec![],
    };
    appender
        .put_staff(&[
            person("anna", "clerk", Some("1")),
            person("jan", "clerk", Some("2")),
            person("root", "admin", None),
        ])
        .unwrap();
    appender.add_device(&Device::new("k1", DeviceKind::Kiosk, "Hol", "{}", Some(KIOSK))).unwrap();
    drop(appender);
    let settings = Settings { public_url: "http://localhost".into(), throttle: okienko_queue::throttle::CITY };
    let clock = OfficeClock::starting("2026-11-23T08:00:00Z".parse().unwrap(), 1.0);
    Office::open(store, Post::memory().0, clock, settings).await.unwrap()
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    pub body: Value,
}

impl Answer {
    /// A text of the body.
    pub fn str(&self, member: &str) -> &str {
        self.body[member].as_str().unwrap_or_else(|| panic!("no {member} in {}", self.text))
    }

    /// A header, or an empty text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Insists on a problem of this status and code, whole.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert!(self.header("content-type").starts_with("application/problem+json"));
        assert!(!self.str("title").is_empty() && !self.str("detail").is_empty() && self.body["status"] == status);
    }
}

/// Sends requests to one application over an office.
pub async fn send(office: &Office, requests: Vec<TestRequest>) -> Vec<Answer> {
    let settings = WebSettings { demo: true, base_url: "http://localhost".into(), ..WebSettings::default() };
    let state = web::Data::new(State::new(office.clone(), settings));
    let app = init_service(App::new().app_data(state).configure(dispatch::mount)).await;
    let mut answers = Vec::new();
    for request in requests {
        let answer: ServiceResponse = app.call(request.to_request()).await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = String::from_utf8(to_bytes(answer.into_body()).await.ok().unwrap().to_vec()).unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        answers.push(Answer { status, headers, text, body });
    }
    answers
}

/// Sends one request.
pub async fn one(office: &Office, request: TestRequest) -> Answer {
    send(office, vec![request]).await.remove(0)
}

/// A GET.
pub fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// A POST of JSON.
pub fn post(path: &str, token: &str, body: &Value) -> TestRequest {
    let request =
        TestRequest::post().uri(path).insert_header(("content-type", "application/json")).set_payload(body.to_string());
    if token.is_empty() { request } else { request.insert_header(("authorization", format!("Bearer {token}"))) }
}

/// A session's token.
pub async fn token(office: &Office, login: &str) -> String {
    let answer = one(office, post("/api/v1/session", "", &json!({ "login": login, "password": PASSWORD }))).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.str("token").to_owned()
}

/// The body of a booking.
pub fn booking(start: &str) -> Value {
    json!({ "service": "dowody", "start": start, "name": "Anna", "phone": "662 138 278", "email": "anna@example.org" })
}
