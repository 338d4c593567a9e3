//! The city's whole journey in a real browser: from the list of services to the number on the lobby screen.
//! Pictures of every step go to `target/screenshots`; axe-core finds nothing on any page.

mod citizen;
mod pages;
mod widget;

use chrono::TimeDelta;
use okienko_tests::browser::Browser;
use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Citizen, Office, on_both_engines};

on_both_engines! {
    async fn r01_r33_from_booking_to_the_number_on_the_lobby_screen(office: Office) {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", "10:00")).await;
        books(&office, &citizen, &service, slot.start).await;
        citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        office.clock(slot.start - TimeDelta::minutes(15)).await;
        let lobby = Browser::opens(1920, 1080).await;
        lobby.goes_to(&office.sample.pages.lobby).await;
        lobby.sees("[data-part=empty]").await;
        let code = checks_in(&office, &citizen).await;
        calls(&office, &service, &code).await;
        lobby.reads(&code).await;
        assert_eq!(lobby.sees(".board-code").await.text().await.expect("a text"), code);
        lobby.pictures("6-lobby").await;
        lobby.is_accessible().await;
        let text = lobby.text().await;
        assert!(!text.contains(&citizen.name) && !text.contains(&citizen.phone), "no name, no phone: {text}");
        lobby.closes().await;
    }
}

/// Books in four steps on a phone-sized window.
async fn books(office: &Office, citizen: &Citizen, service: &Service, start: When) {
    let browser = Browser::opens(412, 915).await;
    browser.goes_to(&office.sample.pages.booking).await;
    browser.is_accessible().await;
    browser.pictures("1-services").await;
    browser.presses(&format!("a.service-link[href*='/{}']", service.id)).await;
    browser.is_accessible().await;
    browser.pictures("2-days").await;
    browser.presses(&format!("a.day[href*='{}']", start.format("%Y-%m-%d"))).await;
    browser.is_accessible().await;
    browser.pictures("2-hours").await;
    browser.presses(&format!("a.hour[href*='{}']", start.format("%H:%M"))).await;
    browser.types("input[name=name]", &citizen.name).await;
    browser.types("input[name=phone]", &citizen.phone).await;
    browser.types("input[name=email]", &citizen.email).await;
    browser.is_accessible().await;
    browser.pictures("3-form").await;
    browser.presses("#booking button[type=submit]").await;
    browser.sees("#review").await;
    browser.is_accessible().await;
    browser.pictures("3-review").await;
    browser.presses("#review button[type=submit]").await;
    browser.reads(&start.format("%d/%m/%Y").to_string()).await;
    browser.reads(&citizen.shown_phone()).await;
    browser.is_accessible().await;
    browser.pictures("3-visit").await;
    browser.closes().await;
}

/// Types the phone at the kiosk and returns the code on the ticket.
async fn checks_in(office: &Office, citizen: &Citizen) -> String {
    let kiosk = Browser::opens(1080, 1920).await;
    kiosk.goes_to(&pages::kiosk(office)).await;
    kiosk.sees(".kiosk-booked").await;
    kiosk.sees(".kiosk-service").await;
    kiosk.is_accessible().await;
    kiosk.pictures("4-kiosk-menu").await;
    kiosk.presses(".kiosk-booked").await;
    for digit in citizen.shown_phone().chars() {
        kiosk.presses(&format!("[data-digit='{digit}']")).await;
    }
    kiosk.is_accessible().await;
    kiosk.pictures("4-kiosk-phone").await;
    kiosk.presses("[data-part=confirm]").await;
    let code = kiosk.sees("section[data-screen=ticket] [data-part=code]").await.text().await.expect("a text");
    assert!(code.starts_with('U'), "{code}");
    kiosk.is_accessible().await;
    kiosk.pictures("4-kiosk-ticket").await;
    kiosk.closes().await;
    code
}

/// Signs on at a desk and presses the one big button.
async fn calls(office: &Office, service: &Service, code: &str) {
    let desk = Browser::opens(1280, 900).await;
    pages::signs_on(&desk, office, &office.sample.desks_of(&service.id)[0]).await;
    desk.reads(code).await;
    desk.is_accessible().await;
    desk.pictures("5-desk-waiting").await;
    pages::presses_the_big_button(&desk).await;
    let shown = desk.sees(".desk-code").await.text().await.expect("a text");
    assert_eq!(shown, code);
    desk.is_accessible().await;
    desk.pictures("5-desk-called").await;
    desk.closes().await;
}
