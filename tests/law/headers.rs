//! Lines 31, 32: cookies, headers, `security.txt`.

use chrono::{DateTime, TimeDelta};
use okienko_tests::on_both_engines;
use reqwest::header::SET_COOKIE;

use crate::{books, header, zygfryda};

on_both_engines! {
    async fn law_31_one_necessary_cookie_and_only_where_a_form_is(office: Office) {
        let citizen = zygfryda(&office, "509444111");
        let (start, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let service = office.sample.shared_service();
        let form = citizen.slot_after(&service.id, start).await.start;
        for path in ["/", "/accessibility", "/privacy", "/kiosk", "/desk", "/admin", "/admin/privacy", &format!("/s/{}", service.id)] {
            let answer = office.http.get(path, None).await;
            assert!(answer.headers.get(SET_COOKIE).is_none(), "{path} needs no cookie");
        }
        for path in [format!("/s/{}/{}", service.id, form.format("%Y-%m-%d/%H:%M")), format!("/a/{}/cancel", visit.str("token"))] {
            let answer = office.http.get(&path, None).await.with_status(200);
            let cookies: Vec<&str> = answer.headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()).collect();
            assert_eq!(cookies.len(), 1, "{path}: {cookies:?}");
            for part in ["okienko=", "; Path=/", "; HttpOnly", "; SameSite=Lax"] {
                assert!(cookies[0].contains(part), "{path}: {}", cookies[0]);
            }
            assert!(!cookies[0].contains("Expires") && !cookies[0].contains("Max-Age"), "it ends with the browser");
            for host in answer.text.split("://").skip(1).filter_map(|rest| rest.split(['"', '/', '<', ' ']).next()) {
                let known = office.sample.base_url.ends_with(host) || ["schema.org", "www.rpo.gov.pl", "uodo.gov.pl"].contains(&host);
                assert!(known, "{path} names {host}");
            }
        }
    }

    async fn law_32_every_answer_is_dressed_for_what_it_is(office: Office) {
        let citizen = zygfryda(&office, "509444222");
        let (_, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let ticket = office.kiosk().takes_ticket(&office.sample.shared_service().id).await.ticket();
        let personal = [
            format!("/a/{}", visit.str("token")), format!("/a/{}/cancel", visit.str("token")), format!("/t/{}", ticket.token()),
            format!("/api/v1/appointments/{}", visit.str("token")), "/admin/privacy".into(), "/admin".into(), "/desk".into(),
        ];
        for path in &personal {
            let headers = office.http.get(path, None).await.headers;
            assert_eq!((header(&headers, "cache-control"), header(&headers, "x-robots-tag")), ("no-store", "noindex"), "{path}");
            assert!(header(&headers, "etag").is_empty(), "{path} is never stored");
        }
        for path in personal.iter().map(String::as_str).chain(["/", "/accessibility", "/privacy", "/nothing", "/api/v1/departments"]) {
            let headers = office.http.get(path, None).await.headers;
            assert_eq!(header(&headers, "x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header(&headers, "referrer-policy"), "no-referrer", "{path}");
            let policy = header(&headers, "content-security-policy");
            assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            let open = path == "/api/v1/departments";
            assert_eq!(header(&headers, "cross-origin-resource-policy"), if open { "cross-origin" } else { "same-origin" }, "{path}");
            assert_eq!(!header(&headers, "access-control-allow-origin").is_empty(), open, "{path}");
            assert!(header(&headers, "strict-transport-security").is_empty(), "no promise of TLS without TLS");
        }
        let page = office.http.get("/", None).await.headers;
        assert!(header(&page, "permissions-policy").contains("camera=()"));
        assert_eq!(header(&page, "cross-origin-opener-policy"), "same-origin");
        let refused = office.http.post("/privacy", None, serde_json::json!({})).await.with_status(405);
        assert_eq!(header(&refused.headers, "allow"), "GET, HEAD, OPTIONS");
    }

    async fn law_32_security_txt_is_good_for_less_than_a_year_of_the_offices_clock(office: Office) {
        let answer = office.http.get("/.well-known/security.txt", None).await.with_status(200);
        assert_eq!(header(&answer.headers, "content-type"), "text/plain; charset=utf-8");
        let field = |name: &str| {
            let lines: Vec<&str> = answer.text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect();
            assert_eq!(lines.len(), 1, "{name} in {}", answer.text);
            lines[0].to_owned()
        };
        assert!(field("Contact").starts_with("mailto:"));
        assert_eq!(field("Preferred-Languages"), "pl, en, uk");
        assert_eq!(field("Canonical"), format!("{}/.well-known/security.txt", office.sample.base_url));
        let expires = DateTime::parse_from_rfc3339(&field("Expires")).expect("an instant");
        let left = expires - office.now();
        assert!(left > TimeDelta::days(30) && left < TimeDelta::days(365), "{left}");
        let robots = office.http.get("/robots.txt", None).await.with_status(200).text;
        assert!(robots.contains("Disallow: /a/") && robots.contains(&format!("Sitemap: {}/sitemap.xml", office.sample.base_url)));
    }
}
