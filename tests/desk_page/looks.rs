//! The page in every language, from 320 pixels to a wide screen, light and dark.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, on_both_engines};

use super::page::{comes, signs_on};

const DIALOGS: [&str; 12] = [
    "hold",
    "transfer",
    "next-service",
    "pause",
    "call",
    "ticket",
    "note",
    "confirm",
    "reception",
    "day",
    "notices",
    "help",
];

on_both_engines! {
    async fn the_page_and_its_dialogs_are_accessible_in_every_language_width_and_scheme(office: Office) {
        let service = office.sample.shared_service();
        let desk = office.sample.desks_of(&service.id)[0].clone();
        let clerk = office.clerk(&desk).await;
        for _ in 0..4 {
            office.kiosk().takes_ticket(&service.id).await.with_status(201);
        }
        clerk.calls_next().await.ok();
        clerk.no_show().await.ok();
        clerk.calls_next().await.ok();
        clerk.starts().await.ok();
        clerk.holds(Some(20)).await.ok();
        clerk.calls_next().await.ok();
        let browser = Browser::opens(1280, 900).await;
        // The databases do not change how it looks, so each sees one of the schemes.
        let scheme = if office.engine == Engine::Sqlite { Scheme::Light } else { Scheme::Dark };
        signs_on(&browser, &office, &office.http.url("/"), &desk, "pl").await;
        for (width, height) in [(320, 800), (1280, 800)] {
            browser.is_shown(width, height, scheme).await;
            for lang in ["pl", "en", "uk"] {
                browser.goes_to(&office.http.url(&format!("/desk/{desk}?lang={lang}"))).await;
                browser.sees("body[data-state=called]").await;
                browser.is_accessible().await;
                browser.fits_its_width().await;
                browser.pictures(&format!("desk-{lang}-{width}-{}", scheme.word())).await;
                for dialog in DIALOGS.iter().filter(|_| lang == "pl" || width == 320) {
                    let open = format!("document.getElementById('{dialog}-dialog').showModal(); return 1");
                    browser.evaluates(&open).await;
                    fits(&browser, dialog).await;
                    browser.evaluates(&format!("document.getElementById('{dialog}-dialog').close(''); return 1")).await;
                }
            }
        }
        comes(&browser, "return document.querySelector('dialog[open]') === null").await;
        browser.closes().await;
    }
}

/// A dialog does not need to be scrolled sideways, and says what it is.
async fn fits(browser: &Browser, dialog: &str) {
    let script = format!(
        "const d = document.getElementById('{dialog}-dialog'); const r = d.getBoundingClientRect(); \
         return [d.scrollWidth <= d.clientWidth + 1 && r.left >= 0 && r.right <= innerWidth + 1, document.getElementById(d.getAttribute('aria-labelledby'))?.textContent !== undefined]"
    );
    assert_eq!(browser.evaluates(&script).await, serde_json::json!([true, true]), "{dialog}");
}
