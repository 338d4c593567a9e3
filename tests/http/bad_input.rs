//! Malformed JSON, ids, dates; bodies too large; ways that do not exist.

use okienko_tests::on_both_engines;
use reqwest::Method;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn no_body_whatever_makes_a_fault(office: Office) {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        let kiosk = office.kiosk();
        let bodies = ["", "{", "null", "[]", "42", "\"x\"", "{}", "{\"phone\":null}", "{\"phone\":[1]}",
            "{\"service\":{},\"start\":\"yesterday\"}", "{\"ticket\":7}", "{\"minutes\":-1}", "{\"minutes\":1e99}",
            "{\"service\":\"\\u0000\"}", "\u{feff}{}", "{\"a\":{\"b\":[[[[[[[]]]]]]]}}"];
        for path in posts(&office) {
            for token in [None, Some(kiosk.token.as_str()), Some(clerk.token.as_str())] {
                for body in bodies {
                    let answer = office.http.send(Method::POST, &path, token, Some(&okienko_tests::chance::fresh()), Some(body.into())).await;
                    let answer = answer.expect("an answer");
                    assert!(answer.status < 500, "{path} with {body}: {} {}", answer.status, answer.text);
                    assert!(answer.status < 400 || answer.is_problem(), "{path} with {body}: {} {}", answer.status, answer.text);
                }
            }
        }
    }

    async fn a_body_too_large_is_413(office: Office) {
        let large = json!({ "phone": "6".repeat(3_000_000) }).to_string();
        for (path, token) in [("appointments", None), ("kiosk/check-ins", Some(office.kiosk().token))] {
            let answer = office.http.send(Method::POST, path, token.as_deref(), Some("large"), Some(large.clone())).await;
            if let Ok(answer) = answer {
                assert_eq!(answer.status, 413, "{}", answer.text);
                assert!(answer.is_problem(), "{}", answer.text);
            }
        }
        office.http.get("/healthz", None).await.with_status(200);
    }

    async fn wrong_dates_are_refused(office: Office) {
        let service = office.sample.shared_service().id;
        for query in ["", "?from=2026-11-24", "?from=2026-13-45&to=2026-11-24", "?from=yesterday&to=today",
            "?from=2026-11-24T00:00:00Z&to=2026-11-24", "?from=99999-01-01&to=99999-01-02", "?from=%00&to=%ff"] {
            let answer = office.http.get(&format!("services/{service}/slots{query}"), None).await;
            assert!(answer.status < 500, "{query}: {} {}", answer.status, answer.text);
            assert!(answer.status < 400 || answer.is_problem(), "{query}: {}", answer.text);
        }
        let backwards = office.http.get(&format!("services/{service}/slots?from=2026-11-25&to=2026-11-24"), None).await;
        assert!(backwards.status < 500);
        let ages = office.http.get(&format!("services/{service}/slots?from=0001-01-01&to=9999-12-31"), None).await;
        assert!(ages.status < 500, "a request for all ages is no fault: {}", ages.text);
    }

    async fn a_start_that_is_no_instant_of_a_slot_is_refused(office: Office) {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let at = okienko_tests::time::warsaw("2026-11-24", "09:00");
        for wrong in [json!("2026-11-24"), json!("09:00"), json!(""), json!(1_700_000_000), json!(null), json!("2026-02-30T09:00:00+01:00")] {
            let mut form = citizen.form(&service.id, at);
            form["start"] = wrong.clone();
            let answer = office.http.post("appointments", None, form).await;
            assert!((400..500).contains(&answer.status) && answer.is_problem(), "{wrong}: {} {}", answer.status, answer.text);
        }
        let mut same_instant = citizen.form(&service.id, at);
        same_instant["start"] = json!("2026-11-24T08:00:00Z");
        let answer = office.http.post("appointments", None, same_instant).await;
        assert!(answer.status < 500, "an instant may come with another offset: {}", answer.text);
    }

    async fn unknown_ways_and_ids_are_404_and_wrong_methods_405(office: Office) {
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        for path in ["nothing", "departments/x", "services/x/slots?from=2026-11-24&to=2026-11-24", "boards/x", "tickets/x",
            "appointments/x", "tickets/..%2F..%2Fetc", "boards/%F0%9F%98%80", "desks"] {
            office.http.get(path, Some(&clerk.token)).await.with_status(404).refused_with("not_found");
        }
        office.http.get("desks/x", Some(&clerk.token)).await.refused_with("not_found");
        for path in ["kiosk/check-ins", "kiosk/tickets", "appointments", "session"] {
            let answer = office.http.get(path, None).await.with_status(405);
            assert!(answer.is_problem(), "{}", answer.text);
        }
        let answer = office.http.send(Method::DELETE, "departments", None, None, None).await.expect("an answer");
        assert_eq!(answer.status, 405);
    }

    async fn long_and_strange_addresses_are_no_fault(office: Office) {
        for path in [format!("tickets/{}", "a".repeat(4000)), format!("appointments/{}.x", "9".repeat(400)),
            "tickets/%00".into(), "tickets/'; DROP TABLE events; --".into(), "boards/%25s%25n".into()] {
            let answer = office.http.get(&path, None).await;
            assert!((400..500).contains(&answer.status), "{path}: {} {}", answer.status, answer.text);
        }
    }
}
