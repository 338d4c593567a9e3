//! The administrator's page about letters: dead ones, and the office's own words with a live preview. It holds no letter: the
//! administrator's token brings them.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

/// The Polish files name the keys; the second one words the sign-on, which is that of every page of the administrator.
const FILES: [&str; 2] = [
    include_str!("../../../../displays/texts/pl/letters.ftl"),
    include_str!("../../../../displays/texts/pl/admin.ftl"),
];
/// What texts may be filled with; each stays as itself in braces, which the script replaces.
const PLACEHOLDERS: [&str; 11] =
    ["queued", "sent", "dead", "dropped", "kind", "visit", "languages", "subject", "line", "detail", "name"];

/// The page of `GET /admin/letters`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/letters.html")]
pub struct LettersPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl LettersPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The script's texts in this language, safe between `<script>` tags.
    fn texts(&self) -> String {
        own_island(self.t, &FILES, PLACEHOLDERS)
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
            let page =
                LettersPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let html = page.html();
            assert!(!html.contains(">letters-") && !html.contains("\":\"letters-") && !html.contains("\":\"admin-"));
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            let texts: Value = serde_json::from_str(&page.texts()).unwrap();
            let texts = &texts[lang.code()];
            assert!(texts["letters-counts"].as_str().unwrap().contains("{dropped}"));
            for name in okienko_mail::template_names() {
                let (kind, part) = name.split_once('.').unwrap();
                assert!(
                    texts[format!("letters-kind-{kind}")].is_string()
                        && texts[format!("letters-part-{part}")].is_string()
                );
            }
        }
    }
}
