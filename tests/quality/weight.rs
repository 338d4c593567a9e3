//! What a first view costs, and whom it asks: the office's own server and nobody else.

use okienko_tests::browser::Browser;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, engine};
use serde_json::Value;

/// Bytes over the network for a first view of the booking site, everything included (the budget of parts.md §1).
const MOST: f64 = 130_000.0;

const ASKED: &str = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
                     .map(e => [e.name, e.transferSize])";

#[test]
fn a_first_view_weighs_at_most_130_kb_and_asks_nobody_else() {
    engine::tell(Engine::Sqlite, |office| async move {
        let service = office.sample.shared_service().id;
        let slot = office.citizen().slot_after(&service, warsaw("2026-11-24", "11:00")).await;
        let term = slot.start.format("%Y-%m-%d/%H:%M");
        for path in ["/".to_owned(), format!("/s/{service}"), format!("/s/{service}/{term}")] {
            // A new window has nothing in its cache.
            let browser = Browser::opens(1280, 900).await;
            browser.goes_to(&format!("{}{path}", office.sample.base_url)).await;
            browser.evaluates("return document.fonts.ready.then(() => 1)").await;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let asked = browser.evaluates(ASKED).await;
            let asked = asked.as_array().expect("a list").clone();
            let bytes: f64 = asked.iter().map(|one| one[1].as_f64().unwrap_or(0.0)).sum();
            assert!(bytes > 1_000.0 && bytes <= MOST, "{path} weighs {bytes}: {asked:?}");
            let strangers: Vec<&Value> = asked.iter().filter(|one| !own(one, &office.sample.base_url)).collect();
            assert!(strangers.is_empty(), "{path} asks {strangers:?}");
            browser.closes().await;
        }
    });
}

fn own(asked: &Value, base: &str) -> bool {
    let name = asked[0].as_str().unwrap_or("");
    name.starts_with(base) || name.starts_with("data:")
}
