//! The own password.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn a_password_is_changed_by_who_knows_the_one_of_now(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let elsewhere = Person::clerk(&office).signed_on().await;
        let change = |current: &str, new: &str| json!({ "current": current, "password": new });
        anna.posts("account/password", change("wrong", OTHER)).await.with_status(422).refused_with("wrong_password");
        for (weak, why) in [
            ("short", "password_length"), ("password2026", "password_common"), ("123456789012", "password_common"),
            (format!("xx {} xx", anna.login).as_str(), "password_login"),
        ] {
            anna.posts("account/password", change(&anna.password, weak)).await.with_status(422).refused_with(why);
        }
        assert!(elsewhere.is_in().await, "a refusal changes nothing");
        let old = anna.token.clone();
        let changed = anna.posts("account/password", change(&anna.password, OTHER)).await.with_status(200);
        assert!(!elsewhere.is_in().await, "every other session has ended");
        office.http.get("account", Some(&old)).await.with_status(401);
        anna.token = changed.str("token").to_owned();
        assert!(anna.is_in().await);
        anna.signs_on("").await.with_status(401);
        anna.password = OTHER.to_owned();
        anna.signs_on("").await.with_status(200);
    }

    async fn the_password_is_not_guessed_by_way_of_a_session(office: Office) {
        let anna = Person::clerk(&office).signed_on().await;
        for _ in 0..10 {
            anna.posts("account/password", json!({ "current": "wrong", "password": OTHER })).await.with_status(422);
        }
        let right = json!({ "current": anna.password, "password": OTHER });
        anna.posts("account/password", right).await.with_status(429).refused_with("throttled");
    }

    async fn misses_at_the_own_account_are_those_of_a_sign_on_and_told_as_such(office: Office) {
        let anna = Person::clerk(&office).signed_on().await;
        let long = "x".repeat(2_000);
        for current in std::iter::repeat_n("wrong", 9).chain([long.as_str()]) {
            anna.posts("account/password", json!({ "current": current, "password": OTHER })).await.with_status(422).refused_with("wrong_password");
        }
        Person::clerk(&office).signs_on("").await.with_status(429).refused_with("throttled");
        assert!(anna.is_in().await, "whoever is in stays in");
        let supervisor = Person::supervisor(&office).signed_on().await;
        let log = |action: &str| format!("staff/log?from=2026-11-23&to=2026-11-23&action={action}");
        let failed = supervisor.gets(&log("sign_on_failed")).await.ok().body["lines"].as_array().map(Vec::len);
        let locked = supervisor.gets(&log("locked_out")).await.ok().body["lines"].as_array().map(Vec::len);
        assert_eq!((failed, locked), (Some(10), Some(1)));
    }

    async fn nobody_gets_round_the_password_of_the_own_account(office: Office) {
        let (token, login) = (admin::token(&office).await, office.sample.admin.login.clone());
        for deed in ["link", "second-factor/remove", "sign-out"] {
            let path = format!("accounts/{login}/{deed}");
            office.http.post(&path, Some(&token), json!({})).await.with_status(403).refused_with("forbidden");
        }
        let told = office.http.get("accounts", Some(&token)).await.with_status(200).body;
        let accounts = told["accounts"].as_array().expect("accounts");
        let offered = |own: bool| accounts.iter().any(|one| (one["login"] == login) == own && one["mine_to_change"] == true);
        assert!(!offered(true) && offered(false));
    }

    async fn every_address_of_accounts_is_described(office: Office) {
        let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
        for (path, verb) in [
            ("/api/v1/account", "get"), ("/api/v1/account/password", "post"), ("/api/v1/accounts", "get"), ("/api/v1/accounts/{login}/link", "post"),
            ("/api/v1/account-links/use", "post"), ("/account", "get"), ("/admin/audit", "get"), ("/admin/accounts", "get"),
        ] {
            assert!(described["paths"][path][verb]["summary"].is_string(), "{verb} {path}");
        }
        for path in ["/account", "/account/password", "/admin/accounts", "/admin/audit"] {
            let page = office.http.get(path, None).await.with_status(200);
            assert_eq!(page.headers["cache-control"], "no-store", "{path}");
            assert_eq!(page.headers["referrer-policy"], "no-referrer");
        }
    }
}
