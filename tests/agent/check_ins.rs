//! Booked visits without the server: R23–R29.

use chrono::TimeDelta;
use okienko_tests::Way;
use okienko_tests::agent::another_kiosk;

use super::*;

/// A hall whose kiosk knows a visit that can be collected, and has lost the server.
async fn alone_with_a_visit() -> (Hall, Visit) {
    let office = Office::open(Engine::Sqlite).await;
    let visit = Visit::booked(&office, "10:00").await;
    office.clock(visit.start - TimeDelta::minutes(10)).await;
    let hall = Hall::over(office).await;
    hall.agent.is_ready_alone().await;
    hall.agent.knows_visits(1).await;
    hall.wire.set(Way::Refused).await;
    hall.agent.is("server", "away".into()).await;
    (hall, visit)
}

#[test]
fn r26_a_code_gives_a_u_ticket_that_is_collected_at_the_server_later() {
    told(async {
        let (hall, visit) = alone_with_a_visit().await;
        let answer = hall.agent.checks_in(visit.code()).await.with_status(201);
        assert!(answer.ticket().code.starts_with('U'));
        assert_eq!(answer.ticket().channel, "booked");
        hall.agent.checks_in(visit.code()).await.refused_with("already_collected");
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        assert_eq!(visit.state().await, "collected");
        assert_eq!(hall.state_of(&answer).await, "waiting");
        hall.agent.checks_in(visit.code()).await.refused_with("already_collected");
    });
}

#[test]
fn r25_refusals_without_the_server_have_the_servers_codes() {
    told(async {
        let (hall, visit) = alone_with_a_visit().await;
        for _ in 0..10 {
            hall.agent.checks_in("000000").await.refused_with("unknown_phone");
        }
        hall.agent.checks_in(visit.code()).await.refused_with("throttled");
        hall.agent.touches(&hall.service().id).await.with_status(201);
    });
}

#[test]
fn r24_the_window_is_judged_by_office_time_without_the_server() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let visit = Visit::booked(&office, "10:00").await;
        let hall = Hall::over(office).await;
        hall.agent.knows_visits(1).await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let refused = hall.agent.checks_in(visit.code()).await.refused_with("too_early");
        let opens = okienko_tests::time::instant(refused.str("opens_at"));
        assert_eq!(opens, visit.start - TimeDelta::minutes(30));
    });
}

#[test]
fn r27_two_kiosks_in_the_same_instant_collect_a_visit_once() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let visit = Visit::booked(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(10)).await;
        let token = another_kiosk(&office).await;
        // Patient enough for a machine under load: the question is who collects, not who is late.
        let patient = [("TIMING__ANSWER_MS", "8000"), ("TIMING__PATIENCE_MS", "9000")];
        let hall = Hall::over_with(office, &patient).await;
        let second = KioskAgent::start(hall.office.sample.base_url.trim_end_matches('/'), Some(&token), &patient).await;
        second.is("server", "online".into()).await;
        let (one, two) = tokio::join!(hall.agent.checks_in(visit.code()), second.checks_in(visit.code()));
        let (given, refused) = if one.status == 201 { (one, two) } else { (two, one) };
        given.with_status(201);
        refused.refused_with("already_collected");
    });
}

#[test]
fn r27_offline_and_online_collect_a_visit_once_and_both_keep_a_place() {
    told(async {
        let (hall, visit) = alone_with_a_visit().await;
        let offline = hall.agent.checks_in(visit.code()).await.with_status(201);
        let online = hall.office.kiosk().check_in_by_code(visit.code()).await.with_status(201);
        hall.wire.set(Way::Open).await;
        hall.agent.settles().await;
        assert_eq!(hall.agent.count("entries WHERE state = 'conflict'"), 1);
        assert_eq!(hall.state_of(&online).await, "waiting");
        assert_eq!(hall.state_of(&offline).await, "waiting");
        assert_eq!(visit.state().await, "collected");
    });
}

#[test]
fn r27_two_offline_kiosks_collect_a_visit_once_and_both_keep_a_place() {
    told(async {
        let office = Office::open(Engine::Sqlite).await;
        let visit = Visit::booked(&office, "10:00").await;
        office.clock(visit.start - TimeDelta::minutes(10)).await;
        let token = another_kiosk(&office).await;
        let hall = Hall::over(office).await;
        let wire = Wire::to(&hall.office.sample.base_url).await;
        let second = KioskAgent::start(&wire.url(), Some(&token), &[]).await;
        for (kiosk, wire) in [(&hall.agent, &hall.wire), (&second, &wire)] {
            kiosk.is_ready_alone().await;
            kiosk.knows_visits(1).await;
            wire.set(Way::Refused).await;
            kiosk.is("server", "away".into()).await;
        }
        let (one, two) = tokio::join!(hall.agent.checks_in(visit.code()), second.checks_in(visit.code()));
        let (one, two) = (one.with_status(201), two.with_status(201));
        assert_ne!(one.ticket().code, two.ticket().code);
        tokio::join!(hall.wire.set(Way::Open), wire.set(Way::Open));
        hall.agent.settles().await;
        second.settles().await;
        let conflicts =
            hall.agent.count("entries WHERE state = 'conflict'") + second.count("entries WHERE state = 'conflict'");
        assert_eq!(conflicts, 1);
        for given in [&one, &two] {
            assert_eq!(hall.state_of(given).await, "waiting");
        }
    });
}
