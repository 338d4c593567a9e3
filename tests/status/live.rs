//! In a real browser: the page follows what happens, by itself.

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::{Events, on_both_engines};

use super::*;

async fn title(browser: &Browser) -> String {
    browser.driver().title().await.expect("a title")
}

/// How often the page asked the device to vibrate.
async fn vibrations(browser: &Browser) -> i64 {
    browser.evaluates("return window.vibrations ?? 0").await.as_i64().expect("a number")
}

async fn until_vibrations(browser: &Browser, wanted: i64) {
    let begun = Instant::now();
    while vibrations(browser).await < wanted {
        assert!(begun.elapsed() < Duration::from_secs(15), "{} of {wanted} signals", vibrations(browser).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

on_both_engines! {
    async fn r38_the_place_moves_the_call_appears_and_undo_takes_it_back(office: Office) {
        let (_, clerk, tickets) = queue(&office, 3).await;
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[2])).await;
        browser.reads("2 osoby").await;
        browser.reads("Strona aktualizuje się sama.").await;
        assert!(title(&browser).await.starts_with(&format!("(2) {}", tickets[2].code)));
        clerk.calls_next().await.ok();
        browser.reads("1 osoba").await;
        clerk.starts().await.ok();
        clerk.calls_next().await.ok();
        browser.reads("Państwa numer jest następny").await;
        clerk.starts().await.ok();
        assert_eq!(clerk.calls_next().await.ticket().code, tickets[2].code);
        let desk = browser.sees("[data-state=called] [data-part=desk]").await.text().await.expect("a text");
        assert_eq!(desk, label(&office, &clerk));
        browser.reads("Zapraszamy do stanowiska").await;
        assert!(title(&browser).await.starts_with(&format!("❗ {} → stanowisko {desk}", tickets[2].code)));
        clerk.undoes().await.ok();
        browser.sees("[data-state=waiting]").await;
        browser.reads("Proszę czekać").await;
        assert!(!browser.text().await.contains("Zapraszamy do stanowiska"));
        assert!(title(&browser).await.starts_with(&format!("(0) {}", tickets[2].code)));
        browser.closes().await;
    }

    async fn r38_the_wait_is_unknown_while_no_desk_is_open_and_a_range_afterwards(office: Office) {
        let (_, clerk, tickets) = queue(&office, 3).await;
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[2])).await;
        browser.reads("nie da się teraz określić").await;
        clerk.calls_next().await.ok();
        browser.reads("czyli między").await;
        clerk.pauses().await;
        browser.closes().await;
    }

    async fn the_signal_is_for_those_who_turned_it_on_and_a_recall_is_a_signal_too(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[0])).await;
        let counts = "Object.defineProperty(navigator, 'vibrate', {value: () => (window.vibrations = (window.vibrations ?? 0) + 1, true)})";
        browser.evaluates(counts).await;
        clerk.calls_next().await.ok();
        browser.sees("[data-state=called]").await;
        assert_eq!(vibrations(&browser).await, 0, "nobody asked for a signal");
        clerk.undoes().await.ok();
        browser.sees("[data-state=waiting]").await;
        browser.presses("[data-action=alerts]").await;
        browser.reads("Sygnał jest włączony.").await;
        let trial = vibrations(&browser).await;
        clerk.calls_next().await.ok();
        until_vibrations(&browser, trial + 1).await;
        clerk.recalls().await.ok();
        until_vibrations(&browser, trial + 2).await;
        browser.presses("[data-action=alerts]").await;
        let before = vibrations(&browser).await;
        clerk.recalls().await.ok();
        clerk.starts().await.ok();
        browser.sees("[data-state=serving]").await;
        assert_eq!(vibrations(&browser).await, before, "turned off again");
        browser.closes().await;
    }

    async fn the_page_heals_when_the_server_dies_and_comes_back(office: Office) {
        let (_, clerk, tickets) = queue(&office, 2).await;
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[1])).await;
        browser.reads("1 osoba").await;
        office.kill();
        browser.reads("Brak połączenia").await;
        office.restart_in_place().await;
        clerk.calls_next().await.ok();
        browser.reads("Państwa numer jest następny").await;
        browser.reads("Strona aktualizuje się sama.").await;
        browser.closes().await;
    }

    async fn where_no_more_streams_are_given_the_page_is_fetched_instead(office: Office) {
        let (_, clerk, tickets) = queue(&office, 2).await;
        let mut others = Vec::new();
        for _ in 0..5 {
            others.push(Events::opens(&office.http, &format!("/t/{}/events", tickets[1].token())).await);
        }
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[1])).await;
        browser.reads("Brak połączenia").await;
        clerk.calls_next().await.ok();
        browser.reads("Państwa numer jest następny").await;
        drop(others);
        browser.reads("Strona aktualizuje się sama.").await;
        browser.closes().await;
    }

    async fn updating_can_be_paused_and_goes_on(office: Office) {
        let (_, clerk, tickets) = queue(&office, 2).await;
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[1])).await;
        browser.reads("Strona aktualizuje się sama.").await;
        browser.presses("[data-action=pause]").await;
        browser.reads("Aktualizowanie wstrzymane").await;
        clerk.calls_next().await.ok();
        tokio::time::sleep(Duration::from_secs(3)).await;
        browser.reads("1 osoba").await;
        browser.presses("[data-action=pause]").await;
        browser.reads("Państwa numer jest następny").await;
        browser.closes().await;
    }

    async fn a_transferred_ticket_is_followed_to_the_other_department(office: Office) {
        let (service, clerk, tickets) = queue(&office, 1).await;
        let there = office.sample.service_elsewhere(&service.id);
        let browser = Browser::opens(412, 915).await;
        browser.goes_to(&in_polish(&office, &tickets[0])).await;
        clerk.calls_next().await.ok();
        browser.sees("[data-state=called]").await;
        clerk.starts().await.ok();
        clerk.transfers_to_service(&there.id, None).await.ok();
        browser.reads(&format!("{}: {}", there.letter, there.name)).await;
        browser.sees("[data-state=waiting]").await;
        let other = office.clerk(&office.sample.desks_of(&there.id)[0]).await;
        other.calls(&tickets[0].id).await.ok();
        let desk = browser.sees("[data-state=called] [data-part=desk]").await.text().await.expect("a text");
        assert_eq!(desk, label(&office, &other));
        browser.closes().await;
    }
}
