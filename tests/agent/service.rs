//! The page's life, the voice, the service menu.

use okienko_tests::admin;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

use super::*;

async fn sign_on(hall: &Hall, pin: &str) -> Answer {
    hall.agent.http.post("/agent/service/sign-on", None, json!({ "pin": pin })).await
}

#[test]
fn without_a_pin_nobody_enters_and_guessing_is_throttled() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        for _ in 0..5 {
            sign_on(&hall, "0000").await.refused_with("forbidden");
        }
        sign_on(&hall, "0000").await.refused_with("throttled");
        hall.agent.http.get("/agent/service/state", None).await.refused_with("unauthorized");
        hall.agent.http.post("/agent/service/restart", None, json!({})).await.refused_with("unauthorized");
    });
}

#[test]
fn the_page_is_told_once_to_load_again() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let beat = || hall.agent.http.post("/agent/heartbeat", None, json!({ "screen": "start" }));
        assert_eq!(beat().await.ok().body["reload"], false);
        let page = hall.agent.state().await["page"].clone();
        wish(&hall, "reload").await;
        let begun = Instant::now();
        while beat().await.ok().body["reload"] != Value::Bool(true) {
            assert!(begun.elapsed() < Duration::from_secs(15), "no reload\n{}", hall.agent.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(beat().await.ok().body["reload"], false);
        assert_ne!(hall.agent.state().await["page"], page);
    });
}

#[test]
fn a_wish_to_start_again_ends_the_process_once() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        wish(&hall, "restart").await;
        let begun = Instant::now();
        while hall.agent.ended().is_none() {
            assert!(begun.elapsed() < Duration::from_secs(15), "it runs on\n{}", hall.agent.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(hall.agent.ended().and_then(|status| status.code()), Some(75));
        hall.agent.restart().await;
        hall.agent.is("server", "online".into()).await;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert!(hall.agent.ended().is_none(), "the wish was fulfilled already");
    });
}

#[test]
fn without_a_speech_program_there_is_no_voice() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        hall.agent.http.get("/agent/speech?lang=pl&text=bilet", None).await.refused_with("not_found");
    });
}

/// A wish of the administrator's for the kiosk of the hall.
async fn wish(hall: &Hall, kind: &str) {
    let admin = admin::token(&hall.office).await;
    let path = format!("devices/{}/wishes", hall.office.sample.kiosk.id);
    let answer = hall.office.http.post(&path, Some(&admin), json!({ "kind": kind })).await;
    assert!(answer.status < 300, "{}", answer.text);
}
