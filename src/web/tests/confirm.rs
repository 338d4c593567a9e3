//! The link of a letter that confirms a visit, over both engines: what it shows, what it changes, and what it never opens.

use super::house::{Answer, get, office_over, one, post};
use super::pages::{cookie, hidden, send};
use actix_web::http::Method;
use actix_web::test::TestRequest;
use okienko_actors::{Ask, Office, Person};
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::AppointmentId;
use okienko_queue::time::{Instant, minutes};
use serde_json::{Value, json};

const START: &str = "2026-11-24T10:20:00+01:00";

/// An office with a visit that waits for its confirmation until 10:00.
struct Waiting {
    office: Office,
    visit: AppointmentId,
}

impl Waiting {
    async fn open(url: &str) -> Self {
        let office = office_over(url).await;
        let person = Person {
            name: "Anna".into(),
            phone: "48662138278".into(),
            email: "anna@example.org".into(),
            language: "pl".into(),
            code: None,
            origin: None,
        };
        let start: Instant = START.parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap().to_utc();
        let terms = Terms { to_confirm: true, ..Terms::default() };
        let command = Command::Book { service: "dowody".into(), start, terms };
        let ask = Ask { department: "so".into(), command, actor: "citizen".into(), key: None, person: Some(person) };
        let booked: Value = serde_json::from_str(&office.ask(ask).await.unwrap().body).unwrap();
        Self { office, visit: booked["id"].as_str().unwrap().into() }
    }

    /// The path of the link in the letter.
    fn link(&self) -> String {
        self.office.links().confirm_url(&self.visit).replace("http://localhost", "")
    }

    fn manage(&self) -> String {
        self.office.links().manage_url(&self.visit).replace("http://localhost", "")
    }

    async fn confirmed(&self) -> bool {
        self.office.appointment(&self.visit).await.unwrap().confirm_by.is_none()
    }

    async fn state(&self) -> AppointmentState {
        self.office.appointment(&self.visit).await.unwrap().state
    }

    async fn page(&self) -> Answer {
        one(&self.office, get(&self.link())).await
    }

    async fn posts(&self, page: &Answer, cookie: &str, digits: &str) -> Answer {
        let (key, csrf) = (hidden(page, "key"), hidden(page, "csrf"));
        send(&self.office, &self.link(), cookie, &[("digits", digits), ("key", &key), ("csrf", &csrf)]).await
    }
}

async fn the_button_confirms_and_nothing_else_does(url: String) {
    let there = Waiting::open(&url).await;
    let page = there.page().await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("10:20") && page.text.contains("D: Dowody osobiste"), "{}", page.text);
    for (name, value) in
        [("referrer-policy", "no-referrer"), ("cache-control", "no-store"), ("x-robots-tag", "noindex")]
    {
        assert_eq!(page.header(name), value, "{name}");
    }
    for personal in ["48662138278", "278", "Anna", "anna@example.org", &there.manage()] {
        assert!(!page.text.contains(personal), "{personal} on a page that only confirms");
    }
    for method in [Method::HEAD, Method::OPTIONS, Method::GET] {
        one(&there.office, TestRequest::default().method(method).uri(&there.link())).await;
    }
    one(&there.office, get(&there.link()).insert_header(("sec-purpose", "prefetch;prerender"))).await;
    assert_eq!(one(&there.office, TestRequest::delete().uri(&there.link())).await.status, 405);
    assert!(!there.confirmed().await, "looking changes nothing");
    for (cookie, digits) in
        [("", "278"), ("okienko=x", "278"), (cookie(&page).as_str(), "111"), (cookie(&page).as_str(), "")]
    {
        let refused = there.posts(&page, cookie, digits).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
    }
    assert!(!there.confirmed().await, "without the cookie or the digits nothing changes");
    let done = there.posts(&page, &cookie(&page), "278").await;
    assert_eq!((done.status, done.header("location")), (303, there.link().as_str()));
    assert!(there.confirmed().await);
    let twice = there.posts(&page, &cookie(&page), "278").await;
    assert!(twice.status == 200 && twice.text.contains("Wizyta jest potwierdzona"), "{}", twice.text);
    let shown = there.page().await;
    assert!(shown.text.contains("Wizyta jest potwierdzona") && !shown.text.contains("<form"), "{}", shown.text);
}

async fn too_late_shows_the_state_and_changes_nothing(url: String) {
    let there = Waiting::open(&url).await;
    let page = there.page().await;
    let now = there.office.clock().now();
    there.office.clock().set(now + minutes(61));
    let late = there.posts(&page, &cookie(&page), "278").await;
    assert!(late.status == 200 && late.text.contains("Tej wizyty nie można potwierdzić"), "{}", late.text);
    there.office.tick().await.unwrap();
    assert_eq!(there.state().await, AppointmentState::Cancelled);
    let lapsed = there.page().await;
    assert!(lapsed.status == 200 && lapsed.text.contains("Nikt nie potwierdził jej na czas"), "{}", lapsed.text);
    assert!(!lapsed.text.contains("<form"));
}

async fn a_cancelled_visit_is_not_confirmed(url: String) {
    let there = Waiting::open(&url).await;
    let page = there.page().await;
    let command = Command::CancelAppointment { appointment: there.visit.clone(), by: By::Citizen, chance: 0 };
    let ask = Ask { department: "so".into(), command, actor: "citizen".into(), key: None, person: None };
    there.office.ask(ask).await.unwrap();
    let answer = there.posts(&page, &cookie(&page), "278").await;
    assert!(answer.status == 200 && !answer.text.contains("Wizyta jest potwierdzona"), "{}", answer.text);
    assert_eq!(there.state().await, AppointmentState::Cancelled);
}

async fn no_token_opens_what_another_was_made_for(url: String) {
    let there = Waiting::open(&url).await;
    let (confirm, manage) = (there.link().replace("/c/", ""), there.manage().replace("/a/", ""));
    for path in [
        format!("/a/{confirm}"),
        format!("/a/{confirm}/cancel"),
        format!("/a/{confirm}/move"),
        format!("/a/{confirm}/erase"),
        format!("/a/{confirm}/visit.ics"),
        format!("/c/{manage}"),
        format!("/t/{manage}"),
        format!("/api/v1/appointments/{confirm}"),
        "/c/x".to_owned(),
    ] {
        assert_eq!(one(&there.office, get(&path)).await.status, 404, "{path}");
    }
    let answer =
        one(&there.office, post(&format!("/api/v1/appointments/{confirm}/move"), "", &json!({ "start": START }))).await;
    answer.refused(404, "not_found");
}

async fn the_visits_page_says_until_when_it_waits(url: String) {
    let there = Waiting::open(&url).await;
    let page = one(&there.office, get(&format!("{}?booked=1", there.manage()))).await;
    assert!(
        page.text.contains("Proszę potwierdzić wizytę") && page.text.contains("Czeka na potwierdzenie"),
        "{}",
        page.text
    );
    assert!(page.text.contains("10:00"), "the hour until which it waits: {}", page.text);
    assert!(!page.text.contains("/c/"), "the page does not confirm what only the letter may");
    let ask = one(&there.office, get(&format!("{}/resend", there.manage()))).await;
    let (key, csrf) = (hidden(&ask, "key"), hidden(&ask, "csrf"));
    let path = format!("{}/resend", there.manage());
    let sent = send(&there.office, &path, &cookie(&ask), &[("digits", "278"), ("key", &key), ("csrf", &csrf)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let visit = there.visit.to_string();
    let letters = there.office.read(move |store| store.letters_about(&visit)).await.unwrap();
    let kinds: Vec<&str> = letters.iter().map(|letter| letter.kind.as_str()).collect();
    assert_eq!(kinds, ["confirm_request", "confirm_request"], "the letter with the link goes again, no other");
}

/// One text, two engines.
macro_rules! both {
    ($($name:ident: $test:ident;)+) => { $(
        mod $name {
            #[actix::test]
            async fn sqlite() {
                super::$test(crate::tests::house::sqlite()).await;
            }

            #[actix::test]
            async fn postgres() {
                super::$test(crate::tests::house::postgres()).await;
            }
        }
    )+ };
}

both! {
    line_33_only_the_button_confirms: the_button_confirms_and_nothing_else_does;
    line_33_a_late_confirmation_shows_the_state: too_late_shows_the_state_and_changes_nothing;
    line_33_a_cancelled_visit_stays_cancelled: a_cancelled_visit_is_not_confirmed;
    line_33_tokens_are_bound_to_their_purpose: no_token_opens_what_another_was_made_for;
    line_33_an_unconfirmed_visit_is_told_so: the_visits_page_says_until_when_it_waits;
}
