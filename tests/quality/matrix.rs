//! axe-core over every page and error state, in three languages, light and dark, at 320 and 1280 pixels (WCAG 2.0 to 2.2,
//! A and AA). What a page is does not depend on the database, so one engine is enough.

use crate::pages::{Shown, all};
use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, engine};

const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];
const WIDTHS: [(u32, u32); 2] = [(320, 800), (1280, 900)];

#[test]
fn law_01_law_02_law_07_every_page_is_accessible_in_every_language_width_and_scheme() {
    engine::tell(Engine::Sqlite, |office| async move {
        let browser = Browser::opens(1280, 900).await;
        let pages = all(&office).await;
        for (width, height) in WIDTHS {
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.is_shown(width, height, scheme).await;
                for page in &pages {
                    for language in LANGUAGES {
                        sees(&browser, page, language).await;
                        browser.is_accessible().await;
                        browser.fits_its_width().await;
                        if language != "uk" {
                            let name = format!("page-{}-{language}-{width}-{}", page.name, scheme.word());
                            browser.pictures(&name).await;
                        }
                    }
                }
            }
        }
        browser.closes().await;
    });
}

async fn sees(browser: &Browser, page: &Shown, language: &str) {
    let joint = if page.address.contains('?') { '&' } else { '?' };
    browser.goes_to(&format!("{}{joint}lang={language}", page.address)).await;
    if let Some(token) = &page.token {
        browser.evaluates(&format!("sessionStorage.setItem('okienko.admin.token', '{token}'); return 1")).await;
        browser.goes_to(&format!("{}{joint}lang={language}", page.address)).await;
        browser.sees("[data-part=work]").await;
    }
    if let Some(button) = page.press {
        browser.presses(button).await;
        browser.sees("[role=alert]").await;
    }
    let said = browser.evaluates("return document.documentElement.lang").await;
    assert_eq!(said, language, "the language of {}", page.name);
}
