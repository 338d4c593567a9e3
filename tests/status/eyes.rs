//! Every state of the page judged by axe-core, light and dark, at 320 and 1280 pixels; pictures of all are left to be looked at. What a
//! page is does not depend on the database, so one engine is enough.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, engine};
use serde_json::json;

use super::*;

/// A ticket in every state that lasts, with a name for its picture.
async fn states(office: &Office) -> Vec<(&'static str, Ticket)> {
    let (service, clerk, tickets) = queue(office, 7).await;
    let mut tickets = tickets.into_iter();
    let mut next = || tickets.next().expect("a ticket");
    let mut states = Vec::new();
    for end in ["no-show", "hold", "finish"] {
        clerk.calls_next().await.ok();
        if end == "finish" {
            clerk.starts().await.ok();
        }
        clerk.commands(end, json!({})).await.ok();
        states.push((end, next()));
    }
    clerk.calls_next().await.ok();
    clerk.starts().await.ok();
    states.push(("serving", next()));
    let other = office.clerk(&office.sample.desks_of(&service.id)[1]).await;
    other.calls_next().await.ok();
    states.push(("called", next()));
    let left = next();
    office.http.post(&format!("tickets/{}/leave", left.token()), None, json!({})).await.ok();
    states.push(("cancelled", left));
    states.push(("waiting", next()));
    states
}

/// Somebody with a booked visit who waits beyond the hour.
async fn late(office: &Office) -> Ticket {
    let (citizen, service) = (office.citizen(), office.sample.shared_service());
    let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", "09:30")).await;
    citizen.books(&service.id, slot.start).await.with_status(201);
    office.clock(slot.start - chrono::TimeDelta::minutes(1)).await;
    let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
    office.advance(20).await;
    ticket
}

#[test]
fn every_state_is_accessible_light_and_dark_narrow_and_wide() {
    engine::tell(Engine::Sqlite, |office| async move {
        let mut shown: Vec<(String, String)> = Vec::new();
        for (name, ticket) in states(&office).await {
            shown.push((name.to_owned(), in_polish(&office, &ticket)));
            if name == "waiting" {
                shown.push(("leave".to_owned(), format!("{}/leave?lang=pl", page(&office, &ticket))));
                shown.push(("leave-unticked".to_owned(), format!("{}/leave?lang=pl#", page(&office, &ticket))));
            }
        }
        let late = late(&office).await;
        shown.push(("late".to_owned(), in_polish(&office, &late)));
        let browser = Browser::opens(1280, 900).await;
        for (width, height) in [(320, 1400), (1280, 1200)] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.is_shown(width, height, scheme).await;
                for (name, address) in &shown {
                    browser.goes_to(address).await;
                    if name == "leave-unticked" {
                        browser.presses("main form button[type=submit]").await;
                        browser.sees("#sure-error").await;
                    }
                    if name == "waiting" {
                        browser.presses("[data-action=alerts]").await;
                        browser.reads("Sygnał jest włączony.").await;
                    }
                    browser.is_accessible().await;
                    browser.fits_its_width().await;
                    browser.pictures(&format!("status-{name}-{width}-{}", scheme.word())).await;
                }
            }
        }
        browser.closes().await;
    });
}

#[test]
fn the_page_speaks_three_languages() {
    engine::tell(Engine::Sqlite, |office| async move {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let browser = Browser::opens(412, 915).await;
        for (language, waiting, called) in
            [("en", "Please wait", "Please come to the desk"), ("uk", "Зачекайте, будь ласка", "Запрошуємо до віконця")]
        {
            browser.goes_to(&format!("{}?lang={language}", page(&office, &tickets[0]))).await;
            browser.reads(waiting).await;
            clerk.calls_next().await.ok();
            browser.reads(called).await;
            browser.is_accessible().await;
            clerk.undoes().await.ok();
        }
        browser.closes().await;
    });
}
