//! Which days and hours can be booked: R2, R5, R6, R8, R10.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::time::{date, day_of, warsaw};

use super::*;

on_both_engines! {
    async fn r05_the_sample_office_has_the_four_departments(office: Office) {
        let names: Vec<&str> = office.sample.departments.iter().map(|one| one.name.as_str()).collect();
        for wanted in ["Geodezji i Kartografii", "Rozwoju, Przedsiębiorczości i Obsługi Inwestorów",
            "Spraw Obywatelskich", "Polityki Społecznej"] {
            assert!(names.iter().any(|name| name.contains(wanted)), "{wanted} in {names:?}");
        }
        let services: Vec<String> = office.sample.services().map(|one| one.name.to_lowercase()).collect();
        assert!(services.iter().any(|name| name.contains("pojazd")), "vehicle registration in {services:?}");
        assert!(services.iter().any(|name| name.contains("jazdy")), "driving licences in {services:?}");
        assert_eq!(office.sample.office.time_zone, "Europe/Warsaw");
    }

    async fn r06_letters_are_unique_in_the_office_and_never_u(office: Office) {
        let mut letters: Vec<&str> = office.sample.services().map(|one| one.letter.as_str()).collect();
        let all = letters.len();
        assert!(!letters.contains(&"U"), "U is for booked visits");
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), all, "letters are unique");
    }

    async fn r02_departments_list_their_services_with_letter_duration_and_bookable(office: Office) {
        let answer = office.http.get("departments", None).await.with_status(200);
        let listed = answer.body.as_array().expect("a list").clone();
        assert_eq!(listed.len(), office.sample.departments.len());
        for department in &office.sample.departments {
            let found = listed.iter().find(|one| one["id"] == department.id.as_str()).expect("the department");
            for service in &department.services {
                let services = found["services"].as_array().expect("services");
                let one = services.iter().find(|one| one["id"] == service.id.as_str()).expect("the service");
                assert_eq!(one["letter"], service.letter.as_str());
                assert_eq!(one["name"], service.name.as_str());
                assert_eq!(one["bookable"], service.bookable);
                assert!(one["duration_minutes"].as_u64().expect("a duration") > 0);
            }
        }
    }

    async fn r08_every_bookable_service_offers_ten_terms_a_day_from_nine(office: Office) {
        for service in office.sample.services().filter(|one| one.bookable) {
            let slots = office.citizen().slots_on(&service.id, "2026-11-24").await;
            assert!(slots.len() >= 10, "{} offers {} terms", service.name, slots.len());
            assert!(slots.iter().all(|slot| slot.free >= 1));
            assert_eq!(slots[0].start, warsaw("2026-11-24", "09:00"), "the first term is at nine");
            assert!(slots.is_sorted_by_key(|slot| slot.start), "terms are in order");
        }
    }

    async fn r08_day_fourteen_can_be_booked_and_day_fifteen_cannot(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let last = citizen.slots_on(&service.id, "2026-12-07").await;
        citizen.books(&service.id, last[0].start).await.with_status(201);
        assert!(citizen.slots_on(&service.id, "2026-12-08").await.is_empty(), "day 15 offers nothing, and is no error");
        citizen.books(&service.id, warsaw("2026-12-08", "09:00")).await.refused_with("outside_horizon");
    }

    async fn r08_terms_of_today_can_be_booked_without_lead_time(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("09:00")).await;
        citizen.books(&service.id, slot.start).await.with_status(201);
    }

    async fn r09_past_terms_are_not_offered_and_not_booked(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let all = citizen.slots_on(&service.id, "2026-11-23").await;
        office.clock(today("11:00")).await;
        let left = citizen.slots_on(&service.id, "2026-11-23").await;
        assert!(left.len() < all.len(), "the morning is over");
        assert!(left.iter().all(|slot| slot.start >= today("11:00")), "{left:?}");
        citizen.books(&service.id, all[0].start).await.refused_with("slot_in_past");
        let yesterday = warsaw("2026-11-20", "09:00");
        citizen.books(&service.id, yesterday).await.refused_with("slot_in_past");
    }

    async fn r10_nights_and_weekends_hold_no_terms(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        assert!(citizen.slots(&service.id, "2026-11-28", "2026-11-29").await.is_empty(), "closed at the weekend");
        citizen.books(&service.id, warsaw("2026-11-24", "03:00")).await.refused_with("not_a_slot");
        citizen.books(&service.id, warsaw("2026-11-28", "10:00")).await.refused_with("not_a_slot");
        citizen.books(&service.id, warsaw("2026-11-24", "09:00:30")).await.refused_with("not_a_slot");
    }

    async fn r10_christmas_with_christmas_eve_is_closed(office: Office) {
        office.clock(warsaw("2026-12-18", "08:00")).await;
        let (service, citizen) = (service(&office), office.citizen());
        assert!(!citizen.slots_on(&service.id, "2026-12-23").await.is_empty(), "the 23rd is a working day");
        for day in ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"] {
            assert!(citizen.slots_on(&service.id, day).await.is_empty(), "{day} is a holiday");
            citizen.books(&service.id, warsaw(day, "09:00")).await.refused_with("not_a_slot");
        }
    }

    async fn r10_fixed_holidays_are_closed(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        for (before, holiday) in [("2026-12-30", "2027-01-06"), ("2027-04-28", "2027-05-03"), ("2027-11-08", "2027-11-11")] {
            office.clock(warsaw(before, "08:00")).await;
            assert!(citizen.slots_on(&service.id, holiday).await.is_empty(), "{holiday} is a holiday");
            let (next, _) = citizen.next_open_day(&service.id, holiday).await;
            assert!(date(&next) > date(holiday));
        }
    }

    async fn r10_movable_holidays_are_computed(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        for (before, holiday, open) in
            [("2027-03-22", "2027-03-29", "2027-03-30"), ("2027-05-21", "2027-05-27", "2027-05-28")] {
            office.clock(warsaw(before, "08:00")).await;
            assert!(citizen.slots_on(&service.id, holiday).await.is_empty(), "{holiday}: Easter Monday, Corpus Christi");
            assert!(!citizen.slots_on(&service.id, open).await.is_empty(), "{open} is open");
        }
    }

    async fn r10_the_calendar_names_each_day_once_and_its_own_slots(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let days = citizen.days(&service.id, "2026-11-23", "2026-12-07").await;
        let mut names: Vec<&str> = days.iter().map(|day| day["date"].as_str().expect("a date")).collect();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "no day twice");
        for slot in citizen.slots(&service.id, "2026-11-23", "2026-12-07").await {
            assert!(names.contains(&day_of(slot.start).as_str()));
            assert!(slot.start > office.now() - TimeDelta::seconds(5));
        }
    }

    async fn r35_terms_after_the_change_of_clocks_keep_their_wall_time(office: Office) {
        office.clock(warsaw("2027-10-28", "08:00")).await;
        let (service, citizen) = (service(&office), office.citizen());
        let before = citizen.slots_on(&service.id, "2027-10-29").await;
        let after = citizen.slots_on(&service.id, "2027-11-02").await;
        let wall = |slots: &[okienko_tests::citizen::Slot]| -> Vec<String> {
            slots.iter().map(|slot| slot.start.format("%H:%M").to_string()).collect()
        };
        assert_eq!(before[0].start.offset().local_minus_utc(), 7200, "summer time on Friday");
        assert_eq!(after[0].start.offset().local_minus_utc(), 3600, "winter time on Tuesday");
        assert_eq!(wall(&before), wall(&after), "the hours of the office do not move");
    }

    async fn r08_days_outside_the_horizon_and_in_the_past_are_empty_not_wrong(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        assert!(citizen.slots(&service.id, "2027-06-01", "2027-06-30").await.is_empty());
        assert!(citizen.slots(&service.id, "2025-01-01", "2025-01-31").await.is_empty());
    }
}
