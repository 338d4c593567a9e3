//! Booked visits at the screen.

use chrono::TimeDelta;
use okienko_tests::time::warsaw;
use okienko_tests::{Citizen, on_both_engines};

use crate::screen::{Screen, shape};

/// Books the first term from 10:00 on that Monday; returns the code of the letter.
async fn books(citizen: &Citizen, service: &str, from: &str) -> String {
    let slot = citizen.slot_after(service, warsaw("2026-11-23", from)).await;
    citizen.books(service, slot.start).await.with_status(201).str("code").to_owned()
}

/// One number as people write it (R14).
fn spellings(nine: &str) -> [String; 5] {
    let (a, b, c) = (&nine[..3], &nine[3..6], &nine[6..]);
    [nine.to_owned(), format!("{a} {b} {c}"), format!("+48 {a}-{b}-{c}"), format!("0048{nine}"), format!("48{nine}")]
}

on_both_engines! {
    async fn r23_every_spelling_of_r14_finds_the_visit(office: Office) {
        let services: Vec<String> = office.sample.services().filter(|one| one.bookable).map(|one| one.id.clone()).collect();
        let citizens: Vec<Citizen> = (0..5).map(|_| office.citizen()).collect();
        for (citizen, service) in citizens.iter().zip(&services) {
            books(citizen, service, "10:00").await;
        }
        office.clock(warsaw("2026-11-23", "09:58")).await;
        let screen = Screen::opens(&office, shape(&office)).await;
        for (at, citizen) in citizens.iter().enumerate() {
            let spelling = &spellings(&citizen.phone)[at];
            screen.checks_in_by_finger(spelling).await;
            assert!(screen.ticket().await.starts_with('U'), "{spelling}");
            screen.leaves().await;
        }
        screen.browser.closes().await;
    }

    async fn r23_the_code_of_the_letter_is_the_second_way(office: Office) {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let code = books(&citizen, &service.id, "10:00").await;
        office.clock(warsaw("2026-11-23", "09:50")).await;
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.checks_in_by_code(&code).await;
        assert!(screen.ticket().await.starts_with('U'));
        screen.pictures("booked").await;
        screen.browser.closes().await;
    }

    async fn r23_digits_are_covered_but_for_the_last_and_shown_on_wish(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.types_phone("662138278").await;
        let shown = async || screen.knows("document.querySelector('[data-part=digits]').textContent.replace(/ /g, '')").await;
        assert_eq!(shown().await, "••••••••8");
        tokio::time::sleep(std::time::Duration::from_millis(1_800)).await;
        assert_eq!(shown().await, "•••••••••");
        screen.touches("[data-part=reveal]").await;
        assert_eq!(shown().await, "662138278");
        screen.touches("[data-part=erase]").await;
        assert_eq!(shown().await, "••••••••");
        screen.leaves().await;
        assert_eq!(shown().await, "–");
        screen.browser.closes().await;
    }

    async fn r28_two_visits_in_one_window_are_two_entries_the_nearest_first(office: Office) {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let first = citizen.slot_after(&service.id, warsaw("2026-11-23", "10:00")).await;
        let next = citizen.slot_after(&service.id, first.start + TimeDelta::minutes(1)).await;
        for start in [next.start, first.start] {
            citizen.books(&service.id, start).await.with_status(201);
        }
        office.clock(next.start - TimeDelta::minutes(25)).await;
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.checks_in(&citizen.phone).await;
        let one = screen.ticket().await;
        screen.browser.reads(&first.start.format("%H:%M").to_string()).await;
        screen.touches("[data-part=another-go]").await;
        screen.types(&citizen.phone).await;
        screen.touches("[data-part=confirm]").await;
        screen.browser.reads(&next.start.format("%H:%M").to_string()).await;
        let two = screen.ticket().await;
        assert_ne!(one, two);
        screen.touches("[data-part=another-go]").await;
        screen.types(&citizen.phone).await;
        screen.touches("[data-part=confirm]").await;
        assert!(screen.refusal().await.contains("Nie ma więcej wizyt do potwierdzenia"));
        screen.browser.closes().await;
    }
}
