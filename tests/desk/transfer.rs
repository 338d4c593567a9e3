//! To another service, desk or department: transition 15. Code, arrival and U stay.

use std::time::{Duration, Instant};

use okienko_tests::on_both_engines;
use okienko_tests::time::instant;

use super::*;

/// Calls next, starts, and returns nothing: the ticket is being served.
async fn serves(clerk: &Clerk) {
    clerk.calls_next().await.ticket();
    clerk.starts().await.ok();
}

/// Waits until a ticket handed to another department has arrived there.
pub(crate) async fn arrives(office: &Office, ticket: &Ticket) {
    let begun = Instant::now();
    while office.ticket_state(ticket.token()).await == "in_transit" {
        assert!(begun.elapsed() < Duration::from_secs(10), "{} is still in transit", ticket.code);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
}

on_both_engines! {
    async fn r32_a_transfer_within_the_department_keeps_code_and_arrival(office: Office) {
        let hall = Hall::of(&office).await;
        let sibling = office.sample.sibling_service(&hall.service.id);
        let ticket = hall.ticket().await;
        serves(hall.clerk()).await;
        assert_eq!(hall.clerk().transfers_to_service(&sibling.id, None).await.with_status(200).body["state"], "free");
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        let clerk = office.clerk(&office.sample.desks_of(&sibling.id)[0]).await;
        let called = clerk.calls_next().await.ticket();
        assert_eq!((called.code.as_str(), called.service.as_str()), (ticket.code.as_str(), sibling.id.as_str()));
        assert_eq!(instant(&called.issued_at), instant(&ticket.issued_at), "the arrival stays");
    }

    async fn r32_a_transfer_to_another_department_arrives_once_with_its_u(office: Office) {
        let hall = Hall::of(&office).await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let ticket = booked_ticket(&office, &hall.service.id, "10:00", 15).await;
        let there = office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await;
        let walk_in = hall.kiosk.takes_ticket(&elsewhere.id).await.with_status(201).ticket();
        serves(hall.clerk()).await;
        hall.clerk().transfers_to_service(&elsewhere.id, None).await.with_status(200);
        arrives(&office, &ticket).await;
        let called = there.calls_next().await.ticket();
        assert_eq!(called.code, ticket.code, "a booked visitor stays ahead of walk-ins");
        assert_eq!(called.channel, "booked");
        there.starts().await.ok();
        assert_eq!(there.calls_next().await.ticket().code, walk_in.code);
        there.starts().await.ok();
        assert!(there.calls_next().await.ok().body["ticket"].is_null(), "it arrived once");
        assert_eq!(office.ticket_state(ticket.token()).await, "finished");
    }

    async fn r32_a_transfer_to_a_desk_is_for_that_desk_only(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        serves(hall.clerk()).await;
        hall.clerk().transfers_to_desk(&hall.other().desk, None).await.with_status(200);
        assert!(hall.clerk().calls_next().await.ok().body["ticket"].is_null(), "not for this desk");
        assert_eq!(hall.other().calls_next().await.ticket().code, ticket.code);
    }

    async fn r32_the_mode_of_a_transfer_decides_the_place(office: Office) {
        let hall = Hall::of(&office).await;
        let sibling = office.sample.sibling_service(&hall.service.id);
        let waits = hall.kiosk.takes_ticket(&sibling.id).await.with_status(201).ticket();
        office.advance(1).await;
        let mut moved = Vec::new();
        for mode in ["last", "first", "by_time"] {
            let ticket = hall.kiosk.takes_ticket(&hall.service.id).await.with_status(201).ticket();
            hall.clerk().calls(&ticket.id).await.ok();
            hall.clerk().transfers_to_service(&sibling.id, Some(mode)).await.with_status(200);
            moved.push(ticket.code);
            office.advance(1).await;
        }
        let clerk = office.clerk(&office.sample.desks_of(&sibling.id)[0]).await;
        let order: Vec<String> = clerk.waiting().await;
        let place = |code: &str| order.iter().position(|one| one == code).unwrap_or_else(|| panic!("{code} in {order:?}"));
        assert!(place(&moved[1]) < place(&waits.code), "first goes ahead of all: {order:?}");
        assert!(place(&waits.code) < place(&moved[2]), "by time goes behind who came before: {order:?}");
        assert!(place(&waits.code) < place(&moved[0]), "last goes behind: {order:?}");
    }

    async fn r32_a_transfer_survives_a_kill(office: Office) {
        let hall = Hall::of(&office).await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let ticket = hall.ticket().await;
        serves(hall.clerk()).await;
        hall.clerk().transfers_to_service(&elsewhere.id, None).await.with_status(200);
        office.kill();
        office.restart().await;
        arrives(&office, &ticket).await;
        let there = office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await;
        assert_eq!(there.calls_next().await.ticket().code, ticket.code);
    }
}
