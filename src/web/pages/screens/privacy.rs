//! The page of the data-protection officer: one search, one table, and what the office still owes. It holds nobody's data.

use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

/// The texts that the page's script needs.
const SAID_BY_SCRIPT: &[&str] = &[
    "admin-forbidden",
    "admin-logged-out",
    "admin-login-wrong",
    "admin-network",
    "dpo-choose",
    "dpo-erase-sure",
    "dpo-erased",
    "dpo-exported",
    "dpo-found",
    "dpo-invalid",
    "dpo-none",
    "dpo-select",
    "dpo-state-booked",
    "dpo-state-cancelled",
    "dpo-state-collected",
    "dpo-state-not_collected",
];

/// The page of `GET /admin/privacy`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/privacy.html")]
pub struct PrivacyToolPage {
    /// The texts, in the officer's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// Keys of `office.law` that are not filled in.
    pub missing: Vec<&'static str>,
    /// Since when the declaration should have been reviewed.
    pub review_due: Option<NaiveDate>,
    /// Where the declaration stands.
    pub declaration_url: String,
    /// Where the information clause stands.
    pub privacy_url: String,
}

impl PrivacyToolPage {
    /// The page as HTML.
    #[must_use]
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
    fn law_11_the_officer_sees_what_is_missing_and_what_is_due() {
        let page = |missing, review_due| PrivacyToolPage {
            t: Texts::new(Lang::En),
            assets: "/assets/x".into(),
            office: "Urząd".into(),
            missing,
            review_due,
            declaration_url: "/accessibility".into(),
            privacy_url: "/privacy".into(),
        };
        let due = page(vec!["privacy.officer"], NaiveDate::from_ymd_opt(2026, 3, 31)).html();
        assert!(due.contains("<code>privacy.officer</code>") && due.contains("since 31/03/2026"), "{due}");
        let fine = page(vec![], None).html();
        assert!(fine.contains("is given") && !fine.contains("<code>") && !fine.contains("style="));
    }

    #[test]
    fn the_page_says_everything_in_every_language() {
        for lang in Lang::ALL {
            let page = PrivacyToolPage {
                t: Texts::new(lang),
                assets: String::new(),
                office: String::new(),
                missing: vec![],
                review_due: None,
                declaration_url: String::new(),
                privacy_url: String::new(),
            };
            assert!(!page.html().contains(">dpo-") && !page.html().contains(":\"dpo-"), "{}", lang.code());
        }
    }
}
