//! The interface: journeys, rights, keys, bad input.

use super::house::{KIOSK, booking, get, office, one, post, send, token};
use actix_web::test::TestRequest;
use serde_json::json;

#[actix::test]
async fn a_visit_goes_from_the_calendar_to_the_board() {
    let office = office().await;
    let days = one(&office, get("/api/v1/services/dowody/slots?from=2026-11-23&to=2026-11-24")).await;
    assert_eq!((days.status, days.header("access-control-allow-origin")), (200, "*"), "{}", days.text);
    assert_eq!(days.body["days"][0]["slots"][0]["start"], "2026-11-23T09:20:00+01:00");
    let booked = one(&office, post("/api/v1/appointments", "", &booking("2026-11-23T09:20:00+01:00"))).await;
    assert_eq!(
        (booked.status, booked.str("phone"), booked.str("state")),
        (201, "48662138278", "booked"),
        "{}",
        booked.text
    );
    let taken = one(&office, post("/api/v1/appointments", "", &booking("2026-11-23T09:20:00+01:00"))).await;
    taken.refused(409, "slot_taken");
    assert!(taken.body["nearest"][0].as_str().unwrap().ends_with("+01:00"));
    let ticket = one(&office, post("/api/v1/kiosk/check-ins", KIOSK, &json!({ "phone": "+48 662-138-278" }))).await;
    assert_eq!((ticket.status, ticket.body["ticket"]["code"].as_str()), (201, Some("U001")), "{}", ticket.text);
    let anna = token(&office, "anna").await;
    let called = one(&office, post("/api/v1/desks/1/call-next", &anna, &json!({}))).await;
    assert_eq!((called.status, called.body["ticket"]["code"].as_str()), (200, Some("U001")), "{}", called.text);
    let busy = one(&office, post("/api/v1/desks/1/call-next", &anna, &json!({}))).await;
    busy.refused(409, "desk_busy");
    assert_eq!(busy.body["ticket"]["code"], "U001");
    let board = one(&office, get("/api/v1/boards/hol")).await;
    assert_eq!(board.body["calls"][0]["code"], "U001", "{}", board.text);
    let held =
        one(&office, get(&format!("/api/v1/tickets/{}", ticket.body["ticket"]["token"].as_str().unwrap()))).await;
    assert_eq!((held.str("state"), held.str("desk")), ("called", "1"));
    let visit = one(&office, get(&format!("/api/v1/appointments/{}", booked.str("token")))).await;
    assert_eq!(visit.str("state"), "collected");
}

#[actix::test]
async fn nobody_does_what_is_not_theirs() {
    let office = office().await;
    let (anna, root) = (token(&office, "anna").await, token(&office, "root").await);
    let none = json!({});
    for path in ["/api/v1/desks/1/call-next", "/api/v1/kiosk/tickets", "/demo/clock", "/api/v1/devices/k1/revoke"] {
        let nobody = one(&office, post(path, "", &none)).await;
        nobody.refused(401, "unauthorized");
        assert!(nobody.header("www-authenticate").starts_with("Bearer"));
        one(&office, post(path, "wrong", &none)).await.refused(401, "unauthorized");
    }
    one(&office, post("/api/v1/desks/2/call-next", &anna, &none)).await.refused(403, "not_your_desk");
    one(&office, post("/api/v1/desks/9/call-next", &anna, &none)).await.refused(404, "not_found");
    one(&office, post("/api/v1/desks/1/call-next", KIOSK, &none)).await.refused(403, "forbidden");
    one(&office, post("/api/v1/kiosk/tickets", &anna, &none)).await.refused(403, "forbidden");
    one(&office, post("/demo/clock", &anna, &none)).await.refused(403, "forbidden");
    assert_eq!(one(&office, post("/api/v1/desks/2/call-next", &root, &none)).await.status, 200);
    let wrong = one(&office, post("/api/v1/session", "", &json!({ "login": "anna", "password": "x" }))).await;
    let unknown = one(&office, post("/api/v1/session", "", &json!({ "login": "nobody", "password": "x" }))).await;
    wrong.refused(401, "unauthorized");
    assert_eq!(wrong.body, unknown.body);
}

#[actix::test]
async fn one_key_has_one_answer() {
    let office = office().await;
    let ask = |key: &str, service: &str| {
        post("/api/v1/kiosk/tickets", KIOSK, &json!({ "service": service })).insert_header(("idempotency-key", key))
    };
    let answers = send(
        &office,
        vec![
            ask("k-1", "dowody"),
            ask("k-1", "dowody"),
            ask("k-1", "archiwum"),
            ask("k-2", "dowody"),
            ask("a b", "dowody"),
        ],
    )
    .await;
    assert_eq!(answers[0].body, answers[1].body);
    answers[2].refused(422, "key_reused");
    assert_eq!(answers[3].body["ticket"]["code"], "D002");
    answers[4].refused(400, "malformed");
}

#[actix::test]
async fn whatever_is_wrong_is_said_as_a_problem() {
    let office = office().await;
    let raw = |body: &str, kind: &str| {
        TestRequest::post()
            .uri("/api/v1/appointments")
            .insert_header(("content-type", kind))
            .set_payload(body.to_owned())
    };
    let answers = send(
        &office,
        vec![
            raw("{", "application/json"),
            raw("[]", "application/json"),
            raw("{}", "text/plain"),
            raw(&"x".repeat(20_000), "application/json"),
            get("/api/v1/nothing"),
            get("/api/v1/appointments"),
            get("/api/v1/services/x/slots?from=2026-11-23&to=2026-11-23"),
            get("/api/v1/services/dowody/slots?from=2026-11-23&to=2027-11-23"),
            get("/api/v1/tickets/%00"),
            get("/ws/boards/hol"),
            get("/ws/desks/1"),
        ],
    )
    .await;
    let expected = [
        (400, "malformed"),
        (400, "malformed"),
        (415, "unsupported_media_type"),
        (413, "too_large"),
        (404, "not_found"),
        (405, "method_not_allowed"),
        (404, "not_found"),
        (422, "invalid_range"),
        (404, "not_found"),
        (400, "malformed"),
        (401, "unauthorized"),
    ];
    for (answer, (status, code)) in answers.iter().zip(expected) {
        answer.refused(status, code);
    }
    assert_eq!(answers[5].header("allow"), "POST, OPTIONS");
    let mut form = booking("2026-11-23T09:20:00+01:00");
    form["name"] = json!(" ");
    form["email"] = json!("x");
    let refused = one(&office, post("/api/v1/appointments", "", &form)).await;
    refused.refused(422, "invalid_name");
    assert_eq!(refused.body["errors"][1], json!({ "field": "email", "code": "invalid_email" }));
    let english = one(&office, get("/api/v1/nothing").insert_header(("accept-language", "en"))).await;
    assert_eq!(english.str("title"), "Not found");
}

#[actix::test]
async fn a_device_is_let_in_by_its_code() {
    let office = office().await;
    let root = token(&office, "root").await;
    let asked = one(&office, post("/api/v1/pairings", "", &json!({ "kind": "kiosk" }))).await;
    let poll = format!("/api/v1/pairings/{}", asked.str("poll_token"));
    assert_eq!(one(&office, get(&poll)).await.str("state"), "pending");
    let approved = one(
        &office,
        post(&format!("/api/v1/pairings/{}/approve", asked.str("code")), &root, &json!({ "name": "Hol, wejście" })),
    )
    .await;
    assert_eq!((approved.status, approved.str("kind")), (200, "kiosk"), "{}", approved.text);
    let told = one(&office, get(&poll)).await;
    assert_eq!((told.str("state"), told.str("id")), ("approved", approved.str("id")));
    assert_eq!(one(&office, get(&poll)).await.str("state"), "expired");
    let walk = json!({ "service": "dowody" });
    assert_eq!(one(&office, post("/api/v1/kiosk/tickets", told.str("token"), &walk)).await.status, 201);
    one(&office, post(&format!("/api/v1/devices/{}/revoke", told.str("id")), &root, &json!({}))).await;
    one(&office, post("/api/v1/kiosk/tickets", told.str("token"), &walk)).await.refused(401, "unauthorized");
}

#[actix::test]
async fn those_who_run_the_server_see_it_live() {
    let office = office().await;
    let answers = send(&office, vec![get("/healthz"), get("/readyz"), get("/metrics"), get("/api/openapi.json")]).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert!(answers[2].text.contains("okienko_waiting{department=\"so\"} 0\n"), "{}", answers[2].text);
    assert_eq!(answers[3].body["openapi"], "3.1.0");
    let root = token(&office, "root").await;
    let set = one(&office, post("/demo/clock", &root, &json!({ "now": "2026-11-23T12:00:00+01:00" }))).await;
    assert_eq!((set.status, set.str("now")), (200, "2026-11-23T12:00:00+01:00"), "{}", set.text);
    let days = one(&office, get("/api/v1/services/dowody/slots?from=2026-11-23&to=2026-11-23")).await;
    assert_eq!(days.body["days"][0]["slots"][0]["start"], "2026-11-23T12:20:00+01:00");
    assert_eq!(days.body["days"].as_array().map(Vec::len), Some(1));
}
