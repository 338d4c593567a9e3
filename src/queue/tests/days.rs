//! Terms and holidays over whole years, clock changes included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use okienko_queue::Department;
use okienko_queue::command::{Command, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::holidays::{easter, is_holiday};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::{self, Instant};
use proptest::prelude::*;

fn office(every: u32, lasts: u32, capacity: u16, day: NaiveDate) -> DepartmentConfig {
    let exceptions = serde_json::json!({ day.to_string(): ["00:30-08:00"] });
    serde_json::from_value(serde_json::json!({
        "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 1, "last": 200},
        "hours": {"week": {"monday": ["07:30-16:00"]}, "exceptions": exceptions},
        "services": [{"id": "s", "letter": "R", "name": {"pl": "Sprawa"}, "duration_minutes": lasts,
            "slots": {"first": "00:40:00", "every_minutes": every, "capacity": capacity}}],
        "desks": [{"id": "1", "label": "1", "services": ["s"]}],
    }))
    .unwrap()
}

fn days() -> impl Strategy<Value = NaiveDate> {
    let clock_changes = prop_oneof![Just("2026-03-29"), Just("2026-10-25"), Just("2027-03-28"), Just("2027-10-31")];
    let any_day = (0..1_500_i64).prop_map(|n| NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Duration::days(n));
    prop_oneof![clock_changes.prop_map(|day| day.parse().unwrap()), any_day]
}

fn seven_before(day: NaiveDate) -> Instant {
    time::start_of(chrono_tz::Europe::Warsaw, day - Duration::days(7))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn r10_terms_lie_inside_the_hours_of_their_day(day in days(), every in 5..90_u32, lasts in 5..90_u32) {
        let department = Department::new(office(every, lasts, 1, day));
        let service = &department.config().services[0];
        let grid = department.grid(service, day);
        for pair in grid.windows(2) {
            prop_assert!(pair[0] < pair[1], "terms of {} in order and once each", day);
        }
        for start in grid {
            let local = start.with_timezone(&chrono_tz::Europe::Warsaw);
            prop_assert_eq!(local.date_naive(), day);
            let minute = i64::from(chrono::Timelike::num_seconds_from_midnight(&local.time()) / 60);
            prop_assert!(minute >= 40 && minute + i64::from(lasts) <= 8 * 60);
            prop_assert_eq!((minute - 40) % i64::from(every), 0);
        }
    }

    #[test]
    fn r9_a_term_never_holds_more_than_its_capacity(day in days(), capacity in 1..5_u16, wishes in prop::collection::vec(0..6_usize, 1..60)) {
        let config = office(30, 20, capacity, day);
        let mut department = Department::new(config.clone());
        let now = seven_before(day);
        department.step(&Command::Configure(Box::new(config.clone())), "test", now).outcome.unwrap();
        let grid = department.grid(&config.services[0], day);
        let mut taken = vec![0_u16; grid.len()];
        for wish in wishes {
            let wish = wish % grid.len();
            let command = Command::Book { service: "s".into(), start: grid[wish], terms: Terms::default() };
            match department.step(&command, "test", now).outcome {
                Ok(_) => taken[wish] += 1,
                Err(Refusal::SlotTaken { nearest }) => {
                    prop_assert_eq!(taken[wish], capacity);
                    prop_assert!(!nearest.contains(&grid[wish]));
                }
                Err(other) => prop_assert!(false, "{:?}", other),
            }
            prop_assert!(taken[wish] <= capacity);
            let free = department.free_slots(&config.services[0], day, now);
            let left: usize = free.iter().map(|slot| slot.free).sum();
            let all = grid.len() * usize::from(capacity);
            prop_assert_eq!(left, all - taken.iter().map(|n| usize::from(*n)).sum::<usize>());
        }
    }

    #[test]
    fn r10_holidays_follow_easter(year in 2024..2200_i32) {
        let sunday = easter(year).unwrap();
        prop_assert_eq!(sunday.weekday(), Weekday::Sun);
        let first = NaiveDate::from_ymd_opt(year, 3, 22).unwrap();
        let last = NaiveDate::from_ymd_opt(year, 4, 25).unwrap();
        prop_assert!((first..=last).contains(&sunday));
        let off = |after: i64| is_holiday(sunday + Duration::days(after));
        prop_assert!(off(0) && off(1) && off(49) && off(60));
        let days = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(|day| day.year() == year);
        let count = days.filter(|day| is_holiday(*day)).count();
        prop_assert!((12..=14).contains(&count), "{} days off in {}", count, year);
    }

    #[test]
    fn r14_a_phone_number_is_read_the_same_however_it_is_spelled(digits in 500_000_000..900_000_000_u64, cut in 1..8_usize, mark in "[ -]") {
        let plain = digits.to_string();
        let (left, right) = plain.split_at(cut);
        let expected = format!("48{plain}");
        for spelled in [plain.clone(), format!("{left}{mark}{right}"), format!("+48 {plain}"), format!("0048{plain}"), expected.clone()] {
            prop_assert_eq!(okienko_queue::person::phone(&spelled).ok(), Some(expected.clone()), "{}", spelled);
        }
    }
}
