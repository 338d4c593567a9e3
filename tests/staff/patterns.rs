//! The report of suspicious patterns: each kind is found, honest people are not.

use okienko_tests::on_both_engines;

use super::*;

/// What was found: kinds with counts and the visits named.
async fn found(line: &Line) -> Vec<(String, u64, Vec<String>)> {
    let answer = line.gets("patterns").await.with_status(200);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let read = |one: &Value| {
        let named = one["appointments"].as_array().expect("visits").iter().map(text).collect();
        (text(&one["kind"]), one["count"].as_u64().expect("a count"), named)
    };
    answer.body["patterns"].as_array().expect("patterns").iter().map(read).collect()
}

/// Somebody whose number has no neighbour.
fn stranger(office: &Office, n: u32) -> Citizen {
    let mut citizen = office.citizen();
    citizen.phone = (601_000_000 + n * 10_007).to_string();
    citizen
}

/// Books the first of `terms` that `n` leaves for this person.
async fn books(citizen: &Citizen, service: &str, start: When) -> String {
    citizen.books(service, start).await.with_status(201).str("id").to_owned()
}

on_both_engines! {
    async fn honest_bookings_are_no_pattern(office: Office) {
        let (line, service) = (Line::supervisor(&office).await, service(&office));
        let terms = terms(&office, &service.id).await;
        for n in 0..12 {
            let citizen = stranger(&office, n);
            let booked = citizen.books(&service.id, terms[n as usize].start).await.with_status(201);
            if n % 4 == 0 {
                citizen.cancels(booked.str("token")).await.ok();
            }
        }
        let mut child = stranger(&office, 20);
        child.email = stranger(&office, 21).email;
        books(&child, &service.id, terms[12].start).await;
        assert_eq!(found(&line).await, []);
        assert_eq!(line.gets("patterns").await.body["bookings"], 13);
    }

    async fn one_address_with_many_phones_and_numbers_in_a_row_are_reported(office: Office) {
        let (line, service) = (Line::supervisor(&office).await, service(&office));
        let terms = terms(&office, &service.id).await;
        let (mut same_address, mut in_a_row) = (Vec::new(), Vec::new());
        for n in 0..4 {
            let mut citizen = stranger(&office, n);
            citizen.email = if n % 2 == 0 { "handel@example.com".into() } else { "Handel@Example.com".into() };
            same_address.push(books(&citizen, &service.id, terms[n as usize].start).await);
        }
        for n in 0..4 {
            let mut citizen = office.citizen();
            citizen.phone = (790_100_200 + n).to_string();
            in_a_row.push(books(&citizen, &service.id, terms[5 + n as usize].start).await);
        }
        let found = found(&line).await;
        assert_eq!(found[0], ("one_email_many_phones".to_owned(), 4, same_address));
        assert_eq!(found[1], ("consecutive_phones".to_owned(), 4, in_a_row));
        let text = line.gets("patterns").await.text;
        assert!(!text.contains("790100200") && !text.to_lowercase().contains("handel"), "nothing personal: {text}");
    }

    async fn booking_and_cancelling_again_and_again_is_reported(office: Office) {
        let (line, service, trader) = (Line::supervisor(&office).await, service(&office), stranger(&office, 1));
        let terms = terms(&office, &service.id).await;
        let mut cycles = Vec::new();
        for term in terms.iter().take(5) {
            let booked = trader.books(&service.id, term.start).await.with_status(201);
            trader.cancels(booked.str("token")).await.ok();
            cycles.push(booked.str("id").to_owned());
        }
        assert_eq!(found(&line).await, [("book_and_cancel".to_owned(), 5, cycles)]);
    }

    async fn terms_passed_on_within_seconds_are_reported(office: Office) {
        let (line, service) = (Line::supervisor(&office).await, service(&office));
        let terms = terms(&office, &service.id).await;
        let mut bought = Vec::new();
        for n in 0..3 {
            let start = terms[4 * n as usize].start;
            let holder = stranger(&office, n);
            let held = holder.books(&service.id, start).await.with_status(201);
            office.advance(60).await;
            holder.cancels(held.str("token")).await.ok();
            let mut buyer = stranger(&office, 30 + n);
            buyer.email = "kupiec@example.com".into();
            bought.push(books(&buyer, &service.id, start).await);
        }
        let found = found(&line).await;
        assert_eq!(found.iter().filter(|(kind, ..)| kind == "seconds_after_release").count(), 1, "{found:?}");
        assert!(found.contains(&("seconds_after_release".to_owned(), 3, bought)), "{found:?}");
    }

    async fn what_was_erased_is_in_no_report(office: Office) {
        let (line, service) = (Line::supervisor(&office).await, service(&office));
        let terms = terms(&office, &service.id).await;
        for n in 0..4 {
            let mut citizen = stranger(&office, n);
            citizen.email = "handel@example.com".into();
            books(&citizen, &service.id, terms[n as usize].start).await;
        }
        assert_eq!(found(&line).await.len(), 1);
        office.clock(warsaw("2026-12-14", "10:00")).await;
        let answer = line.gets("patterns").await.with_status(200);
        assert_eq!((&answer.body["patterns"], &answer.body["bookings"]), (&json!([]), &json!(0)));
    }
}
