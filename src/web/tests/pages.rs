//! The pages of the citizen without script: the flow, the link rule, the headers.

use super::house::{Answer, get, office, one};
use actix_web::test::TestRequest;
use okienko_actors::Office;

/// The value of a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let rest = page.text.split(&begin).nth(1).unwrap_or_else(|| panic!("no {name} in {}", page.text));
    rest.split('"').next().unwrap().to_owned()
}

fn cookie(page: &Answer) -> String {
    page.header("set-cookie").split(';').next().unwrap().to_owned()
}

async fn send(office: &Office, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let body: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", value.replace('+', "%2B").replace(' ', "+"))).collect();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    one(
        office,
        TestRequest::post().uri(path).insert_header(kind).insert_header(("cookie", cookie)).set_payload(body.join("&")),
    )
    .await
}

/// Books through the form; answers the path of the visit.
async fn booked(office: &Office) -> String {
    let path = "/s/dowody/2026-11-24/09:20";
    let form = one(office, get(path)).await;
    assert_eq!(form.status, 200, "{}", form.text);
    let (key, csrf) = (hidden(&form, "key"), hidden(&form, "csrf"));
    let fields = [
        ("name", "Anna"),
        ("phone", "662 138 278"),
        ("email", "anna@example.org"),
        ("start", "2026-11-24T09:20"),
        ("key", &key),
        ("csrf", &csrf),
    ];
    let sent = send(office, path, &cookie(&form), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let again = send(office, path, &cookie(&form), &fields).await;
    assert_eq!(again.header("location"), sent.header("location"), "a double click is one booking");
    let mut strange = fields;
    strange[5].1 = "forged";
    assert_eq!(send(office, path, &cookie(&form), &strange).await.status, 422);
    sent.header("location").split('?').next().unwrap().to_owned()
}

#[actix::test]
async fn r7_four_steps_lead_to_a_visit() {
    let office = office().await;
    for (path, part) in [
        ("/", "Dowody osobiste"),
        ("/d/so", "Archiwum"),
        ("/s/dowody", "/s/dowody/2026-11-24"),
        ("/s/dowody/2026-11-24", "/s/dowody/2026-11-24/09:20"),
    ] {
        let page = one(&office, get(path)).await;
        assert!(page.status == 200 && page.text.contains(part), "{path}: {}", page.text);
        assert!(page.header("content-security-policy").contains("default-src 'self'"));
    }
    let visit = one(&office, get(&format!("{}?booked=1", booked(&office).await))).await;
    assert!(visit.status == 200 && visit.text.contains("48662138278"), "{}", visit.text);
    assert_eq!((visit.header("cache-control"), visit.header("x-robots-tag")), ("no-store", "noindex"));
    let taken = one(&office, get("/s/dowody/2026-11-24/09:20")).await;
    assert!(taken.status == 409 && taken.text.contains("2026-11-24T09:40"), "{}", taken.text);
    assert_eq!(one(&office, get("/s/dowody/2026-12-08")).await.status, 422, "day 15");
    assert_eq!(one(&office, get("/s/archiwum")).await.status, 404, "no calendar");
    for nothing in [
        "/s/x",
        "/d/x",
        "/s/dowody/tomorrow",
        "/s/dowody/2026-11-24/9",
        "/a/x",
        "/t/x",
        "/a/x/cancel",
        "/desk/9",
        "/lobby/x",
        "/assets/0/layout.html",
    ] {
        assert_eq!(one(&office, get(nothing)).await.status, 404, "{nothing}");
    }
}

#[actix::test]
async fn r11_a_refused_form_keeps_what_was_typed() {
    let office = office().await;
    let path = "/s/dowody/2026-11-24/09:20";
    let form = one(&office, get(path)).await;
    let (key, csrf) = (hidden(&form, "key"), hidden(&form, "csrf"));
    let fields = [
        ("name", "Zofia"),
        ("phone", "12"),
        ("email", "zofia"),
        ("start", "2026-11-24T09:20"),
        ("key", &key),
        ("csrf", &csrf),
    ];
    let refused = send(&office, path, &cookie(&form), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("value=\"Zofia\"")
            && refused.text.contains("id=\"phone-error\"")
            && refused.text.contains("id=\"email-error\"")
    );
}

#[actix::test]
async fn r18_only_the_button_with_the_right_digits_cancels() {
    let office = office().await;
    let path = format!("{}/cancel", booked(&office).await);
    let page = one(&office, get(&path)).await;
    let (key, csrf, cookie) = (hidden(&page, "key"), hidden(&page, "csrf"), cookie(&page));
    assert_eq!(one(&office, TestRequest::default().method(actix_web::http::Method::HEAD).uri(&path)).await.status, 200);
    for (csrf, cookie, digits) in [
        (csrf.as_str(), "", "278"),
        ("x", cookie.as_str(), "278"),
        (csrf.as_str(), cookie.as_str(), "111"),
        (csrf.as_str(), cookie.as_str(), ""),
    ] {
        let refused = send(&office, &path, cookie, &[("digits", digits), ("key", &key), ("csrf", csrf)]).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
    }
    assert!(one(&office, get(&path)).await.text.contains("name=\"digits\""), "nothing changed");
    let done = send(&office, &path, &cookie, &[("digits", "278"), ("key", &key), ("csrf", &csrf)]).await;
    assert_eq!(done.status, 200, "{}", done.text);
    assert!(!one(&office, get(&path)).await.text.contains("name=\"digits\""), "there is nothing left to cancel");
    assert_eq!(one(&office, get("/s/dowody/2026-11-24/09:20")).await.status, 200, "the term is free again");
}

#[actix::test]
async fn the_screens_are_there() {
    let office = office().await;
    for path in ["/desk", "/desk/1", "/lobby/hol", "/kiosk", "/admin", "/admin/letters", "/robots.txt", "/favicon.ico"]
    {
        let page = one(&office, get(path)).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        assert!(!page.text.contains("style=\"") && !page.text.contains("onclick"), "{path}");
    }
    let lost = one(&office, get("/nowhere").insert_header(("accept", "text/html"))).await;
    assert!(
        lost.status == 404
            && lost.header("content-type").starts_with("text/html")
            && lost.text.contains("Urząd Miejski")
    );
    let post = one(&office, TestRequest::post().uri("/").insert_header(("accept", "text/html"))).await;
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD, OPTIONS"));
}
