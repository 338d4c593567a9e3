//! What is measured in a page: the main number, whether anything is cut off, whether every letter stands out from its ground.

use okienko_tests::browser::Browser;
use serde_json::{Value, json};

const MEASURES: &str = include_str!("measures.js");

/// The least share of the screen's height that the digits of the main number have: legible from across a room.
const MAIN_NUMBER: f64 = 1.0 / 6.0;

/// Measures the page as it stands: `{"digits", "cut", "weak"}`.
pub async fn measured(browser: &Browser) -> Value {
    browser.evaluates(&format!("{MEASURES}\nreturn measures();")).await
}

/// Insists that nothing is cut off and everything stands out at 7:1 or more.
pub async fn stands_well(browser: &Browser, what: &str) -> Value {
    let found = measured(browser).await;
    assert_eq!(found["cut"], json!([]), "{what}: something is cut off");
    assert_eq!(found["weak"], json!([]), "{what}: letters with less than 7:1");
    assert!(found["texts"].as_u64() > Some(3), "{what}: there are texts to be judged: {found}");
    found
}

/// As [`stands_well`], with a main number that is seen from across a room.
pub async fn is_seen_from_afar(browser: &Browser, what: &str) {
    let digits = stands_well(browser, what).await["digits"].as_f64().expect("a height");
    assert!(digits >= MAIN_NUMBER, "{what}: the digits are {digits:.3} of the height");
}
