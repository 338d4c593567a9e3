//! Visits nobody collected: R29.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r29_an_uncollected_visit_is_cancelled_automatically(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start + TimeDelta::seconds(61)).await;
        let seen = visit.citizen.appointment(visit.answer.str("token")).await.ok();
        assert_eq!(seen.str("state"), "not_collected");
        office.kiosk().check_in_by_phone(&visit.citizen.phone).await.refused_with("too_late");
        office.kiosk().check_in_by_code(visit.answer.str("code")).await.refused_with("too_late");
    }

    async fn r29_it_happens_by_itself_without_anybody_asking(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::seconds(2)).await;
        let begun = std::time::Instant::now();
        loop {
            let seen = visit.citizen.appointment(visit.answer.str("token")).await.ok();
            if seen.str("state") == "not_collected" {
                break;
            }
            assert!(begun.elapsed().as_secs() < 70, "still {} a minute after the hour", seen.str("state"));
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        }
    }

    async fn r29_the_citizen_may_still_take_a_walk_in_ticket(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start + TimeDelta::minutes(2)).await;
        let ticket = office.kiosk().takes_ticket(&visit.service.id).await.with_status(201).ticket();
        assert_eq!(ticket.channel, "walk_in");
    }

    async fn r29_the_person_may_book_again_that_day(office: Office) {
        let citizen = office.citizen();
        for time in ["09:00", "10:00", "11:00"] {
            visit_of(&office, citizen.clone(), time).await;
        }
        office.clock(today("12:00")).await;
        visit_of(&office, citizen, "13:00").await;
    }

    async fn r29_a_visit_missed_while_the_server_was_down_is_cancelled_at_the_restart(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::seconds(1)).await;
        office.stop();
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        office.restart().await;
        office.advance(1).await;
        let seen = visit.citizen.appointment(visit.answer.str("token")).await.ok();
        assert_eq!(seen.str("state"), "not_collected");
    }
}
