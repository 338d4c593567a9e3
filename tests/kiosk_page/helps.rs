//! Languages, keys, low reach.

use okienko_tests::on_both_engines;
use serde_json::json;

use crate::screen::{LANGUAGES, Screen, shape};

on_both_engines! {
    async fn r22_the_language_can_be_changed_on_every_screen(office: Office) {
        let service = office.sample.shared_service();
        let screen = Screen::opens(&office, shape(&office)).await;
        let headline = "document.querySelector('main > section:not([hidden]) h1').textContent";
        let speaks_all = async |what: &str| {
            let mut said = Vec::new();
            for language in LANGUAGES.into_iter().rev() {
                screen.touches(&format!("[data-language={language}]")).await;
                assert_eq!(screen.knows("document.documentElement.lang").await, language);
                said.push(screen.knows(headline).await.to_string());
            }
            said.sort();
            said.dedup();
            assert_eq!(said.len(), 3, "{what}: {said:?}");
        };
        speaks_all("start").await;
        screen.chooses(&service.id).await;
        speaks_all("ask").await;
        screen.touches("[data-part=take]").await;
        screen.ticket().await;
        speaks_all("ticket").await;
        screen.leaves().await;
        screen.types_phone("601999888").await;
        speaks_all("keypad").await;
        screen.touches("[data-part=confirm]").await;
        screen.refusal().await;
        speaks_all("refusal").await;
        screen.leaves().await;
        screen.touches("[data-language=uk]").await;
        let name = screen.finds(&service.id).await.text().await.expect("a text");
        assert!(!name.contains(&service.name), "services speak Ukrainian too: {name}");
        screen.browser.closes().await;
    }

    async fn r22_keys_alone_take_a_ticket_and_the_focus_is_seen(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        let focus = "document.activeElement.matches('.kiosk-booked')";
        screen.browser.types_keys("+").await;
        assert_eq!(screen.knows(focus).await, json!(true), "the first button of the screen");
        let ring = "parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 5";
        assert_eq!(screen.knows(ring).await, json!(true));
        screen.browser.types_keys("+").await;
        screen.browser.types_keys("-").await;
        assert_eq!(screen.knows(focus).await, json!(true), "minus goes back");
        screen.browser.types_keys("+").await;
        let service = screen.knows("document.activeElement.dataset.key").await;
        let letter = office.sample.services().find(|one| json!(one.id) == service).expect("a service").letter.clone();
        screen.browser.types_keys("\u{e007}").await;
        screen.is_at("ask").await;
        for _ in 0..10 {
            screen.browser.types_keys("+").await;
            if screen.knows("document.activeElement.dataset.part === 'take'").await == json!(true) {
                break;
            }
        }
        screen.browser.types_keys("\u{e007}").await;
        assert!(screen.ticket().await.starts_with(&letter));
        screen.browser.types_keys("\u{e003}").await;
        screen.is_at("start").await;
        screen.browser.closes().await;
    }

    async fn r23_a_tactile_keypad_types_erases_and_confirms(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.touches(".kiosk-booked").await;
        screen.browser.types_keys("6019998889").await;
        screen.browser.types_keys("\u{e003}").await;
        let count = screen.knows("document.querySelector('[data-part=digits]').textContent.replace(/ /g, '').length").await;
        assert_eq!(count, json!(9), "Backspace erases and stays");
        screen.browser.evaluates("document.querySelector('[data-part=keypad-title]').focus(); return 1").await;
        screen.browser.types_keys("\u{e007}").await;
        assert!(screen.refusal().await.contains("Nie znaleźliśmy rezerwacji"));
        screen.browser.closes().await;
    }
}
