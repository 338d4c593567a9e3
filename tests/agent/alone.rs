//! A touch without the server.

use std::time::{Duration, Instant};

use okienko_tests::chance::fresh;
use okienko_tests::time::warsaw;
use okienko_tests::{Way, admin};
use serde_json::json;

use super::*;

#[test]
fn r31_leased_numbers_are_given_at_once_and_are_at_the_server_later() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let begun = Instant::now();
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert!(begun.elapsed() < Duration::from_millis(700), "{:?}", begun.elapsed());
        assert_eq!(answer.body["offline"], true);
        assert_eq!(answer.body["ticket"]["wait"], serde_json::Value::Null);
        assert_eq!(answer.body["print"]["state"], "printed");
        assert!(answer.ticket().code.starts_with(&hall.service().letter));
        assert!(answer.ticket().issued_at.starts_with("2026-11-23T08:"), "office time: {}", answer.text);
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        assert_eq!(hall.state_of(&answer).await, "waiting");
        let online = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_eq!(online.body["offline"], false);
        assert_ne!(online.ticket().code, answer.ticket().code);
    });
}

#[test]
fn r35_what_the_server_does_not_know_is_told_after_restarts_of_both() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        hall.office.kill();
        hall.agent.is("server", "away".into()).await;
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        hall.agent.kill();
        hall.agent.restart().await;
        let second = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_ne!(answer.ticket().code, second.ticket().code);
        hall.office.restart().await;
        hall.wire.leads_to(&hall.office.http.url("/"));
        hall.agent.settles().await;
        for given in [&answer, &second] {
            assert_eq!(hall.state_of(given).await, "waiting");
        }
    });
}

#[test]
fn nothing_left_is_said_honestly() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let mut given = 0;
        loop {
            let answer = hall.agent.touches(&hall.service().id).await;
            if answer.status != 201 {
                answer.refused_with("ask_staff");
                break;
            }
            given += 1;
            assert!(given <= 40, "more numbers than were leased");
        }
        assert!(given >= 10, "{given}");
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        hall.agent.touches(&hall.service().id).await.with_status(201);
    });
}

#[test]
fn r35_yesterdays_numbers_are_dead() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        hall.agent.touches(&hall.service().id).await.with_status(201);
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        hall.office.clock(warsaw("2026-11-24", "09:00")).await;
        hall.agent.is_of_day("2026-11-24").await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert!(answer.ticket().issued_at.starts_with("2026-11-24T09:"), "{}", answer.text);
        assert_eq!(hall.agent.count("leases WHERE day = '2026-11-23' AND used = 0"), 0);
    });
}

#[test]
fn a_lost_answer_ends_in_one_ticket() {
    told(async {
        let hall = Hall::quiet(Engine::Sqlite).await;
        hall.wire.set(Way::AnswersLost).await;
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_eq!(answer.body["offline"], true);
        let before = hall.agent.count("touches WHERE twin = 'sought'");
        assert_eq!(before, 1, "the server may have given another");
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        assert_eq!(hall.state_of(&answer).await, "waiting");
        assert_eq!(hall.agent.count("touches WHERE twin = 'gone'"), 1);
        assert_eq!(people(&hall.office).await, 1, "the server's own ticket is cancelled");
        assert_eq!(hall.agent.papers(), [(answer.ticket().code, 1)].into());
    });
}

#[test]
fn a_lost_answer_that_comes_within_patience_is_the_servers_ticket() {
    told(async {
        let hall = Hall::quiet(Engine::Sqlite).await;
        hall.wire.set(Way::AnswersLost).await;
        let service = hall.service().id;
        let (answer, ()) = tokio::join!(hall.agent.touches(&service), async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            hall.wire.set(Way::Open).await;
        });
        assert_eq!(answer.with_status(201).body["offline"], false);
        assert_eq!(people(&hall.office).await, 1);
    });
}

#[test]
fn r23_a_phone_needs_the_server_and_its_answer_stays_true() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        let visit = Visit::booked(&hall.office, "10:00").await;
        hall.office.clock(visit.start - chrono::TimeDelta::minutes(10)).await;
        hall.wire.set(Way::AnswersLost).await;
        let typed = json!({ "phone": visit.citizen.phone });
        let refused = hall.agent.checks_in_keyed(&fresh(), typed.clone()).await.expect("an answer");
        refused.refused_with("offline_phone");
        hall.wire.set(Way::Open).await;
        hall.agent.is("server", "online".into()).await;
        // The server collected it under the first key; typed again it is the same wish, not "already collected".
        let answer = hall.agent.checks_in_keyed(&fresh(), typed).await.expect("an answer").with_status(201);
        assert_eq!(answer.ticket().channel, "booked");
        assert_eq!(answer.body["print"]["state"], "printed");
        assert_eq!(visit.state().await, "collected");
    });
}

#[test]
fn r31_a_paper_that_stands_for_nothing_is_told_to_the_administrator() {
    told(async {
        let Hall { office, wire, agent } = Hall::ready(Engine::Sqlite).await;
        wire.set(Way::Refused).await;
        agent.is("server", "away".into()).await;
        agent.touches(&office.sample.shared_service().id).await.with_status(201);
        // Somebody sets the server's clock to tomorrow and back: its day has ended, and the number means nothing any more.
        office.clock(warsaw("2026-11-24", "08:00")).await;
        office.clock(warsaw("2026-11-23", "09:00")).await;
        wire.set(Way::Open).await;
        agent.settles().await;
        assert_eq!(agent.count("entries WHERE state = 'refused' AND code = 'day_over'"), 1, "{}", agent.log());
        let token = admin::token(&office).await;
        let begun = Instant::now();
        loop {
            let devices = office.http.get("devices", Some(&token)).await.with_status(200).body;
            let own = |device: &&serde_json::Value| device["id"] == office.sample.kiosk.id.as_str();
            let kiosk = devices.as_array().expect("devices").iter().find(own).expect("the kiosk")["kiosk"].clone();
            if kiosk["refused"] == 1 {
                assert_eq!(kiosk["unsynced"], 0);
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{kiosk}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
}

#[test]
fn r31_a_paper_of_a_service_that_was_given_up_meanwhile_keeps_its_place() {
    told(async {
        let Hall { office, wire, agent } = Hall::ready(Engine::Sqlite).await;
        let service = office.sample.shared_service().id;
        wire.set(Way::Refused).await;
        agent.is("server", "away".into()).await;
        let answer = agent.touches(&service).await.with_status(201);
        let office = office.with_office(|file| gives_up(file, &service)).await;
        wire.leads_to(&office.http.url("/"));
        wire.set(Way::Open).await;
        agent.settles().await;
        assert_eq!(agent.count("entries WHERE state = 'refused'"), 0, "{}", agent.log());
        assert_eq!(office.ticket_state(answer.ticket().token()).await, "waiting");
    });
}

/// Takes a service out of the office's file, and from its desks.
fn gives_up(file: &mut toml::Table, service: &str) {
    let departments = file["departments"].as_array_mut().expect("departments");
    for department in departments {
        department["services"].as_array_mut().expect("services").retain(|one| one["id"].as_str() != Some(service));
        for desk in department["desks"].as_array_mut().expect("desks") {
            desk["services"].as_array_mut().expect("services").retain(|one| one.as_str() != Some(service));
        }
    }
}

/// People waiting, as the lobby's board counts them.
pub async fn people(office: &Office) -> i64 {
    let board = office.http.get(&format!("boards/{}", office.sample.board.id), None).await.ok();
    let waiting = board.body["waiting"].as_array().expect("the waiting").clone();
    waiting.iter().map(|line| line["people"].as_i64().expect("people")).sum()
}
