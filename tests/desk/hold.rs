//! On hold and back: transitions 12–14.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r32_a_ticket_on_hold_frees_the_desk_and_comes_back_by_hand(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        let view = hall.clerk().holds(None).await.with_status(200);
        assert_eq!(view.body["state"], "free");
        assert_eq!(view.body["held"][0]["code"], ticket.code.as_str());
        assert_eq!(office.ticket_state(ticket.token()).await, "on_hold");
        assert!(hall.other().calls_next().await.ok().body["ticket"].is_null(), "a held ticket is not called by next");
        hall.clerk().unholds(&ticket.id).await.with_status(200);
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
    }

    async fn r32_a_called_ticket_can_be_held_too(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().holds(None).await.with_status(200);
        assert_eq!(office.ticket_state(ticket.token()).await, "on_hold");
    }

    async fn r32_the_hold_ends_by_its_timer_and_keeps_the_arrival(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().holds(Some(5)).await.with_status(200);
        office.advance(4).await;
        assert_eq!(office.ticket_state(first.token()).await, "on_hold");
        office.advance(2).await;
        assert_eq!(office.ticket_state(first.token()).await, "waiting");
        assert_eq!(hall.clerk().waiting().await, [first.code.clone(), second.code], "before those who came later");
        assert_eq!(hall.clerk().calls_next().await.ticket().code, first.code);
    }

    async fn r32_a_held_ticket_can_be_called_straight_from_hold_at_any_desk(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().holds(None).await.ok();
        assert_eq!(hall.other().calls(&ticket.id).await.with_status(200).ticket().code, ticket.code);
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
    }

    async fn r32_a_timer_runs_out_while_the_server_is_down(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().holds(Some(5)).await.ok();
        office.stop();
        office.restart().await;
        assert_eq!(office.ticket_state(ticket.token()).await, "on_hold");
        office.advance(6).await;
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
    }
}
