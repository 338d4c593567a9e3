//! The administrator's page of boards: what the lobby screens show, tried in a preview before it is saved; and the message over
//! everything. It holds no board: the token brings them.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

/// The Polish files name the keys; the second one words the sign-on, which is that of every page of the administrator.
const FILES: [&str; 2] =
    [include_str!("../../../../displays/texts/pl/boards.ftl"), include_str!("../../../../displays/texts/pl/admin.ftl")];
/// What texts may be filled with; each stays as itself in braces, which the script replaces.
const PLACEHOLDERS: [&str; 6] = ["name", "what", "n", "left", "languages", "detail"];

/// The page of `GET /admin/boards`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/boards.html")]
pub struct BoardsPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl BoardsPage {
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
    use crate::api::board_emergency::READY;
    use crate::api::board_shapes::{ARROWS, LAYOUTS};
    use crate::texts::Lang;
    use serde_json::Value;

    #[test]
    fn the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let html = BoardsPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let (texts, html) = (html.texts(), html.html());
            assert!(!html.contains(">boards-") && !html.contains("\":\"boards-") && !html.contains("\":\"admin-"));
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            let texts: Value = serde_json::from_str(&texts).unwrap();
            let texts = &texts[lang.code()];
            assert!(!texts.to_string().contains("{$"), "an argument is not listed: {texts}");
            let layouts =
                LAYOUTS.iter().map(|one| format!("boards-layout-{}", serde_json::json!(one).as_str().unwrap()));
            let arrows = ARROWS.iter().map(|one| format!("boards-arrow-{}", serde_json::json!(one).as_str().unwrap()));
            let ready = READY.iter().map(|one| format!("boards-ready-{one}"));
            for key in layouts.chain(arrows).chain(ready) {
                assert!(texts[&key].is_string(), "{key}");
            }
        }
    }
}
