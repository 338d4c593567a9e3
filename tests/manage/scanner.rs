//! A mail scanner that runs script: it opens the link, follows every link it finds there, fills every form in with what it makes up and
//! presses every button. It knows no digits of the phone.

use std::collections::BTreeSet;
use std::time::Duration;

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use serde_json::Value;

use super::*;

/// Pages it looks at, most.
const PAGES: usize = 40;

/// The addresses on the page.
async fn links(browser: &Browser) -> Vec<String> {
    let found = browser.evaluates("return [...document.querySelectorAll('a[href]')].map(a => a.href)").await;
    let found = found.as_array().cloned().unwrap_or_default();
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Sends the n-th form of the page with `typed` in every field that can be typed into; answers whether there was one.
async fn submits(browser: &Browser, n: usize, typed: &str) -> bool {
    let script = format!(
        "const form = document.forms[{n}]; if (!form) return false; \
         for (const field of form.querySelectorAll('input:not([type=hidden], [type=radio]), textarea')) field.value = '{typed}'; \
         setTimeout(() => form.requestSubmit()); return true;"
    );
    let there = browser.evaluates(&script).await == true;
    tokio::time::sleep(Duration::from_millis(150)).await;
    there
}

async fn presses_everything(browser: &Browser, page: &str) -> usize {
    let mut sent = 0;
    for typed in ["", "999"] {
        for n in 0..8 {
            browser.goes_to(page).await;
            if !submits(browser, n, typed).await {
                break;
            }
            sent += 1;
        }
        browser.goes_to(page).await;
        let clicks = "window.print = () => {}; for (const button of document.querySelectorAll('button[type=button], summary')) button.click(); return 1";
        browser.evaluates(clicks).await;
    }
    sent
}

on_both_engines! {
    async fn r18_a_mail_scanner_that_runs_script_and_presses_everything_changes_nothing(office: Office) {
        let holder = Holder::books(&office).await;
        let letter = holder.citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let browser = Browser::opens(1280, 900).await;
        let (mut seen, mut next, mut forms) = (BTreeSet::new(), vec![letter.link_with(&holder.token)], 0);
        while let Some(page) = next.pop() {
            let bare = page.split('?').next().unwrap_or("").to_owned();
            // The pages of the visit, and of them one day of terms: the rest are the same page again.
            let wanted = bare.contains(&holder.token) && !bare.ends_with(".ics") && (!bare.contains("/move/") || bare.contains("/2026-11-25"));
            if seen.len() >= PAGES || !wanted || !seen.insert(bare) {
                continue;
            }
            browser.goes_to(&page).await;
            next.extend(links(&browser).await);
            forms += presses_everything(&browser, &page).await;
        }
        browser.closes().await;
        assert!(seen.len() >= 8, "it got around: {seen:?}");
        assert!(forms >= 8, "it sent {forms} forms");
        tokio::time::sleep(Duration::from_millis(2500)).await;
        holder.is_untouched(&office).await;
    }
}
