//! The clerk's desk: sign-on, one big button, the current ticket, the lists. Also the page on which a desk is chosen.

use std::sync::Arc;

use askama::Template;

use super::island::Island;
use crate::pages::write;
use crate::texts::Texts;

static ISLAND: Island = Island::new(concat!(
    include_str!("../../../../displays/texts/pl/desk.ftl"),
    "\n",
    include_str!("../../../../displays/texts/pl/desk_more.ftl")
));

/// The commands of the ticket at hand: name, key and sign. The keys are held with Alt and Shift, so that they never meet what is typed
/// (WCAG 2.1.4), and leave out those of browsers (Alt+Shift+A, I, T in Chrome and Edge).
const COMMANDS: [(&str, char, char); 7] = [
    ("recall", 'R', '↻'),
    ("no-show", 'O', '✕'),
    ("finish", 'F', '✓'),
    ("hold", 'H', '‖'),
    ("return", 'Q', '↩'),
    ("transfer", 'E', '→'),
    ("next-service", 'S', '+'),
];

/// A desk to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskLink {
    /// The desk's id, part of its address.
    pub id: String,
    /// What stands above the desk, e.g. "3".
    pub label: String,
    /// The name of the department the desk belongs to.
    pub department: String,
}

/// The page of `GET /desk` and `GET /desk/{id}`. It holds no ticket: the clerk's token, kept by the browser tab, brings the view.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/desk.html")]
pub struct DeskPage {
    /// The texts, in the clerk's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end, e.g. `/assets/0123456789abcdef`.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The desk's id; `None` lets the clerk choose.
    pub desk: Option<String>,
    /// The desk's label; shown until the first view comes.
    pub label: String,
    /// All desks of the office in the order of their labels; used only while none is chosen.
    pub desks: Vec<DeskLink>,
    /// Whether it is the narrow bar beside other work.
    pub bar: bool,
}

impl DeskPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> Arc<str> {
        ISLAND.text()
    }

    fn commands(&self) -> &'static [(&'static str, char, char)] {
        &COMMANDS
    }

    fn word(&self, command: &str) -> String {
        format!("desk-{command}")
    }

    fn desk_id(&self) -> &str {
        self.desk.as_deref().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;

    fn page(desk: Option<&str>) -> DeskPage {
        let link = DeskLink { id: "3".into(), label: "3".into(), department: "Wydział <Geodezji>".into() };
        DeskPage {
            t: Texts::new(Lang::Pl),
            assets: "/assets/x".into(),
            office: "Urząd".into(),
            desk: desk.map(Into::into),
            label: "3".into(),
            desks: vec![link],
            bar: false,
        }
    }

    #[test]
    fn a_desk_page_has_its_commands_and_no_inline_script() {
        let html = page(Some("3")).html();
        for command in ["recall", "finish", "no-show", "hold", "return", "transfer", "pause"] {
            assert!(html.contains(&format!("data-command=\"{command}\"")), "{command}");
        }
        assert!(html.contains("data-desk=\"3\""));
        assert!(html.contains("/assets/x/desk/desk.js"));
        assert!(!html.contains("<style") && !html.contains("style=") && !html.contains("onclick"));
    }

    #[test]
    fn without_a_desk_one_is_chosen() {
        let html = page(None).html();
        assert!(html.contains("href=\"/desk/3\""));
        assert!(html.contains("Wydział &#60;Geodezji&#62;"));
    }
}
