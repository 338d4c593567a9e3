//! The visit's pages in a real browser, by keyboard alone, judged by axe-core: law lines 1, 3, 6, 7.

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use thirtyfour::Key;

use super::*;

/// Presses Tab until the element under the focus matches, then Enter. Nothing traps the focus on the way.
async fn tabs_to(browser: &Browser, css: &str) {
    for _ in 0..80 {
        let there = browser.evaluates(&format!("return document.activeElement.matches({css:?})")).await;
        if there == true {
            let visible = "const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'";
            assert_eq!(browser.evaluates(visible).await, true, "the focus on {css} can be seen");
            return;
        }
        presses(browser, Key::Tab).await;
    }
    panic!("{css} is never reached by Tab at {}", browser.address().await);
}

async fn presses(browser: &Browser, keys: impl Into<thirtyfour::TypingData>) {
    let active = browser.driver().active_element().await.expect("something has the focus");
    active.send_keys(keys).await.expect("keys");
}

async fn goes_by_keyboard(browser: &Browser, css: &str) {
    tabs_to(browser, css).await;
    presses(browser, Key::Enter).await;
}

/// Light and dark, on a wide window and a narrow one: no violation and nothing that runs out of the page.
async fn is_fit(browser: &Browser, width: u32) {
    for scheme in ["light", "dark"] {
        browser.evaluates(&format!("document.documentElement.dataset.colorScheme = '{scheme}'; return 1")).await;
        browser.is_accessible().await;
    }
    let runs_out =
        browser.evaluates("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
    assert_eq!(runs_out, 0, "at {width} px nothing is cut off: {}", browser.address().await);
}

on_both_engines! {
    async fn line_1_a_visit_is_moved_and_cancelled_by_keyboard_alone(office: Office) {
        let holder = Holder::books(&office).await;
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&format!("{}?lang=pl", holder.link)).await;
        is_fit(&browser, 1280).await;
        goes_by_keyboard(&browser, "a.deed[href*='/move']").await;
        browser.reads("Proszę wybrać nowy dzień").await;
        is_fit(&browser, 1280).await;
        goes_by_keyboard(&browser, "a.move-day[href*='/2026-11-26']").await;
        browser.reads("Proszę wybrać nową godzinę").await;
        is_fit(&browser, 1280).await;
        goes_by_keyboard(&browser, "a.hour").await;
        browser.reads("Czy przenieść wizytę?").await;
        is_fit(&browser, 1280).await;
        tabs_to(&browser, "#digits").await;
        presses(&browser, "99".to_owned() + Key::Enter).await;
        browser.reads("Nic się nie zmieniło").await;
        let focus = browser.evaluates("return document.activeElement.getAttribute('role')").await;
        assert_eq!(focus, "alert", "after a mistake the focus is on the summary");
        is_fit(&browser, 1280).await;
        goes_by_keyboard(&browser, "a[href='#digits']").await;
        tabs_to(&browser, "#digits").await;
        presses(&browser, Key::Control + "a").await;
        presses(&browser, holder.digits().to_owned() + Key::Enter).await;
        browser.reads("Wizyta została przeniesiona").await;
        is_fit(&browser, 1280).await;
        goes_by_keyboard(&browser, "a.deed[href*='/cancel']").await;
        browser.reads("Czy odwołać tę wizytę?").await;
        is_fit(&browser, 1280).await;
        tabs_to(&browser, "#digits").await;
        presses(&browser, holder.digits().to_owned() + Key::Enter).await;
        browser.reads("Wizyta została odwołana").await;
        is_fit(&browser, 1280).await;
        assert_eq!(holder.state().await, "cancelled");
        browser.closes().await;
    }

    async fn line_7_every_page_is_whole_on_a_narrow_screen(office: Office) {
        let holder = Holder::books(&office).await;
        let browser = Browser::opens(320, 900).await;
        let width = browser.evaluates("return innerWidth").await.as_u64().and_then(|width| u32::try_from(width).ok()).expect("a width");
        let mut pages = vec!["?booked=1".to_owned(), "/move".into(), "/move/2026-11-25".into(), "/move/2026-12-08/09:00".into()];
        pages.extend(ACTS.map(|act| format!("/{act}")));
        pages.push(holder.move_to("2026-11-25").await.replace(&holder.link, ""));
        for language in ["pl", "en", "uk"] {
            for page in &pages {
                let joint = if page.contains('?') { '&' } else { '?' };
                browser.goes_to(&format!("{}{page}{joint}lang={language}", holder.link)).await;
                is_fit(&browser, width).await;
            }
        }
        browser.goes_to(&holder.at("erase?lang=pl")).await;
        browser.types("#digits", holder.digits()).await;
        browser.presses("form button[type=submit]").await;
        browser.reads("Państwa dane zostały usunięte").await;
        is_fit(&browser, width).await;
        browser.closes().await;
    }

    async fn line_6_printing_is_offered_only_where_script_runs(office: Office) {
        let holder = Holder::books(&office).await;
        assert!(Window::opens(&holder.link).await.html.contains("hidden data-print"));
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&holder.link).await;
        browser.evaluates("window.print = () => document.body.dataset.printed = 'yes'; return 1").await;
        browser.presses("[data-print] button").await;
        assert_eq!(browser.evaluates("return document.body.dataset.printed").await, "yes");
        browser.closes().await;
    }
}
