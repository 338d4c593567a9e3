//! A provider that is away: said politely, and nobody with an account of the house is hindered.

use okienko_tests::admin;

use super::*;

in_both_cities! {
    async fn while_the_provider_is_away_the_accounts_of_the_house_open_it(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        let mut ola = Walker::default();
        let session = ola.signs_on(&city, "s-1").await.with_status(200);
        let mut late = Walker::default();
        let returned = late.returns(&city, "s-1").await;
        city.loses_the_provider();
        // On the way there.
        for (lang, words) in [("pl", "Dostawca tożsamości nie odpowiada"), ("en", "does not answer"), ("uk", "не відповідає")] {
            let start = city.served.http.url(&format!("/sign-on/openid?next=/desk/1&lang={lang}"));
            let page = ola.asks(&start, None).await;
            assert!(page.status == 503 && page.headers.contains_key("retry-after"), "{}", page.text);
            assert!(page.text.contains(words) && page.text.contains("href=\"/desk/1\""), "{}", page.text);
        }
        // On the way back.
        late.comes_in(&city.served.http, &returned).await.with_status(503).refused_with("provider_away");
        // The account of the house, and whoever is in already.
        admin::signs_in(&city.served.http, "administrator", "otwieraj sesamie 7").await.with_status(200);
        assert!(is_in(&city, session.str("token")).await);
        let offered = city.served.http.get("sign-on", None).await.ok().body;
        assert_eq!(offered["provider"]["name"], city::NAME);
    }
}

/// Where no provider is set up there is no way to one.
mod without_a_provider {
    use super::*;
    use okienko_tests::served::Served;

    async fn test(engine: Engine) {
        let served = Served::open(engine, "", "").await;
        assert_eq!(served.http.get("sign-on", None).await.ok().body, json!({ "provider": null }));
        for path in ["/sign-on/openid", "/sign-on/openid/return?code=a&state=b"] {
            served.http.get(path, None).await.with_status(404);
        }
        served.http.post("session/openid", None, json!({ "state": "a", "code": "b" })).await.with_status(404);
    }

    #[test]
    fn sqlite() {
        okienko_tests::engine::told(test(Engine::Sqlite));
    }

    #[test]
    fn postgres() {
        okienko_tests::engine::told(test(Engine::Postgres));
    }
}
