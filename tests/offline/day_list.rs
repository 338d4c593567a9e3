//! The list by which a kiosk collects visits without the network.

use okienko_tests::on_both_engines;
use okienko_tests::time::instant;
use reqwest::Method;
use serde_json::{Value, json};

use super::*;
use crate::away::{DAY, minutes};

/// A visit's line on a kiosk's list.
fn line(list: &Answer, entry: &str) -> Option<Value> {
    list.body["visits"].as_array().expect("visits").iter().find(|visit| visit["entry"] == entry).cloned()
}

async fn asks_with(away: &Away, tag: &str) -> Answer {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.request(Method::GET, away.kiosk.http.url("kiosk/day")).bearer_auth(&away.kiosk.token);
    let response = request.header("If-None-Match", tag).send().await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = response.text().await.expect("a body");
    Answer { status, body: serde_json::from_str(&text).unwrap_or_default(), text, headers }
}

on_both_engines! {
    async fn r24_the_list_says_when_each_visit_can_be_collected_and_where_it_stands(office: Office) {
        let away = Away::of(&office).await;
        let visits = [Visit::booked(&office, "10:00").await, Visit::booked(&office, "11:00").await, Visit::booked(&office, "12:00").await];
        visits[1].citizen.cancels(visits[1].answer.str("token")).await.ok();
        office.clock(visits[0].start - minutes(10)).await;
        office.kiosk().check_in_by_code(visits[0].code()).await.with_status(201);
        let list = away.day_list().await.with_status(200);
        assert_eq!(list.str("day"), DAY);
        for (visit, state) in visits.iter().zip(["collected", "cancelled", "booked"]) {
            let line = line(&list, &away.entry(visit.code())).expect("the visit on the list");
            assert_eq!((&line["state"], &line["service"]), (&json!(state), &json!(visit.service.id)));
            assert_eq!(line["department"], office.sample.department_of(&visit.service.id).id.as_str());
            let at = |member: &str| instant(line[member].as_str().expect("an instant"));
            assert_eq!((at("start"), at("opens_at"), at("until")), (visit.start, visit.start - minutes(30), visit.start));
        }
    }

    async fn the_list_holds_nothing_personal_and_no_code(office: Office) {
        let away = Away::of(&office).await;
        let visit = Visit::booked(&office, "10:00").await;
        let list = away.day_list().await.with_status(200);
        for secret in [visit.code(), &visit.citizen.phone, &visit.citizen.email, &visit.citizen.name] {
            assert!(!list.text.contains(secret), "{secret} in {}", list.text);
        }
        assert_eq!(list.headers["cache-control"], "no-store");
        let other = Away::second(&office).await;
        let others = other.day_list().await.with_status(200);
        assert!(line(&others, &away.entry(visit.code())).is_none(), "the list of one kiosk says nothing at another");
        assert!(line(&others, &other.entry(visit.code())).is_some());
    }

    async fn r29_whoever_has_the_list_is_told_so_until_it_changes(office: Office) {
        let away = Away::of(&office).await;
        let visit = Visit::booked(&office, "10:00").await;
        let list = away.day_list().await.with_status(200);
        let tag = list.headers["etag"].to_str().expect("a validator").to_owned();
        let same = asks_with(&away, &tag).await.with_status(304);
        assert!(same.text.is_empty());
        office.clock(visit.start + minutes(2)).await;
        let changed = asks_with(&away, &tag).await.with_status(200);
        let line = line(&changed, &away.entry(visit.code())).expect("the visit on the list");
        assert_eq!(line["state"], "not_collected");
    }
}
