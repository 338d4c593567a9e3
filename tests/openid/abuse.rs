//! What is disturbed on its way: replayed, foreign, forged. Each is tried, and fails with a name and a line of the log.

use okienko_tests::process::Process;
use okienko_tests::python::free_port;
use okienko_tests::{Answer, Http};

use super::*;

fn refused(answer: Answer, status: u16, code: &str) {
    let answer = answer.with_status(status).refused_with(code);
    assert!(
        answer.body["detail"].as_str().is_some_and(|text| text.len() > 20) && answer.body.get("token").is_none(),
        "{}",
        answer.text
    );
}

in_both_cities! {
    async fn an_answer_of_the_provider_counts_once_and_in_the_browser_that_began(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        let http = &city.served.http;
        let (mut ola, mut eve) = (Walker::default(), Walker::default());
        let returned = ola.returns(&city, "s-1").await;
        assert!(returned.contains_key("code") && returned["iss"] == city.issuer);
        // Another browser, with no sign-on of its own and with one.
        refused(eve.comes_in(http, &returned).await, 403, "sign_on_foreign");
        let of_eve = eve.returns(&city, "s-1").await;
        refused(eve.comes_in(http, &returned).await, 403, "sign_on_foreign");
        // Eve's answer put into Ola's browser: nobody is signed on as somebody else.
        refused(ola.comes_in(http, &of_eve).await, 403, "sign_on_foreign");
        let mut guessed = returned.clone();
        guessed.insert("state".into(), "guessed".into());
        refused(ola.comes_in(http, &guessed).await, 403, "sign_on_foreign");
        let before = ola.clone();
        ola.comes_in(http, &returned).await.with_status(200);
        refused(ola.comes_in(http, &returned).await, 403, "sign_on_foreign");
        // With a copy of the cookie, too: what was used is used.
        refused(before.clone().comes_in(http, &returned).await, 410, "sign_on_used");
        let told = city.failures().await;
        let count = |what: &str| told.iter().filter(|(who, why)| who == "nobody" && why == what).count();
        assert_eq!((told.len(), count("foreign_browser"), count("used_again")), (6, 5, 1), "{told:?}");
        let text = format!("{told:?}");
        assert!(!text.contains(&returned["code"]) && !text.contains("ola"));
    }

    async fn of_many_returns_in_one_instant_one_comes_in_on_whichever_node(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        let mut ways = vec![city.served.http.clone()];
        // A second node of the same office; over SQLite there is one by design.
        let (port, log) = (free_port(), city.office_folder().join("second.log"));
        let listen = format!("127.0.0.1:{port}");
        let _second = (city.engine == Engine::Postgres).then(|| {
            ways.push(Http::new(&format!("http://{listen}")));
            let file = city.office_folder().join("okienko.toml");
            let own = [("OKIENKO__SERVER__LISTEN", listen.as_str()), ("OKIENKO__SERVER__PUBLIC_URL", city.served.http.url("/").as_str())]
                .map(|(name, value)| (name, value.trim_end_matches('/').to_owned()));
            let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Process::start_with(&["serve", "--config", file.to_str().expect("UTF-8")], None, &own, &log)
        });
        for way in &ways {
            while way.send(reqwest::Method::GET, "/readyz", None, None, None).await.is_err() {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
        }
        let mut ola = Walker::default();
        let returned = ola.returns(&city, "s-1").await;
        let nodes = ways.iter().rev().cycle().take(6);
        let tries = nodes.map(|way| {
            // The nodes of a city are one host to a browser.
            let (mut ola, way, returned) = (ola.clone().at(&city.served.http, way), way.clone(), returned.clone());
            async move { ola.comes_in(&way, &returned).await }
        });
        let answers = futures_util::future::join_all(tries).await;
        let won: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 200).collect();
        assert_eq!(won.len(), 1, "{:?}", answers.iter().map(|answer| &answer.text).collect::<Vec<_>>());
        assert!(answers.iter().all(|answer| answer.status == 200 || answer.code() == "sign_on_used"));
        assert!(is_in(&city, won[0].str("token")).await);
    }

    async fn a_forged_or_declined_answer_signs_nobody_on(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        for (wrong, why) in [
            (json!({ "claims": { "nonce": "of another sign-on" } }), "token_nonce"),
            (json!({ "claims": { "aud": "another program" } }), "token_audience"),
            (json!({ "claims": { "iss": "http://127.0.0.1:1" } }), "token_issuer"),
            (json!({ "claims": { "exp": city::now().timestamp() - 3_600 } }), "token_expired"),
            (json!({ "signed_by": "stranger" }), "token_signature"),
            (json!({ "cut": true }), "token_signature"),
        ] {
            city.spoils(&wrong);
            refused(Walker::default().signs_on(&city, "s-1").await, 403, "sign_on_untrue");
            assert_eq!(city.failures().await[0], ("nobody".to_owned(), why.to_owned()), "{wrong}");
        }
        city.spoils(&json!({}));
        let mut foreign = Walker::default();
        let mut returned = foreign.returns(&city, "s-1").await;
        returned.insert("iss".into(), "https://evil.example".into());
        refused(foreign.comes_in(&city.served.http, &returned).await, 403, "sign_on_untrue");
        let mut guess = Walker::default();
        let mut returned = guess.returns(&city, "s-1").await;
        returned.insert("code".into(), "guessed".into());
        refused(guess.comes_in(&city.served.http, &returned).await, 403, "sign_on_untrue");
        assert_eq!(city.failures().await[0].1, "code_refused");
        let all = city.served.http.get("accounts", Some(&city.served.token)).await.ok().text;
        assert!(!all.contains("\"ola\""), "nobody got an account by it");
        // A key that the provider has changed to meanwhile is asked for, and holds.
        city.spoils(&json!({ "signed_by": "next" }));
        Walker::default().signs_on(&city, "s-1").await.with_status(200);
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]), "s-2": person("a b", &["stanowiska"]), "s-3": { "groups": ["stanowiska"] } }));
        let mut ola = Walker::default();
        let returned = ola.answers(&city, "do=out").await;
        assert_eq!(returned["error"], "access_denied");
        refused(ola.comes_in(&city.served.http, &returned).await, 403, "sign_on_declined");
        for nameless in ["s-2", "s-3"] {
            refused(Walker::default().signs_on(&city, nameless).await, 403, "no_login");
        }
    }

    async fn a_sign_on_leads_to_this_house_only_and_is_not_guessed(city: City) {
        let mut eve = Walker::default();
        for next in ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)", "/desk//evil.example", "/t/secret", "/desk%0d%0aX:y"] {
            let answer = eve.asks(&city.served.http.url(&format!("/sign-on/openid?next={next}")), None).await;
            assert_eq!(answer.status, 400, "{next}: {}", answer.text);
            assert!(answer.headers.get("location").is_none() && answer.headers.get("set-cookie").is_none());
        }
        let sent = eve.asks(&city.served.http.url("/sign-on/openid?next=/wall"), None).await;
        let to = sent.headers["location"].to_str().expect("a text");
        assert!(sent.status == 303 && to.starts_with(&city.issuer), "{to}");
        for part in ["code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "response_type=code", "scope=openid+profile+groups"] {
            assert!(to.contains(part), "{part} in {to}");
        }
        let cookie = sent.headers["set-cookie"].to_str().expect("a text");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=600"), "{cookie}");
        let returned = [("state".to_owned(), "guess".to_owned()), ("code".to_owned(), "guess".to_owned())].into_iter().collect();
        let mut codes = Vec::new();
        for _ in 0..12 {
            codes.push(Walker::default().comes_in(&city.served.http, &returned).await.code().to_owned());
        }
        assert_eq!(codes.iter().filter(|code| *code == "sign_on_foreign").count(), 10, "{codes:?}");
        assert_eq!(codes.last().map(String::as_str), Some("throttled"));
        // Who began a sign-on is not kept out by what others tried from the same address.
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        Walker::default().signs_on(&city, "s-1").await.with_status(200);
    }
}
