//! The keyboard alone: shortcuts with modifiers, an order of tabs that makes sense, a focus that is never lost.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::page::{ALT, Desk, comes, rests};

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

on_both_engines! {
    async fn r32_a_clerk_without_a_mouse_serves_transfers_and_pauses(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        desk.holds_alt_shift('n').await;
        desk.is("called").await;
        desk.holds_alt_shift('r').await;
        comes(browser, "return document.querySelector('[data-part=recalls]').textContent.endsWith('2')").await;
        desk.holds_alt_shift('n').await;
        desk.is("serving").await;
        // Finish, and finish-and-call, are two keys.
        desk.holds_alt_shift('f').await;
        desk.is("free").await;
        assert_eq!(office.ticket_state(first.token()).await, "finished");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
        desk.holds_alt_shift('n').await;
        desk.is("called").await;
        desk.holds_alt_shift('e').await;
        browser.sees("#transfer-dialog[open]").await;
        browser.types_keys("\u{e015}").await;
        // In a dialog the shortcuts rest.
        desk.holds_alt_shift('n').await;
        crate::page::rests(500).await;
        desk.is("called").await;
        browser.tabs_to("#transfer-dialog button[value=go]").await;
        browser.types_keys(ENTER).await;
        comes(browser, "return !document.getElementById('transfer-dialog').open").await;
        desk.is("free").await;
        desk.holds_alt_shift('p').await;
        browser.sees("#pause-dialog[open]").await;
        browser.types_keys(ENTER).await;
        desk.is("paused").await;
        // Alt+/ opens the help, Esc closes it.
        desk.holds(&[ALT], '/').await;
        browser.sees("#help-dialog[open]").await;
        browser.reads("zawsze na wierzchu").await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-help").await;
        browser.types_keys(ESCAPE).await;
        comes(browser, "return !document.getElementById('help-dialog').open").await;
        desk.holds_alt_shift('n').await;
        desk.is("free").await;
        desk.browser.closes().await;
    }

    async fn r32_a_single_letter_and_a_hasty_second_press_do_nothing(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        browser.types_keys("nrofhequspwdm").await;
        desk.is("closed").await;
        // Two clicks of a nervous finger, and a third the moment that the button means something else: one call, no start.
        rests(700).await;
        let hasty = "const b = document.querySelector('.desk-primary'); \
                     const seen = new MutationObserver(() => { if (document.body.dataset.state === 'called') { seen.disconnect(); b.click(); } }); \
                     seen.observe(document.body, { attributes: true }); b.click(); b.click(); return 1";
        browser.evaluates(hasty).await;
        desk.is("called").await;
        rests(300).await;
        assert_eq!(office.ticket_state(first.token()).await, "called");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
        desk.browser.closes().await;
    }

    async fn the_focus_stays_where_it_was_or_goes_to_the_big_button(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        // What has the focus keeps it when others come.
        browser.evaluates(&format!("document.querySelector(\"[data-key='{}'] [data-row=call]\").focus(); return 1", second.id)).await;
        let third = desk.ticket().await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.row").await, "call");
        // A row that goes gives it to its list, a button that ends to the big one.
        let id = second.id.clone();
        desk.colleague.calls(&id).await.ok();
        comes(browser, &format!("return !document.querySelector(\"[data-list=waiting] [data-key='{id}']\")")).await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.list").await, "waiting");
        desk.presses_the_big_button().await;
        desk.is("called").await;
        browser.evaluates("document.querySelector('[data-command=no-show]').focus(); return 1").await;
        browser.types_keys(ENTER).await;
        desk.is("free").await;
        assert_eq!(desk.focus().await, "call-next");
        assert_eq!(office.ticket_state(first.token()).await, "no_show");
        assert_eq!(office.ticket_state(third.token()).await, "waiting");
        // From the top the tabs meet the tools, then the big button before the lists.
        browser.evaluates("document.activeElement.blur(); window.scrollTo(0, 0); return 1").await;
        let order = "return Array.from(document.querySelectorAll('button, a[href], ol[tabindex]')).filter((one) => one.checkVisibility() && !one.disabled && !one.closest('dialog')).map((one) => one.dataset.command ?? one.dataset.part ?? one.dataset.list ?? one.dataset.open ?? one.tagName)";
        let order: Vec<String> = serde_json::from_value(browser.evaluates(order).await).expect("names");
        let place = |name: &str| order.iter().position(|one| one == name).unwrap_or_else(|| panic!("{name} in {order:?}"));
        assert!(place("pause") < place("call-next") && place("call-next") < place("reception") && place("reception") < place("waiting"), "{order:?}");
        assert_eq!(browser.evaluates("return document.querySelectorAll('[tabindex]:not([tabindex=\"0\"])').length").await, json!(0));
        desk.browser.closes().await;
    }
}
