//! The pages in a real browser: accessible in every state, narrow too, and usable by keyboard.

use okienko_tests::browser::Browser;
use okienko_tests::{Engine, on_both_engines};

use super::*;

/// Signs on at a page of staff.
async fn signs_on(browser: &Browser, office: &Office, path: &str, person: &Person) {
    browser.goes_to(&office.http.url(path)).await;
    browser.signs_on(&person.login, Some(&person.password)).await;
}

/// No part of the page is wider than the window.
async fn fits(browser: &Browser) {
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.evaluates(wide).await, json!(0), "{}", browser.address().await);
}

/// The wide window for one engine, the narrowest for the other: both are looked at, each once.
fn width(office: &Office) -> u32 {
    if office.engine == Engine::Sqlite { 1280 } else { 320 }
}

on_both_engines! {
    async fn a_second_factor_is_set_up_and_used(office: Office) {
        let (browser, anna) = (Browser::opens(width(&office), 1000).await, Person::clerk(&office));
        signs_on(&browser, &office, "/account?lang=pl", &anna).await;
        browser.reads("Moje konto").await;
        browser.sees("[data-part=factor-begin]").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("account-{}", width(&office))).await;
        browser.types("#factor-password", &anna.password).await;
        browser.presses("[data-part=factor-begin] button").await;
        browser.sees("[data-part=picture][src]").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("account-factor-{}", width(&office))).await;
        let secret = browser.sees("[data-part=secret]").await.text().await.expect("a secret");
        browser.types("#factor-code", &code(&secret, 0)).await;
        browser.presses("[data-part=factor-confirm] button").await;
        browser.reads("Drugi składnik jest włączony.").await;
        browser.sees("[data-part=codes] li:nth-child(10)").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("account-codes-{}", width(&office))).await;
        browser.presses("[data-part=logout]").await;
        // The phone line asks for the code in a second step.
        signs_on(&browser, &office, "/staff?lang=pl", &anna).await;
        browser.reads("Hasło jest poprawne.").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("sign-on-code-{}", width(&office))).await;
        let focus = browser.evaluates("return document.activeElement.id").await;
        assert_eq!(focus, json!("code"));
        browser.types("#code", &code(&secret, 1)).await;
        browser.presses("[data-part=login-form] button[type=submit]").await;
        browser.sees("#wanted").await;
        browser.closes().await;
    }

    async fn a_password_is_set_by_a_link_and_changed_on_the_page(office: Office) {
        let (admin, anna) = (Person::admin(&office).signed_on().await, Person::clerk(&office));
        let made = admin.posts(&format!("accounts/{}/link", anna.login), json!({})).await.ok();
        let browser = Browser::opens(width(&office), 900).await;
        browser.goes_to(&made.str("url").replace("/account/password", "/account/password?lang=pl")).await;
        browser.reads(&anna.login).await;
        assert!(!browser.address().await.contains('#'), "the token has left the address");
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("password-link-{}", width(&office))).await;
        browser.types("#new", "password2026").await;
        browser.types("#again", "password2026").await;
        browser.presses("[data-part=set] button").await;
        browser.reads("łatwo odgadnąć").await;
        for field in ["#new", "#again"] {
            browser.sees(field).await.clear().await.expect("a field");
            browser.types(field, OTHER).await;
        }
        browser.presses("[data-part=set] button").await;
        browser.presses("[data-part=go] a").await;
        browser.signs_on(&anna.login, Some(OTHER)).await;
        browser.reads("Moje konto").await;
        let changed = "trzy lipy i jeden dab";
        for (field, text) in [("#current", OTHER), ("#new", changed), ("#again", changed)] {
            browser.types(field, text).await;
        }
        browser.presses("[data-part=password-form] button").await;
        browser.reads("Hasło zostało zmienione.").await;
        browser.is_accessible().await;
        Person::named(&office.http, &anna.login, changed).signs_on("").await.with_status(200);
        browser.closes().await;
    }

    async fn the_administrators_pages_of_accounts_and_audit(office: Office) {
        let (browser, admin) = (Browser::opens(width(&office), 900).await, Person::admin(&office));
        Person::clerk(&office).tries("wrong", "").await.with_status(401);
        signs_on(&browser, &office, "/admin/accounts?lang=pl", &admin).await;
        browser.sees("[data-part=rows] tr:nth-child(14)").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.presses("[data-part=rows] tr:nth-child(3) [data-part=make-link]").await;
        browser.sees("[data-part=link]").await;
        browser.is_accessible().await;
        browser.pictures(&format!("accounts-{}", width(&office))).await;
        browser.goes_to(&office.http.url("/admin/audit?lang=pl")).await;
        browser.reads("nieudane logowanie").await;
        browser.reads("wydanie odnośnika do hasła").await;
        browser.is_accessible().await;
        fits(&browser).await;
        browser.pictures(&format!("audit-{}", width(&office))).await;
        browser.evaluates("document.querySelector('#action').value = 'locked_out'").await;
        browser.presses("[data-part=form] button[type=submit]").await;
        browser.reads("Brak wpisów w tych dniach.").await;
        browser.closes().await;
    }
}
