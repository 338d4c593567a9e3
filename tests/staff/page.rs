//! The page of the phone line in a real browser: by keyboard alone, and accessible in every state.

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use okienko_tests::sample::Login;
use thirtyfour::prelude::*;

use super::*;

/// Types wherever the focus is, as a keyboard does.
async fn types(browser: &Browser, keys: impl Into<TypingData>) {
    let focused = browser.driver().active_element().await.expect("something has the focus");
    focused.send_keys(keys).await.expect("keys");
}

/// The id of what has the focus, or its text.
async fn focus(browser: &Browser) -> String {
    let script = "const on = document.activeElement; return on.id || on.textContent.trim()";
    browser.evaluates(script).await.as_str().unwrap_or_default().to_owned()
}

/// Waits until the focus is on the element with this id, or with this text.
async fn focus_is_on(browser: &Browser, wanted: &str) {
    let begun = std::time::Instant::now();
    while focus(browser).await != wanted {
        assert!(begun.elapsed().as_secs() < 10, "the focus is on {}, not on {wanted}", focus(browser).await);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

/// Presses Tab until the element with this id has the focus.
async fn tabs_to(browser: &Browser, wanted: &str) {
    for _ in 0..60 {
        if focus(browser).await == wanted {
            return;
        }
        types(browser, Key::Tab).await;
    }
    panic!("Tab never came to {wanted}");
}

async fn signs_on(browser: &Browser, office: &Office, login: &str, password: &str) {
    browser.goes_to(&office.http.url("/staff?lang=pl")).await;
    focus_is_on(browser, "login").await;
    types(browser, login).await;
    types(browser, Key::Tab).await;
    types(browser, password).await;
    types(browser, Key::Enter).await;
    focus_is_on(browser, "wanted").await;
}

on_both_engines! {
    async fn r36_a_caller_is_helped_by_keyboard_alone(office: Office) {
        let (browser, service, caller) = (Browser::opens(1280, 900).await, service(&office), office.citizen());
        let clerk = &office.sample.clerks[0];
        signs_on(&browser, &office, &clerk.login, clerk.password.as_deref().expect("a password")).await;
        browser.is_accessible().await;
        types(&browser, Key::Enter).await;
        browser.reads("Proszę wpisać numer telefonu albo kod.").await;
        browser.is_accessible().await;
        tabs_to(&browser, "wanted").await;
        types(&browser, caller.phone.as_str()).await;
        types(&browser, Key::Enter).await;
        browser.reads("Nie znaleziono wizyty").await;
        tabs_to(&browser, "Umów wizytę dla tego numeru").await;
        types(&browser, Key::Enter).await;
        focus_is_on(&browser, "service").await;
        types(&browser, format!("{}:", service.letter)).await;
        let chosen = browser.evaluates("return document.querySelector('#service').value").await;
        assert_eq!(chosen, service.id);
        browser.sees("#book-days input").await;
        types(&browser, Key::Tab).await;
        types(&browser, Key::Space).await;
        types(&browser, Key::Tab).await;
        types(&browser, Key::Space).await;
        tabs_to(&browser, "name").await;
        types(&browser, "Wisława").await;
        let typed = browser.evaluates("return document.querySelector('#phone').value").await;
        assert_eq!(typed, caller.phone, "the number need not be typed twice");
        types(&browser, Key::Enter).await;
        browser.reads("zaznaczyć „bez e-maila”").await;
        browser.is_accessible().await;
        tabs_to(&browser, "no-email").await;
        types(&browser, Key::Space).await;
        browser.is_accessible().await;
        browser.pictures("8-staff-book").await;
        types(&browser, Key::Enter).await;
        browser.reads("Wizyta umówiona").await;
        focus_is_on(&browser, "Wizyta umówiona").await;
        let spoken = browser.sees("[data-part=slip-code]").await.text().await.expect("a code");
        let code: String = spoken.chars().filter(char::is_ascii_digit).collect();
        assert!(spoken.starts_with("kod: ") && code.len() == 6, "{spoken}");
        browser.reads("Potwierdzenie umówionej internetowo wizyty (U)").await;
        browser.is_accessible().await;
        browser.pictures("8-staff-done").await;
        tabs_to(&browser, "Następny dzwoniący").await;
        types(&browser, Key::Enter).await;
        focus_is_on(&browser, "wanted").await;
        assert!(!browser.text().await.contains("Wisława"), "nothing of the last caller stays");
        types(&browser, code.as_str()).await;
        types(&browser, Key::Enter).await;
        browser.reads("Wisława").await;
        browser.is_accessible().await;
        tabs_to(&browser, "Odwołaj").await;
        types(&browser, Key::Enter).await;
        browser.sees("dialog[open]").await;
        browser.is_accessible().await;
        tabs_to(&browser, "Odwołaj wizytę").await;
        types(&browser, Key::Enter).await;
        browser.reads("Wizyta odwołana").await;
        let line = Line::supervisor(&office).await;
        assert_eq!(line.finds(json!({ "code": code })).await[0]["state"], "cancelled");
        browser.closes().await;
    }

    async fn r36_a_visit_is_moved_and_a_refusal_loses_nothing(office: Office) {
        let (service, citizen, line) = (service(&office), office.citizen(), Line::clerk(&office).await);
        let start = terms(&office, &service.id).await[0].start;
        citizen.books(&service.id, start).await.with_status(201);
        let browser = Browser::opens(412, 915).await;
        let clerk = &office.sample.clerks[0];
        signs_on(&browser, &office, &clerk.login, clerk.password.as_deref().expect("a password")).await;
        types(&browser, citizen.phone.as_str()).await;
        types(&browser, Key::Enter).await;
        browser.presses(".staff-visit [data-part=move]").await;
        browser.sees("[data-view=move]").await;
        browser.presses("[data-part=move-form] button[type=submit]").await;
        browser.reads("Proszę wybrać dzień.").await;
        browser.is_accessible().await;
        browser.presses("#move-days input[value='2026-11-24']").await;
        let full = terms(&office, &service.id).await[3].clone();
        browser.presses(&format!("#move-hours input[value^='{}']", full.start.format("%Y-%m-%dT%H:%M"))).await;
        for _ in 0..full.free {
            office.citizen().books(&service.id, full.start).await.with_status(201);
        }
        browser.presses("[data-part=move-form] button[type=submit]").await;
        browser.reads("Najbliższe wolne terminy").await;
        browser.is_accessible().await;
        browser.pictures("8-staff-taken").await;
        browser.presses("[data-part=move-errors] [data-part=nearest] button").await;
        browser.presses("[data-part=move-form] button[type=submit]").await;
        browser.reads("Wizyta przeniesiona").await;
        browser.is_accessible().await;
        let visit = &line.finds(json!({ "phone": citizen.phone })).await[0];
        assert_eq!(visit["moves"], 1);
        browser.closes().await;
    }

    async fn r36_oversight_is_shown_to_supervisors_in_every_language(office: Office) {
        let (service, caller) = (service(&office), office.citizen());
        let start = terms(&office, &service.id).await[0].start;
        let line = Line::clerk(&office).await;
        let booked = line.posts("", call(&caller, &service.id, start)).await.with_status(201);
        let browser = Browser::opens(1280, 900).await;
        let clerk = &office.sample.clerks[0];
        signs_on(&browser, &office, &clerk.login, clerk.password.as_deref().expect("a password")).await;
        assert!(!browser.text().await.contains("Nadzór"), "not for clerks");
        browser.presses("[data-part=logout]").await;
        let Login { login, password } = &office.sample.supervisor;
        signs_on(&browser, &office, login, password.as_deref().expect("a password")).await;
        for (lang, words) in [("pl", "Sprawy z kolejką, ale bez kalendarza"), ("en", "Services with a queue but no calendar"), ("uk", "Справи з чергою")] {
            browser.goes_to(&office.http.url(&format!("/staff?lang={lang}#oversight"))).await;
            browser.reads(words).await;
            browser.reads(booked.str("id")).await;
            browser.is_accessible().await;
            browser.presses(".staff-nav a[href='#book']").await;
            browser.sees("#book-override").await;
            browser.is_accessible().await;
            browser.presses(".staff-nav a[href='#oversight']").await;
        }
        let without = office.sample.services().find(|one| !one.bookable).expect("a service without a calendar");
        browser.reads(&without.name).await;
        browser.closes().await;
    }
}
