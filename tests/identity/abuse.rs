//! What somebody tries who should not get in.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn guessing_ends_and_locks_nobody_else_out(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let mut stranger = Person::named(&office.http, &anna.login, "wrong");
        for _ in 0..10 {
            stranger.signs_on("").await.with_status(401).refused_with("unauthorized");
        }
        let closed = stranger.signs_on("").await.with_status(429).refused_with("throttled");
        assert!(closed.headers.contains_key("retry-after"));
        let right = anna.password.clone();
        stranger.tries(&right, "").await.with_status(429);
        anna.signs_on("").await.with_status(200);
        let mut other = Person::named(&office.http, &office.sample.clerks[1].login, office.sample.clerks[1].password.as_deref().expect("a password"));
        other.signs_on("").await.with_status(200);
    }

    async fn of_many_guesses_in_one_instant_no_more_go_through(office: Office) {
        let login = &office.sample.clerks[0].login;
        let http = &office.http;
        let guesses = (0..40).map(|n| async move { admin::signs_in(http, login, &format!("guess {n}")).await });
        let answers = futures_util::future::join_all(guesses).await;
        let judged = answers.iter().filter(|answer| answer.status == 401).count();
        assert_eq!((judged, answers.iter().filter(|answer| answer.status == 429).count()), (10, 30));
    }

    async fn the_mark_of_a_browser_opens_nothing_and_holds_for_its_owner_only(office: Office) {
        let anna = Person::clerk(&office).signed_on().await;
        let mark = anna.cookie.clone().expect("a cookie");
        for path in ["/api/v1/account/sessions/end-others", "/api/v1/desks/1/call-next", "/api/v1/staff/appointments/find"] {
            anna.sends(path, "application/json", "{}".into()).await.with_status(401);
        }
        let mut thief = Person::supervisor(&office);
        thief.cookie = Some(mark.clone());
        for _ in 0..10 {
            thief.tries("wrong", "").await.with_status(401);
        }
        thief.tries("wrong", "").await.with_status(429);
        let mut forged = Person::clerk(&office);
        forged.cookie = Some(format!("{}x", mark.trim_end_matches('=')));
        for _ in 0..10 {
            forged.tries("wrong", "").await.with_status(401);
        }
        forged.tries("wrong", "").await.with_status(429);
    }

    /// Why a foreign page cannot act: the only authority is a bearer token, which no browser adds by itself. A form that another site
    /// makes a browser send carries cookies at most.
    async fn csrf_a_foreign_form_carries_no_authority(office: Office) {
        let admin = Person::admin(&office).signed_on().await;
        assert!(admin.cookie.is_some() && admin.is_in().await);
        let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
        let mut tried = 0;
        for (path, methods) in described["paths"].as_object().expect("paths") {
            let who = &methods["post"]["x-who"]["kind"];
            if who != "right" && who != "staff" {
                continue;
            }
            let path = path.replace("{id}", "1").replace("{login}", "kierownik").replace("{code}", "BCDFGHJK");
            for kind in ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"] {
                let answer = admin.sends(&path, kind, "password=x&phone=662138278".into()).await;
                assert_eq!((answer.status, answer.code()), (401, "unauthorized"), "{path}");
                tried += 1;
            }
        }
        assert!(tried > 100, "{tried}");
        let preflight = office.http.send(reqwest::Method::OPTIONS, "account/password", None, None, None).await.expect("an answer");
        assert!(!preflight.headers.contains_key("access-control-allow-origin"), "no other site may send our headers");
    }

    async fn a_token_ends_with_its_session_and_is_never_taken_over(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let first = anna.token.clone();
        // A sign-on with the old token along: a new one comes, the old one is dead, whoever knows it.
        let body = json!({ "login": anna.login, "password": anna.password });
        let again = office.http.post("session", Some(&first), body).await.ok();
        assert_ne!(again.str("token"), first);
        office.http.get("account", Some(&first)).await.with_status(401).refused_with("unauthorized");
        // A token that somebody else made up does not become a session by a sign-on.
        let planted = "planted-by-somebody-else";
        let body = json!({ "login": anna.login, "password": anna.password, "token": planted });
        let fixed = office.http.post("session", Some(planted), body).await.ok();
        assert_ne!(fixed.str("token"), planted);
        office.http.get("account", Some(planted)).await.with_status(401);
        // After signing off, the token is replayed in every place where one is read.
        anna.signs_on("").await.ok();
        let (token, desk) = (anna.token.clone(), &office.sample.clerks[0].desk);
        office.http.send(reqwest::Method::DELETE, "session", Some(&token), None, None).await.expect("an answer").with_status(204);
        anna.gets("account").await.with_status(401);
        office.http.post(&format!("desks/{desk}/call-next"), Some(&token), json!({})).await.with_status(401);
        let socket = format!("/ws/desks/{desk}?token={token}");
        office.http.get(&socket, None).await.with_status(401);
    }

    async fn nobody_reaches_the_account_of_somebody_who_holds_more(office: Office) {
        let (supervisor, clerk) = (Person::supervisor(&office).signed_on().await, Person::clerk(&office).signed_on().await);
        let admin = &office.sample.admin.login;
        for person in [&supervisor, &clerk] {
            person.gets("accounts").await.with_status(403).refused_with("forbidden");
            for deed in ["link", "sign-out", "second-factor/remove"] {
                person.posts(&format!("accounts/{admin}/{deed}"), json!({})).await.with_status(403).refused_with("forbidden");
            }
        }
        assert!(Person::admin(&office).signed_on().await.is_in().await);
    }

    async fn what_is_sent_is_bounded(office: Office) {
        let long = "x".repeat(10_000);
        for body in [json!({ "login": long, "password": "x" }), json!({ "login": "x", "password": long }), json!({ "login": "x", "password": "x", "code": long })] {
            office.http.post("session", None, body).await.with_status(401).refused_with("unauthorized");
        }
        for body in [json!({}), json!([]), json!({ "login": 7, "password": "x" })] {
            office.http.post("session", None, body).await.with_status(400).refused_with("malformed");
        }
    }
}
