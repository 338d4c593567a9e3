//! From nothing to the first called ticket: an empty office is set up in a real browser, every press counted.

use std::sync::atomic::{AtomicU32, Ordering};

use okienko_tests::browser::Browser;
use okienko_tests::{Clerk, on_both_engines};

use super::*;

/// Presses and filled fields within which it must be done: fifteen minutes at eight seconds each, which is slow.
const MOST: u32 = 112;

/// A hand that counts what it does.
struct Hand<'b> {
    browser: &'b Browser,
    acts: AtomicU32,
}

impl Hand<'_> {
    async fn presses(&self, css: &str) {
        self.acts.fetch_add(1, Ordering::Relaxed);
        self.browser.presses(css).await;
    }

    /// Fills a field that holds something else, or nothing.
    async fn fills(&self, css: &str, text: &str) {
        self.acts.fetch_add(1, Ordering::Relaxed);
        let field = self.browser.sees(css).await;
        field.clear().await.expect("an empty field");
        field.send_keys(text).await.expect("typed");
    }
}

/// Nothing but a name and somebody who may set it up.
async fn emptied(office: &Office) {
    let keeper = Keeper::of(office).await;
    let told = keeper.reads().await;
    let mut document = told["document"].clone();
    document["departments"] = json!([]);
    document["boards"] = json!([]);
    document["staff"] = json!([{ "login": office.sample.admin.login, "role": "admin" }]);
    keeper.posts("office", json!({ "revision": told["revision"], "document": document })).await.with_status(200);
}

async fn signs_on(hand: &Hand<'_>, office: &Office) {
    hand.fills("#login", &office.sample.admin.login).await;
    hand.fills("#password", office.sample.admin.password.as_deref().expect("a password")).await;
    hand.presses("[data-part=login-form] button[type=submit]").await;
}

/// The reception of the desk: a walk-in ticket of a service, shown on a slip.
async fn gives_a_ticket(hand: &Hand<'_>, service: &str) -> String {
    hand.presses("[data-part=reception]").await;
    hand.browser.sees("#reception-dialog[open] #walk-service").await;
    let chosen = format!(
        "const list = document.getElementById('walk-service'); list.value = '{service}'; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }})); return list.value"
    );
    hand.acts.fetch_add(1, Ordering::Relaxed);
    assert_eq!(hand.browser.evaluates(&chosen).await, service);
    hand.presses("[data-part=walk-form] [type=submit]").await;
    hand.browser.sees("[data-part=slip-code]").await;
    let code = hand.browser.evaluates("return document.querySelector('[data-part=slip-code]').textContent").await;
    hand.presses("#reception-dialog [data-close]").await;
    code.as_str().expect("a code").to_owned()
}

on_both_engines! {
    async fn an_administrator_sets_a_new_office_up_and_the_first_ticket_is_called(office: Office) {
        emptied(&office).await;
        let browser = Browser::opens(1280, 1000).await;
        let hand = Hand { browser: &browser, acts: AtomicU32::new(0) };
        browser.goes_to(&office.http.url("/admin/office?lang=pl")).await;
        signs_on(&hand, &office).await;
        browser.reads("Nie ma jeszcze żadnego wydziału.").await;
        hand.fills("#field-office\\.phone", "+48 32 295 67 11").await;
        hand.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        hand.fills("#new-name", "Wydział Komunikacji").await;
        hand.presses("[data-part=new] button").await;
        browser.sees("[data-add=services]").await;
        assert!(browser.address().await.contains("/admin/departments/wydzial-komunikacji"));
        for (n, name) in ["Rejestracja pojazdów", "Prawa jazdy"].into_iter().enumerate() {
            hand.presses("[data-add=services]").await;
            hand.fills(&format!("#field-services\\.{n}\\.name\\.pl"), name).await;
        }
        hand.presses("[data-list=services] li:first-child [data-part=bookable]").await;
        hand.presses("[data-add=desks]").await;
        hand.presses("[data-add=desks]").await;
        browser.reads("Jutro (wtorek, 24 listopada 2026)").await;
        browser.reads("brak tłumaczenia: angielski").await;
        browser.is_accessible().await;
        browser.pictures("administration-new-department-1280").await;
        hand.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        let told = office.http.get("departments", None).await.with_status(200).body;
        let service = told[0]["services"][0]["id"].as_str().expect("a service").to_owned();
        assert_eq!((service.as_str(), &told[0]["services"][0]["letter"]), ("rejestracja-pojazdow", &json!("A")));
        // There is no kiosk yet: the first visitor is given a ticket at the desk, and called there.
        browser.goes_to(&office.http.url("/desk/1?lang=pl")).await;
        signs_on(&hand, &office).await;
        browser.sees("[data-part=primary]:not([disabled])").await;
        let code = gives_a_ticket(&hand, &service).await;
        hand.presses("[data-part=primary]").await;
        browser.sees("body[data-state=called]").await;
        browser.reads(&code).await;
        let token = admin::token(&office).await;
        let view = Clerk::with_token(&office, "1", &token).view().await;
        assert_eq!((&view["current"]["code"], &view["state"]), (&json!(code), &json!("called")));
        let acts = hand.acts.load(Ordering::Relaxed);
        eprintln!("from nothing to the first called ticket: {acts} presses and filled fields");
        assert!(acts <= MOST, "{acts}");
        browser.closes().await;
    }
}
