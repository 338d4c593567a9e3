//! What those who run the server see: health, metrics, the description of the interface.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn health_and_readiness_answer(office: Office) {
        office.http.get("/healthz", None).await.with_status(200);
        office.http.get("/readyz", None).await.with_status(200);
    }

    async fn metrics_are_in_the_words_of_prometheus(office: Office) {
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
        let metrics = office.http.get("/metrics", None).await.with_status(200).text;
        assert!(metrics.contains("# TYPE "), "{metrics}");
        for line in metrics.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let value = line.rsplit(' ').next().expect("a value");
            assert!(value.parse::<f64>().is_ok(), "{line}");
        }
    }

    async fn the_interface_describes_itself_completely(office: Office) {
        let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
        assert!(described["openapi"].as_str().expect("a version").starts_with("3.1"));
        let paths: Vec<String> = described["paths"].as_object().expect("paths").keys().cloned().collect();
        let shape = |path: &str| -> String {
            path.trim_start_matches("/api/v1").split('/').map(|step| if step.starts_with('{') { "{}" } else { step })
                .collect::<Vec<_>>().join("/")
        };
        let known: Vec<String> = paths.iter().map(|path| shape(path)).collect();
        let fixed = ["/departments", "/services/{}/slots", "/appointments", "/appointments/{}", "/appointments/{}/cancel",
            "/kiosk/check-ins", "/kiosk/tickets", "/desks/{}", "/boards/{}", "/tickets/{}", "/tickets/{}/leave", "/session"];
        let verbs = posts(&office).into_iter().filter_map(|path| path.strip_prefix("desks/").map(str::to_owned));
        let desks = verbs.filter_map(|path| path.split_once('/').map(|(_, verb)| format!("/desks/{{}}/{verb}")));
        for wanted in fixed.iter().map(ToString::to_string).chain(desks) {
            assert!(known.contains(&wanted) || known.contains(&"/desks/{}/{}".to_owned()) && wanted.starts_with("/desks/"),
                "{wanted} is described among {known:?}");
        }
    }

    async fn pages_carry_a_strict_content_security_policy(office: Office) {
        let pages = &office.sample.pages;
        for page in [&pages.booking, &pages.kiosk, &pages.desk, &pages.lobby] {
            let answer = office.http.get(page, None).await;
            let policy = answer.headers.get("content-security-policy").and_then(|value| value.to_str().ok()).unwrap_or("");
            assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"), "{page}: {policy}");
        }
    }

    async fn every_instant_carries_the_offices_offset(office: Office) {
        let ticket = office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
        assert!(ticket.ticket().issued_at.ends_with("+01:00"), "{}", ticket.text);
        let slots = office.citizen().slots_on(&office.sample.shared_service().id, "2026-11-24").await;
        assert!(slots.iter().all(|slot| slot.start.offset().local_minus_utc() == 3600));
    }

    async fn demo_json_is_whole_and_secrets_stay_over_a_restart(office: Office) {
        let read = || std::fs::read_to_string(office.folder().join("demo.json")).expect("demo.json");
        let before: serde_json::Value = serde_json::from_str(&read()).expect("JSON");
        assert_eq!(office.sample.departments.len(), 4);
        let desks = office.sample.departments.iter().map(|department| department.desks.len()).sum::<usize>();
        assert_eq!(office.sample.clerks.len(), desks, "one clerk a desk");
        office.stop();
        office.restart().await;
        let after: serde_json::Value = serde_json::from_str(&read()).expect("JSON");
        for member in ["office", "departments", "kiosk", "clerks", "supervisor", "admin", "mail_dir"] {
            assert_eq!(before[member], after[member], "{member}");
        }
    }
}
