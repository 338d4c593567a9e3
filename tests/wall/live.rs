//! What the wall shows, at once and after every change.

use std::time::Duration;

use okienko_tests::on_both_engines;
use okienko_tests::{Events, Said};

use super::*;

/// How long news may take: the wall gathers what happens in half a second.
const SOON: Duration = Duration::from_secs(15);

on_both_engines! {
    async fn the_stream_tells_each_department_whole_and_then_every_change(office: Office) {
        let supervisor = Supervisor::of(&office).await;
        let mut events = Events::opens_with(&office.http, "wall/events", Some(&supervisor.token)).await;
        assert_eq!((events.status, events.header("content-type")), (200, "text/event-stream; charset=utf-8"));
        let mut told = Vec::new();
        while told.len() < office.sample.departments.len() {
            let Some(Said::Message(_, message)) = events.hears(SOON).await else { panic!("{told:?} only") };
            assert_eq!(message["type"], "view");
            told.push(message["view"]["department"]["id"].as_str().expect("an id").to_owned());
        }
        let known: Vec<_> = office.sample.departments.iter().map(|one| one.id.clone()).collect();
        told.sort();
        assert_eq!(told, { let mut known = known; known.sort(); known });
        let wanted = office.sample.shared_service();
        let department = &office.sample.department_of(&wanted.id).id;
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let of = |message: &Value| message["view"]["department"]["id"] == **department;
        let seen = events.sees("one waits", |message| of(message) && service(&message["view"], &wanted.id)["waiting"] == 1).await;
        let row = service(&seen["view"], &wanted.id);
        assert_eq!((&row["longest"]["code"], &row["level"], &row["open_desks"]), (&json!(ticket.code), &json!("ok"), &json!(0)));
        assert!(row["wait"].is_null() && row["unserved"].is_null(), "nothing is known while no desk is open: {row}");
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        clerk.calls_next().await.ok();
        let called = |message: &Value| desk(&message["view"], &clerk.desk)["state"] == "called";
        let forecast = |message: &Value| service(&message["view"], &wanted.id)["wait"].is_object();
        let seen = events.sees("the call and a forecast", |message| of(message) && called(message) && forecast(message)).await;
        assert_eq!(desk(&seen["view"], &clerk.desk)["current"]["code"], ticket.code);
        assert_eq!(service(&seen["view"], &wanted.id)["unserved"], json!({ "from": 0, "to": 0 }));
        assert!(!seen.to_string().contains("staff") && !seen.to_string().contains("stanowisko-"), "no names: {seen}");
    }

    async fn long_waits_reach_the_marks_of_the_service(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let after = |seconds| okienko_tests::time::instant(&ticket.issued_at) + chrono::TimeDelta::seconds(seconds);
        office.clock(after(29 * 60 + 30)).await;
        assert_eq!(service(&supervisor.sees(&wanted).await, &wanted.id)["level"], "ok");
        office.clock(after(30 * 60)).await;
        let row = service(&supervisor.sees(&wanted).await, &wanted.id).clone();
        assert_eq!((&row["level"], &row["reached"], &row["longest"]["minutes"]), (&json!("warning"), &json!(["wait"]), &json!(30)));
        office.clock(after(60 * 60)).await;
        let view = supervisor.sees(&wanted).await;
        assert_eq!((&service(&view, &wanted.id)["level"], &view["level"]), (&json!("critical"), &json!("critical")));
        let all = office.http.get("wall", Some(&supervisor.token)).await.with_status(200).body;
        assert_eq!(all["departments"].as_array().expect("walls").len(), office.sample.departments.len());
    }

    async fn r34_no_shows_and_uncollected_visits_are_counted_by_service(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let citizen = office.citizen();
        let slot = citizen.slot_after(&wanted.id, okienko_tests::time::warsaw("2026-11-23", "09:00")).await;
        citizen.books(&wanted.id, slot.start).await.with_status(201);
        assert_eq!(service(&supervisor.sees(&wanted).await, &wanted.id)["expected"], 1);
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        for _ in 0..2 {
            office.kiosk().takes_ticket(&wanted.id).await.with_status(201);
        }
        clerk.calls_next().await.ok();
        clerk.no_show().await.ok();
        clerk.calls_next().await.ok();
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        office.clock(slot.start + chrono::TimeDelta::minutes(1)).await;
        let row = service(&supervisor.sees(&wanted).await, &wanted.id).clone();
        let told = ["no_shows", "finished", "not_collected", "expected"].map(|name| row[name].as_u64());
        assert_eq!(told, [Some(1), Some(1), Some(1), Some(0)]);
    }
}
