//! The phone line of staff: find, book, move and cancel for callers; patterns and the access log for those who oversee (R36).

use std::sync::LazyLock;

use askama::Template;

use super::island::island;
use crate::pages::write;
use crate::texts::{Lang, Texts};

static ISLAND: LazyLock<String> = LazyLock::new(|| island(include_str!("../../../../displays/texts/pl/staff.ftl")));

/// The page of `GET /staff`. It holds no visit: the token of staff, kept by the browser tab, brings them.
#[derive(Clone, Debug, Template)]
#[template(path = "staff/staff.html")]
pub struct StaffPage {
    /// The texts, in the language of staff.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end, e.g. `/assets/0123456789abcdef`.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The office's day, `YYYY-MM-DD`: where the calendar begins.
    pub today: String,
}

impl StaffPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> &'static str {
        &ISLAND
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::Value;

    fn page(lang: Lang) -> StaffPage {
        let (assets, today) = ("/assets/x".into(), "2026-11-23".into());
        StaffPage { t: Texts::new(lang), assets, office: "Urząd & Miasto".into(), today }
    }

    #[test]
    fn r36_the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let html = page(lang).html();
            assert!(html.contains("Urząd &#38; Miasto") && html.contains("data-today=\"2026-11-23\""));
            assert!(!html.contains(">staff-") && !html.contains(":\"staff-"), "a text is missing in {}", lang.code());
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            let opening = format!("<option value=\"{}\"", lang.code());
            assert!(html.contains(&opening), "letters in {}", lang.code());
        }
    }

    #[test]
    fn r36_scripts_find_every_text_with_its_places_to_fill() {
        let texts: Value = serde_json::from_str(&ISLAND).unwrap();
        assert!(!ISLAND.contains("{$"), "an argument is not listed");
        for lang in Lang::ALL {
            let said = &texts[lang.code()];
            assert_eq!(said.as_object().unwrap().len(), texts["pl"].as_object().unwrap().len());
            assert!(said["staff-spoken"].as_str().unwrap().ends_with("{code}"));
            assert!(said["staff-found"]["few"].as_str().unwrap().contains("{n}"));
            assert!(said["staff-tell-kiosk"].as_str().unwrap().contains("{what}"));
        }
        assert_eq!(texts["pl"]["staff-found"]["many"], "Znaleziono {n} wizyt");
    }
}
