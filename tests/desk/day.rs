//! The day of a desk, and tickets that are not at hand: transitions 3, 6, 16, 18, 21; R29.

use okienko_tests::on_both_engines;
use serde_json::{Value, json};

use super::*;

impl Hall {
    async fn day(&self, office: &Office) -> Value {
        let clerk = self.clerk();
        office.http.get(&format!("desks/{}/day", clerk.desk), Some(&clerk.token)).await.ok().body
    }
}

on_both_engines! {
    async fn r29_the_desk_sees_who_was_expected_who_came_and_who_did_not_and_no_names(office: Office) {
        let hall = Hall::of(&office).await;
        let (coming, missing) = (office.citizen(), office.citizen());
        let first = missing.slot_after(&hall.service.id, today("09:00")).await;
        missing.books(&hall.service.id, first.start).await.with_status(201);
        let second = coming.slot_after(&hall.service.id, first.start + chrono::TimeDelta::minutes(1)).await;
        coming.books(&hall.service.id, second.start).await.with_status(201);
        assert_eq!(hall.day(&office).await["visits"][0]["state"], "booked");
        office.clock(second.start - chrono::TimeDelta::minutes(20)).await;
        let ticket = hall.kiosk.check_in_by_phone(&coming.phone).await.with_status(201).ticket();
        office.clock(first.start + chrono::TimeDelta::minutes(1)).await;
        let day = hall.day(&office).await;
        let states: Vec<_> = day["visits"].as_array().expect("visits").iter().map(|visit| visit["state"].clone()).collect();
        assert_eq!(states, ["not_collected", "collected"]);
        assert_eq!((&day["visits"][1]["code"], &day["visits"][1]["ticket_state"]), (&json!(ticket.code), &json!("waiting")));
        let text = day.to_string();
        assert!(!text.contains(&coming.phone) && !text.contains("phone") && !text.contains("\"name\""), "{text}");
    }

    async fn r23_a_check_in_by_mistake_is_taken_back_before_the_first_call(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        assert_eq!(hall.day(&office).await["visits"][0]["can_revert"], true);
        let view = hall.clerk().commands("revert-check-in", json!({ "ticket": ticket.id })).await.with_status(200).body;
        assert_eq!(view["counts"]["waiting"], 0);
        let visit = hall.day(&office).await["visits"][0].clone();
        assert_eq!((&visit["state"], &visit["ticket"]), (&json!("booked"), &Value::Null));
        hall.clerk().reactivates(&ticket.id).await.refused_with("wrong_state");
        let walk_in = hall.ticket().await;
        hall.clerk().commands("revert-check-in", json!({ "ticket": walk_in.id })).await.refused_with("wrong_state");
    }

    async fn r32_service_and_priority_of_a_waiting_ticket_can_be_changed(office: Office) {
        let hall = Hall::of(&office).await;
        let other = office.sample.sibling_service(&hall.service.id);
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        let clerk = hall.clerk();
        clerk.commands("change", json!({ "ticket": second.id, "priority": "disability" })).await.with_status(200);
        assert_eq!(clerk.waiting().await, [second.code.clone(), first.code.clone()]);
        clerk.commands("change", json!({ "ticket": second.id, "service": hall.service.id })).await.with_status(200);
        assert_eq!(clerk.waiting().await[0], second.code, "what is left out stays");
        clerk.commands("change", json!({ "ticket": second.id, "priority": null })).await.with_status(200);
        assert_eq!(clerk.waiting().await, [first.code.clone(), second.code.clone()]);
        clerk.commands("change", json!({ "ticket": first.id, "service": other.id })).await.with_status(200);
        assert_eq!(office.ticket_status(first.token()).await.ok().str("service"), other.id);
        clerk.commands("change", json!({ "ticket": second.id, "priority": "no-such-class" })).await.refused_with("not_found");
        clerk.calls_next().await.ok();
        let called = clerk.view().await["current"]["id"].clone();
        clerk.commands("change", json!({ "ticket": called, "priority": null })).await.refused_with("wrong_state");
    }

    async fn r12_a_second_matter_is_one_command_for_a_walk_in_and_refused_for_a_booked_visit(office: Office) {
        let hall = Hall::of(&office).await;
        let other = office.sample.sibling_service(&hall.service.id);
        let walk_in = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        let view = hall.clerk().commands("next-service", json!({ "service": other.id })).await.with_status(200).body;
        assert_eq!((&view["state"], &view["current"]["code"]), (&json!("serving"), &json!(walk_in.code)));
        assert_eq!((&view["current"]["service"], view["current"]["legs"].as_array().map(Vec::len)), (&json!(other.id), Some(1)));
        hall.clerk().finishes().await.ok();
        booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        hall.clerk().calls_next().await.ok();
        let view = hall.clerk().starts().await.ok().body;
        assert_eq!(view["current"]["next_service"], false);
        hall.clerk().commands("next-service", json!({ "service": other.id })).await.refused_with("forbidden");
    }

    async fn r32_what_has_ended_is_listed_and_can_be_brought_back(office: Office) {
        let hall = Hall::of(&office).await;
        let (served, left) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        hall.clerk().finishes().await.ok();
        office.http.post(&format!("tickets/{}/leave", left.token()), None, json!({})).await.ok();
        let ended = hall.day(&office).await["ended"].clone();
        let codes: Vec<_> = ended.as_array().expect("tickets").iter().map(|ticket| ticket["code"].clone()).collect();
        assert_eq!(codes, [left.code.as_str(), served.code.as_str()], "the latest first");
        hall.clerk().reactivates(&served.id).await.with_status(200);
        assert_eq!(hall.day(&office).await["ended"].as_array().map(Vec::len), Some(1));
    }

    async fn r37_a_call_out_of_turn_says_why_in_a_code(office: Office) {
        let hall = Hall::of(&office).await;
        let (_, second) = (hall.ticket().await, hall.ticket().await);
        let body = |reason: &str| json!({ "ticket": second.id, "reason": reason });
        hall.clerk().commands("call", body("Pan Jan wrócił")).await.with_status(422).refused_with("invalid_reason");
        let called = hall.clerk().commands("call", body("back")).await.with_status(200);
        assert_eq!(called.str("reason"), "chosen back");
    }

    async fn r32_the_view_says_who_is_next_and_why(office: Office) {
        let hall = Hall::of(&office).await;
        assert!(hall.clerk().view().await["next"].is_null());
        hall.ticket().await;
        let booked = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        let next = hall.clerk().view().await["next"].clone();
        assert_eq!(next["code"], booked.code.as_str());
        assert!(next["reason"].as_str().is_some_and(|reason| reason.starts_with("booked ")), "{next}");
    }

    async fn r32_a_desk_closed_for_today_calls_nobody_until_its_next_command(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().commands("close", json!({})).await.refused_with("desk_busy");
        hall.clerk().no_show().await.ok();
        assert_eq!(hall.clerk().commands("close", json!({ "seen": null })).await.with_status(200).body["state"], "closed");
        hall.clerk().reactivates(&ticket.id).await.with_status(200);
        assert_eq!(hall.clerk().desk_state().await, "free");
    }
}
