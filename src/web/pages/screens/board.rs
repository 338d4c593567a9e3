//! The lobby board: who is called where, how long the others wait.

use std::sync::Arc;

use askama::Template;
use okienko_queue::board::{Board, Layout, Theme};
use serde_json::Value;

use super::island::Island;
use crate::pages::write;
use crate::texts::Texts;

static ISLAND: Island = Island::new(include_str!("../../../../displays/texts/pl/lobby.ftl"));

/// The page of `GET /lobby/{board}`. It holds no call: the board's public socket brings whole views.
#[derive(Clone, Debug, Template)]
#[template(path = "lobby/board.html")]
pub struct BoardPage {
    /// The texts, in the main language of the board.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end, e.g. `/assets/0123456789abcdef`.
    pub assets: String,
    /// The office's full name, in the main language of the board.
    pub office: String,
    /// The board as it is shown.
    pub board: Board,
    /// How it is set up, as `GET /api/v1/boards/{id}/setup` tells it: what a screen needs before its first view.
    pub setup: Value,
    /// The digest of the embedded files that this page was made for.
    pub version: &'static str,
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

    /// The setup, safe between `<script>` tags.
    fn island(&self) -> String {
        self.setup.to_string().replace('<', "\\u003c")
    }

    fn layout(&self) -> &'static str {
        match self.board.layout {
            Layout::Hall => "hall",
            Layout::List => "list",
            Layout::Desk => "desk",
            Layout::Door => "door",
        }
    }

    fn theme(&self) -> &'static str {
        match self.board.theme {
            Theme::Dark => "dark",
            Theme::Light => "light",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;
    use serde_json::json;

    fn page() -> BoardPage {
        let mut board = Board::new("hall".into(), "Hol".into(), Vec::new());
        board.layout = Layout::List;
        board.theme = Theme::Light;
        let setup = json!({ "languages": ["uk", "pl"], "name": "</script>" });
        let office = "Urząd & Miasto".into();
        BoardPage { t: Texts::new(Lang::Uk), assets: "/assets/x".into(), office, board, setup, version: "0123" }
    }

    #[test]
    fn a_board_names_its_socket_and_has_a_place_for_every_call() {
        let html = page().html();
        assert!(html.contains("data-board=\"hall\"") && html.contains("data-version=\"0123\""));
        assert!(html.contains("Urząd &#38; Miasto"));
        assert!(html.matches("data-part=\"history-row\"").count() >= 5);
        assert!(!html.contains("<style") && !html.contains("style="));
    }

    #[test]
    fn a_board_comes_in_its_own_layout_theme_and_language() {
        let html = page().html();
        assert!(html.contains("<html lang=\"uk\"") && html.contains("Запрошуємо"));
        assert!(html.contains("data-layout=\"list\"") && html.contains("data-theme=\"light\""));
        assert!(html.contains("\"languages\":[\"uk\",\"pl\"]"), "the setup stands in the page");
        assert!(html.contains("\\u003c/script>\""), "and ends no script of it");
    }
}
