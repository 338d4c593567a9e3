//! The administrator's page: devices that knock, devices that are in. It holds no device: the administrator's token brings them.

use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use serde_json::{Map, Value, json};

/// The texts that the page's script needs.
const SAID_BY_SCRIPT: &[&str] = &[
    "admin-approved",
    "admin-code-unknown",
    "admin-forbidden",
    "admin-kind-board",
    "admin-kind-desk",
    "admin-kind-kiosk",
    "admin-logged-out",
    "admin-login-wrong",
    "admin-network",
    "admin-revoke",
    "admin-revoke-label",
    "admin-revoke-sure",
    "admin-revoked",
    "admin-state-active",
    "admin-state-revoked",
];

/// The page of `GET /admin`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/admin.html")]
pub(crate) struct AdminPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl AdminPage {
    /// The page as HTML.
    pub fn html(&self) -> String {
        write(self)
    }

    /// The script's texts in this language, safe between `<script>` tags. What a text is filled with stays `{name}`.
    fn texts(&self) -> String {
        let said: Map<String, Value> =
            SAID_BY_SCRIPT.iter().map(|key| ((*key).to_owned(), self.t.with(key, "name", "{name}").into())).collect();
        json!({ self.t.lang.code(): said }).to_string().replace('<', "\\u003c")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let page = AdminPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let html = page.html();
            assert!(
                !html.contains(">admin-") && !html.contains("\"admin-approved\":\"admin-"),
                "a text is missing in {}",
                lang.code()
            );
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            let texts: Value = serde_json::from_str(&page.texts()).unwrap();
            assert!(texts[lang.code()]["admin-revoke-sure"].as_str().unwrap().contains("{name}"));
        }
    }
}
