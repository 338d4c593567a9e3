//! Who may see which figures.

use okienko_tests::{admin, on_both_engines};
use serde_json::json;

use super::{all, report};

const FORMS: [&str; 4] = ["reports", "reports.csv", "reports.xlsx", "reports/page"];

on_both_engines! {
    async fn reports_are_for_those_who_oversee_and_each_sees_the_own_departments(office: Office) {
        office.rewrites(|table| {
            let staff = table["staff"].as_array_mut().expect("staff");
            let boss = staff.iter_mut().find(|one| one["login"].as_str() == Some("kierownik")).expect("a supervisor");
            boss.as_table_mut().expect("a table").insert("departments".into(), toml::Value::from(vec!["geodezja"]));
        }).await;
        let (boss, root) = (admin::supervisor(&office).await, admin::token(&office).await);
        let clerk = office.clerk("5").await.token;
        let kiosk = office.kiosk().token;
        for form in FORMS {
            office.http.get(form, None).await.with_status(401).refused_with("unauthorized");
            for token in [&clerk, &kiosk] {
                office.http.get(form, Some(token)).await.with_status(403).refused_with("forbidden");
            }
            for token in [&boss, &root] {
                office.http.get(form, Some(token)).await.with_status(200);
            }
            for other in ["department=sprawy-obywatelskie", "service=meldunki", "by=person"] {
                office.http.get(&format!("{form}?{other}"), Some(&boss)).await.with_status(403).refused_with("forbidden");
                office.http.get(&format!("{form}?{other}"), Some(&root)).await.with_status(200);
            }
        }
        assert_eq!(report(&office, &boss, "").await["departments"], json!(["geodezja"]));
        assert_eq!(report(&office, &root, "").await["departments"].as_array().map(Vec::len), Some(4));
        let services = report(&office, &boss, "by=service").await;
        let keys: Vec<_> = services["rows"].as_array().expect("rows").iter().map(|row| row["key"].clone()).collect();
        assert_eq!(json!(keys), json!(["mapy", "ewidencja-gruntow", "numeracja"]), "in the office's own order");
        let page = office.http.get("reports/page", Some(&boss)).await.with_status(200).text;
        assert!(page.contains("Wydział Geodezji") && !page.contains("Wydział Spraw") && !page.contains("value=\"person\""));
    }

    async fn what_other_departments_do_is_in_no_figure_of_a_supervisor(office: Office) {
        office.rewrites(|table| {
            let staff = table["staff"].as_array_mut().expect("staff");
            let boss = staff.iter_mut().find(|one| one["login"].as_str() == Some("kierownik")).expect("a supervisor");
            boss.as_table_mut().expect("a table").insert("departments".into(), toml::Value::from(vec!["geodezja"]));
        }).await;
        for service in ["meldunki", "mapy", "meldunki"] {
            office.kiosk().takes_ticket(service).await.with_status(201);
        }
        let boss = admin::supervisor(&office).await;
        assert_eq!(report(&office, &boss, "").await["total"]["all"]["tickets"], 1);
        assert_eq!(all(&office, "").await["total"]["all"]["tickets"], 3);
    }

    async fn who_looks_at_colleagues_is_seen(office: Office) {
        let root = admin::token(&office).await;
        report(&office, &root, "by=person").await;
        report(&office, &root, "by=desk").await;
        let log = office.http.get("staff/log?from=2026-11-23&to=2026-11-23", Some(&root)).await.with_status(200);
        let seen: Vec<_> = log.body["lines"].as_array().expect("lines").iter().filter(|line| line["action"] == "saw_people").collect();
        assert_eq!((seen.len(), &seen[0]["detail"]), (1, &json!("2026-11-23 2026-11-23")));
    }

    async fn bad_questions_are_answered_politely(office: Office) {
        let root = admin::token(&office).await;
        for query in ["from=2026-11-24&to=2026-11-23", "from=2025-01-01&to=2026-11-23", "from=x&to=y", "period=between&from=2026-11-01"] {
            let answer = office.http.get(&format!("reports?{query}"), Some(&root)).await.with_status(422);
            assert!(answer.str("detail").contains("366"), "{}", answer.text);
            answer.refused_with("invalid_period");
        }
        for query in ["period=x", "by=x", "channel=x"] {
            office.http.get(&format!("reports?{query}"), Some(&root)).await.with_status(400).refused_with("malformed");
        }
        for query in ["department=x", "service=x"] {
            office.http.get(&format!("reports?{query}"), Some(&root)).await.with_status(404).refused_with("not_found");
        }
    }
}
