//! Lighthouse's judgement of the three pages that every citizen meets. Its performance figure depends on the machine: it is
//! printed here and judged by hand; the other three are the same on every machine.

use okienko_tests::process::root;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, engine};
use serde_json::Value;
use std::process::Command;

const ADVICE: &str = "OKIENKO_TEST_LIGHTHOUSE names lighthouse's cli/index.js; `tests/run` fetches it with npm";

/// How often Lighthouse may begin anew before its silence counts against the page.
const LOOKS: usize = 3;

#[test]
fn lighthouse_finds_nothing_on_the_list_the_day_and_the_form() {
    engine::tell(Engine::Sqlite, |office| async move {
        let service = office.sample.shared_service().id;
        let slot = office.citizen().slot_after(&service, warsaw("2026-11-24", "11:00")).await;
        let day = slot.start.format("%Y-%m-%d");
        let hour = slot.start.format("%H:%M");
        for path in ["/".to_owned(), format!("/s/{service}/{day}"), format!("/s/{service}/{day}/{hour}")] {
            let report = judged(&format!("{}{path}", office.sample.base_url));
            let score = |category: &str| report["categories"][category]["score"].as_f64().unwrap_or(0.0) * 100.0;
            println!("{path}: performance {}", score("performance"));
            for category in ["accessibility", "best-practices", "seo"] {
                let weak = weak(&report, category);
                assert!((score(category) - 100.0).abs() < 0.1, "{path} {category} {}: {weak:?}", score(category));
            }
        }
    });
}

/// Lighthouse's report. Now and then it loses the browser's trace and says so instead of judging: then it looks again.
fn judged(address: &str) -> Value {
    let lighthouse = std::env::var("OKIENKO_TEST_LIGHTHOUSE").unwrap_or_else(|_| panic!("{ADVICE}"));
    let report = root().join(format!("target/lighthouse-{}.json", okienko_tests::chance::fresh()));
    let mut lost = String::new();
    for _ in 0..LOOKS {
        let done = Command::new("node")
            .arg(&lighthouse)
            .args([address, "--quiet", "--output=json"])
            .arg(format!("--output-path={}", report.display()))
            .arg("--only-categories=accessibility,best-practices,seo,performance")
            .arg("--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage")
            .env("CHROME_PATH", "/usr/bin/chromium")
            .output()
            .unwrap_or_else(|why| panic!("node: {why}; {ADVICE}"));
        if done.status.success() {
            let text = std::fs::read_to_string(&report).expect("a report");
            let _ = std::fs::remove_file(&report);
            return serde_json::from_str(&text).expect("a report in JSON");
        }
        lost = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(lost.contains("Runtime error encountered"), "lighthouse at {address}: {lost}");
    }
    panic!("lighthouse at {address}, {LOOKS} times: {lost}")
}

/// The audits of a category that did not pass.
fn weak(report: &Value, category: &str) -> Vec<String> {
    let audits = report["categories"][category]["auditRefs"].as_array().cloned().unwrap_or_default();
    let names = audits.iter().filter_map(|audit| audit["id"].as_str());
    let failed = names.filter(|id| report["audits"][*id]["score"].as_f64().is_some_and(|score| score < 1.0));
    failed.map(str::to_owned).collect()
}
