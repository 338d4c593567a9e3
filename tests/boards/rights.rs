//! Who may what, and that every address is described.

use okienko_tests::on_both_engines;

use super::*;

async fn calls(office: &Office, path: &str, body: Option<&Value>, token: Option<&str>) -> Answer {
    match body {
        Some(body) => office.http.post(path, token, body.clone()).await,
        None => office.http.get(path, token).await,
    }
}

on_both_engines! {
    async fn each_role_may_what_is_theirs(office: Office) {
        let kiosk = office.kiosk().token;
        let clerk = office.clerk(&office.sample.clerks[0].desk).await.token;
        let supervisor = admin::supervisor(&office).await;
        let keeper = Keeper::of(&office).await;
        let edited = keeper.edits("geodezja").await;
        let of_admins = [
            ("board-settings", None), ("board-settings/geodezja", Some(edited.clone())), ("board-settings", Some(json!({ "board": new_board("nowa") }))),
            ("board-settings/preview", Some(edited.clone())), ("board-settings/geodezja/remove", Some(json!({ "revision": edited["revision"] }))),
        ];
        for (path, body) in &of_admins {
            calls(&office, path, body.as_ref(), None).await.with_status(401).refused_with("unauthorized");
            for token in [&kiosk, &clerk, &supervisor] {
                calls(&office, path, body.as_ref(), Some(token)).await.with_status(403).refused_with("forbidden");
            }
        }
        assert_eq!(keeper.edits("geodezja").await, edited, "a refusal changes nothing");
        for (path, body) in &of_admins {
            calls(&office, path, body.as_ref(), Some(&keeper.token)).await.ok();
        }
        let message = json!({ "text": null, "boards": "all" });
        for body in [None, Some(&message)] {
            calls(&office, "boards/emergency", body, None).await.with_status(401).refused_with("unauthorized");
            for token in [&kiosk, &clerk] {
                calls(&office, "boards/emergency", body, Some(token)).await.with_status(403).refused_with("forbidden");
            }
            for token in [&supervisor, &keeper.token] {
                calls(&office, "boards/emergency", body, Some(token)).await.with_status(200);
            }
        }
    }

    async fn every_address_is_described_and_only_a_lobby_page_may_be_framed_by_our_own(office: Office) {
        let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
        for (path, verb) in [
            ("/api/v1/board-settings", "get"), ("/api/v1/board-settings", "post"), ("/api/v1/board-settings/{id}", "post"),
            ("/api/v1/board-settings/{id}/remove", "post"), ("/api/v1/board-settings/preview", "post"), ("/api/v1/boards/emergency", "get"),
            ("/api/v1/boards/emergency", "post"), ("/media/{file}", "get"), ("/admin/boards", "get"),
        ] {
            assert!(described["paths"][path][verb]["summary"].is_string(), "{verb} {path}");
        }
        for (path, framed, ancestors) in [
            ("/lobby/hol", "SAMEORIGIN", "frame-ancestors 'self'"), ("/lobby/hol?preview=1", "SAMEORIGIN", "frame-ancestors 'self'"),
            ("/admin/boards", "DENY", "frame-ancestors 'none'"), ("/desk", "DENY", "frame-ancestors 'none'"), ("/", "DENY", "frame-ancestors 'none'"),
        ] {
            let headers = office.http.get(path, None).await.with_status(200).headers;
            let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
            assert_eq!(header("x-frame-options"), framed, "{path}");
            let policy = header("content-security-policy");
            assert!(policy.contains("default-src 'self'") && policy.ends_with(ancestors), "{path}: {policy}");
        }
    }
}
