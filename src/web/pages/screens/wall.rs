//! The supervisor's wall: departments live, and what is done to them at once. The page holds nothing of them: the token brings it.

use std::sync::Arc;

use askama::Template;
use okienko_queue::today::StopReason;

use super::island::Island;
use crate::pages::write;
use crate::texts::Texts;

static ISLAND: Island = Island::new(include_str!("../../../../displays/texts/pl/wall.ftl"));

/// The page of `GET /wall`.
#[derive(Clone, Debug, Template)]
#[template(path = "wall/wall.html")]
pub struct WallPage {
    /// The texts, in the language of staff.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl WallPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> Arc<str> {
        ISLAND.text()
    }

    /// Why a service may be stopped: codes with their words.
    fn reasons(&self) -> Vec<(&'static str, String)> {
        let said = |reason: StopReason| (reason.as_str(), self.t.get(format!("wall-reason-{}", reason.as_str())));
        StopReason::ALL.into_iter().map(said).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;
    use serde_json::Value;

    #[test]
    fn the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let page = WallPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let html = page.html();
            assert!(html.contains("Urząd &#38; Miasto"));
            assert!(!html.contains(">wall-") && !html.contains(":\"wall-"), "a text is missing in {}", lang.code());
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
        }
    }

    #[test]
    fn scripts_find_every_text_with_its_places_to_fill() {
        let texts: Value = serde_json::from_str(&ISLAND.text()).unwrap();
        assert!(!ISLAND.text().contains("{$"), "an argument is not listed");
        for lang in Lang::ALL {
            let said = &texts[lang.code()];
            assert_eq!(said.as_object().unwrap().len(), texts["pl"].as_object().unwrap().len());
            for reason in StopReason::ALL {
                assert!(said[format!("wall-reason-{}", reason.as_str())].is_string());
            }
            assert!(said["wall-alert-both"].as_str().unwrap().contains("{total}"));
        }
        assert_eq!(texts["pl"]["wall-people"]["few"], "{n} osoby czekają");
    }
}
