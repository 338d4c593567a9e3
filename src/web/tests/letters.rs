//! The administrator's interface to letters.

use super::house::{Answer, booking, get, office, one, post, token};
use actix_web::http::header::AUTHORIZATION;
use okienko_actors::Office;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

async fn seen(office: &Office, token: &str, path: &str) -> Answer {
    one(office, get(path).insert_header((AUTHORIZATION, format!("Bearer {token}")))).await
}

/// Waits until the letter of the first visit is in a state.
async fn is_in(office: &Office, wanted: &str) {
    let begun = Instant::now();
    loop {
        let letters = office.read(|store| store.letters_about("so-a1")).await.unwrap();
        if letters.last().is_some_and(|letter| letter.state == wanted) {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{wanted}: {letters:?}");
        actix_web::rt::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn mail_of(office: &Office) -> String {
    office.read(|store| store.contact("so-a1")).await.unwrap().unwrap().mail
}

#[actix_web::test]
async fn law_line_34_a_letter_that_comes_back_marks_the_booking_once_and_a_later_success_unmarks_it() {
    let (office, path) = (office().await, "/api/v1/letters/bounce");
    one(&office, post("/api/v1/appointments", "", &booking("2026-11-23T09:20:00+01:00"))).await;
    is_in(&office, "sent").await;
    let root = token(&office, "root").await;
    let bounce = json!({ "message_id": "<so-a1.confirmation.0@localhost>" });
    let first = one(&office, post(path, &root, &bounce)).await;
    assert_eq!(
        (first.status, first.str("id"), first.str("state")),
        (200, "so-a1:confirmation", "dead"),
        "{}",
        first.text
    );
    assert_eq!(mail_of(&office).await, "failed");
    let dead = seen(&office, &root, "/api/v1/letters/dead").await;
    assert_eq!(dead.body["letters"][0]["reason"], "returned", "{}", dead.text);
    assert!(!dead.text.contains("662138278") && !dead.text.contains('@'), "nobody is named: {}", dead.text);
    let again = one(&office, post("/api/v1/letters/so-a1:confirmation/resend", &root, &json!({}))).await;
    assert_eq!((again.status, again.str("state")), (200, "queued"), "{}", again.text);
    is_in(&office, "sent").await;
    assert_eq!(mail_of(&office).await, "fine");
    let twice = one(&office, post("/api/v1/letters/so-a1%3Aconfirmation/resend", &root, &json!({}))).await;
    assert_eq!((twice.status, twice.str("state")), (200, "sent"), "a letter that is not dead is left alone");
    for strange in
        ["<so-a9.confirmation.0@localhost>", "<so-a1.change.7@localhost>", "<so-a1.confirmation.0@elsewhere>", "x"]
    {
        one(&office, post(path, &root, &json!({ "message_id": strange }))).await.refused(404, "not_found");
    }
    assert_eq!(mail_of(&office).await, "fine");
    let log = office.read(|store| {
        store.accesses(&okienko_store::AccessQuery { before_ms: i64::MAX, limit: 9, ..Default::default() })
    });
    assert_eq!(log.await.unwrap()[0].action, "resent");
}

#[actix_web::test]
async fn a_relay_that_reports_twice_changes_nothing_the_second_time() {
    let office = office().await;
    one(&office, post("/api/v1/appointments", "", &booking("2026-11-23T09:20:00+01:00"))).await;
    is_in(&office, "sent").await;
    let root = token(&office, "root").await;
    let bounce = json!({ "message_id": "so-a1.confirmation.0@localhost" });
    for _ in 0..2 {
        let answer = one(&office, post("/api/v1/letters/bounce", &root, &bounce)).await;
        assert_eq!((answer.status, answer.str("state")), (200, "dead"));
    }
    office.write(|appender| appender.set_mail_state("so-a1", "fine")).await.unwrap();
    one(&office, post("/api/v1/letters/bounce", &root, &bounce)).await;
    assert_eq!(mail_of(&office).await, "fine", "the third report of the same letter is no news");
}

#[actix_web::test]
async fn templates_are_saved_whole_or_refused_with_their_place() {
    let (office, path) = (office().await, "/api/v1/letters/templates");
    let root = token(&office, "root").await;
    let before = seen(&office, &root, path).await;
    assert_eq!((before.status, before.body["templates"].clone()), (200, json!({})), "{}", before.text);
    let kinds: Vec<&str> =
        before.body["kinds"].as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(
        kinds,
        ["confirm_request", "lapsed", "confirmation", "change", "reminder", "cancellation", "not_collected", "near"]
    );
    let broken = json!({ "templates": { "reminder.intro": { "pl": "Dobrze" }, "change.intro": { "pl": "x", "uk": "y\n{{ nmae }}" } } });
    let refused = one(&office, post(path, &root, &broken)).await;
    refused.refused(422, "invalid_template");
    assert_eq!(
        refused.body["templates"],
        json!([{ "name": "change.intro", "language": "uk", "line": 2, "code": "unknown_value", "detail": "nmae" }])
    );
    assert_eq!(seen(&office, &root, path).await.body["templates"], json!({}), "nothing of it was kept");
    let good = json!({ "templates": { "confirmation.extra": { "pl": "Proszę {{ name }} o dowód.", "en": "", "uk": "Паспорт" } } });
    let saved = one(&office, post(path, &root, &good)).await;
    assert_eq!(saved.body["missing"], json!([{ "name": "confirmation.extra", "languages": ["en"] }]), "{}", saved.text);
    assert!(office.catalogue().office.notices.templates.contains_key("confirmation.extra"));
    let gone = one(&office, post(path, &root, &json!({ "templates": { "confirmation.extra": Value::Null } }))).await;
    assert_eq!(gone.body["templates"], json!({}));
    let anna = token(&office, "anna").await;
    seen(&office, &anna, path).await.refused(403, "forbidden");
    one(&office, post(path, &anna, &good)).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn a_preview_shows_a_made_up_visit_with_words_that_are_not_saved_yet() {
    let (office, path) = (office().await, "/api/v1/letters/preview");
    let root = token(&office, "root").await;
    let wish =
        |kind: &str, language: &str, words: Value| json!({ "kind": kind, "language": language, "templates": words });
    let words =
        json!({ "reminder.intro": { "pl": "Czekamy, {{ name }}!" }, "reminder.sms": { "pl": "Żółty kod {{ code }}" } });
    let shown = one(&office, post(path, &root, &wish("reminder", "pl", words))).await;
    assert!(
        shown.str("text").contains("Czekamy, Anna!") && shown.str("html").contains("Czekamy, Anna!"),
        "{}",
        shown.text
    );
    assert!(
        shown.str("text").contains("Potwierdzenie umówionej internetowo wizyty (U)")
            && shown.str("text").contains("30/11/2026")
    );
    assert_eq!((shown.str("sms"), shown.body["problems"].clone()), ("Zolty kod 402913", json!([])));
    let broken = json!({ "reminder.intro": { "pl": "{{ x" } });
    let stands_in = one(&office, post(path, &root, &wish("reminder", "en", broken))).await;
    assert!(stands_in.str("text").contains("would like to remind you"), "{}", stands_in.text);
    assert_eq!(stands_in.body["problems"][0]["code"], "syntax");
    let near = one(&office, post(path, &root, &wish("near", "uk", json!({})))).await;
    assert_eq!((near.str("html"), near.str("sms").starts_with("Talon U007")), ("", true), "{}", near.text);
    one(&office, post(path, &root, &wish("love", "pl", json!({})))).await.refused(400, "malformed");
    one(&office, post(path, &root, &wish("reminder", "de", json!({})))).await.refused(422, "invalid_language");
    assert!(office.catalogue().office.notices.templates.is_empty());
}
