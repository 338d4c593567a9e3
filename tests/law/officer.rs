//! Line 22: the officer finds, hands out and erases; each use is in the access log, which holds ids only (line 23).

use okienko_tests::{Office, admin, on_both_engines};
use serde_json::{Value, json};

use crate::dump::{dump, lines_with};
use crate::{books, header, zygfryda};

/// The lines of the access log with this action.
fn logged(office: &Office, action: &str) -> Vec<String> {
    let mut rows = dump(office);
    rows.retain(|row| row.starts_with("access_log ") && row.contains(action));
    rows
}

on_both_engines! {
    async fn law_22_the_officer_finds_hands_out_and_erases_and_each_use_is_logged(office: Office) {
        let citizen = zygfryda(&office, "509888111");
        let (start, first) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let (_, second) = books(&office, &citizen, "2026-11-25", "10:00").await;
        citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        let token = admin::token(&office).await;
        let post = async |path: &str, body: Value| office.http.post(&format!("privacy/{path}"), Some(&token), body).await;

        let found = post("find", json!({ "phone": "+48 509 888 111" })).await.ok();
        let ids: Vec<&str> = found.body["appointments"].as_array().expect("visits").iter().map(|one| one["id"].as_str().expect("an id")).collect();
        assert_eq!(ids, [first.str("id"), second.str("id")]);
        assert_eq!(found.body["appointments"][0]["name"], "Zygfryda");
        let by_mail = post("find", json!({ "email": citizen.email.to_uppercase() })).await.ok();
        assert_eq!(by_mail.body, found.body, "whatever the capitals");
        assert_eq!(header(&found.headers, "cache-control"), "no-store");

        let file = post("export", json!({ "phone": citizen.phone })).await.ok();
        assert!(header(&file.headers, "content-disposition").contains("attachment; filename=\"okienko-2026-11-23.json\""));
        let visit = &file.body["appointments"][0];
        assert_eq!((visit["phone"].as_str(), visit["email"].as_str()), (Some("48509888111"), Some(citizen.email.as_str())));
        assert_eq!((&visit["letters"][0]["kind"], &visit["letters"][0]["channel"]), (&json!("confirmation"), &json!("mail")));
        assert!(visit["accesses"].as_array().expect("lines").iter().any(|line| line["action"] == "found"), "{}", file.text);
        assert!(visit["accesses"].as_array().expect("lines").iter().all(|line| line["who"] == "staff"), "not who of them");

        let service = office.sample.shared_service();
        let free = async || citizen.slots_on(&service.id, "2026-11-24").await.iter().filter(|slot| slot.start == start).map(|slot| slot.free).sum::<i64>();
        let before = free().await;
        let wish = json!({ "appointments": [first.str("id"), "nobody-a1"] });
        let erased = post("erase", wish.clone()).await.ok();
        assert_eq!(erased.body, json!({ "erased": [first.str("id")], "unknown": ["nobody-a1"] }));
        assert_eq!(post("erase", wish).await.ok().body, erased.body, "asked again it answers the same");
        assert_eq!(free().await, before + 1, "the visit was cancelled first");
        let shown = citizen.appointment(first.str("token")).await.ok();
        assert_eq!((shown.str("state"), shown.body["phone"].is_null()), ("cancelled", true));
        let left = post("find", json!({ "phone": citizen.phone })).await.ok();
        assert_eq!(left.body["appointments"].as_array().expect("visits").len(), 1, "the other visit stays");
        post("erase", json!({ "appointments": [second.str("id")] })).await.ok();
        assert_eq!(lines_with(&office, &["509888111", "Zygfryda", "zygfryda."]), Vec::<String>::new(), "nothing is left in any table");
        assert_eq!(post("find", json!({ "phone": citizen.phone })).await.ok().body, json!({ "appointments": [] }));

        let who = format!("staff:{}", logged(&office, "found")[0].split("staff:").nth(1).expect("who").split(['|', ',']).next().expect("an id"));
        for (action, count) in [("found", 6), ("exported", 2), ("erased", 3), ("cancelled", 2)] {
            let lines = logged(&office, action);
            assert_eq!(lines.len(), count, "{action}: {lines:?}");
            assert!(lines.iter().all(|line| line.contains(&who)), "{lines:?}");
            let by_tool = lines.iter().all(|line| line.contains("privacy"));
            assert!(by_tool || action == "cancelled", "{lines:?}");
        }
    }

    async fn law_22_only_an_administrator_may_and_a_wish_names_one_person(office: Office) {
        let citizen = zygfryda(&office, "509888222");
        let (_, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let clerk = office.clerk("5").await;
        let supervisor = admin::supervisor(&office).await;
        for path in ["privacy/find", "privacy/export", "privacy/erase"] {
            let body = json!({ "phone": citizen.phone, "appointments": [visit.str("id")] });
            office.http.post(path, None, body.clone()).await.with_status(401).refused_with("unauthorized");
            office.http.post(path, Some(&clerk.token), body.clone()).await.with_status(403).refused_with("forbidden");
            office.http.post(path, Some(&supervisor), body).await.with_status(403).refused_with("forbidden");
        }
        assert_eq!(citizen.appointment(visit.str("token")).await.ok().str("state"), "booked");
        let token = admin::token(&office).await;
        let post = async |path: &str, body: Value| office.http.post(&format!("privacy/{path}"), Some(&token), body).await;
        post("find", json!({})).await.with_status(400).refused_with("malformed");
        post("find", json!({ "phone": "1", "email": "x" })).await.with_status(400).refused_with("malformed");
        post("find", json!({ "phone": "12" })).await.with_status(422).refused_with("invalid_phone");
        post("export", json!({ "email": "x" })).await.with_status(422).refused_with("invalid_email");
        post("erase", json!({ "appointments": [] })).await.with_status(400).refused_with("malformed");
        post("find", json!({ "phone": "509 888 333" })).await.ok();
        assert_eq!(logged(&office, "found").len(), 1, "a search that found nothing is a use too");
    }

    async fn law_23_no_log_of_the_program_holds_a_phone_an_address_or_a_name(office: Office) {
        let citizen = zygfryda(&office, "509888444");
        let (start, visit) = books(&office, &citizen, "2026-11-23", "10:00").await;
        citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        let token = admin::token(&office).await;
        office.http.post("privacy/find", Some(&token), json!({ "phone": citizen.phone })).await.ok();
        office.clock(start - chrono::TimeDelta::minutes(10)).await;
        office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201);
        office.http.post("privacy/erase", Some(&token), json!({ "appointments": [visit.str("id")] })).await.ok();
        let log = std::fs::read_to_string(office.folder().with_extension("log")).expect("the log of the server");
        assert!(log.contains("personal data was erased by request"), "the log is written: {log}");
        for word in ["509888444", "zygfryda", "@example.com"] {
            assert!(!log.to_lowercase().contains(word), "{word} is in the log:\n{log}");
        }
    }
}
