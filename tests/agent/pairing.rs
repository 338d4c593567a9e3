//! A kiosk without a token, and one whose token is not known any more.

use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use okienko_tests::{admin, agent};
use serde_json::Value;

use super::*;

async fn code(kiosk: &KioskAgent) -> String {
    let begun = Instant::now();
    loop {
        if let Value::String(code) = &kiosk.state().await["code"] {
            return code.clone();
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no code\n{}", kiosk.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[test]
fn a_new_kiosk_shows_a_code_until_an_administrator_lets_it_in() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let base = office.sample.base_url.clone();
        let kiosk = KioskAgent::start(base.trim_end_matches('/'), None, &[]).await;
        assert_eq!(kiosk.state().await["paired"], false);
        kiosk.touches(&office.sample.shared_service().id).await.refused_with("ask_staff");
        let admin = admin::token(&office).await;
        agent::approves(&office.http, &admin, &code(&kiosk).await).await;
        kiosk.is("paired", true.into()).await;
        kiosk.is("code", Value::Null).await;
        let file = std::fs::metadata(kiosk.state_folder().join("device-token")).expect("the token");
        assert_eq!(file.permissions().mode() & 0o777, 0o600);
        kiosk.touches(&office.sample.shared_service().id).await.with_status(201);
        kiosk.kill();
        kiosk.restart().await;
        kiosk.is("paired", true.into()).await;
    });
}

#[test]
fn a_kiosk_that_the_server_does_not_know_pairs_again() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let base = office.sample.base_url.clone();
        let kiosk = KioskAgent::start(base.trim_end_matches('/'), Some("not-a-token"), &[]).await;
        kiosk.is("paired", false.into()).await;
        assert!(!code(&kiosk).await.is_empty());
        assert!(!kiosk.state_folder().join("device-token").exists());
    });
}
