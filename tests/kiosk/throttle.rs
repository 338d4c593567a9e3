//! Guessing phone numbers at a kiosk: R25.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;

use super::*;

/// Guesses `count` numbers nobody booked under.
async fn guesses(office: &Office, count: usize) {
    for _ in 0..count {
        office.kiosk().check_in_by_phone(&office.citizen().phone).await.refused_with("unknown_phone");
    }
}

on_both_engines! {
    async fn r25_ten_unknown_numbers_in_five_minutes_throttle_the_kiosk(office: Office) {
        guesses(&office, 10).await;
        let refused = office.kiosk().check_in_by_phone(&office.citizen().phone).await.refused_with("throttled");
        assert_eq!(refused.status, 429);
    }

    async fn r25_a_success_resets_the_throttle(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        guesses(&office, 9).await;
        office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201);
        guesses(&office, 9).await;
    }

    async fn r25_only_unknown_numbers_count(office: Office) {
        let visit = visit(&office, "11:00").await;
        for _ in 0..12 {
            office.kiosk().check_in_by_phone(&visit.citizen.phone).await.refused_with("too_early");
        }
        guesses(&office, 1).await;
    }

    async fn r25_the_throttle_follows_the_process_clock_not_the_office_clock(office: Office) {
        guesses(&office, 10).await;
        office.advance(30).await;
        office.kiosk().check_in_by_phone(&office.citizen().phone).await.refused_with("throttled");
    }

    async fn r31_a_throttled_kiosk_still_gives_walk_in_tickets(office: Office) {
        guesses(&office, 10).await;
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
    }
}
