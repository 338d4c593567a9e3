//! A service that is stopped for today: no tickets, no terms of today, with the reason told everywhere.

use okienko_tests::on_both_engines;
use okienko_tests::page::Window;
use okienko_tests::time::warsaw;

use super::*;

on_both_engines! {
    async fn a_stopped_service_gives_nothing_today_and_tells_citizens_why(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let (kiosk, citizen) = (office.kiosk(), office.citizen());
        let kept = kiosk.takes_ticket(&wanted.id).await.with_status(201).ticket();
        let slot = citizen.slot_after(&wanted.id, warsaw("2026-11-23", "10:00")).await;
        citizen.books(&wanted.id, slot.start).await.with_status(201);
        let later = citizen.slot_after(&wanted.id, warsaw("2026-11-23", "13:00")).await;
        supervisor.stops(&wanted, "fault").await.with_status(200);
        let refused = kiosk.takes_ticket(&wanted.id).await.with_status(409).refused_with("no_tickets_left");
        assert_eq!(refused.body["reason"], "fault");
        assert!(refused.str("detail").contains("awarii systemu"), "{}", refused.text);
        let told = office.http.get("kiosk/services", Some(&kiosk.token)).await.ok().body;
        let of = |id: &str| told["services"].as_array().expect("services").iter().find(|one| one["id"] == id).expect("the service").clone();
        let row = of(&wanted.id);
        assert_eq!((&row["open"], &row["reason"], &row["stopped"]), (&json!(false), &json!("no_tickets_left"), &json!("fault")));
        let sibling = office.sample.sibling_service(&wanted.id);
        assert!(of(&sibling.id)["stopped"].is_null());
        kiosk.takes_ticket(&sibling.id).await.with_status(201);
        // Nothing of today on the web, all of tomorrow; and no way around it.
        assert!(citizen.slots_on(&wanted.id, "2026-11-23").await.is_empty());
        assert!(!citizen.slots_on(&wanted.id, "2026-11-24").await.is_empty());
        let refused = office.citizen().books(&wanted.id, later.start).await.refused_with("slot_taken");
        let nearest = refused.body["nearest"].as_array().expect("other terms");
        assert!(!nearest.is_empty() && nearest.iter().all(|one| one.as_str().is_some_and(|start| !start.starts_with("2026-11-23"))));
        for (lang, words) in [("pl", "awarii systemu informatycznego"), ("en", "a computer failure"), ("uk", "збій інформаційної системи")] {
            let page = Window::opens(&office.http.url(&format!("/s/{}?lang={lang}", wanted.id))).await;
            assert!(page.text().contains(words), "{lang}: {}", page.text());
        }
        // Whoever has a ticket or a visit is served.
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        clerk.calls(&kept.id).await.with_status(200);
        office.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        kiosk.check_in_by_phone(&citizen.phone).await.with_status(201);
        let view = supervisor.sees(&wanted).await;
        assert_eq!(service(&view, &wanted.id)["stopped"]["reason"], "fault");
        supervisor.reopens(&wanted).await.with_status(200);
        kiosk.takes_ticket(&wanted.id).await.with_status(201);
        assert!(!citizen.slots_on(&wanted.id, "2026-11-23").await.is_empty());
    }

    async fn a_stop_survives_a_death_and_ends_with_its_day(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        supervisor.stops(&wanted, "overload").await.with_status(200);
        office.kill();
        office.restart().await;
        let refused = office.kiosk().takes_ticket(&wanted.id).await.refused_with("no_tickets_left");
        assert_eq!(refused.body["reason"], "overload");
        office.clock(warsaw("2026-11-24", "08:00")).await;
        office.kiosk().takes_ticket(&wanted.id).await.with_status(201);
        assert!(service(&supervisor.sees(&wanted).await, &wanted.id)["stopped"].is_null());
    }

    async fn a_reason_is_one_that_can_be_told(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        supervisor.stops(&wanted, "Pan Jan zachorował").await.with_status(422).refused_with("invalid_reason");
        let department = &office.sample.department_of(&wanted.id).id;
        supervisor.does(department, &format!("services/{}/stop", wanted.id), json!({})).await.with_status(400).refused_with("malformed");
        office.kiosk().takes_ticket(&wanted.id).await.with_status(201);
    }
}
