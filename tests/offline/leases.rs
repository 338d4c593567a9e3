//! Numbers lent to a kiosk: R31.

use okienko_tests::time::{instant, warsaw};
use okienko_tests::{admin, on_both_engines};
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::*;
use crate::away::minutes;

fn codes(block: &[Value]) -> Vec<&str> {
    block.iter().map(|lent| lent["code"].as_str().expect("a code")).collect()
}

on_both_engines! {
    async fn r31_every_service_and_the_booked_series_has_its_block_before_the_doors_open(office: Office) {
        office.clock(warsaw("2026-11-24", "06:00")).await;
        let away = Away::of(&office).await;
        assert_eq!(away.leases()["day"], "2026-11-24");
        instant(away.leases()["now"].as_str().expect("now"));
        for department in &office.sample.departments {
            assert_eq!(away.block(&department.id, None).len(), 5, "the booked series of {}", department.id);
            for service in &department.services {
                let block = away.block(&department.id, Some(&service.id));
                let expected: Vec<String> = (1..=20).map(|number| format!("{}{number:03}", service.letter)).collect();
                assert_eq!(codes(&block), expected);
                for lent in &block {
                    let (url, token) = (lent["status_url"].as_str().expect("a link"), lent["token"].as_str().expect("a token"));
                    assert!(url.ends_with(&format!("/t/{token}")) && lent["ticket"].is_string(), "{lent}");
                }
            }
        }
    }

    async fn r31_a_block_is_filled_up_when_less_than_half_of_it_is_left(office: Office) {
        let service = office.sample.shared_service();
        let department = office.sample.department_of(&service.id).id.clone();
        let mut away = Away::of(&office).await;
        let first = away.block(&department, Some(&service.id));
        away.asks().await;
        assert_eq!(away.block(&department, Some(&service.id)), first, "asking again changes nothing");
        let papers: Vec<Value> = first.iter().take(10).map(|lent| Away::ticket(&service.id, lent, office.now())).collect();
        away.tells(&papers).await;
        away.asks().await;
        assert_eq!(away.block(&department, Some(&service.id)), first[10..], "half of it is left");
        away.tells_one(Away::ticket(&service.id, &first[10], office.now())).await;
        away.asks().await;
        let filled = away.block(&department, Some(&service.id));
        assert_eq!((filled.len(), &filled[..9], &filled[9]["number"]), (20, &first[11..], &json!(21)));
    }

    async fn r31_codes_have_gaps_only_where_a_kiosk_holds_them(office: Office) {
        let service = office.sample.shared_service();
        let one = office.kiosk().takes_ticket(&service.id).await.ticket();
        let away = Away::of(&office).await;
        let other = Away::second(&office).await;
        let department = office.sample.department_of(&service.id).id.clone();
        let blocks = [&away, &other].map(|kiosk| kiosk.block(&department, Some(&service.id)));
        let next = office.kiosk().takes_ticket(&service.id).await.ticket();
        assert_eq!((one.number(), next.number()), (1, 42));
        let mut all: BTreeSet<u64> = blocks.iter().flatten().map(|lent| lent["number"].as_u64().expect("a number")).collect();
        assert_eq!(all.len(), 40, "no number is lent twice");
        all.extend([1, 42]);
        assert_eq!(all.into_iter().collect::<Vec<_>>(), (1..=42).collect::<Vec<_>>());
    }

    async fn r31_yesterdays_numbers_are_nobodys_today(office: Office) {
        let service = office.sample.shared_service();
        let mut away = Away::of(&office).await;
        let lent = away.number(&office, &service.id, 3);
        office.clock(warsaw("2026-11-24", "08:00")).await;
        let told = away.tells_one(Away::ticket(&service.id, &lent, office.now())).await;
        away::is(&told, "refused", Some("not_leased"));
        let told = away.tells_one(Away::ticket(&service.id, &lent, today("15:00"))).await;
        away::is(&told, "refused", Some("day_over"));
        away.asks().await;
        let fresh = away.number(&office, &service.id, 3);
        assert_eq!(fresh["number"], lent["number"], "numbers begin anew");
        assert_ne!(fresh["ticket"], lent["ticket"], "tickets do not");
        let told = away.tells_one(Away::ticket(&service.id, &lent, today("15:00"))).await;
        away::is(&told, "refused", Some("day_over"));
        office.advance(5).await;
        let told = away.tells_one(Away::ticket(&service.id, &fresh, office.now() - minutes(2))).await;
        away::is(&told, "accepted", None);
        assert_eq!(told["ticket"]["id"], fresh["ticket"]);
    }

    async fn only_a_kiosk_is_lent_numbers_and_told_the_day(office: Office) {
        let clerk = admin::token(&office).await;
        for (path, body) in [("kiosk/leases", json!({})), ("kiosk/sync", json!({ "entries": [] }))] {
            office.http.post(path, None, body.clone()).await.with_status(401);
            office.http.post(path, Some(&clerk), body).await.with_status(403);
        }
        office.http.get("kiosk/day", None).await.with_status(401);
        office.http.get("kiosk/day", Some(&clerk)).await.with_status(403);
    }
}
