//! The way of a clerk in a real browser: button, provider, desk; and what the pages say when it goes wrong.

use okienko_tests::browser::Browser;

use super::*;

/// The wide window for one engine, the narrowest for the other: both are looked at, each once.
fn width(city: &City) -> u32 {
    if city.engine == Engine::Sqlite { 1280 } else { 320 }
}

/// No part of the page is wider than the window.
async fn fits(browser: &Browser) {
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.evaluates(wide).await, json!(0), "{}", browser.address().await);
}

async fn signs_on_at_the_provider(browser: &Browser, who: &str) {
    browser.reads("Logowanie do miasta").await;
    browser.types("[name=who]", who).await;
    browser.types("[name=password]", &who.chars().rev().collect::<String>()).await;
    browser.presses("button[value=in]").await;
}

in_both_cities! {
    async fn a_clerk_signs_on_through_the_city_and_calls_the_next_ticket(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        let http = &city.served.http;
        http.post("desks/1/tickets", Some(&city.served.token), json!({ "service": "mapy" })).await.with_status(201);
        let browser = Browser::opens(width(&city), 900).await;
        browser.goes_to(&http.url("/desk/1?lang=pl")).await;
        browser.reads(&format!("Zaloguj przez: {}", city::NAME)).await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("openid-desk-{}", width(&city))).await;
        browser.presses("[data-part=provider-link]").await;
        signs_on_at_the_provider(&browser, "s-1").await;
        browser.sees(".desk-primary:enabled").await;
        // The page's own guard against a press that was meant for the page before.
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        browser.presses(".desk-primary:enabled").await;
        browser.sees("body[data-state=called]").await;
        assert_eq!(browser.address().await, http.url("/desk/1?lang=pl"), "nothing of the sign-on is left in the address");
        let view = http.get("desks/1", Some(&city.served.token)).await.ok().body;
        assert_eq!(view["state"], "called");
        // The own account: no password to change here.
        browser.goes_to(&http.url("/account?lang=pl")).await;
        browser.reads("Hasło i drugi składnik zmienia się tam").await;
        assert_eq!(browser.evaluates("return document.querySelector('[data-part=password-section]').hidden").await, json!(true));
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("openid-account-{}", width(&city))).await;
        browser.presses("[data-part=logout]").await;
        browser.sees("#login").await;
        // How the administrator sees it.
        browser.goes_to(&http.url("/admin/accounts?lang=pl")).await;
        browser.signs_on("administrator", Some("otwieraj sesamie 7")).await;
        browser.reads("u dostawcy tożsamości").await;
        browser.is_accessible().await;
        browser.pictures(&format!("openid-accounts-{}", width(&city))).await;
        browser.closes().await;
    }

    async fn who_may_not_come_in_is_told_why_and_led_to_the_fields(city: City) {
        city.hires(&json!({ "s-1": person("gosc", &["wszyscy"]) }));
        let http = city.served.http.clone();
        let browser = Browser::opens(width(&city), 900).await;
        browser.goes_to(&http.url("/wall?lang=pl")).await;
        browser.presses("[data-part=provider-link]").await;
        signs_on_at_the_provider(&browser, "s-1").await;
        browser.reads("Konto nie ma tu żadnej roli").await;
        browser.reads("Proszę zgłosić się do administratora.").await;
        assert_eq!(browser.address().await, http.url("/sign-on/openid/return"), "code and state have left the address");
        let focus = browser.evaluates("return document.activeElement.dataset.part").await;
        assert_eq!(focus, json!("heading"), "a screen reader begins where it happened");
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("openid-refused-{}", width(&city))).await;
        browser.presses("[data-part=ways] a[data-variant=secondary]").await;
        browser.sees("#login").await;
        assert!(browser.address().await.starts_with(&http.url("/wall")));
        city.loses_the_provider();
        browser.presses("[data-part=provider-link]").await;
        browser.reads("Dostawca tożsamości nie odpowiada").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("openid-away-{}", width(&city))).await;
        browser.presses("[data-part=ways] a[data-variant=secondary]").await;
        browser.signs_on("administrator", Some("otwieraj sesamie 7")).await;
        browser.sees("[data-part=work]:not([hidden])").await;
        browser.closes().await;
    }
}
