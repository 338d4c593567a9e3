//! The touch page: the same text as the server's, with a mark that an agent serves it and holds the token.

use crate::island::island;
use crate::texts::{Lang, Texts};
use askama::Template;
use std::sync::LazyLock;

const MARK: &str = "<meta name=\"okienko-agent\" content=\"1\">";

static ISLAND: LazyLock<String> = LazyLock::new(|| island(&[include_str!("../../displays/texts/pl/kiosk.ftl")]));

/// The page; its members are those of the server's page of the same name.
#[derive(Template)]
#[template(path = "kiosk.html")]
pub struct KioskPage {
    /// The texts, in the language the kiosk returns to.
    pub t: Texts,
    /// The prefix of the files' addresses.
    pub assets: String,
    /// The office's name.
    pub office: String,
    /// Where the interface lies.
    pub api: String,
    /// An agent serves the page.
    pub agent: bool,
}

impl KioskPage {
    fn texts(&self) -> &'static str {
        ISLAND.as_str()
    }
}

/// The page as HTML.
///
/// # Errors
/// When it cannot be written.
pub fn html(office: &str) -> Result<String, askama::Error> {
    let page = KioskPage {
        t: Texts::new(Lang::Pl),
        assets: crate::assets::prefix(),
        office: office.to_owned(),
        api: "/api/v1".to_owned(),
        agent: true,
    };
    let html = page.render()?;
    Ok(match html.contains(MARK) {
        true => html,
        false => html.replacen("<head>", &format!("<head>\n  {MARK}"), 1),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_page_knows_that_an_agent_is_there_and_keeps_the_content_policy() {
        let html = html("Urząd").unwrap();
        assert_eq!(html.matches(MARK).count(), 1);
        assert!(html.contains("Potwierdzenie umówionej internetowo wizyty (U)"));
        assert!(!html.contains("<style") && !html.contains("style="));
    }
}
