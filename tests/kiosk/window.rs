//! The window of check-in to the second: R24. The office clock runs on from where it is set, so each instant is tried
//! within its own second; a machine too slow for that tries again with the next visit.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::time::instant;

use super::*;

/// Checks a fresh visit in exactly `seconds` after its booked hour (negative: before), and returns it with the answer.
async fn at(office: &Office, seconds: i64) -> (Visit, Answer) {
    let admin = okienko_tests::admin::token(office).await;
    for time in ["10:00", "11:00", "12:00", "13:00"] {
        let visit = visit(office, time).await;
        let begun = Instant::now();
        office.clock_by(&admin, visit.start + TimeDelta::seconds(seconds)).await.ok();
        let answer = office.kiosk().check_in_by_phone(&visit.citizen.phone).await;
        if begun.elapsed() < Duration::from_millis(950) {
            return (visit, answer);
        }
    }
    panic!("this machine is too slow to hit a second in four tries");
}

on_both_engines! {
    async fn r24_check_in_is_refused_a_second_before_the_window_and_says_from_when(office: Office) {
        let (visit, answer) = at(&office, -30 * 60 - 1).await;
        let refused = answer.refused_with("too_early");
        assert_eq!(instant(refused.str("opens_at")), visit.start - TimeDelta::minutes(30));
        assert!(refused.body.get("ticket").is_none_or(serde_json::Value::is_null));
    }

    async fn r24_check_in_is_accepted_as_the_window_opens(office: Office) {
        let (_, answer) = at(&office, -30 * 60).await;
        assert!(answer.with_status(201).ticket().code.starts_with('U'));
    }

    async fn r24_check_in_is_accepted_at_the_booked_hour(office: Office) {
        let (_, answer) = at(&office, 0).await;
        assert!(answer.with_status(201).ticket().code.starts_with('U'));
    }

    async fn r24_check_in_is_refused_after_the_booked_hour(office: Office) {
        let (_, answer) = at(&office, 1).await;
        answer.refused_with("too_late");
    }

    async fn r24_ten_minutes_before_is_advice_only(office: Office) {
        let (_, answer) = at(&office, -60).await;
        assert!(answer.with_status(201).ticket().code.starts_with('U'));
    }
}
