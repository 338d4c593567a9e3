//! Reception: tickets and check-ins given at a desk, printed at a kiosk that is named.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r36_a_reception_gives_tickets_of_the_whole_office_and_a_kiosk_prints_them(office: Office) {
        let hall = Hall::of(&office).await;
        let clerk = hall.clerk();
        let can = office.http.get(&format!("desks/{}/reception", clerk.desk), Some(&clerk.token)).await.ok().body;
        let services = can["services"].as_array().expect("services");
        assert!(services.iter().any(|one| one["id"] == office.sample.service_elsewhere(&hall.service.id).id.as_str()));
        assert!(can["kiosks"].as_array().expect("kiosks").iter().any(|one| one["id"] == office.sample.kiosk.id.as_str()));
        let far = office.sample.service_elsewhere(&hall.service.id).id;
        let given = clerk.commands("tickets", json!({ "service": far, "kiosk": office.sample.kiosk.id })).await.with_status(201);
        assert_eq!(given.body["kiosk"]["id"], office.sample.kiosk.id.as_str());
        let ticket = given.ticket();
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        let health = json!({
            "version": "0.1.0", "printer": { "state": "ready" }, "printed": { "today": 0, "since_roll": 0, "left": 310 },
            "unsynced": 0, "refused": 0, "page_alive": true, "clock_offset_ms": 0, "done": [],
        });
        let wishes = office.http.post("kiosk/health", Some(&hall.kiosk.token), health).await;
        assert!(wishes.text.contains(&ticket.id) && wishes.text.contains("print"), "{}", wishes.text);
    }

    async fn r36_a_repeat_says_so_and_no_second_paper_is_printed(office: Office) {
        let hall = Hall::of(&office).await;
        let (path, key) = (format!("desks/{}/tickets", hall.clerk().desk), okienko_tests::chance::fresh());
        let body = json!({ "service": hall.service.id, "kiosk": office.sample.kiosk.id });
        let gives = async || office.http.post_keyed(&path, Some(&hall.clerk().token), &key, body.clone()).await.with_status(201);
        let reports = async |done: &[&str]| {
            let health = json!({
                "version": "0.1.0", "printer": { "state": "ready" }, "printed": { "today": 0, "since_roll": 0, "left": 310 },
                "unsynced": 0, "refused": 0, "page_alive": true, "clock_offset_ms": 0, "done": done,
            });
            office.http.post("kiosk/health", Some(&hall.kiosk.token), health).await.ok().body["wishes"].clone()
        };
        let first = gives().await;
        assert_eq!((&first.body["repeated"], &first.body["kiosk"]["id"]), (&json!(false), &json!(office.sample.kiosk.id)));
        let wish = reports(&[]).await[0]["id"].as_str().expect("a wish").to_owned();
        assert_eq!(reports(&[&wish]).await, json!([]), "the paper is out");
        let again = gives().await;
        assert_eq!((&again.body["ticket"], &again.body["repeated"], &again.body["kiosk"]), (&first.body["ticket"], &json!(true), &serde_json::Value::Null));
        assert_eq!(reports(&[]).await, json!([]), "no second one");
        office.kill();
        office.restart().await;
        assert_eq!(gives().await.body["repeated"], true, "whoever remembers it");
        assert_eq!(reports(&[]).await, json!([]));
    }

    async fn r36_an_unknown_kiosk_is_refused_before_anything_is_given(office: Office) {
        let hall = Hall::of(&office).await;
        let wrong = json!({ "service": hall.service.id, "kiosk": "no-such-kiosk" });
        hall.clerk().commands("tickets", wrong).await.with_status(404).refused_with("not_found");
        assert_eq!(hall.clerk().view().await["counts"]["waiting"], 0);
        let plain = hall.clerk().commands("tickets", json!({ "service": hall.service.id, "priority": "act" })).await;
        assert_eq!(plain.with_status(201).ticket().number(), 1);
    }

    async fn r23_a_booked_visitor_is_checked_in_at_the_desk_by_phone(office: Office) {
        let hall = Hall::of(&office).await;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&hall.service.id, today("10:00")).await;
        citizen.books(&hall.service.id, slot.start).await.with_status(201);
        let entry = || json!({ "phone": citizen.phone });
        hall.clerk().commands("check-ins", entry()).await.with_status(409).refused_with("too_early");
        office.clock(slot.start - chrono::TimeDelta::minutes(20)).await;
        let ticket = hall.clerk().commands("check-ins", entry()).await.with_status(201).ticket();
        assert!(ticket.code.starts_with('U'));
        hall.clerk().commands("check-ins", entry()).await.refused_with("already_collected");
    }
}
