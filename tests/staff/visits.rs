//! Find, book, move, cancel: R36.

use okienko_tests::chance::fresh;
use okienko_tests::on_both_engines;
use okienko_tests::time::{instant, written};

use super::*;

on_both_engines! {
    async fn r36_staff_find_a_visit_by_phone_and_by_code_and_see_whom_they_speak_with(office: Office) {
        let (line, citizen, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let start = terms(&office, &service.id).await[0].start;
        let booked = citizen.books(&service.id, start).await.with_status(201);
        let by_phone = line.finds(json!({ "phone": format!("+48 {}", citizen.phone) })).await;
        let by_code = line.finds(json!({ "code": booked.str("code") })).await;
        assert_eq!((by_phone.len(), &by_phone), (1, &by_code));
        let visit = &by_phone[0];
        assert_eq!(visit["id"], booked.body["id"]);
        assert_eq!((&visit["name"], &visit["phone"]), (&json!(citizen.name), &json!(citizen.shown_phone())));
        assert_eq!((&visit["state"], &visit["mail"]), (&json!("booked"), &json!("fine")));
        assert_eq!(instant(visit["start"].as_str().expect("a start")), start);
        assert_eq!(visit["service_name"], format!("{}: {}", service.letter, service.name));
        let shown = visit["email"].as_str().expect("a masked address");
        assert!(shown.ends_with("@example.com") && shown != citizen.email, "{shown}");
        for secret in ["manage_url", "token"] {
            assert!(visit.get(secret).is_none(), "{secret} is the citizen's alone");
        }
        assert_eq!(line.finds(json!({ "phone": office.citizen().phone })).await, Vec::<Value>::new());
    }

    async fn r36_visits_of_earlier_days_are_not_found_and_ended_ones_of_today_are(office: Office) {
        let (line, citizen, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let first = citizen.slot_after(&service.id, today("10:00")).await.start;
        citizen.books(&service.id, first).await.with_status(201);
        office.clock(first + TimeDelta::minutes(5)).await;
        let ended = line.finds(json!({ "phone": citizen.phone })).await;
        assert_eq!(ended[0]["state"], "not_collected");
        office.clock(first + TimeDelta::days(1)).await;
        assert_eq!(line.finds(json!({ "phone": citizen.phone })).await, Vec::<Value>::new());
    }

    async fn r36_a_caller_without_email_gets_a_code_that_collects_at_the_kiosk(office: Office) {
        let (line, caller, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let start = caller.slot_after(&service.id, today("10:00")).await.start;
        let booked = line.posts("", call(&caller, &service.id, start)).await.with_status(201);
        assert_eq!((booked.str("phone"), booked.str("state")), (caller.shown_phone().as_str(), "booked"));
        assert!(booked.body.get("manage_url").is_none() && booked.body.get("token").is_none());
        assert_eq!(instant(booked.str("collect_from")), start - TimeDelta::minutes(30));
        assert_eq!(instant(booked.str("collect_until")), start);
        let seen = &line.finds(json!({ "code": booked.str("code") })).await[0];
        assert_eq!((&seen["mail"], &seen["email"]), (&json!("none"), &Value::Null));
        office.clock(start - TimeDelta::minutes(15)).await;
        let ticket = office.kiosk().check_in_by_code(booked.str("code")).await.with_status(201).ticket();
        assert!(ticket.code.starts_with('U'), "{}", ticket.code);
        assert_eq!(caller.letters(&office.sample.mail_dir).len(), 0, "nobody is written to");
        let after = &line.finds(json!({ "phone": caller.phone })).await[0];
        assert_eq!(after["state"], "collected");
    }

    async fn r36_a_caller_with_email_is_written_to_as_on_the_web(office: Office) {
        let (line, caller, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let start = terms(&office, &service.id).await[0].start;
        let mut form = call(&caller, &service.id, start);
        form["email"] = json!(caller.email);
        form["language"] = json!("uk");
        let booked = line.posts("", form).await.with_status(201);
        let letters = caller.waits_for_letters(&office.sample.mail_dir, 1).await;
        assert_eq!(letters.len(), 1);
        line.posts(&format!("/{}/cancel", booked.str("id")), json!({})).await.with_status(200);
        caller.waits_for_letters(&office.sample.mail_dir, 2).await;
    }

    async fn r36_a_double_click_books_once_and_another_body_is_told(office: Office) {
        let (line, caller, service, key) = (Line::clerk(&office).await, office.citizen(), service(&office), fresh());
        let terms = terms(&office, &service.id).await;
        let form = call(&caller, &service.id, terms[0].start);
        let post = |form: Value| office.http.post_keyed("staff/appointments", Some(&line.token), &key, form);
        let (one, other) = tokio::join!(post(form.clone()), post(form));
        assert_eq!(one.with_status(201).body, other.with_status(201).body);
        assert_eq!(line.finds(json!({ "phone": caller.phone })).await.len(), 1);
        post(call(&caller, &service.id, terms[3].start)).await.with_status(422).refused_with("key_reused");
    }

    async fn r36_a_move_frees_the_old_term_only_when_the_new_one_is_firm(office: Office) {
        let (line, caller, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        let (old, full, new) = (all[0].start, all[3].start, all[6].start);
        for _ in 0..all[3].free {
            office.citizen().books(&service.id, full).await.with_status(201);
        }
        let booked = line.posts("", call(&caller, &service.id, old)).await.with_status(201);
        let path = format!("/{}/move", booked.str("id"));
        let refused = line.posts(&path, json!({ "start": written(full) })).await.with_status(409);
        assert!(refused.refused_with("slot_taken").body["nearest"].as_array().is_some_and(|near| !near.is_empty()));
        let free = |terms: Vec<Slot>, at: When| terms.iter().find(|term| term.start == at).map_or(0, |term| term.free);
        assert_eq!(free(terms(&office, &service.id).await, old), all[0].free - 1, "the old term is still held");
        let moved = line.posts(&path, json!({ "start": written(new) })).await.with_status(200);
        assert_eq!(instant(moved.str("start")), new);
        assert!(moved.body.get("phone").is_none() && moved.body.get("code").is_none(), "a change shows nobody");
        let after = terms(&office, &service.id).await;
        assert_eq!((free(after.clone(), old), free(after, new)), (all[0].free, all[6].free - 1));
        let seen = line.finds(json!({ "code": booked.str("code") })).await;
        assert_eq!((instant(seen[0]["start"].as_str().expect("a start")), &seen[0]["moves"]), (new, &json!(1)));
    }

    async fn r36_staff_cancel_once_and_the_term_is_free(office: Office) {
        let (line, citizen, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        let booked = citizen.books(&service.id, all[0].start).await.with_status(201);
        let path = format!("/{}/cancel", booked.str("id"));
        for _ in 0..2 {
            assert_eq!(line.posts(&path, json!({})).await.with_status(200).str("state"), "cancelled");
        }
        assert_eq!(citizen.appointment(booked.str("token")).await.str("state"), "cancelled");
        assert_eq!(terms(&office, &service.id).await[0], all[0]);
        citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        let unknown = line.posts("/nobody-a1/cancel", json!({})).await;
        unknown.with_status(404).refused_with("not_found");
    }

    async fn r36_callers_are_refused_what_the_web_refuses(office: Office) {
        let (line, caller, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        let refused = |form: Value, code: &'static str| {
            let line = &line;
            async move { line.posts("", form).await.refused_with(code) }
        };
        let with = |member: &str, value: &str| {
            let mut form = call(&caller, &service.id, all[0].start);
            form[member] = json!(value);
            form
        };
        refused(with("name", " "), "invalid_name").await;
        refused(with("phone", "12"), "invalid_phone").await;
        refused(with("email", "a@"), "invalid_email").await;
        refused(with("language", "de"), "invalid_language").await;
        refused(with("start", "tomorrow"), "malformed").await;
        refused(with("start", &written(today("07:00"))), "slot_in_past").await;
        refused(with("start", &written(warsaw(&later(15), "09:00"))), "outside_horizon").await;
        refused(with("start", &written(warsaw("2026-11-24", "09:01"))), "not_a_slot").await;
        refused(with("service", "nothing"), "not_found").await;
        for at in [0, 3, 6] {
            line.posts("", call(&caller, &service.id, all[at].start)).await.with_status(201);
        }
        refused(call(&caller, &service.id, all[9].start), "limit_reached").await;
        let elsewhere = office.sample.service_elsewhere(&service.id);
        let at_once = office.citizen().slots_on(&elsewhere.id, "2026-11-24").await[0].start;
        refused(call(&caller, &elsewhere.id, at_once), "overlapping_appointment").await;
    }

    async fn r36_a_supervisor_passes_the_limits_and_event_and_log_say_so(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let (caller, service) = (office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        for at in [0, 3, 6] {
            clerk.posts("", call(&caller, &service.id, all[at].start)).await.with_status(201);
        }
        let mut fourth = call(&caller, &service.id, all[9].start);
        fourth["beyond_limits"] = json!(true);
        clerk.posts("", fourth.clone()).await.with_status(403).refused_with("forbidden");
        let booked = supervisor.posts("", fourth).await.with_status(201);
        let path = format!("/{}/move", booked.str("id"));
        let body = json!({ "start": written(all[12].start), "beyond_limits": true });
        clerk.posts(&path, body.clone()).await.with_status(403).refused_with("forbidden");
        supervisor.posts(&path, body).await.with_status(200);
        let lines = supervisor.log(&day_of(office.now())).await;
        let about: Vec<_> = lines.iter().filter(|one| one["appointment"] == booked.body["id"]).collect();
        assert_eq!(about.len(), 2, "{lines:?}");
        for (line, action) in about.iter().zip(["moved", "booked"]) {
            assert_eq!((&line["action"], &line["detail"]), (&json!(action), &json!("beyond_limits")));
            assert_eq!(line["login"], office.sample.supervisor.login);
        }
        assert!(!json!(lines).to_string().contains(&caller.phone), "ids only");
    }
}
