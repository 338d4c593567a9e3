//! Reports: the frame of the page, and the part with the figures that is written for whoever signed on.

mod view;
mod words;
mod written;

pub use view::{Choice, Measure, ReportView, ServiceGroup};
pub use words::{Card, Line, report_words};
pub(crate) use written::{Asker, report_view};

use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use serde_json::{Map, Value, json};

/// The texts that the page's script needs.
const SAID_BY_SCRIPT: [&str; 7] = [
    "reports-forbidden",
    "reports-loading",
    "reports-ready",
    "staff-logged-out",
    "staff-login-wrong",
    "staff-network",
    "reports-title",
];

/// The page of `GET /reports`. It holds no figure: the token of staff, kept by the browser tab, brings them.
#[derive(Clone, Debug, Template)]
#[template(path = "reports/reports.html")]
pub struct ReportsPage {
    /// The texts, in the language of staff.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

impl ReportsPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The script's texts in this language, safe between `<script>` tags. What a text is filled with stays `{what}`.
    fn texts(&self) -> String {
        let said: Map<String, Value> =
            SAID_BY_SCRIPT.iter().map(|key| ((*key).to_owned(), self.t.with(key, "what", "{what}").into())).collect();
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
            let html =
                ReportsPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() }.html();
            assert!(html.contains("Urząd &#38; Miasto"));
            assert!(
                !html.contains(">reports-") && !html.contains(":\"reports-"),
                "a text is missing in {}",
                lang.code()
            );
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
        }
    }
}
