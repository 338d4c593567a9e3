//! The other rules of a strict office: R8, R19, confirmation by mail, and what no route can do.

use std::collections::BTreeSet;

use okienko_tests::page::Window;
use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Citizen, Office, on_both_engines};
use reqwest::Method;
use serde_json::json;
use toml::{Table, Value};

const TUESDAY: &str = "2026-11-24";

/// A service whose terms hold one visit each.
async fn single(office: &Office) -> Service {
    for service in office.sample.services().filter(|service| service.bookable) {
        let terms = office.citizen().slots_on(&service.id, TUESDAY).await;
        if terms.len() >= 10 && terms.iter().all(|term| term.free == 1) {
            return service.clone();
        }
    }
    panic!("no service with terms for one");
}

async fn free(office: &Office, service: &str) -> BTreeSet<When> {
    office.citizen().slots_on(service, TUESDAY).await.into_iter().map(|slot| slot.start).collect()
}

on_both_engines! {
    async fn r19_a_cancelled_term_rests_a_random_time(office: Office) {
        let office = office.with_rules(|rules| {
            let rest = Table::from_iter([("first".into(), Value::Integer(10)), ("last".into(), Value::Integer(30))]);
            rules.insert("rest_minutes".into(), Value::Table(rest));
        }).await;
        let service = single(&office).await;
        let terms: Vec<When> = free(&office, &service.id).await.into_iter().take(8).collect();
        for start in &terms {
            let citizen: Citizen = office.citizen();
            let booked = citizen.books(&service.id, *start).await.with_status(201);
            assert_eq!(citizen.cancels(booked.str("token")).await.ok().str("state"), "cancelled");
        }
        office.citizen().books(&service.id, terms[0]).await.refused_with("slot_taken");
        let mut came_back = Vec::new();
        for minute in 1..=32 {
            office.advance(1).await;
            let free = free(&office, &service.id).await;
            let known = came_back.len();
            let back = terms.iter().filter(|start| free.contains(start)).count();
            came_back.extend((known..back).map(|_| minute));
        }
        assert_eq!(came_back.len(), terms.len(), "all are free again: {came_back:?}");
        assert!(came_back.iter().all(|minute| (10..=31).contains(minute)), "{came_back:?}");
        assert!(came_back.iter().collect::<BTreeSet<_>>().len() > 2, "nobody can know the moment: {came_back:?}");
        office.citizen().books(&service.id, terms[0]).await.with_status(201);
    }

    async fn r08_a_new_day_opens_at_the_release_hour(office: Office) {
        let office = office.with_rules(|rules| drop(rules.insert("release_hour".into(), Value::String("12:00:00".into())))).await;
        let (service, citizen, last) = (office.sample.shared_service(), office.citizen(), "2026-12-07");
        office.clock(warsaw("2026-11-23", "11:59:50")).await;
        assert!(citizen.slots_on(&service.id, last).await.is_empty(), "day 14 is still closed");
        assert!(!citizen.slots_on(&service.id, "2026-12-04").await.is_empty(), "earlier days are open");
        citizen.books(&service.id, warsaw(last, "10:00")).await.refused_with("outside_horizon");
        office.clock(warsaw("2026-11-23", "12:00")).await;
        let terms = citizen.slots_on(&service.id, last).await;
        citizen.books(&service.id, terms[0].start).await.with_status(201);
        assert!(citizen.slots_on(&service.id, "2026-12-08").await.is_empty(), "day 15 never");
    }

    async fn an_unconfirmed_visit_lapses_after_sixty_minutes_and_its_term_is_free(office: Office) {
        let office = office.with_rules(|rules| {
            rules.insert("confirm_email".into(), Value::Boolean(true));
            rules.insert("per_email_and_day".into(), Value::Integer(1));
        }).await;
        let (service, citizen) = (single(&office).await, office.citizen());
        let terms: Vec<When> = free(&office, &service.id).await.into_iter().collect();
        let booked = citizen.books(&service.id, terms[0]).await.with_status(201);
        office.citizen().books(&service.id, terms[0]).await.refused_with("slot_taken");
        citizen.books(&service.id, terms[5]).await.refused_with("limit_reached");
        office.advance(59).await;
        assert_eq!(citizen.appointment(booked.str("token")).await.ok().str("state"), "booked");
        assert!(!free(&office, &service.id).await.contains(&terms[0]));
        office.advance(2).await;
        assert_eq!(citizen.appointment(booked.str("token")).await.ok().str("state"), "cancelled");
        assert!(free(&office, &service.id).await.contains(&terms[0]));
        office.citizen().books(&service.id, terms[0]).await.with_status(201);
        citizen.books(&service.id, terms[5]).await.with_status(201);
    }

    async fn a_visit_confirmed_by_the_link_of_its_letter_stays(office: Office) {
        let office = office.with_rules(|rules| drop(rules.insert("confirm_email".into(), Value::Boolean(true)))).await;
        let (service, citizen) = (single(&office).await, office.citizen());
        let term = free(&office, &service.id).await.into_iter().next().expect("a free term");
        let booked = citizen.books(&service.id, term).await.with_status(201);
        let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let link = letter.links().into_iter().find(|link| link.contains("/c/")).expect("the link that confirms");
        let mut window = Window::opens(&link).await;
        let form = window.form_with("digits").fill("digits", &citizen.phone[6..]);
        assert_eq!(citizen.waits_for_letters(&office.sample.mail_dir, 1).await.len(), 1, "a look confirms nothing");
        window.sends(&form).await;
        assert_eq!(window.status, 200, "{}", window.text());
        let letters = citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        assert!(letters[1].links().iter().any(|link| link.contains(booked.str("token"))), "now the visit's own link comes");
        office.advance(120).await;
        assert_eq!(citizen.appointment(booked.str("token")).await.ok().str("state"), "booked");
    }

    async fn name_and_phone_cannot_be_changed_after_booking(office: Office) {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let terms = citizen.slots_on(&service.id, TUESDAY).await;
        let booked = citizen.books(&service.id, terms[0].start).await.with_status(201);
        let other = json!({ "name": "Ktoś", "phone": office.citizen().phone, "email": "ktos@example.com" }).to_string();
        for path in [format!("appointments/{}", booked.str("token")), format!("/a/{}", booked.str("token"))] {
            for method in [Method::PUT, Method::PATCH, Method::POST, Method::DELETE] {
                let answer = office.http.send(method.clone(), &path, None, None, Some(other.clone())).await.expect("an answer");
                assert!(answer.status >= 400, "{method} {path}: {}", answer.status);
            }
        }
        assert_eq!(citizen.appointment(booked.str("token")).await.ok().str("phone"), citizen.shown_phone());
        let api = office.http.get("/api/openapi.json", None).await.ok().body;
        for (path, methods) in api["paths"].as_object().expect("paths") {
            for (method, operation) in methods.as_object().expect("methods") {
                let schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
                let name = schema.and_then(|schema| schema.rsplit('/').next()).unwrap_or("");
                let takes = |field: &str| !api["components"]["schemas"][name]["properties"][field].is_null();
                let of_one_visit = path.contains("appointments/{") || path.starts_with("/a/{");
                assert!(!of_one_visit || !(takes("name") || takes("phone") || takes("email")), "{method} {path} takes {name}");
            }
        }
    }

    async fn looking_holds_no_slot(office: Office) {
        let service = single(&office).await;
        let term = *free(&office, &service.id).await.first().expect("a term");
        let path = format!("/s/{}/{}/{}", service.id, term.format("%Y-%m-%d"), term.format("%H:%M"));
        for _ in 0..20 {
            office.http.get(&path, None).await.with_status(200);
            office.http.send(Method::HEAD, &path, None, None, None).await.expect("an answer");
        }
        assert!(free(&office, &service.id).await.contains(&term));
        office.citizen().books(&service.id, term).await.with_status(201);
    }
}
