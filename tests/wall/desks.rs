//! Desks moved between services for today, and desks that were left.

use okienko_tests::on_both_engines;
use okienko_tests::time::warsaw;

use super::*;

/// The department of the shared service, two of its desks, and their shared service.
struct Hall<'a> {
    office: &'a Office,
    supervisor: Supervisor<'a>,
    wanted: Service,
    other: Service,
    desks: Vec<String>,
}

impl<'a> Hall<'a> {
    async fn of(office: &'a Office) -> Self {
        let wanted = office.sample.shared_service();
        let other = office.sample.sibling_service(&wanted.id);
        let desks = office.sample.desks_of(&wanted.id);
        Self { office, supervisor: Supervisor::of(office).await, wanted, other, desks }
    }

    async fn desk_does(&self, desk: &str, what: &str, body: Value) -> Answer {
        let department = &self.office.sample.department_of(&self.wanted.id).id;
        self.supervisor.does(department, &format!("desks/{desk}/{what}"), body).await
    }
}

on_both_engines! {
    async fn a_moved_desk_calls_its_services_of_today_until_the_day_ends(office: Office) {
        let hall = Hall::of(&office).await;
        let clerk = office.clerk(&hall.desks[0]).await;
        hall.desk_does(&clerk.desk, "services", json!({ "services": [hall.other.id] })).await.with_status(200);
        let first = office.kiosk().takes_ticket(&hall.wanted.id).await.with_status(201).ticket();
        let second = office.kiosk().takes_ticket(&hall.other.id).await.with_status(201).ticket();
        assert_eq!(clerk.waiting().await, std::slice::from_ref(&second.code), "the clerk sees at once who can be called");
        assert_eq!(clerk.calls_next().await.ok().body["ticket"]["code"], second.code);
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        assert!(clerk.calls_next().await.ok().body["ticket"].is_null());
        clerk.calls(&first.id).await.with_status(403).refused_with("not_your_desk");
        let view = hall.supervisor.sees(&hall.wanted).await;
        let moved = desk(&view, &clerk.desk);
        assert_eq!((&moved["moved"], &moved["services"]), (&json!(true), &json!([hall.other.id])));
        assert!(moved["usual"].as_array().expect("services").contains(&json!(hall.wanted.id)));
        // A death forgets nothing of it.
        office.kill();
        office.restart().await;
        let clerk = office.clerk(&hall.desks[0]).await;
        assert!(clerk.calls_next().await.ok().body["ticket"].is_null());
        office.clock(warsaw("2026-11-24", "08:00")).await;
        let fresh = office.kiosk().takes_ticket(&hall.wanted.id).await.with_status(201).ticket();
        assert_eq!(clerk.calls_next().await.ok().body["ticket"]["code"], fresh.code);
    }

    async fn people_are_left_without_a_desk_only_when_it_is_meant(office: Office) {
        let hall = Hall::of(&office).await;
        let clerk = office.clerk(&hall.desks[0]).await;
        clerk.calls_next().await.ok();
        office.kiosk().takes_ticket(&hall.wanted.id).await.with_status(201);
        let away = json!({ "services": [hall.other.id] });
        for (what, body) in [("services", away.clone()), ("pause", json!({})), ("close", json!({}))] {
            let refused = hall.desk_does(&clerk.desk, what, body).await.with_status(409).refused_with("leaves_waiting");
            assert_eq!(refused.body["services"], json!([hall.wanted.id]), "{what}");
        }
        // A second desk that works makes it harmless.
        let second = office.clerk(&hall.desks[1]).await;
        second.pauses().await.ok();
        second.resumes().await.ok();
        hall.desk_does(&clerk.desk, "services", away.clone()).await.with_status(200);
        hall.desk_does(&second.desk, "pause", json!({ "reason": "left" })).await.refused_with("leaves_waiting");
        hall.desk_does(&second.desk, "pause", json!({ "reason": "left", "anyway": true })).await.with_status(200);
        let view = hall.supervisor.sees(&hall.wanted).await;
        assert_eq!((&desk(&view, &second.desk)["state"], &desk(&view, &second.desk)["paused_reason"]), (&json!("paused"), &json!("left")));
        assert_eq!(service(&view, &hall.wanted.id)["open_desks"], 0);
        hall.desk_does(&second.desk, "close", json!({})).await.with_status(200);
        hall.desk_does(&second.desk, "close", json!({})).await.with_status(409).refused_with("wrong_state");
    }

    async fn a_move_names_real_services_of_the_same_department(office: Office) {
        let hall = Hall::of(&office).await;
        let strange = office.sample.service_elsewhere(&hall.wanted.id);
        let desk = hall.desks[0].clone();
        hall.desk_does(&desk, "services", json!({ "services": [strange.id] })).await.with_status(404).refused_with("not_found");
        hall.desk_does(&desk, "services", json!({ "services": [] })).await.with_status(400).refused_with("malformed");
        hall.desk_does("nothing", "services", json!({ "services": [hall.wanted.id] })).await.with_status(404);
        hall.desk_does(&desk, "pause", json!({ "reason": "Pan Jan" })).await.with_status(422).refused_with("invalid_reason");
    }
}
