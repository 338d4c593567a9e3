//! Walk-in tickets: R31, R35.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::time::instant;

use super::*;

on_both_engines! {
    async fn r31_walk_in_tickets_carry_the_letter_and_count_from_one(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        for number in 1..=3 {
            let answer = kiosk.takes_ticket(&service.id).await.with_status(201);
            let ticket = answer.ticket();
            assert_eq!(ticket.code, format!("{}{number:03}", service.letter));
            assert_eq!((ticket.channel.as_str(), ticket.state.as_str()), ("walk_in", "waiting"));
            assert_eq!(answer.body["ticket"]["people_ahead"], number - 1);
            let seconds = (instant(&ticket.issued_at) - office.now()).num_seconds().abs();
            assert!(seconds <= 30, "issued by the server's clock");
        }
    }

    async fn r31_numbers_begin_afresh_every_day(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        kiosk.takes_ticket(&service.id).await.with_status(201);
        let second = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        assert_eq!(second.number(), 2);
        office.clock(warsaw("2026-11-24", "08:00")).await;
        assert_eq!(kiosk.takes_ticket(&service.id).await.with_status(201).ticket().number(), 1);
    }

    async fn r35_the_day_is_the_offices_not_utc(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        kiosk.takes_ticket(&service.id).await.with_status(201);
        office.clock(today("15:20")).await;
        assert_eq!(kiosk.takes_ticket(&service.id).await.with_status(201).ticket().number(), 2);
        for hour in ["23:30", "00:30"] {
            let day = if hour == "23:30" { "2026-11-23" } else { "2026-11-24" };
            office.clock(warsaw(day, hour)).await;
            kiosk.takes_ticket(&service.id).await.refused_with("closed");
        }
        office.clock(warsaw("2026-11-24", "07:45")).await;
        assert_eq!(kiosk.takes_ticket(&service.id).await.with_status(201).ticket().number(), 1);
    }

    async fn r31_outside_hours_the_kiosk_is_closed_and_says_when_it_opens(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        office.clock(today("20:00")).await;
        let refused = kiosk.takes_ticket(&service.id).await.refused_with("closed");
        let opens = instant(refused.str("opens_at"));
        assert!(opens > today("20:00") && opens <= warsaw("2026-11-24", "08:00"), "{opens}");
        office.clock(warsaw("2026-11-27", "22:00")).await;
        let refused = kiosk.takes_ticket(&service.id).await.refused_with("closed");
        assert!(instant(refused.str("opens_at")) >= warsaw("2026-11-30", "00:00"), "the weekend is closed");
    }

    async fn r31_a_holiday_is_closed_for_tickets_too(office: Office) {
        office.clock(warsaw("2026-12-24", "10:00")).await;
        let refused = office.kiosk().takes_ticket(&office.sample.shared_service().id).await.refused_with("closed");
        assert!(instant(refused.str("opens_at")) >= warsaw("2026-12-28", "00:00"));
    }

    async fn r31_two_hundred_people_at_once_get_two_hundred_numbers_without_a_gap(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        let takers: Vec<_> = (0..200).map(|_| {
            let (kiosk, service) = (kiosk.clone(), service.id.clone());
            tokio::spawn(async move { kiosk.takes_ticket(&service).await.with_status(201).ticket().number() })
        }).collect();
        let mut numbers = Vec::new();
        for taker in takers {
            numbers.push(taker.await.expect("a ticket"));
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=200).collect::<Vec<u32>>());
    }

    async fn r31_priority_classes_are_kept_and_others_refused(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        for class in ["act", "disability", "pregnancy"] {
            let answer = kiosk.takes_priority_ticket(&service.id, class).await.with_status(201);
            assert_eq!(answer.body["ticket"]["priority"], class);
        }
        let refused = kiosk.takes_priority_ticket(&service.id, "rich").await;
        assert!((400..500).contains(&refused.status) && refused.is_problem(), "{}", refused.text);
    }

    async fn r31_the_ticket_has_a_page_that_tells_how_it_stands(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        let first = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        let second = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        let status = office.ticket_status(second.token()).await.with_status(200);
        assert_eq!((status.str("code"), status.str("state")), (second.code.as_str(), "waiting"));
        assert_eq!(status.body["people_ahead"], 1);
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        assert_eq!(clerk.calls_next().await.ticket().code, first.code);
        let called = office.ticket_status(first.token()).await.ok();
        assert_eq!((called.str("state"), called.str("desk")), ("called", clerk.desk.as_str()));
        let moved = office.ticket_status(second.token()).await.ok();
        assert_eq!(moved.body["people_ahead"], 0);
        let wait = &moved.body["wait"];
        if !wait.is_null() {
            assert!(wait["from_minutes"].as_f64() <= wait["to_minutes"].as_f64(), "an honest range: {wait}");
        }
    }

    async fn r31_whoever_leaves_by_the_ticket_link_is_cancelled(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        let ticket = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        office.http.post(&format!("tickets/{}/leave", ticket.token()), None, serde_json::json!({})).await.ok();
        assert_eq!(office.ticket_state(ticket.token()).await, "cancelled");
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        assert!(clerk.calls_next().await.ok().body["ticket"].is_null(), "nobody waits");
    }

    async fn r35_a_clock_set_back_repeats_no_number_and_keeps_the_order(office: Office) {
        let (service, kiosk) = (office.sample.shared_service(), office.kiosk());
        office.clock(today("10:00")).await;
        let first = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        office.clock(today("09:00")).await;
        let second = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
        assert_eq!(second.number(), first.number() + 1);
        assert!(instant(&second.issued_at) >= instant(&first.issued_at), "an arrival is never earlier than the one before");
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        assert_eq!(clerk.calls_next().await.ticket().code, first.code, "first come, first called");
        office.clock(today("11:00") + TimeDelta::days(1)).await;
        office.clock(today("11:00")).await;
        let third = kiosk.takes_ticket(&service.id).await;
        assert!(third.status < 500, "{}", third.text);
    }
}
