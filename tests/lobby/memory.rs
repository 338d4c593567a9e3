//! A screen hangs there for years: it may not grow.

use okienko_tests::browser::Browser;
use okienko_tests::counts::count;
use okienko_tests::{Engine, engine};
use serde_json::json;

use crate::screen::Screen;

/// What a browser compiles while it runs is a part of its heap and grows for an hour; here it keeps to what the page's code says.
const UNCOMPILED: &str = "--js-flags=--no-opt,--no-maglev,--no-sparkplug,--no-lazy-feedback-allocation";

/// A thousand calls, one every second and a half of virtual time, each shown and spoken.
async fn a_thousand(screen: &Screen) {
    for _ in 0..20 {
        screen.knows("world.callsOn(50, 1500)").await;
    }
    screen.runs(60.0).await;
}

/// Bytes of JavaScript that are reachable, and the elements of the page.
async fn weighs(screen: &Screen) -> (f64, i64) {
    for _ in 0..2 {
        screen.browser.commands("HeapProfiler.collectGarbage", json!({})).await;
    }
    let heap = screen.browser.commands("Runtime.getHeapUsage", json!({})).await;
    let nodes = screen.knows("document.querySelectorAll('*').length").await;
    (heap["usedSize"].as_f64().expect("bytes"), nodes.as_i64().expect("a number"))
}

/// Three thousand calls for every change, ten thousand with `tests/run --full`.
#[test]
fn r33_ten_thousand_calls_leave_memory_and_page_as_they_were() {
    let thousands = count("OKIENKO_BOARD_THOUSANDS", 3, 10);
    let config = json!({ "clip": 350, "setup": { "night": { "from": "00:00", "to": "00:00" } } });
    engine::tell(Engine::Sqlite, |office| async move {
        let browser = Browser::opens_with(&[UNCOMPILED], 960, 540).await;
        let screen = Screen::opens_in(browser, &office, "", config).await;
        a_thousand(&screen).await;
        let (first, nodes_first) = weighs(&screen).await;
        for _ in 1..thousands {
            a_thousand(&screen).await;
        }
        let (last, nodes_last) = weighs(&screen).await;
        let calls = screen.knows("[world.server.number, world.loads, world.overlaps]").await;
        assert_eq!(calls, json!([100 + 1000 * thousands, 1, 0]));
        println!(
            "{first} bytes after the first thousand calls, {last} after {thousands} thousand; {nodes_last} elements"
        );
        assert!((last - first).abs() / first < 0.05, "{first} bytes after the first thousand, {last} after the last");
        assert_eq!(nodes_last, nodes_first);
    });
}
