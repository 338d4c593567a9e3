//! The lobby board: who is called where, how long the others wait.

use std::sync::Arc;

use askama::Template;

use super::island::Island;
use crate::pages::write;
use crate::texts::Texts;

static ISLAND: Island = Island::new(include_str!("../../../../displays/texts/pl/lobby.ftl"));

/// The page of `GET /lobby/{board}`. It holds no call: the board's public socket brings whole views.
#[derive(Clone, Debug, Template)]
#[template(path = "lobby/board.html")]
pub struct BoardPage {
    /// The texts, in the language of the lobby.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end, e.g. `/assets/0123456789abcdef`.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The board's id.
    pub board: String,
}

impl BoardPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> Arc<str> {
        ISLAND.text()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn a_board_names_its_socket_and_has_a_place_for_every_call() {
        let page = BoardPage {
            t: Texts::new(Lang::Pl),
            assets: "/assets/x".into(),
            office: "Urząd & Miasto".into(),
            board: "hall".into(),
        };
        let html = page.html();
        assert!(html.contains("data-board=\"hall\""));
        assert!(html.contains("Urząd &#38; Miasto"));
        assert!(html.matches("data-part=\"history-row\"").count() >= 5);
        assert!(!html.contains("<style") && !html.contains("style="));
    }
}
