//! Without script the page refreshes itself, and the visitor can stop that (WCAG 2.2.1, 2.2.2).

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use okienko_tests::page::Window;

use super::*;

const REFRESH: &str = "<meta http-equiv=\"refresh\" content=\"30\">";

on_both_engines! {
    async fn without_script_the_page_refreshes_itself_until_the_visitor_stops_it(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let browser = Browser::opens(412, 915).await;
        browser.runs_no_script().await;
        browser.goes_to(&in_polish(&office, &tickets[0])).await;
        browser.reads("Strona odświeża się sama co 30 sekund.").await;
        clerk.calls_next().await.ok();
        let begun = Instant::now();
        while !browser.text().await.contains("Zapraszamy do stanowiska") {
            assert!(begun.elapsed() < Duration::from_secs(45), "the page never refreshed itself");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        browser.presses("a[href*='refresh=off']").await;
        browser.reads("Strona nie odświeża się sama").await;
        browser.closes().await;
    }

    async fn only_a_page_that_awaits_a_call_refreshes_itself(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let address = page(&office, &tickets[0]);
        let mut window = Window::opens(&address).await;
        assert!(window.html.contains(REFRESH), "while waiting");
        window.goes_to(&format!("{address}?refresh=off")).await;
        assert!(!window.html.contains(REFRESH), "turned off");
        clerk.calls_next().await.ok();
        window.goes_to(&address).await;
        assert!(window.html.contains(REFRESH), "while called");
        clerk.starts().await.ok();
        window.goes_to(&address).await;
        assert!(!window.html.contains(REFRESH), "at the desk nobody looks at the page");
        clerk.finishes().await.ok();
        window.goes_to(&address).await;
        assert!(!window.html.contains(REFRESH) && window.text().contains("Wizyta zakończona"));
    }

    async fn after_a_missed_call_the_page_says_who_called_and_what_to_do(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        clerk.calls_next().await.ok();
        clerk.no_show().await.ok();
        let window = Window::opens(&page(&office, &tickets[0])).await;
        let text = window.text();
        assert!(text.contains(&format!("Numer wzywało stanowisko {}.", label(&office, &clerk))), "{text}");
        assert!(text.contains("bilet można przywrócić"), "{text}");
    }

    async fn r30_a_booked_visitor_is_told_the_expected_shift_and_that_the_ticket_stays_valid(office: Office) {
        let (service, clerk, _) = queue(&office, 1).await;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&service.id, okienko_tests::time::warsaw("2026-11-23", "10:00")).await;
        citizen.books(&service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(1)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        let mut window = Window::opens(&page(&office, &ticket)).await;
        let hour = format!("Umówiona godzina {}", slot.start.format("%H:%M"));
        let unknown = "nie da się teraz powiedzieć, o ile wizyta się przesunie";
        assert!(window.text().contains(&hour) && window.text().contains(unknown), "{}", window.text());
        office.advance(90).await;
        clerk.calls_next().await.ok();
        clerk.undoes().await.ok();
        let begun = Instant::now();
        while !window.text().contains("Odebrany bilet jest ważny") || window.text().contains(unknown) {
            assert!(begun.elapsed() < Duration::from_secs(15), "{}", window.text());
            tokio::time::sleep(Duration::from_millis(200)).await;
            window.goes_to(&page(&office, &ticket)).await;
        }
        let text = window.text();
        let told = text.split("opóźnienie od ").nth(1).and_then(|rest| rest.split(' ').next());
        let told: u32 = told.unwrap_or_else(|| panic!("{text}")).parse().expect("minutes");
        assert!((85..=95).contains(&told), "89 minutes after the hour nobody can be sooner: {text}");
    }
}
