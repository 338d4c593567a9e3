//! One-time links by which a password is set.

use okienko_tests::on_both_engines;

use super::*;

async fn link(admin: &Person, login: &str) -> String {
    let made = admin.posts(&format!("accounts/{login}/link"), json!({})).await.with_status(200);
    okienko_tests::time::instant(made.str("expires_at"));
    let (page, token) = made.str("url").split_once('#').expect("the token stands behind #");
    assert!(page.ends_with("/account/password"), "{page}");
    token.to_owned()
}

on_both_engines! {
    async fn a_link_sets_a_password_once(office: Office) {
        let (admin, mut anna) = (Person::admin(&office).signed_on().await, Person::clerk(&office).signed_on().await);
        let (old, token) = (link(&admin, &anna.login).await, link(&admin, &anna.login).await);
        let show = |token: &str| office.http.post("account-links/show", None, json!({ "token": token }));
        show(&old).await.with_status(410).refused_with("link_expired");
        assert_eq!(show(&token).await.with_status(200).str("login"), anna.login);
        let spend = |token: &str, password: &str| office.http.post("account-links/use", None, json!({ "token": token, "password": password }));
        spend(&token, "short").await.with_status(422).refused_with("password_length");
        assert!(anna.is_in().await, "a refusal changes nothing");
        spend(&token, OTHER).await.with_status(200);
        assert!(!anna.is_in().await, "every session has ended");
        spend(&token, "another good password").await.with_status(410).refused_with("link_expired");
        show(&token).await.with_status(410);
        anna.signs_on("").await.with_status(401);
        anna.password = OTHER.to_owned();
        anna.signs_on("").await.with_status(200);
    }

    async fn of_many_in_one_instant_one_uses_a_link(office: Office) {
        let (admin, anna) = (Person::admin(&office).signed_on().await, Person::clerk(&office));
        let token = link(&admin, &anna.login).await;
        let tries = (0..8).map(|n| {
            let body = json!({ "token": token, "password": format!("the good password no. {n}") });
            office.http.post("account-links/use", None, body)
        });
        let answers = futures_util::future::join_all(tries).await;
        let won: Vec<usize> = answers.iter().enumerate().filter(|(_, answer)| answer.status == 200).map(|(n, _)| n).collect();
        assert_eq!(won.len(), 1, "{answers:?}");
        let mut holder = Person::named(&office.http, &anna.login, &format!("the good password no. {}", won[0]));
        holder.signs_on("").await.with_status(200);
    }

    async fn a_link_does_not_open_past_the_second_factor(office: Office) {
        let (admin, mut anna) = (Person::admin(&office).signed_on().await, Person::clerk(&office).signed_on().await);
        sets_up_factor(&anna).await;
        let token = link(&admin, &anna.login).await;
        office.http.post("account-links/use", None, json!({ "token": token, "password": OTHER })).await.with_status(200);
        anna.password = OTHER.to_owned();
        anna.signs_on("").await.with_status(401).refused_with("second_factor_required");
        for guess in ["", "x", &"A".repeat(43)] {
            office.http.post("account-links/show", None, json!({ "token": guess })).await.with_status(410);
        }
    }
}
