//! What the address of a board wishes is stronger than the office's setting; what means nothing is no wish.

use okienko_tests::page::Window;
use okienko_tests::{Office, on_both_engines};

use crate::hung::board;

async fn page(office: &Office, query: &str) -> String {
    let address = office.http.url(&format!("/lobby/{}?{query}", office.sample.board.id));
    Window::opens(&address).await.html
}

on_both_engines! {
    async fn the_address_is_stronger_than_the_setting(office: Office) {
        office.rewrites(|file| {
            let board = board(file);
            board.insert("layout".into(), "list".into());
            board.insert("theme".into(), "light".into());
            board.insert("languages".into(), vec!["en", "pl"].into());
        }).await;
        let set = page(&office, "").await;
        assert!(set.contains("data-layout=\"list\" data-theme=\"light\"") && set.contains("<html lang=\"en\""), "{set}");
        assert!(set.contains("Please come") && set.contains("\"languages\":[\"en\",\"pl\"]"));
        let wished = page(&office, "layout=door&theme=dark&lang=uk,pl&desk=2").await;
        assert!(wished.contains("data-layout=\"door\" data-theme=\"dark\"") && wished.contains("<html lang=\"uk\""), "{wished}");
        assert!(wished.contains("Запрошуємо") && wished.contains("\"languages\":[\"uk\",\"pl\"]") && wished.contains("\"desk\":\"2\""));
        let nonsense = page(&office, "layout=wall&theme=pink&lang=xx,,&desk=999").await;
        assert!(nonsense.contains("data-layout=\"list\" data-theme=\"light\"") && nonsense.contains("\"languages\":[\"en\",\"pl\"]"));
        assert!(nonsense.contains("\"desk\":null"), "no desk that is not there");
    }

    async fn a_page_knows_the_setup_that_its_board_has_and_an_unknown_board_is_not_found(office: Office) {
        let id = &office.sample.board.id;
        let setup = office.http.get(&format!("boards/{id}/setup"), None).await.ok();
        let page = page(&office, "layout=list").await;
        assert!(page.contains(&format!("\"revision\":\"{}\"", setup.str("revision"))), "a wish does not look like a change: {page}");
        assert!(page.contains(&format!("data-version=\"{}\"", setup.str("version"))));
        let lost = Window::opens(&office.http.url("/lobby/nowhere")).await;
        assert_eq!(lost.status, 404);
    }
}
