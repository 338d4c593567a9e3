//! Booked visits that a kiosk collected by itself: R24, R26, R27, R29.

use okienko_tests::time::instant;
use okienko_tests::{Clerk, on_both_engines};
use serde_json::{Value, json};

use super::*;
use crate::away::{is, minutes};

/// The clerk of the first desk that has the visit's service.
pub async fn clerk_of(office: &Office, visit: &Visit) -> Clerk {
    office.clerk(&office.sample.desks_of(&visit.service.id)[0]).await
}

/// Those who wait, as a clerk of the visit's service sees them.
async fn waiting(office: &Office, visit: &Visit) -> Vec<Value> {
    clerk_of(office, visit).await.view().await["waiting"].as_array().expect("those who wait").clone()
}

on_both_engines! {
    async fn r24_a_visit_collected_in_its_window_and_told_within_it_is_collected(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        let walk_in = office.kiosk().takes_ticket(&visit.service.id).await.ticket();
        office.clock(visit.start - minutes(5)).await;
        let lent = away.booked(&office, &visit.service.id, 0);
        let told = away.tells_one(away.check_in(visit.code(), &lent, visit.start - minutes(20))).await;
        is(&told, "accepted", None);
        let ticket = &told["ticket"];
        assert_eq!((&ticket["channel"], &ticket["code"]), (&json!("booked"), &lent["code"]));
        assert_eq!(instant(ticket["issued_at"].as_str().expect("an instant")), visit.start - minutes(20));
        assert_eq!(instant(ticket["booked_for"].as_str().expect("an instant")), visit.start);
        assert_eq!(visit.state().await, "collected");
        office.kiosk().check_in_by_code(visit.code()).await.refused_with("already_collected");
        let called = clerk_of(&office, &visit).await.calls_next().await.ticket();
        assert_eq!(called.code, lent["code"], "ahead of {}", walk_in.code);
    }

    async fn r29_a_visit_that_the_timer_ended_meanwhile_becomes_collected(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        office.clock(visit.start + minutes(20)).await;
        assert_eq!(visit.state().await, "not_collected");
        let paper = away.check_in(visit.code(), &away.booked(&office, &visit.service.id, 0), visit.start - minutes(3));
        let told = away.tells_one(paper.clone()).await;
        is(&told, "accepted", None);
        assert_eq!((visit.state().await.as_str(), &told["ticket"]["channel"]), ("collected", &json!("booked")));
        assert_eq!(away.tells_one(paper).await, told);
        office.kill();
        office.restart().await;
        assert_eq!(visit.state().await, "collected", "after a restart, too");
    }

    async fn r24_a_paper_outside_the_window_leaves_a_place_as_a_walk_in(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        office.clock(visit.start + minutes(20)).await;
        let cases = [(visit.start - minutes(31), "too_early"), (visit.start + minutes(1), "too_late")];
        for (nth, (at, code)) in cases.into_iter().enumerate() {
            let told = away.tells_one(away.check_in(visit.code(), &away.booked(&office, &visit.service.id, nth), at)).await;
            is(&told, "conflict", Some(code));
            assert_eq!((&told["ticket"]["channel"], &told["ticket"]["state"]), (&json!("walk_in"), &json!("waiting")));
        }
        assert_eq!(visit.state().await, "not_collected");
    }

    async fn r27_a_visit_collected_elsewhere_meanwhile_is_a_conflict_that_staff_see(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        office.clock(visit.start - minutes(10)).await;
        let online = office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201).ticket();
        let lent = away.booked(&office, &visit.service.id, 0);
        let told = away.tells_one(away.check_in(visit.code(), &lent, visit.start - minutes(15))).await;
        is(&told, "conflict", Some("already_collected"));
        assert_eq!((&told["ticket"]["code"], &told["ticket"]["channel"]), (&lent["code"], &json!("walk_in")));
        let waiting = waiting(&office, &visit).await;
        let of = |code: &str| waiting.iter().find(|one| one["code"] == code).expect("the ticket").clone();
        assert_eq!(of(lent["code"].as_str().expect("a code"))["conflict"], "already_collected");
        assert_eq!((&of(&online.code)["channel"], of(&online.code).get("conflict")), (&json!("booked"), None));
        let booked = waiting.iter().filter(|one| one["channel"] == "booked").count();
        assert_eq!(booked, 1, "one visit, one booked ticket: {waiting:?}");
        let clerk = clerk_of(&office, &visit).await;
        assert_eq!(clerk.calls_next().await.ticket().code, online.code);
        clerk.starts().await.ok();
        clerk.finishes_and_calls(told["ticket"]["id"].as_str().expect("an id")).await.ok();
    }

    async fn r27_a_visit_cancelled_meanwhile_is_a_conflict(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        visit.citizen.cancels(visit.answer.str("token")).await.ok();
        office.clock(visit.start - minutes(10)).await;
        let paper = away.check_in(visit.code(), &away.booked(&office, &visit.service.id, 0), visit.start - minutes(15));
        is(&away.tells_one(paper).await, "conflict", Some("appointment_cancelled"));
        assert_eq!(visit.state().await, "cancelled");
    }

    async fn r27_two_kiosks_without_the_network_collect_one_visit_once(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let (one, other) = (Away::of(&office).await, Away::second(&office).await);
        office.clock(visit.start + minutes(5)).await;
        let papers = [(&one, 12), (&other, 14)].map(|(away, before)| {
            away.check_in(visit.code(), &away.booked(&office, &visit.service.id, 0), visit.start - minutes(before))
        });
        let (first, second) = tokio::join!(one.tells_one(papers[0].clone()), other.tells_one(papers[1].clone()));
        let (won, lost) = if first["state"] == "accepted" { (first, second) } else { (second, first) };
        is(&won, "accepted", None);
        is(&lost, "conflict", Some("already_collected"));
        let waiting = waiting(&office, &visit).await;
        assert_eq!(waiting.len(), 2, "both who hold a paper have a place");
        assert_eq!(waiting.iter().filter(|one| one["channel"] == "booked").count(), 1);
    }

    async fn r27_a_visit_that_is_not_of_today_any_more_is_a_conflict_where_the_kiosk_says_which_service(office: Office) {
        let visit = Visit::booked(&office, "14:00").await;
        let away = Away::of(&office).await;
        let (day, slots) = visit.citizen.next_open_day(&visit.service.id, "2026-11-23").await;
        let path = format!("appointments/{}/move", visit.answer.str("token"));
        let start = okienko_tests::time::written(slots[0].start);
        office.http.post(&path, None, json!({ "start": start })).await.ok();
        office.clock(today("13:50")).await;
        let lent = away.booked(&office, &visit.service.id, 0);
        let mut paper = away.check_in(visit.code(), &lent, today("13:40"));
        is(&away.tells_one(paper.clone()).await, "refused", Some("not_found"));
        paper["key"] = json!("another-key");
        paper["service"] = json!(visit.service.id);
        let told = away.tells_one(paper).await;
        is(&told, "conflict", Some("not_today"));
        assert_eq!(told["ticket"]["code"], lent["code"]);
        assert_eq!(visit.state().await, "booked", "it stands on {day}");
    }

    async fn the_throttle_of_unknown_numbers_has_no_say(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        office.clock(visit.start - minutes(10)).await;
        for number in 0..10 {
            office.kiosk().check_in_by_phone(&format!("60200000{number}")).await.refused_with("unknown_phone");
        }
        office.kiosk().check_in_by_code(visit.code()).await.refused_with("throttled");
        let paper = away.check_in(visit.code(), &away.booked(&office, &visit.service.id, 0), visit.start - minutes(15));
        is(&away.tells_one(paper).await, "accepted", None);
    }
}
