//! Who may do what on the phone line.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r36_the_phone_line_is_for_staff_and_oversight_for_supervisors(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let root = Line { http: office.http.clone(), token: admin::token(&office).await };
        let kiosk = Line { http: office.http.clone(), token: office.kiosk().token };
        let oversight = ["log?from=2026-11-23&to=2026-11-23", "patterns"];
        let form = call(&office.citizen(), &service(&office).id, terms(&office, &service(&office).id).await[0].start);
        let posts = [
            ("/find", json!({ "phone": "662138278" })), ("", form), ("/x-a1/move", json!({ "start": "x" })),
            ("/x-a1/cancel", json!({})),
        ];
        for (path, body) in posts {
            let path = format!("staff/appointments{path}");
            office.http.post(&path, None, body.clone()).await.with_status(401).refused_with("unauthorized");
            office.http.post(&path, Some(&kiosk.token), body).await.with_status(403).refused_with("forbidden");
        }
        for path in oversight {
            office.http.get(&format!("staff/{path}"), None).await.with_status(401).refused_with("unauthorized");
            kiosk.gets(path).await.with_status(403).refused_with("forbidden");
            clerk.gets(path).await.with_status(403).refused_with("forbidden");
            supervisor.gets(path).await.with_status(200);
            root.gets(path).await.with_status(200);
        }
        assert_eq!(supervisor.log("2026-11-23").await.iter().filter(|line| line["action"] == "booked").count(), 0);
    }

    async fn r36_only_those_who_oversee_look_at_visits_of_earlier_days(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let (citizen, service) = (office.citizen(), service(&office));
        let start = citizen.slot_after(&service.id, today("09:00")).await.start;
        let booked = citizen.books(&service.id, start).await.with_status(201);
        let path = format!("appointments/{}", booked.str("id"));
        clerk.gets(&path).await.with_status(200);
        office.clock(start + TimeDelta::hours(20)).await;
        clerk.gets(&path).await.with_status(404).refused_with("not_found");
        assert_eq!(supervisor.gets(&path).await.with_status(200).str("state"), "not_collected");
        let by_phone = supervisor.finds(json!({ "phone": citizen.phone })).await;
        assert_eq!(by_phone.len(), 0, "a phone call is about visits to come");
    }

    async fn r36_a_search_is_for_one_thing(office: Office) {
        let line = Line::clerk(&office).await;
        for body in [json!({}), json!({ "code": "abc" }), json!({ "phone": "662138278", "code": "123456" }), json!([])] {
            line.posts("/find", body).await.with_status(400).refused_with("malformed");
        }
        line.posts("/find", json!({ "phone": "12" })).await.with_status(422).refused_with("invalid_phone");
        let supervisor = Line::supervisor(&office).await;
        for range in ["", "?from=2026-11-24&to=2026-11-23", "?from=2026-01-01&to=2026-12-31"] {
            supervisor.gets(&format!("log{range}")).await.with_status(422).refused_with("invalid_range");
        }
    }

    async fn r02_staff_can_tell_matters_with_a_queue_but_no_calendar(office: Office) {
        let departments = office.http.get("departments", None).await.ok().body;
        let services = departments.as_array().expect("departments").iter().flat_map(|one| one["services"].as_array().expect("services"));
        let without: Vec<_> = services.filter(|one| one["walk_in"] == true && one["bookable"] == false).collect();
        let known: Vec<_> = office.sample.services().filter(|one| !one.bookable).collect();
        assert!(!without.is_empty() && without.len() == known.len());
        for one in without {
            let start = written(terms(&office, &service(&office).id).await[0].start);
            let body = json!({ "service": one["id"], "start": start, "name": "Anna", "phone": "662138278" });
            Line::clerk(&office).await.posts("", body).await.refused_with("not_a_slot");
        }
    }
}
