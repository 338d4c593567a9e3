//! Against the real server, over its real socket: what hangs on both sides of the wire.

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::sample::Service;
use okienko_tests::{Clerk, Office, Ticket, on_both_engines};
use serde_json::{Value, json};

const CODE: &str = "document.querySelector('[data-part=code]').textContent";

/// The hall's screen in a window of its own.
async fn lobby(office: &Office) -> Browser {
    let browser = Browser::opens(1280, 720).await;
    browser.goes_to(&office.sample.pages.lobby).await;
    until(&browser, "document.body.dataset.link === 'live'").await;
    browser
}

/// Waits up to half a minute until an expression of the page is true.
async fn until(browser: &Browser, expression: &str) {
    let begun = Instant::now();
    while browser.evaluates(&format!("return Boolean({expression})")).await != true {
        assert!(begun.elapsed() < Duration::from_secs(40), "never {expression}\n{}", browser.text().await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Waits until the desk is told so of the latest call of its ticket.
async fn told(clerk: &Clerk, wanted: Value) {
    let begun = Instant::now();
    let mut last = Value::Null;
    while last != wanted {
        assert!(begun.elapsed() < Duration::from_secs(45), "{wanted}, the desk is told {last}");
        tokio::time::sleep(Duration::from_millis(200)).await;
        last = clerk.view().await["current"]["announcement"].clone();
    }
}

/// A visitor takes a ticket and is called.
async fn called(office: &Office, service: &Service, clerk: &Clerk) -> Ticket {
    let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
    clerk.calls_next().await.ok();
    ticket
}

on_both_engines! {
    async fn r33_a_server_that_was_killed_and_started_again_is_shown_right_with_its_first_message(office: Office) {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let browser = lobby(&office).await;
        browser.evaluates("window.isThisPage = true; return 1").await;
        let first = called(&office, &service, &clerk).await;
        until(&browser, &format!("{CODE} === '{}'", first.code)).await;
        office.kill();
        until(&browser, "!document.querySelector('[data-part=link]').hidden").await;
        assert_eq!(browser.evaluates(&format!("return {CODE}")).await, first.code.as_str(), "the picture stays");
        office.restart_in_place().await;
        until(&browser, "document.body.dataset.link === 'live'").await;
        let right = format!("return [{CODE}, document.querySelector('[data-part=link]').hidden, document.querySelector('[data-part=lost]').hidden]");
        assert_eq!(browser.evaluates(&right).await, json!([first.code, true, true]));
        clerk.starts().await.ok();
        let second = called(&office, &service, &clerk).await;
        until(&browser, &format!("{CODE} === '{}'", second.code)).await;
        assert_eq!(browser.evaluates("return window.isThisPage === true").await, true, "and never went black");
        browser.closes().await;
    }

    async fn r33_a_call_undone_at_the_desk_leaves_the_screen(office: Office) {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let browser = lobby(&office).await;
        let ticket = called(&office, &service, &clerk).await;
        until(&browser, &format!("{CODE} === '{}'", ticket.code)).await;
        clerk.undoes().await.ok();
        until(&browser, &format!("!document.body.textContent.includes('{}')", ticket.code)).await;
        browser.closes().await;
    }

    async fn r33_two_boards_show_what_is_theirs(office: Office) {
        let here = office.sample.shared_service();
        let department = office.sample.department_of(&here.id).id.clone();
        let elsewhere = office.sample.service_elsewhere(&here.id);
        let (hall, floor) = (lobby(&office).await, Browser::opens(1280, 720).await);
        floor.goes_to(&office.http.url(&format!("/lobby/{department}"))).await;
        until(&floor, "document.body.dataset.link === 'live'").await;
        let first = called(&office, &elsewhere, &office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await).await;
        let second = called(&office, &here, &office.clerk(&office.sample.desks_of(&here.id)[0]).await).await;
        until(&hall, &format!("{CODE} === '{}'", second.code)).await;
        until(&floor, &format!("{CODE} === '{}'", second.code)).await;
        until(&hall, &format!("document.body.textContent.includes('{}')", first.code)).await;
        assert_eq!(floor.evaluates(&format!("return document.body.textContent.includes('{}')", first.code)).await, false);
        hall.closes().await;
        floor.closes().await;
    }

    async fn r33_the_desk_learns_that_its_call_was_shown_and_spoken_or_that_the_browser_forbids_sound(office: Office) {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let browser = lobby(&office).await;
        browser.sees("[data-part=sound]").await;
        called(&office, &service, &clerk).await;
        told(&clerk, json!({ "screens": 1, "shown": 1, "spoken": 0, "late": 0, "silent": 0, "blocked": 1 })).await;
        // The click of a person is what a browser waits for; from then on the server's real clips sound.
        browser.presses("[data-part=sound]").await;
        until(&browser, "document.querySelector('[data-part=sound]').hidden").await;
        clerk.recalls().await.ok();
        told(&clerk, json!({ "screens": 1, "shown": 1, "spoken": 1, "late": 0, "silent": 0, "blocked": 0 })).await;
        browser.closes().await;
        told(&clerk, json!({ "screens": 0, "shown": 1, "spoken": 1, "late": 0, "silent": 0, "blocked": 0 })).await;
    }
}
