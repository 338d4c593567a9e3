//! Marks by mail: a department that named an address is told once that a queue has held above a mark, once that it got worse, and once that it
//! is well again; by the office clock, and by one node.

use std::time::{Duration, Instant};

use okienko_tests::time::instant;
use okienko_tests::{Engine, Letter, on_both_engines};

use super::*;

const ADDRESS: &str = "dyzur@urzad.example";

/// The letters to the department, oldest first.
fn letters(office: &Office) -> Vec<Letter> {
    let mut all = Letter::all_in(&office.sample.mail_dir);
    all.retain(|letter| letter.header("to").contains(ADDRESS));
    all
}

/// Waits until there are so many; meanwhile the office clock goes on by a minute now and then.
async fn comes(office: &Office, count: usize, minutes: i64) -> Letter {
    let begun = Instant::now();
    while letters(office).len() < count {
        assert!(begun.elapsed() < Duration::from_secs(60), "{} letters of {count}", letters(office).len());
        tokio::time::sleep(Duration::from_millis(400)).await;
        if minutes > 0 {
            office.advance(minutes).await;
        }
    }
    letters(office).pop().expect("a letter")
}

/// Names the address of the department that a service belongs to.
async fn with_address(office: &Office, service: &Service, mail: &str) -> Answer {
    let token = admin::token(office).await;
    let id = &office.sample.department_of(&service.id).id;
    let revision = office.http.get("office", Some(&token)).await.ok().body["revision"].clone();
    let place = json!({ "path": ["departments", id, "alerts"], "value": { "mail": mail, "after_minutes": 5 } });
    office.http.post("office", Some(&token), json!({ "revision": revision, "changes": [place] })).await
}

on_both_engines! {
    async fn a_department_is_told_once_of_each_mark_and_once_that_the_queue_is_well_again(office: Office) {
        let wanted = office.sample.shared_service();
        with_address(&office, &wanted, "dyzur").await.with_status(422).refused_with("invalid_office");
        with_address(&office, &wanted, ADDRESS).await.with_status(200);
        // Every node watches; one tells.
        let second = if office.engine == Engine::Postgres { Some(office.second_node().await) } else { None };
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let at = |minutes| instant(&ticket.issued_at) + chrono::TimeDelta::minutes(minutes);
        office.clock(at(36)).await;
        let told = comes(&office, 1, 0).await;
        assert_eq!(told.header("subject"), format!("Kolejka „{}: {}”: ostrzeżenie", wanted.letter, wanted.name));
        assert_eq!(told.header("auto-submitted"), "auto-generated");
        for words in ["Liczba czekających: 1", "Najdłuższe oczekiwanie: 36 min", "Od: 23/11/2026, 08:30"] {
            assert!(told.text().contains(words), "{words}: {}", told.text());
        }
        assert!(told.links().iter().any(|link| link.ends_with("/wall")), "{:?}", told.links());
        office.clock(at(66)).await;
        assert!(comes(&office, 2, 0).await.header("subject").ends_with("”: alarm"));
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        clerk.calls_next().await.ticket();
        clerk.starts().await.ok();
        let clear = comes(&office, 3, 1).await;
        assert_eq!(clear.header("subject"), format!("Kolejka „{}: {}” znów poniżej progów", wanted.letter, wanted.name));
        assert!(clear.text().contains("alarm"), "what it was: {}", clear.text());
        // The evening, the night and the next day are quiet.
        clerk.finishes().await.ok();
        office.kiosk().takes_ticket(&wanted.id).await.with_status(201);
        office.clock(okienko_tests::time::warsaw("2026-11-23", "23:00")).await;
        office.clock(okienko_tests::time::warsaw("2026-11-24", "08:00")).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        let subjects: Vec<_> = letters(&office).iter().map(|letter| letter.header("subject")).collect();
        assert_eq!(subjects.len(), 3, "{subjects:?}");
        drop(second);
    }
}
