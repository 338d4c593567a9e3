//! Walk-in tickets that a kiosk gave by itself: R31, R35.

use okienko_tests::chance::fresh;
use okienko_tests::on_both_engines;
use okienko_tests::time::{instant, warsaw};
use serde_json::{Value, json};

use super::*;
use crate::away::{is, minutes};

fn issued_at(result: &Value) -> When {
    instant(result["ticket"]["issued_at"].as_str().expect("an instant"))
}

on_both_engines! {
    async fn r35_an_offline_ticket_stands_where_its_holder_came(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let lent = away.number(&office, &service.id, 0);
        let mut expected = Vec::new();
        for time in ["10:00", "10:20"] {
            office.clock(today(time)).await;
            expected.push(office.kiosk().takes_ticket(&service.id).await.ticket().code);
        }
        office.clock(today("10:30")).await;
        let told = away.tells_one(Away::ticket(&service.id, &lent, today("10:05"))).await;
        is(&told, "accepted", None);
        assert_eq!((issued_at(&told), &told["ticket"]["people_ahead"]), (today("10:05"), &json!(1)));
        for member in ["code", "token", "status_url"] {
            assert_eq!(told["ticket"][member], lent[member], "as it stands on the paper");
        }
        expected.insert(1, lent["code"].as_str().expect("a code").to_owned());
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        assert_eq!(clerk.waiting().await, expected);
        for code in expected {
            assert_eq!(clerk.calls_next().await.ticket().code, code);
            clerk.starts().await.ok();
            clerk.finishes().await.ok();
        }
    }

    async fn r35_times_are_clamped_between_the_lease_and_now(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let lent_at = office.now();
        office.clock(today("10:00")).await;
        for (nth, claimed) in [(0, today("11:00")), (1, warsaw("2026-11-25", "09:00"))] {
            let told = away.tells_one(Away::ticket(&service.id, &away.number(&office, &service.id, nth), claimed)).await;
            let late = issued_at(&told) - today("10:00");
            assert!((0..60).contains(&late.num_seconds()), "{claimed} became {}", told["ticket"]["issued_at"]);
        }
        let told = away.tells_one(Away::ticket(&service.id, &away.number(&office, &service.id, 2), today("06:00"))).await;
        let early = issued_at(&told) - lent_at;
        assert!(early.num_seconds().abs() < 30, "not before the number was lent: {}", told["ticket"]["issued_at"]);
        let yesterday = warsaw("2026-11-22", "12:00");
        let told = away.tells_one(Away::ticket(&service.id, &away.number(&office, &service.id, 3), yesterday)).await;
        is(&told, "refused", Some("day_over"));
    }

    async fn r31_a_number_is_taken_once_and_told_as_often_as_one_likes(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let papers: Vec<Value> =
            (0..3).map(|nth| Away::ticket(&service.id, &away.number(&office, &service.id, nth), office.now())).collect();
        let first = away.tells(&papers).await;
        assert_eq!(away.tells(&papers).await, first, "the same keys, the same answers");
        let other_key = Away::ticket(&service.id, &away.number(&office, &service.id, 1), office.now());
        let again = away.tells_one(other_key).await;
        is(&again, "accepted", None);
        assert_eq!(again["ticket"]["id"], first[1]["ticket"]["id"]);
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        assert_eq!(clerk.waiting().await.len(), 3);
        let mut reused = Away::ticket(&service.id, &away.number(&office, &service.id, 4), office.now());
        reused["key"] = papers[0]["key"].clone();
        is(&away.tells_one(reused).await, "refused", Some("key_reused"));
    }

    async fn r31_only_the_kiosk_that_was_lent_a_number_may_give_it(office: Office) {
        let service = office.sample.shared_service();
        let (away, other) = (Away::of(&office).await, Away::second(&office).await);
        let lent = away.number(&office, &service.id, 0);
        is(&other.tells_one(Away::ticket(&service.id, &lent, office.now())).await, "refused", Some("not_leased"));
        let sibling = office.sample.sibling_service(&service.id);
        let never = json!({ "number": 977 });
        is(&away.tells_one(Away::ticket(&sibling.id, &never, office.now())).await, "refused", Some("not_leased"));
        is(&away.tells_one(Away::ticket("no-such-service", &lent, office.now())).await, "refused", Some("not_leased"));
        is(&away.tells_one(Away::ticket(&service.id, &lent, office.now())).await, "accepted", None);
    }

    async fn r31_a_paper_in_the_hand_keeps_its_place_after_closing(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        office.clock(today("16:40")).await;
        office.kiosk().takes_ticket(&service.id).await.refused_with("closed");
        let told = away.tells_one(Away::ticket(&service.id, &away.number(&office, &service.id, 0), today("15:20"))).await;
        is(&told, "accepted", None);
        assert_eq!((&told["ticket"]["state"], issued_at(&told)), (&json!("waiting"), today("15:20")));
    }

    async fn r35_a_server_killed_between_the_lease_and_the_telling_forgets_nothing(office: Office) {
        let service = office.sample.shared_service();
        let mut away = Away::of(&office).await;
        let lent = away.number(&office, &service.id, 0);
        office.kill();
        office.restart().await;
        office.clock(today("10:30")).await;
        let paper = Away::ticket(&service.id, &lent, today("10:05"));
        let told = away.tells_one(paper.clone()).await;
        is(&told, "accepted", None);
        office.kill();
        office.restart().await;
        assert_eq!(away.tells_one(paper).await, told);
        assert_eq!(office.ticket_state(lent["token"].as_str().expect("a token")).await, "waiting");
        let next = office.kiosk().takes_ticket(&service.id).await.ticket();
        assert_eq!(next.number(), 21, "what is lent stays lent");
        away.asks().await;
        assert_eq!(away.number(&office, &service.id, 0)["number"], 2);
    }

    async fn a_priority_class_told_offline_is_kept(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let ahead = office.kiosk().takes_ticket(&service.id).await.ticket();
        let mut paper = Away::ticket(&service.id, &away.number(&office, &service.id, 0), office.now());
        paper["priority"] = json!("act");
        let told = away.tells_one(paper).await;
        assert_eq!((&told["ticket"]["priority"], &told["ticket"]["people_ahead"]), (&json!("act"), &json!(0)));
        assert_ne!(told["ticket"]["code"], ahead.code.as_str());
    }

    async fn what_cannot_be_read_is_refused_alone(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let good = Away::ticket(&service.id, &away.number(&office, &service.id, 0), office.now());
        let mut no_time = Away::ticket(&service.id, &away.number(&office, &service.id, 1), office.now());
        no_time["issued_at"] = json!("yesterday");
        let strange = json!({ "key": fresh(), "kind": "parcel", "number": 1 });
        let results = away.tells(&[no_time, strange, good.clone()]).await;
        is(&results[0], "refused", Some("malformed"));
        is(&results[1], "refused", Some("malformed"));
        is(&results[2], "accepted", None);
        away.syncs(&[]).await.with_status(400);
        away.syncs(&vec![good; 51]).await.with_status(400);
        away.kiosk.post("kiosk/sync", json!({ "entries": "all" })).await.with_status(400);
    }

    async fn r35_fifty_papers_are_told_at_once(office: Office) {
        let away = Away::of(&office).await;
        let services: Vec<_> = office.sample.services().take(3).map(|service| service.id.clone()).collect();
        office.advance(30).await;
        let printed = |n: usize| {
            let service = &services[n / 20];
            Away::ticket(service, &away.number(&office, service, n % 20), office.now() - minutes(25) + minutes(n as i64 / 20))
        };
        let papers: Vec<Value> = (0..50).map(printed).collect();
        for result in away.tells(&papers).await {
            is(&result, "accepted", None);
        }
    }
}
