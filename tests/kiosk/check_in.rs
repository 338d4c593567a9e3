//! Check-in of a booked visit: R23, R25–R28, R30, R32.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::time::instant;

use super::*;

on_both_engines! {
    async fn r26_check_in_gives_a_ticket_of_the_class_u(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        let answer = office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201);
        let ticket = answer.ticket();
        assert!(ticket.code.starts_with('U') && ticket.code.len() >= 4, "{}", ticket.code);
        assert_eq!((ticket.channel.as_str(), ticket.state.as_str()), ("booked", "waiting"));
        assert_eq!(ticket.service, visit.service.id);
        assert_eq!(instant(ticket.booked_for.as_deref().expect("the booked hour")), visit.start);
        assert!(answer.body["ticket"]["people_ahead"].is_u64() && answer.body["ticket"]["status_url"].is_string());
        assert_eq!(visit.citizen.appointment(visit.answer.str("token")).await.ok().str("state"), "collected");
    }

    async fn r23_check_in_works_by_the_code_of_the_visit_too(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        let ticket = office.kiosk().check_in_by_code(visit.answer.str("code")).await.with_status(201).ticket();
        assert!(ticket.code.starts_with('U'));
        office.kiosk().check_in_by_phone(&visit.citizen.phone).await.refused_with("already_collected");
    }

    async fn r25_each_refusal_has_its_own_code_and_no_ticket(office: Office) {
        let kiosk = office.kiosk();
        let visit = visit(&office, "11:00").await;
        let stranger = office.citizen();
        let tomorrow = office.citizen();
        let slot = tomorrow.slot_after(&visit.service.id, warsaw("2026-11-24", "10:00")).await;
        tomorrow.books(&visit.service.id, slot.start).await.with_status(201);
        kiosk.check_in_by_phone(&stranger.phone).await.refused_with("unknown_phone");
        kiosk.check_in_by_phone(&tomorrow.phone).await.refused_with("not_today");
        let early = kiosk.check_in_by_phone(&visit.citizen.phone).await.refused_with("too_early");
        assert_eq!(instant(early.str("opens_at")), visit.start - TimeDelta::minutes(30));
        office.clock(visit.start - TimeDelta::minutes(10)).await;
        kiosk.check_in_by_phone(&visit.citizen.phone).await.with_status(201);
        let again = kiosk.check_in_by_phone(&visit.citizen.phone).await.refused_with("already_collected");
        assert!(again.body.get("ticket").is_none_or(serde_json::Value::is_null));
    }

    async fn r25_refusals_show_nothing_personal(office: Office) {
        let visit = visit(&office, "11:00").await;
        let refused = office.kiosk().check_in_by_phone(&visit.citizen.phone).await.refused_with("too_early");
        for secret in [&visit.citizen.name, &visit.citizen.email, &visit.citizen.phone, &visit.service.name] {
            assert!(!refused.text.contains(secret.as_str()), "{secret} in {}", refused.text);
        }
    }

    async fn r27_two_kiosks_in_the_same_instant_collect_once(office: Office) {
        for time in ["10:00", "11:00", "12:00"] {
            let visit = visit(&office, time).await;
            office.clock(visit.start - TimeDelta::minutes(15)).await;
            let (one, other) = (office.kiosk(), office.kiosk());
            let phone = &visit.citizen.phone;
            let (first, second) = tokio::join!(one.check_in_by_phone(phone), other.check_in_by_phone(phone));
            let (won, lost) = if first.status == 201 { (first, second) } else { (second, first) };
            won.with_status(201).ticket();
            lost.refused_with("already_collected");
        }
    }

    async fn r28_one_entry_gives_one_ticket_the_nearest_first(office: Office) {
        let first = visit(&office, "10:00").await;
        let second = office.citizen();
        let elsewhere = office.sample.service_elsewhere(&first.service.id);
        let same_person = Citizen { phone: first.citizen.phone.clone(), ..second };
        let later = same_person.slot_after(&elsewhere.id, first.start + TimeDelta::minutes(1)).await;
        let mut start = later.start;
        let mut booked = same_person.books(&elsewhere.id, start).await;
        while booked.code() == "overlapping_appointment" {
            start = same_person.slot_after(&elsewhere.id, start + TimeDelta::minutes(1)).await.start;
            booked = same_person.books(&elsewhere.id, start).await;
        }
        booked.with_status(201);
        office.clock((start - TimeDelta::minutes(30)).min(first.start)).await;
        let both_in_window = start - TimeDelta::minutes(30) <= first.start;
        let kiosk = office.kiosk();
        let one = kiosk.check_in_by_phone(&first.citizen.phone).await.with_status(201).ticket();
        assert_eq!(instant(one.booked_for.as_deref().expect("the hour")), first.start, "the nearest comes first");
        if !both_in_window {
            office.clock(start - TimeDelta::minutes(20)).await;
        }
        let two = kiosk.check_in_by_phone(&first.citizen.phone).await.with_status(201).ticket();
        assert_eq!(instant(two.booked_for.as_deref().expect("the hour")), start);
        assert_ne!(one.code, two.code, "departments never show the same U number");
        kiosk.check_in_by_phone(&first.citizen.phone).await.refused_with("already_collected");
    }

    async fn r26_a_booked_ticket_has_nobody_but_booked_ones_ahead(office: Office) {
        let visit = visit(&office, "10:00").await;
        let kiosk = office.kiosk();
        for _ in 0..3 {
            kiosk.takes_ticket(&visit.service.id).await.with_status(201);
        }
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        let answer = kiosk.check_in_by_phone(&visit.citizen.phone).await.with_status(201);
        assert_eq!(answer.body["ticket"]["people_ahead"], 0);
        let walk_in = kiosk.takes_ticket(&visit.service.id).await.with_status(201);
        assert_eq!(walk_in.body["ticket"]["people_ahead"], 4);
    }

    async fn r30_a_collected_ticket_stays_valid_however_long_the_delay(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        let ticket = office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201).ticket();
        office.clock(visit.start + TimeDelta::hours(3)).await;
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        let clerk = office.clerk(&office.sample.desks_of(&visit.service.id)[0]).await;
        assert_eq!(clerk.calls_next().await.ticket().code, ticket.code);
    }

    async fn r32_the_clerk_sees_the_booked_hour_and_whether_it_is_u(office: Office) {
        let visit = visit(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(15)).await;
        let ticket = office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201).ticket();
        let view = office.clerk(&office.sample.desks_of(&visit.service.id)[0]).await.view().await;
        let waiting = view["waiting"].as_array().expect("those who wait");
        let shown = waiting.iter().find(|one| one["code"] == ticket.code.as_str()).expect("the ticket");
        assert_eq!(shown["channel"], "booked");
        assert_eq!(instant(shown["booked_for"].as_str().expect("the hour")), visit.start);
    }
}
