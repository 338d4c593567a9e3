//! Who may do what: wrong tokens and wrong roles.

use okienko_tests::{admin, on_both_engines};
use serde_json::json;

on_both_engines! {
    async fn without_a_token_or_with_a_wrong_one_nothing_guarded_opens(office: Office) {
        let desk = &office.sample.clerks[0].desk;
        let guarded = [format!("desks/{desk}/call-next"), "kiosk/check-ins".into(), "kiosk/tickets".into()];
        for path in &guarded {
            let body = json!({ "phone": "662138278", "service": office.sample.shared_service().id });
            for token in [None, Some("x"), Some(""), Some("ĄĆĘ%%%")] {
                let ascii = token.filter(|token| token.is_ascii());
                office.http.post(path, ascii, body.clone()).await.with_status(401).refused_with("unauthorized");
            }
        }
        office.http.get(&format!("desks/{desk}"), None).await.with_status(401).refused_with("unauthorized");
        office.http.post("/demo/clock", None, json!({ "now": "2026-11-23T09:00:00+01:00" })).await.refused_with("unauthorized");
    }

    async fn a_kiosk_is_no_clerk_and_a_clerk_no_kiosk_and_neither_sets_the_clock(office: Office) {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        let kiosk = office.kiosk();
        let now = json!({ "now": "2026-11-23T09:00:00+01:00" });
        office.http.post(&format!("desks/{}/call-next", clerk.desk), Some(&kiosk.token), json!({})).await.refused_with("forbidden");
        office.http.get(&format!("desks/{}", clerk.desk), Some(&kiosk.token)).await.refused_with("forbidden");
        office.http.post("/demo/clock", Some(&clerk.token), now.clone()).await.refused_with("forbidden");
        office.http.post("/demo/clock", Some(&kiosk.token), now).await.refused_with("forbidden");
        let as_kiosk = office.http.post("kiosk/tickets", Some(&clerk.token), json!({ "service": office.sample.shared_service().id })).await;
        assert!(as_kiosk.status == 201 || as_kiosk.code() == "forbidden", "{}", as_kiosk.text);
    }

    async fn a_wrong_login_says_nothing_of_what_was_wrong(office: Office) {
        let clerk = &office.sample.clerks[0];
        let wrong = admin::signs_in(&office.http, &clerk.login, "wrong").await.with_status(401).refused_with("unauthorized");
        let unknown = admin::signs_in(&office.http, "nobody", "wrong").await.with_status(401).refused_with("unauthorized");
        assert_eq!(wrong.str("detail"), unknown.str("detail"));
        let empty = admin::signs_in(&office.http, "", "").await;
        assert!((400..500).contains(&empty.status));
    }

    async fn the_supervisor_may_bring_a_ticket_back(office: Office) {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        clerk.calls_next().await.ok();
        clerk.no_show().await.ok();
        let supervisor = okienko_tests::Clerk::with_token(&office, &clerk.desk, &admin::supervisor(&office).await);
        supervisor.reactivates(&ticket.id).await.with_status(200);
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
    }

    async fn a_session_survives_a_restart(office: Office) {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        office.stop();
        office.restart().await;
        clerk.looks().await.with_status(200);
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
    }

    async fn a_session_does_not_notice_the_office_clock(office: Office) {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        office.clock(okienko_tests::time::warsaw("2026-12-14", "10:00")).await;
        clerk.looks().await.with_status(200);
    }
}
