//! Somebody comes after nobody was waiting; a colleague needs help.

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use serde_json::json;

use super::page::{Desk, comes, rests, signs_on};

/// Listens for every sound and notice that the page makes.
const EARS: &str = "window.heard = []; \
    const start = OscillatorNode.prototype.start; \
    OscillatorNode.prototype.start = function (...all) { window.heard.push('sound'); return start.apply(this, all); }; \
    window.Notification = class { static permission = 'default'; static requestPermission() { this.permission = 'granted'; window.heard.push('asked'); return Promise.resolve('granted'); } \
    constructor(title) { window.heard.push(title); } }; return 1";

on_both_engines! {
    async fn the_first_visitor_after_nobody_is_heard_and_told_where_that_is_switched_on(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        browser.evaluates(EARS).await;
        let first = desk.ticket().await;
        assert_eq!(browser.evaluates("return window.heard").await, json!([]), "silent until it is switched on, and nobody was asked");
        assert_eq!(browser.evaluates("return document.title").await.as_str().map(|title| title.starts_with("(1) ")), Some(true));
        browser.presses("[data-part=notices]").await;
        browser.is_accessible().await;
        browser.presses("[data-part=notices-sound]").await;
        browser.presses("[data-part=notices-desktop]").await;
        browser.sees("[data-part=notices-desktop][aria-pressed=true]").await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-notices").await;
        browser.types_keys("\u{e00c}").await;
        assert_eq!(browser.evaluates("return window.heard.includes('asked')").await, true);
        desk.colleague.calls(&first.id).await.ok();
        comes(browser, "return document.title.startsWith('(0) ')").await;
        browser.evaluates("window.heard = []; return 1").await;
        let second = desk.ticket().await;
        let heard = browser.evaluates("return window.heard").await;
        assert_eq!(heard.as_array().map(|all| all.contains(&json!(format!("Ktoś przyszedł: {}", second.code)))), Some(true), "{heard}");
        assert_eq!(heard.as_array().map(|all| all.contains(&json!("sound"))), Some(true), "{heard}");
        browser.evaluates("window.heard = []; return 1").await;
        desk.ticket().await;
        assert_eq!(browser.evaluates("return window.heard").await, json!([]), "somebody was waiting already");
        // The browser remembers.
        browser.goes_to(&browser.address().await).await;
        browser.presses("[data-part=notices]").await;
        browser.sees("[data-part=notices-sound][aria-pressed=true]").await;
        desk.browser.closes().await;
    }

    async fn r37_a_call_for_help_is_seen_and_heard_at_a_colleagues_page_and_quiet_at_the_own(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let colleague = Browser::opens(1280, 900).await;
        signs_on(&colleague, &office, &office.http.url("/"), &desk.colleague.desk, "pl").await;
        for browser in [&desk.browser, &colleague] {
            browser.evaluates(EARS).await;
        }
        desk.browser.presses("[data-part=alarm]").await;
        desk.browser.reads("Koledzy z wydziału zobaczą i usłyszą").await;
        desk.browser.is_accessible().await;
        desk.answers("confirm", "go").await;
        desk.browser.reads("Pomoc została wezwana").await;
        desk.browser.is_accessible().await;
        colleague.reads("prosi o pomoc").await;
        colleague.is_accessible().await;
        colleague.pictures("desk-1280-alarm").await;
        assert_eq!(colleague.evaluates("return [window.heard.includes('sound'), document.title.startsWith('⚠')]").await, json!([true, true]));
        assert_eq!(desk.browser.evaluates("return window.heard").await, json!([]), "quiet where the visitor stands");
        colleague.presses("[data-part=alarms] [data-part=answer]").await;
        desk.browser.reads("Idzie ktoś ze stanowiska").await;
        colleague.reads("idzie ktoś ze stanowiska").await;
        desk.browser.presses("[data-part=alarms] [data-part=end]").await;
        comes(&colleague, "return document.querySelector('[data-part=alarms]').children.length === 0").await;
        rests(100).await;
        assert_eq!(colleague.evaluates("return document.title.startsWith('(')").await, true);
        colleague.closes().await;
        desk.browser.closes().await;
    }
}
