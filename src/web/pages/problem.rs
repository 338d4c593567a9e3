//! The page of something that could not be done: polite, and with a way on.

use askama::Template;

use super::{Frame, write};

/// A refusal or fault as a page of its own.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/problem.html")]
pub struct ProblemPage {
    /// The surroundings.
    pub frame: Frame,
    /// The HTTP status this page is sent with; shown small, for talks with the office.
    pub status: u16,
    /// The stable code of the refusal (`not_found`, `try_again`, `outside_horizon`…); an unknown one gets a general sentence.
    pub code: String,
    /// A page to go on with instead, as a path; the list of services when absent.
    pub way_on: Option<String>,
}

impl ProblemPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The status in digits, without a language's grouping.
    #[must_use]
    pub fn status_text(&self) -> String {
        self.status.to_string()
    }

    /// The heading: what happened.
    #[must_use]
    pub fn title(&self) -> String {
        self.text("web-problem-title", "web-problem-title-other")
    }

    /// The sentence: what it means and what can be done.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.text("web-problem", "web-problem-other")
    }

    fn text(&self, prefix: &str, otherwise: &str) -> String {
        let key = format!("{prefix}-{}", self.code.replace('_', "-"));
        let known = self.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && self.frame.t.has(&key);
        self.frame.t.get(if known { &key } else { otherwise })
    }
}
