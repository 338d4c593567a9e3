//! The kiosk's touch screen. The page says nothing about this server but where the interface lies, so that a program on the kiosk
//! computer can serve the same files.

use std::sync::Arc;

use askama::Template;

use super::island::Island;
use crate::pages::write;
use crate::texts::Texts;

static ISLAND: Island = Island::new(include_str!("../../../../displays/texts/pl/kiosk.ftl"));

/// The page of `GET /kiosk`. The device's token comes by the address's fragment once, or by pairing.
#[derive(Clone, Debug, Template)]
#[template(path = "kiosk.html")]
pub struct KioskPage {
    /// The texts, in the language the kiosk returns to when nobody uses it.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end, e.g. `/assets/0123456789abcdef`.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// Where the interface lies, e.g. `/api/v1`.
    pub api: String,
}

impl KioskPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> Arc<str> {
        ISLAND.text()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn r22_the_menu_offers_the_confirmation_of_a_booked_visit() {
        let page = KioskPage {
            t: Texts::new(Lang::Pl),
            assets: "/assets/x".into(),
            office: "Urząd".into(),
            api: "/api/v1".into(),
        };
        let html = page.html();
        assert!(html.contains("Potwierdzenie umówionej internetowo wizyty (U)"));
        assert!(html.contains("name=\"okienko-api\" content=\"/api/v1\""));
        assert!(html.contains("lang=\"uk\"") && !html.contains("okienko-agent"));
        assert!(!html.contains("<style") && !html.contains("style="));
    }

    #[test]
    fn r25_each_refusal_has_its_own_sentence_and_advice() {
        let texts: serde_json::Value = serde_json::from_str(&ISLAND.text()).unwrap();
        for code in [
            "unknown_phone",
            "not_today",
            "too_early",
            "too_late",
            "appointment_cancelled",
            "already_collected",
            "throttled",
            "unknown_code",
            "invalid_phone",
            "closed",
            "no_tickets_left",
            "offline_phone",
            "ask_staff",
            "network",
            "try_again",
        ] {
            for lang in ["pl", "en", "uk"] {
                assert!(texts[lang][format!("kiosk-no-{code}")].is_string(), "{code} {lang}");
                assert!(texts[lang][format!("kiosk-no-{code}-next")].is_string(), "{code} {lang}");
            }
        }
    }
}
