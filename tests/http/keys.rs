//! Idempotency keys: the same question has the same answer.

use okienko_tests::chance::fresh;
use okienko_tests::{on_both_engines, time};
use serde_json::json;

on_both_engines! {
    async fn the_same_key_and_body_get_the_same_answer(office: Office) {
        let (service, kiosk, key) = (office.sample.shared_service(), office.kiosk(), fresh());
        let body = json!({ "service": service.id });
        let first = office.http.post_keyed("kiosk/tickets", Some(&kiosk.token), &key, body.clone()).await.with_status(201);
        let again = office.http.post_keyed("kiosk/tickets", Some(&kiosk.token), &key, body).await.with_status(201);
        assert_eq!(first.body, again.body);
        assert_eq!(kiosk.takes_ticket(&service.id).await.ticket().number(), first.ticket().number() + 1);
    }

    async fn the_same_key_with_another_body_is_refused(office: Office) {
        let (service, kiosk, key) = (office.sample.shared_service(), office.kiosk(), fresh());
        let other = office.sample.sibling_service(&service.id);
        let post = async |id: &str| office.http.post_keyed("kiosk/tickets", Some(&kiosk.token), &key, json!({ "service": id })).await;
        post(&service.id).await.with_status(201);
        post(&other.id).await.with_status(422).refused_with("key_reused");
        let elsewhere = office.sample.service_elsewhere(&service.id);
        post(&elsewhere.id).await.with_status(422).refused_with("key_reused");
    }

    async fn a_concurrent_twin_waits_for_the_answer(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        for _ in 0..10 {
            let (key, body) = (fresh(), json!({ "service": service.id }));
            let twins: Vec<_> = (0..8).map(|_| {
                let (http, token, key, body) = (office.http.clone(), kiosk.token.clone(), key.clone(), body.clone());
                tokio::spawn(async move { http.post_keyed("kiosk/tickets", Some(&token), &key, body).await })
            }).collect();
            let mut codes = Vec::new();
            for twin in twins {
                codes.push(twin.await.expect("an answer").with_status(201).ticket().code);
            }
            codes.dedup();
            assert_eq!(codes.len(), 1, "one ticket for eight twins: {codes:?}");
        }
    }

    async fn a_refusal_is_not_kept(office: Office) {
        let (service, citizen, key) = (office.sample.shared_service(), office.citizen(), fresh());
        let slot = citizen.slot_after(&service.id, time::warsaw("2026-11-23", "10:00")).await;
        citizen.books(&service.id, slot.start).await.with_status(201);
        let kiosk = office.kiosk();
        let body = json!({ "phone": citizen.phone });
        let check_in = async || office.http.post_keyed("kiosk/check-ins", Some(&kiosk.token), &key, body.clone()).await;
        check_in().await.refused_with("too_early");
        office.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        let ticket = check_in().await.with_status(201).ticket();
        assert_eq!(check_in().await.with_status(201).ticket().code, ticket.code, "the success is kept");
    }

    async fn a_key_survives_a_stop_and_a_kill(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&service.id, time::warsaw("2026-11-24", "10:00")).await;
        let asked = [
            ("kiosk/tickets".to_owned(), Some(kiosk.token.clone()), fresh(), json!({ "service": service.id })),
            ("appointments".to_owned(), None, fresh(), citizen.form(&service.id, slot.start)),
            (format!("desks/{}/call-next", clerk.desk), Some(clerk.token.clone()), fresh(), json!({})),
        ];
        let mut answers = Vec::new();
        for (path, token, key, body) in &asked {
            answers.push(office.http.post_keyed(path, token.as_deref(), key, body.clone()).await.ok());
        }
        for round in 0..2 {
            if round == 0 { office.stop() } else { office.kill() }
            office.restart().await;
            for ((path, token, key, body), before) in asked.iter().zip(&answers) {
                let again = office.http.post_keyed(path, token.as_deref(), key, body.clone()).await;
                // Links name the address of the server, and that changes when it restarts on another port.
                assert_eq!(again.status, before.status, "{path}: {}", again.text);
                for member in ["id", "code", "token"] {
                    assert_eq!(again.body[member], before.body[member], "{path}");
                    assert_eq!(again.body["ticket"][member], before.body["ticket"][member], "{path}");
                }
            }
        }
    }

    async fn a_key_belongs_to_its_call_and_its_caller(office: Office) {
        let (service, key) = (office.sample.shared_service(), fresh());
        let clerks = office.clerks_of(&service.id).await;
        for _ in 0..2 {
            office.kiosk().takes_ticket(&service.id).await.with_status(201);
        }
        let next = async |clerk: &okienko_tests::Clerk| {
            office.http.post_keyed(&format!("desks/{}/call-next", clerk.desk), Some(&clerk.token), &key, json!({})).await
        };
        let one = next(&clerks[0]).await.ok().ticket().code;
        let other = next(&clerks[1]).await;
        assert!(other.code() == "key_reused" || other.ticket().code != one, "no one's answer is told to another: {}", other.text);
    }

    async fn strange_keys_are_no_fault(office: Office) {
        let kiosk = office.kiosk();
        let body = json!({ "service": office.sample.shared_service().id });
        for key in ["", " ", "\"quoted\"", &"k".repeat(2000)] {
            let answer = office.http.post_keyed("kiosk/tickets", Some(&kiosk.token), key, body.clone()).await;
            assert!(answer.status < 500, "{key}: {}", answer.text);
        }
    }
}
