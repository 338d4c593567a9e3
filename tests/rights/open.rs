//! What anybody may call: a list that a person keeps. Whoever adds to it has thought about it.

use okienko_tests::on_both_engines;

use super::table;

/// Beside pages, files and operations that are only read.
const OPEN: [&str; 19] = [
    "get /api/v1/departments",
    "get /api/v1/services/{id}/slots",
    "post /api/v1/appointments",
    "get /api/v1/boards/{id}",
    "get /api/v1/boards/{id}/setup",
    "post /api/v1/session",
    "get /api/v1/sign-on",
    "post /api/v1/session/openid",
    "post /api/v1/pairings",
    "get /api/v1/pairings/{poll_token}",
    "post /api/v1/account-links/show",
    "post /api/v1/account-links/use",
    "get /ws/boards/{id}",
    "post /s/{service}/{date}/{time}",
    "post /s/{service}/{date}/{time}/review",
    "get /healthz",
    "get /readyz",
    "get /metrics",
    "get /api/openapi.json",
];
/// Who holds the secret of the path.
const LINKED: [&str; 4] = ["/a/{token}", "/c/{token}", "/t/{token}", "/api/v1/"];

on_both_engines! {
    async fn what_anybody_may_call_stands_in_a_list(office: Office) {
        for address in table(&office.http).await {
            let name = format!("{} {}", address.method, address.path);
            match address.kind.as_str() {
                "public" => {
                    let read = address.method == "get" && ["pages", "files"].contains(&address.tag.as_str());
                    assert!(read || OPEN.contains(&name.as_str()), "{name} is open to everybody: give it a rule, or put it on the list");
                }
                "link" => {
                    assert!(address.path.contains("{token}"), "{name} has no secret in its path");
                    assert!(LINKED.iter().any(|prefix| address.path.starts_with(prefix)), "{name}");
                }
                "kiosk" => assert!(address.path.starts_with("/api/v1/kiosk/"), "{name}"),
                "right" | "socket" => assert!(!address.rights.is_empty() && !address.scope.is_empty(), "{name} names no right"),
                "staff" => {
                    let own = address.path == "/api/v1/session" || address.path.starts_with("/api/v1/account");
                    assert!(own, "{name}: any member of staff may, so it must be about themselves");
                }
                other => panic!("{name}: {other}"),
            }
        }
    }

    async fn an_open_page_of_staff_holds_nothing(office: Office) {
        let citizen = office.citizen();
        let service = office.sample.shared_service();
        let slot = citizen.slots_on(&service.id, "2026-11-24").await[0].start;
        let booked = citizen.books(&service.id, slot).await.with_status(201);
        for address in table(&office.http).await {
            let staff = ["/desk", "/staff", "/admin", "/account", "/wall", "/reports"];
            if address.tag != "pages" || !staff.iter().any(|prefix| address.path.starts_with(prefix)) {
                continue;
            }
            let page = office.http.get(&address.path.replace("{id}", "1"), None).await;
            for secret in [booked.str("id"), booked.str("code"), &citizen.phone, &citizen.email, "stanowisko-1"] {
                assert!(!page.text.contains(secret), "{} shows {secret} to everybody", address.path);
            }
        }
    }
}
