//! The narrow bar: 420 by 72 beside the case system, a whole visit in it, and the window that the page opens for it.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;
use serde_json::json;

use super::page::{Desk, comes, rests, signs_on};
use super::*;

impl Desk {
    /// The bar alone in a window, signed on.
    async fn as_bar(office: &Office) -> Self {
        let desk = Self::opens(office, 800, 700).await;
        desk.browser.goes_to(&office.http.url(&format!("/desk/{}/bar?lang=pl", desk.clerk.desk))).await;
        desk.browser.is_shown(420, 72, Scheme::Light).await;
        desk.browser.sees("body[data-bar=narrow] .desk-primary:enabled").await;
        desk
    }
}

/// What can be pressed is inside the window and large enough.
async fn fits(browser: &Browser) {
    let script = "return Array.from(document.querySelectorAll('button')).filter((one) => one.checkVisibility()).map((one) => { \
                  const box = one.getBoundingClientRect(); \
                  return [one.dataset.command ?? one.dataset.part, box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight && box.width >= 24 && box.height >= 44]; })";
    let all = browser.evaluates(script).await;
    let outside: Vec<_> = all.as_array().expect("buttons").iter().filter(|one| one[1] != true).collect();
    assert!(outside.is_empty(), "{outside:?} of {all}");
}

on_both_engines! {
    async fn r32_a_whole_visit_is_served_in_a_window_of_420_by_72(office: Office) {
        let desk = Desk::as_bar(&office).await;
        let browser = &desk.browser;
        let mini = |wanted: &str| format!("return document.querySelector('[data-part=mini]').innerText.includes('{wanted}')");
        comes(browser, &mini("Czeka: 0")).await;
        browser.is_accessible().await;
        let ticket = desk.kiosk.takes_ticket(&desk.service.id).await.with_status(201).ticket();
        comes(browser, &mini("Czeka: 1")).await;
        browser.pictures("desk-bar-420-free").await;
        desk.presses_the_big_button().await;
        desk.is("called").await;
        comes(browser, &mini(&ticket.code)).await;
        fits(browser).await;
        browser.is_accessible().await;
        browser.pictures("desk-bar-420-called").await;
        browser.presses("[data-command=recall]").await;
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        fits(browser).await;
        browser.pictures("desk-bar-420-serving").await;
        browser.presses("[data-command=finish]").await;
        desk.is("free").await;
        assert_eq!(office.ticket_state(ticket.token()).await, "finished");
        // What is refused is seen there, too.
        let missed = desk.kiosk.takes_ticket(&desk.service.id).await.with_status(201).ticket();
        comes(browser, &mini("Czeka: 1")).await;
        desk.holds_alt_shift('n').await;
        desk.is("called").await;
        browser.presses("[data-command=no-show]").await;
        desk.is("free").await;
        assert_eq!(office.ticket_state(missed.token()).await, "no_show");
        // The rest is one press away, and comes back to the bar.
        browser.presses("[data-part=bar-more]").await;
        browser.is_shown(420, 640, Scheme::Light).await;
        browser.sees("[data-list=no_shows]").await;
        browser.is_accessible().await;
        browser.fits_its_width().await;
        browser.pictures("desk-bar-420-open").await;
        browser.presses("[data-part=bar-more]").await;
        comes(browser, "return document.body.dataset.bar === 'narrow'").await;
        desk.browser.closes().await;
    }

    async fn the_page_opens_the_bar_as_a_small_window_of_its_own(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let (browser, driver) = (&desk.browser, desk.browser.driver());
        let ticket = desk.ticket().await;
        // Chromium's always-on-top window is another matter below; here it is taken away.
        browser.evaluates("delete window.documentPictureInPicture; return 1").await;
        let page = driver.window().await.expect("a window");
        browser.presses("[data-part=bar-open]").await;
        let mut all = driver.windows().await.expect("windows");
        for _ in 0..200 {
            if all.len() > 1 {
                break;
            }
            rests(50).await;
            all = driver.windows().await.expect("windows");
        }
        let small = all.into_iter().find(|one| *one != page).expect("a small window");
        driver.switch_to_window(small).await.expect("the small window");
        // The session of the page is its own: nobody signs on twice.
        browser.sees("body[data-bar=narrow] .desk-primary:enabled").await;
        desk.presses_the_big_button().await;
        desk.is("called").await;
        driver.switch_to_window(page).await.expect("the page");
        desk.is("called").await;
        browser.reads(&ticket.code).await;
        // A page and its bar are one place.
        rests(1_500).await;
        assert_eq!(browser.evaluates("return document.querySelector('[data-part=company]').hidden").await, true);
        desk.browser.closes().await;
    }

    async fn where_the_browser_has_it_the_bar_stays_on_top(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        assert_eq!(browser.evaluates("return 'documentPictureInPicture' in window").await, true, "this Chromium has it");
        // Under a driver the window takes the size of its opener: what counts is the size that is asked for.
        browser.evaluates("documentPictureInPicture.addEventListener('enter', (event) => { window.small = event.window }); \
            const asks = documentPictureInPicture.requestWindow.bind(documentPictureInPicture); \
            documentPictureInPicture.requestWindow = (wish) => { window.wish = [wish.width, wish.height]; return asks(wish); }; return 1").await;
        browser.presses("[data-part=bar-open]").await;
        comes(browser, "return Boolean(window.small?.document.querySelector('iframe')?.contentDocument?.querySelector('body[data-bar=narrow] .desk-primary:enabled'))").await;
        assert_eq!(browser.evaluates("return window.wish").await, json!([420, 72]));
        desk.ticket().await;
        rests(700).await;
        browser.evaluates("window.small.document.querySelector('iframe').contentDocument.querySelector('.desk-primary').click(); return 1").await;
        desk.is("called").await;
        desk.browser.closes().await;
    }

    async fn r37_a_bar_that_no_page_opened_sounds_itself_when_a_colleague_needs_help(office: Office) {
        let desk = Desk::as_bar(&office).await;
        let browser = &desk.browser;
        browser.evaluates("window.heard = 0; const start = OscillatorNode.prototype.start; \
            OscillatorNode.prototype.start = function (...all) { window.heard += 1; return start.apply(this, all); }; return 1").await;
        desk.colleague.commands("alarm", json!({})).await.with_status(200);
        comes(browser, "return document.querySelector('[data-part=mini]').innerText.includes('prosi o pomoc')").await;
        comes(browser, "return window.heard >= 4").await;
        desk.browser.closes().await;
    }

    async fn a_bar_without_a_session_asks_to_sign_on(office: Office) {
        let service = office.sample.shared_service();
        let desk = office.sample.desks_of(&service.id)[0].clone();
        let browser = Browser::opens(800, 700).await;
        signs_on(&browser, &office, &office.http.url("/"), &format!("{desk}/bar"), "pl").await;
        browser.sees("body[data-bar=narrow]").await;
        browser.closes().await;
    }
}
