//! A visitor who goes away leaves nothing behind.

use okienko_tests::on_both_engines;
use serde_json::json;

use crate::screen::{Screen, shape};

/// Seconds pass ten times as fast for the page's timers.
const HASTE: &str =
    "const plain = window.setInterval; window.setInterval = (act, every, ...rest) => plain(act, every / 10, ...rest);";

on_both_engines! {
    async fn r23_a_number_half_typed_is_wiped_with_language_and_helps(office: Office) {
        let screen = Screen::opens_with(&office, shape(&office), HASTE).await;
        screen.touches("[data-language=uk]").await;
        screen.touches("[data-aid=contrast]").await;
        screen.touches("[data-aid=large]").await;
        screen.types_phone("66213").await;
        screen.touches("[data-part=reveal]").await;
        screen.browser.sees("[data-part=countdown]").await;
        screen.browser.sees("[data-part=more-time]").await;
        screen.is_at("start").await;
        assert_eq!(screen.knows("[document.documentElement.lang, document.documentElement.className]").await, json!(["pl", ""]));
        let html = screen.knows("document.body.outerHTML").await.to_string();
        assert!(!html.contains("66213") && !html.contains("662 13") && !html.contains("66 213"), "digits are left in the page");
        screen.touches(".kiosk-booked").await;
        assert_eq!(screen.knows("document.querySelector('[data-part=digits]').textContent").await, "–");
        screen.browser.closes().await;
    }

    async fn r23_more_time_is_more_time(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.chooses(&office.sample.shared_service().id).await;
        let left = async || {
            let text = screen.knows("document.querySelector('[data-part=countdown-text]').textContent").await;
            text.as_str().and_then(|text| text.split(' ').find_map(|word| word.parse::<i64>().ok())).expect("seconds")
        };
        assert!((28..=30).contains(&left().await));
        tokio::time::sleep(std::time::Duration::from_secs(4)).await;
        let before = left().await;
        assert!(before <= 27, "{before}");
        screen.touches("[data-part=more-time]").await;
        assert!(left().await >= 29);
        screen.is_at("ask").await;
        screen.touches("main > section:not([hidden]) [data-go=start]").await;
        screen.touches(".kiosk-booked").await;
        assert!(left().await >= 59, "typing takes its time");
        screen.browser.closes().await;
    }

    async fn r31_a_ticket_nobody_takes_back_is_forgotten(office: Office) {
        let screen = Screen::opens_with(&office, shape(&office), HASTE).await;
        screen.chooses(&office.sample.shared_service().id).await;
        screen.touches("[data-part=take]").await;
        let code = screen.ticket().await;
        screen.is_at("start").await;
        assert!(!screen.knows("document.body.outerHTML").await.to_string().contains(&code));
        screen.browser.closes().await;
    }
}
