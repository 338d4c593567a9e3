//! What the contract guarantees of the sample office, computed by the core.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use chrono::{NaiveDate, NaiveTime};
use okienko_queue::Department;
use okienko_queue::config::{Booking, CheckIn, DepartmentConfig, DeskRules, Service};
use okienko_queue::discipline::Discipline;
use okienko_queue::office::Role;
use okienko_queue::{holidays, time};
use std::collections::BTreeSet;

fn each() -> Vec<(DepartmentConfig, Service)> {
    let file = office().unwrap();
    let pair = |department: DepartmentConfig| {
        department.services.clone().into_iter().map(move |one| (department.clone(), one))
    };
    file.departments.into_iter().flat_map(pair).collect()
}

fn working_days() -> Vec<NaiveDate> {
    let start: NaiveDate = "2026-01-01".parse().unwrap();
    start.iter_days().take(730).filter(|day| !time::is_weekend(*day) && !holidays::is_holiday(*day)).collect()
}

#[test]
fn it_has_no_problems() {
    assert_eq!(office().unwrap().problems(), Vec::<String>::new());
}

#[test]
fn r05_it_has_the_four_departments_and_a_dozen_services_in_three_languages() {
    let file = office().unwrap();
    let names: Vec<&str> = file.departments.iter().map(|one| one.name.pl.as_str()).collect();
    assert_eq!(
        names,
        [
            "Wydział Geodezji i Kartografii",
            "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów",
            "Wydział Spraw Obywatelskich",
            "Wydział Polityki Społecznej",
        ]
    );
    let services = each();
    assert!(services.len() >= 12);
    assert!(services.iter().all(|(_, one)| one.name.en.is_some() && one.name.uk.is_some()));
    assert!(services.iter().any(|(_, one)| one.name.pl == "Rejestracja pojazdów"));
    assert!(services.iter().any(|(_, one)| one.title("pl") == "R: Rejestracja działalności gospodarczej"), "R6");
    assert!(services.iter().any(|(_, one)| !one.bookable()), "R2: some service has a queue and no calendar");
}

#[test]
fn tickets_are_given_every_working_day_from_half_past_seven_to_half_past_three() {
    for (department, service) in each() {
        assert!(service.walk_in && service.tickets_per_day.is_none());
        let zone = department.time_zone;
        for day in working_days() {
            for clock in ["07:30:00", "12:00:00", "15:30:00"] {
                let at = time::at(zone, day, clock.parse::<NaiveTime>().unwrap()).unwrap();
                assert!(department.hours.is_open(zone, at), "{} at {clock} on {day}", department.id);
            }
        }
    }
}

#[test]
fn every_bookable_service_has_ten_terms_a_day_from_nine_to_half_past_three() {
    for (config, service) in each().into_iter().filter(|(_, one)| one.bookable()) {
        let (zone, department) = (config.time_zone, Department::new(config));
        let clock = |day, text: &str| time::at(zone, day, text.parse().unwrap()).unwrap();
        for day in working_days() {
            let slots = department.free_slots(&service, day, clock(day, "08:00:00"));
            assert!(slots.len() >= 10, "{} on {day}", service.id);
            assert_eq!(slots[0].start, clock(day, "09:00:00"));
            assert!(slots[slots.len() - 1].start >= clock(day, "15:30:00"), "{} on {day}", service.id);
            assert!(slots.iter().all(|slot| slot.free >= 1));
        }
    }
}

#[test]
fn a_bookable_service_is_offered_at_two_desks_and_every_service_at_one() {
    let offered = |(department, service): &(DepartmentConfig, Service)| {
        department.desks.iter().filter(|desk| desk.services.contains(&service.id)).count()
    };
    assert!(each().iter().any(|pair| pair.1.bookable() && offered(pair) >= 2));
    assert!(each().iter().all(|pair| offered(pair) >= 1));
}

#[test]
fn there_is_one_clerk_a_desk_whose_id_is_its_label() {
    let file = office().unwrap();
    let desks: BTreeSet<_> = file.departments.iter().flat_map(|one| &one.desks).map(|desk| desk.id.clone()).collect();
    let clerks: Vec<_> = file.staff.iter().filter(|one| one.role == Role::Clerk).collect();
    assert_eq!(clerks.len(), desks.len());
    assert_eq!(clerks.iter().filter_map(|one| one.desk.clone()).collect::<BTreeSet<_>>(), desks);
    assert!(file.departments.iter().flat_map(|one| &one.desks).all(|desk| desk.id.as_str() == desk.label));
    assert!([Role::Supervisor, Role::Admin].iter().all(|role| file.staff.iter().any(|one| one.role == *role)));
}

#[test]
fn the_citys_own_rules_hold_and_nothing_else_limits() {
    let file = office().unwrap();
    assert_eq!(file.office.priority_classes, ["act", "disability", "pregnancy"]);
    let ranges: Vec<_> = file.departments.iter().map(|one| (one.u_numbers.first, one.u_numbers.last)).collect();
    assert_eq!(ranges, [(1, 199), (200, 399), (400, 599), (600, 799)]);
    for department in &file.departments {
        assert_eq!(department.booking, Booking::default());
        assert_eq!(department.check_in, CheckIn::default());
        assert_eq!(department.desk_rules, DeskRules::default());
        assert_eq!(department.discipline, Discipline::Strict);
        assert_eq!(department.close_tickets_after_minutes, None);
    }
    assert!(file.boards.iter().any(|board| board.id.as_str() == BOARD && board.departments.len() == 4));
    assert_eq!(file.boards.len(), 5);
}
