//! One person, several visits: R12, R13.

use okienko_tests::chance::fresh;
use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r12_a_booking_has_exactly_one_service(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        let booked = citizen.books(&service.id, slot.start).await.with_status(201);
        assert_eq!(booked.str("service"), service.id);
        assert_eq!(okienko_tests::time::instant(booked.str("start")), slot.start);
        assert_eq!(booked.str("state"), "booked");
        assert!(!booked.str("id").is_empty() && !booked.str("code").is_empty());
        assert!(booked.str("manage_url").starts_with("http"));
        let seen = citizen.appointment(booked.str("token")).await.with_status(200);
        assert_eq!(seen.str("state"), "booked");
        assert_eq!(seen.str("service"), service.id);
    }

    async fn r13_three_visits_a_day_under_one_phone_and_not_four(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        for slot in [&slots[0], &slots[3], &slots[6]] {
            citizen.books(&service.id, slot.start).await.with_status(201);
        }
        citizen.books(&service.id, slots[9].start).await.refused_with("limit_reached");
        let other_day = citizen.slots_on(&service.id, "2026-11-25").await;
        citizen.books(&service.id, other_day[0].start).await.with_status(201);
    }

    async fn r13_a_cancelled_visit_does_not_count(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        let first = citizen.books(&service.id, slots[0].start).await.with_status(201);
        citizen.books(&service.id, slots[3].start).await.with_status(201);
        citizen.books(&service.id, slots[6].start).await.with_status(201);
        citizen.cancels(first.str("token")).await.ok();
        citizen.books(&service.id, slots[9].start).await.with_status(201);
    }

    async fn r13_hours_of_one_phone_do_not_overlap_even_in_two_departments(office: Office) {
        let (here, citizen) = (service(&office), office.citizen());
        let there = office.sample.service_elsewhere(&here.id);
        let slots = citizen.slots_on(&here.id, "2026-11-24").await;
        citizen.books(&here.id, slots[0].start).await.with_status(201);
        citizen.books(&there.id, slots[0].start).await.refused_with("overlapping_appointment");
        let mut neighbour = citizen.clone();
        neighbour.phone = office.citizen().phone;
        neighbour.books(&there.id, slots[0].start).await.with_status(201);
    }

    async fn r13_the_daily_maximum_holds_in_a_race_across_departments(office: Office) {
        let (here, citizen) = (service(&office), office.citizen());
        let there = office.sample.service_elsewhere(&here.id);
        let mut tries = Vec::new();
        for hour in ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00"] {
            for service in [&here, &there] {
                let slots = citizen.slots_on(&service.id, "2026-11-24").await;
                let at = okienko_tests::time::warsaw("2026-11-24", hour);
                let slot = slots.iter().rfind(|slot| slot.start <= at).expect("a term by then");
                let (citizen, service, start) = (citizen.clone(), service.id.clone(), slot.start);
                tries.push(tokio::spawn(async move { citizen.books(&service, start).await }));
            }
        }
        let mut booked = 0;
        for answer in tries {
            let answer = answer.await.expect("an answer");
            match answer.status {
                201 => booked += 1,
                _ => assert!(["limit_reached", "overlapping_appointment"].contains(&answer.code()), "{}", answer.text),
            }
        }
        assert_eq!(booked, 3, "the daily maximum is three, whatever the concurrency");
    }

    async fn r13_a_double_click_books_once(office: Office) {
        let (service, citizen, key) = (service(&office), office.citizen(), fresh());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        let form = citizen.form(&service.id, slot.start);
        let (one, other) = tokio::join!(
            office.http.post_keyed("appointments", None, &key, form.clone()),
            office.http.post_keyed("appointments", None, &key, form),
        );
        assert_eq!(one.with_status(201).body, other.with_status(201).body);
        let left = citizen.slots_on(&service.id, "2026-11-23").await;
        let now = left.iter().find(|one| one.start == slot.start).map_or(0, |one| one.free);
        assert_eq!(now, slot.free - 1, "one seat was taken, not two");
    }
}
