//! Lines 37 to 39: refusals, idempotency, the description of the interface, validators.

use okienko_tests::chance::fresh;
use okienko_tests::{Answer, Office, on_both_engines};
use reqwest::Method;
use serde_json::json;

use crate::{books, header, zygfryda};

/// GET with a validator.
async fn asks(office: &Office, path: &str, tag: &str) -> Answer {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.request(Method::GET, office.http.url(path)).header("If-None-Match", tag);
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = response.text().await.expect("a body");
    Answer { status, body: serde_json::from_str(&text).unwrap_or_default(), text, headers }
}

on_both_engines! {
    async fn law_37_refusals_are_problems_with_a_stable_type_polish_words_and_their_fields(office: Office) {
        let service = office.sample.shared_service();
        let citizen = zygfryda(&office, "509333111");
        let (start, _) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let mut form = citizen.form(&service.id, start);
        (form["name"], form["phone"], form["email"]) = (json!(""), json!("1"), json!("x"));
        let wrong = office.http.post("appointments", None, form).await.with_status(422).refused_with("invalid_name");
        assert_eq!(wrong.body["errors"], json!([
            { "field": "name", "code": "invalid_name" }, { "field": "phone", "code": "invalid_phone" },
            { "field": "email", "code": "invalid_email" },
        ]));
        assert!(wrong.str("type").ends_with("/problems/invalid_name") && wrong.str("detail").contains("imię"), "{}", wrong.text);
        let mut other = 0;
        let taken = loop {
            other += 1;
            let answer = zygfryda(&office, &format!("50933322{other}")).books(&service.id, start).await;
            if answer.status != 201 { break answer; }
        };
        let taken = taken.with_status(409).refused_with("slot_taken");
        assert!(!taken.body["nearest"].as_array().expect("nearest").is_empty());
        citizen.books(&service.id, start).await.with_status(409);
    }

    async fn law_38_one_key_is_one_booking(office: Office) {
        let service = office.sample.shared_service();
        let citizen = zygfryda(&office, "509333444");
        let slot = citizen.slot_after(&service.id, okienko_tests::time::warsaw("2026-11-24", "10:00")).await;
        let (key, form) = (fresh(), citizen.form(&service.id, slot.start));
        let twins = (office.http.post_keyed("appointments", None, &key, form.clone()), office.http.post_keyed("appointments", None, &key, form.clone()));
        let (one, other) = tokio::join!(twins.0, twins.1);
        assert_eq!((one.status, &one.body), (201, &other.body), "a concurrent twin waits for the answer");
        let mut changed = form;
        changed["name"] = json!("Kunegunda");
        office.http.post_keyed("appointments", None, &key, changed).await.with_status(422).refused_with("key_reused");
    }

    async fn law_39_the_interface_is_described_and_public_data_may_be_read_from_any_site(office: Office) {
        let described = office.http.get("/api/openapi.json", None).await.ok().body;
        assert!(described["openapi"].as_str().expect("a version").starts_with("3.1"));
        for path in ["/api/v1/privacy/find", "/api/v1/privacy/export", "/api/v1/privacy/erase", "/accessibility", "/privacy"] {
            assert!(described["paths"][path].is_object(), "{path} is described");
        }
        let open = office.http.get("departments", None).await.ok();
        assert_eq!(header(&open.headers, "access-control-allow-origin"), "*");
        let closed = office.http.get("devices", None).await;
        assert!(header(&closed.headers, "access-control-allow-origin").is_empty());
    }

    async fn law_39_free_terms_and_pages_have_validators_that_change_with_them(office: Office) {
        let service = office.sample.shared_service();
        let slots = format!("services/{}/slots?from=2026-11-24&to=2026-11-24", service.id);
        for path in [slots.as_str(), "departments", "/", "/accessibility", "/privacy"] {
            let first = office.http.get(path, None).await.with_status(200);
            let tag = header(&first.headers, "etag");
            assert!(tag.starts_with("W/\"") && header(&first.headers, "cache-control") == "no-cache", "{path}: {tag}");
            let again = asks(&office, path, &format!("\"other\", {tag}")).await.with_status(304);
            assert_eq!((again.text.as_str(), header(&again.headers, "etag")), ("", tag), "{path}");
            assert!(!header(&again.headers, "content-security-policy").is_empty(), "{path}");
            asks(&office, path, "W/\"0\"").await.with_status(200);
        }
        let tag = header(&office.http.get(&slots, None).await.headers, "etag").to_owned();
        books(&office, &zygfryda(&office, "509333555"), "2026-11-24", "10:00").await;
        let changed = asks(&office, &slots, &tag).await.with_status(200);
        assert_ne!(header(&changed.headers, "etag"), tag, "a term was taken");
        let polish = header(&office.http.get("/privacy?lang=pl", None).await.headers, "etag").to_owned();
        asks(&office, "/privacy?lang=en", &polish).await.with_status(200);
    }
}
