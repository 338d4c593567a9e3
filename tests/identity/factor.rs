//! The second factor: codes of an application (RFC 6238), each once; recovery codes, each once.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn a_second_factor_is_asked_for_and_each_code_counts_once(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let (secret, _) = sets_up_factor(&anna).await;
        assert_eq!(anna.account().await["second_factor"], json!({ "active": true, "required": false, "recovery_codes_left": 10 }));
        let asked = anna.signs_on("").await.with_status(401).refused_with("second_factor_required");
        assert!(asked.headers.contains_key("www-authenticate"));
        anna.tries("wrong", &code(&secret, 0)).await.with_status(401).refused_with("unauthorized");
        anna.signs_on("000000").await.with_status(401).refused_with("second_factor_wrong");
        anna.signs_on(&code(&secret, 5)).await.with_status(401).refused_with("second_factor_wrong");
        anna.signs_on(&code(&secret, -5)).await.with_status(401).refused_with("second_factor_wrong");
        let now = code(&secret, 0);
        anna.signs_on(&format!("{} {}", &now[..3], &now[3..])).await.with_status(200);
        anna.signs_on(&now).await.with_status(401).refused_with("second_factor_wrong");
        anna.signs_on(&code(&secret, 1)).await.with_status(200);
        anna.signs_on(&now).await.with_status(401).refused_with("second_factor_wrong");
    }

    async fn a_recovery_code_opens_once(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let (_, codes) = sets_up_factor(&anna).await;
        assert_eq!(codes.len(), 10);
        anna.signs_on(&codes[3].to_uppercase()).await.with_status(200);
        anna.signs_on(&codes[3]).await.with_status(401).refused_with("second_factor_wrong");
        assert_eq!(anna.account().await["second_factor"]["recovery_codes_left"], 9);
        let renewed = anna.posts("account/recovery-codes", json!({ "password": anna.password })).await.with_status(200);
        assert_eq!(renewed.body["recovery_codes"].as_array().map(Vec::len), Some(10));
        anna.signs_on(&codes[4]).await.with_status(401).refused_with("second_factor_wrong");
        let mut stranger = Person::supervisor(&office).signed_on().await;
        sets_up_factor(&stranger).await;
        let hers = renewed.body["recovery_codes"][0].as_str().expect("a code").to_owned();
        stranger.signs_on(&hers).await.with_status(401).refused_with("second_factor_wrong");
        anna.signs_on(&hers).await.with_status(200);
    }

    async fn codes_are_not_found_by_trying(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let (secret, _) = sets_up_factor(&anna).await;
        for n in 0..10 {
            anna.signs_on(&format!("00000{n}")).await;
        }
        anna.signs_on(&code(&secret, 0)).await.with_status(429).refused_with("throttled");
    }

    async fn it_is_set_up_and_taken_away_with_the_password_only(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        let wrong = json!({ "password": "wrong" });
        let path = "account/second-factor";
        anna.posts(path, wrong.clone()).await.with_status(422).refused_with("wrong_password");
        anna.posts(&format!("{path}/confirm"), json!({ "code": "123456" })).await.with_status(409).refused_with("wrong_state");
        let begun = anna.posts(path, json!({ "password": anna.password })).await.with_status(200);
        assert!(begun.str("picture").starts_with("<?xml") || begun.str("picture").starts_with("<svg"));
        assert!(begun.str("address").starts_with("otpauth://totp/"), "{}", begun.text);
        anna.posts(&format!("{path}/confirm"), json!({ "code": "000000" })).await.with_status(422).refused_with("wrong_code");
        anna.signs_on("").await.with_status(200);
        sets_up_factor(&anna).await;
        anna.posts(path, json!({ "password": anna.password })).await.with_status(409).refused_with("wrong_state");
        anna.posts(&format!("{path}/remove"), wrong).await.with_status(422).refused_with("wrong_password");
        anna.signs_on("").await.with_status(401);
        let off = anna.posts(&format!("{path}/remove"), json!({ "password": anna.password })).await.with_status(200);
        assert_eq!(off.body["second_factor"]["active"], false);
        anna.signs_on("").await.with_status(200);
    }

    async fn an_administrator_helps_who_lost_phone_and_codes(office: Office) {
        let mut anna = Person::clerk(&office).signed_on().await;
        sets_up_factor(&anna).await;
        let admin = Person::admin(&office).signed_on().await;
        admin.posts(&format!("accounts/{}/second-factor/remove", anna.login), json!({})).await.with_status(200);
        assert!(!anna.is_in().await, "every session has ended");
        anna.signs_on("").await.with_status(200);
    }
}
