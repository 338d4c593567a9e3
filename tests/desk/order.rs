//! Who is next under the default discipline: R26, R32.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r32_booked_visitors_go_before_walk_ins(office: Office) {
        let hall = Hall::of(&office).await;
        let walk_in = hall.ticket().await;
        let booked = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        assert_eq!(hall.clerk().calls_next().await.ticket().code, booked.code);
        assert_eq!(hall.other().calls_next().await.ticket().code, walk_in.code);
    }

    async fn r26_among_booked_ones_the_booked_hour_counts_not_the_early_check_in(office: Office) {
        let hall = Hall::of(&office).await;
        let (later, sooner) = (office.citizen(), office.citizen());
        let first = sooner.slot_after(&hall.service.id, today("10:00")).await;
        sooner.books(&hall.service.id, first.start).await.with_status(201);
        let second = later.slot_after(&hall.service.id, first.start + chrono::TimeDelta::minutes(1)).await;
        later.books(&hall.service.id, second.start).await.with_status(201);
        office.clock(second.start - chrono::TimeDelta::minutes(30)).await;
        let early = hall.kiosk.check_in_by_phone(&later.phone).await.with_status(201).ticket();
        let on_time = hall.kiosk.check_in_by_phone(&sooner.phone).await.with_status(201).ticket();
        assert_eq!(hall.clerk().calls_next().await.ticket().code, on_time.code, "the earlier hour");
        assert_eq!(hall.other().calls_next().await.ticket().code, early.code);
    }

    async fn r32_statutory_priority_goes_before_all(office: Office) {
        let hall = Hall::of(&office).await;
        hall.ticket().await;
        let booked = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        let priority = hall.kiosk.takes_priority_ticket(&hall.service.id, "disability").await.with_status(201).ticket();
        assert_eq!(hall.clerk().calls_next().await.ticket().code, priority.code);
        assert_eq!(hall.other().calls_next().await.ticket().code, booked.code);
    }

    async fn r32_a_desk_calls_only_the_services_it_offers(office: Office) {
        let hall = Hall::of(&office).await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        hall.kiosk.takes_ticket(&elsewhere.id).await.with_status(201);
        assert!(hall.clerk().calls_next().await.ok().body["ticket"].is_null());
        let own = hall.ticket().await;
        assert_eq!(hall.clerk().calls_next().await.ticket().code, own.code);
    }

    async fn r32_a_booked_visitor_is_called_when_a_desk_frees_not_by_the_clock(office: Office) {
        let hall = Hall::of(&office).await;
        let booked = booked_ticket(&office, &hall.service.id, "10:00", 25).await;
        let called = hall.clerk().calls_next().await;
        assert_eq!(called.ticket().code, booked.code, "25 minutes before the hour, because the desk is free");
    }

    async fn r31_numbers_of_both_kinds_stay_apart(office: Office) {
        let hall = Hall::of(&office).await;
        let walk_in = hall.ticket().await;
        let booked = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        let next = hall.ticket().await;
        assert_eq!(next.number(), walk_in.number() + 1, "a U ticket uses none of the letter's numbers");
        assert!(booked.code.starts_with('U'));
    }
}
