//! The pages of this suite in Chromium: axe-core finds nothing, in three languages, light and dark, narrow and wide; keys alone suffice.

use okienko_tests::browser::Browser;
use okienko_tests::{Office, on_both_engines};
use serde_json::json;

use crate::{LANGUAGES, books, zygfryda};

/// Judges the page as it is, in light and in dark.
async fn judges(browser: &Browser, name: &str) {
    for scheme in ["light", "dark"] {
        browser.evaluates(&format!("document.documentElement.dataset.colorScheme = '{scheme}'; return 1")).await;
        browser.is_accessible().await;
        browser.pictures(&format!("law-{name}-{scheme}")).await;
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.evaluates(wider).await, json!(0), "{name} is as wide as the window");
    }
}

/// Signs the administrator on.
async fn signs_on(browser: &Browser, office: &Office, lang: &str) {
    browser.goes_to(&format!("{}/admin/privacy?lang={lang}", office.sample.base_url)).await;
    browser.evaluates("sessionStorage.clear(); location.reload(); return 1").await;
    browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
    browser.sees("#who").await;
}

on_both_engines! {
    async fn law_11_law_19_the_pages_of_the_law_are_accessible(office: Office) {
        for (width, height) in [(320, 800), (1280, 900)] {
            let browser = Browser::opens(width, height).await;
            for lang in LANGUAGES {
                for page in ["accessibility", "privacy"] {
                    browser.goes_to(&format!("{}/{page}?lang={lang}", office.sample.base_url)).await;
                    browser.sees("article.law").await;
                    judges(&browser, &format!("{page}-{lang}-{width}")).await;
                }
            }
            browser.closes().await;
        }
    }

    async fn law_22_the_officers_page_is_accessible_and_erases(office: Office) {
        let citizen = zygfryda(&office, "509222111");
        let (_, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let browser = Browser::opens(1280, 900).await;
        for lang in LANGUAGES {
            browser.goes_to(&format!("{}/admin/privacy?lang={lang}", office.sample.base_url)).await;
            browser.evaluates("sessionStorage.clear(); location.reload(); return 1").await;
            browser.sees("#login").await;
            judges(&browser, &format!("officer-sign-on-{lang}")).await;
            signs_on(&browser, &office, lang).await;
            browser.types("#who", &format!("{}\n", citizen.phone)).await;
            browser.sees("[data-part=rows] tr").await;
            browser.reads("Zygfryda").await;
            judges(&browser, &format!("officer-{lang}")).await;
        }
        // By keys alone: the box, then the button; the question is answered as a person would.
        browser.evaluates("window.confirm = () => true; return 1").await;
        browser.evaluates("document.querySelector('[data-part=rows] input').focus(); return 1").await;
        browser.types("[data-part=rows] input", " ").await;
        browser.types("[data-part=found] button[type=submit]", "\n").await;
        browser.reads("Видалено дані із записів: 1").await;
        browser.is_accessible().await;
        let gone = citizen.appointment(visit.str("token")).await.ok();
        assert_eq!((gone.str("state"), gone.body["phone"].is_null()), ("cancelled", true));
        browser.closes().await;
    }
}
