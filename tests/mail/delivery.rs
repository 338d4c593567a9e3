//! Letters over a real mail server process: R15, R20, law line 34.

use std::time::{Duration, Instant};

use okienko_tests::python::{MailServer, free_port, judge};
use okienko_tests::served::Served;
use okienko_tests::{Engine, Letter};
use serde_json::{Value, json};

/// Makes `name::sqlite` and `name::postgres` of an async function over an engine.
macro_rules! on_each_engine {
    ($( async fn $name:ident($engine:ident) $body:block )+) => { $(
        mod $name {
            use super::*;

            async fn test($engine: Engine) $body

            #[test]
            fn sqlite() {
                okienko_tests::engine::told(test(Engine::Sqlite));
            }

            #[test]
            fn postgres() {
                okienko_tests::engine::told(test(Engine::Postgres));
            }
        }
    )+ };
}

fn by_smtp(port: u16) -> String {
    format!("[mail]\nurl = \"smtp://127.0.0.1:{port}\"\n")
}

fn folder() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("okienko-smtp-{}", okienko_tests::chance::fresh()))
}

async fn waits_for(server: &MailServer, address: &str, count: usize) -> Vec<Letter> {
    let begun = Instant::now();
    loop {
        let letters = server.letters_to(address);
        if letters.len() >= count {
            return letters;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{} of {count} letters to {address}", letters.len());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn dead(served: &Served) -> Vec<Value> {
    let answer = served.http.get("letters/dead", Some(&served.token)).await.ok();
    answer.body["letters"].as_array().expect("letters").clone()
}

async fn waits_for_dead(served: &Served, count: usize) -> Vec<Value> {
    let begun = Instant::now();
    loop {
        let letters = dead(served).await;
        if letters.len() == count {
            return letters;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{count} dead letters are wanted: {letters:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

on_each_engine! {
    async fn r15_letters_reach_a_real_mail_server(engine) {
        let (server, port) = MailServer::start(&folder(), 0);
        let served = Served::open(engine, "", &by_smtp(port)).await;
        let begun = Instant::now();
        let (citizen, answer) = served.booked("wislawa@example.com").await;
        let letter = waits_for(&server, &citizen.email, 1).await.remove(0);
        assert!(begun.elapsed() < Duration::from_secs(60), "R15: within a minute");
        letter.link_with(answer.str("token"));
        citizen.cancels(answer.str("token")).await.ok();
        let letters = waits_for(&server, &citizen.email, 2).await;
        assert!(letters[1].part("text/calendar").expect("a calendar").contains("METHOD:CANCEL"));
        judge(&server.folder);
        assert!(!served.log().contains(&citizen.email) && !served.log().contains(&citizen.phone), "logs name nobody");
    }

    async fn r20_a_letter_refused_for_now_is_tried_again(engine) {
        let (server, port) = MailServer::start(&folder(), 0);
        let served = Served::open(engine, "", &by_smtp(port)).await;
        let (citizen, _) = served.booked("busy@example.com").await;
        assert_eq!(waits_for(&server, &citizen.email, 1).await.len(), 1);
        assert!(served.log().contains("451") && !served.log().contains("busy@example.com"), "{}", served.log());
        assert_eq!(dead(&served).await, Vec::<Value>::new());
    }

    async fn r20_a_mail_server_that_is_down_changes_nothing_for_the_booking(engine) {
        let port = free_port();
        let served = Served::open(engine, "", &by_smtp(port)).await;
        let (citizen, answer) = served.booked("later@example.com").await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked");
        let (server, _) = MailServer::start(&folder(), port);
        assert_eq!(waits_for(&server, &citizen.email, 1).await.len(), 1, "it follows once the server is back");
    }

    async fn law_line_34_an_unknown_address_is_dead_and_can_be_sent_again(engine) {
        let (server, port) = MailServer::start(&folder(), 0);
        let served = Served::open(engine, "", &by_smtp(port)).await;
        let (citizen, answer) = served.booked("gone@example.com").await;
        let letter = waits_for_dead(&served, 1).await.remove(0);
        assert_eq!((letter["kind"].as_str(), letter["appointment"].as_str()), (Some("confirmation"), answer.body["id"].as_str()));
        let reason = letter["reason"].as_str().expect("a reason");
        assert!(reason.contains("550") && !reason.contains("gone@"), "{reason}");
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked", "the booking stands");
        let id = letter["id"].as_str().expect("an id").replace(':', "%3A");
        let again = served.http.post(&format!("letters/{id}/resend"), Some(&served.token), json!({})).await.ok();
        assert_eq!(again.str("state"), "queued");
        waits_for_dead(&served, 1).await;
        served.http.post("letters/nobody/resend", Some(&served.token), json!({})).await.refused_with("not_found");
        served.http.get("letters/dead", None).await.refused_with("unauthorized");
        assert!(server.letters_to("gone@").is_empty());
    }
}
