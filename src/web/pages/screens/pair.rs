//! A lobby screen that nobody has let in yet: a code for the administrator.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

/// The Polish file names the keys.
const FILES: [&str; 1] = [include_str!("../../../../displays/texts/pl/pair.ftl")];

/// The page of `GET /lobby`. It holds no code: the script asks for one, so that a page that lay in a player's cache shows none of yesterday's.
#[derive(Clone, Debug, Template)]
#[template(path = "lobby/pair.html")]
pub struct PairPage {
    /// The texts, in the language of the lobby.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl PairPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The script's texts in this language, safe between `<script>` tags.
    fn texts(&self) -> String {
        own_island(self.t, &FILES, ["code"])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;
    use serde_json::Value;

    #[test]
    fn the_page_says_every_state_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let page = PairPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let html = page.html();
            assert!(!html.contains(">pair-") && !html.contains("\":\"pair-") && html.contains("Urząd &#38; Miasto"));
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            let texts: Value = serde_json::from_str(&page.texts()).unwrap();
            for state in ["starting", "waiting", "away", "busy", "refused", "done"] {
                assert!(texts[lang.code()][format!("pair-{state}")].is_string(), "{state}");
            }
            assert!(texts[lang.code()]["pair-code"].as_str().unwrap().ends_with("{code}"));
        }
    }
}
