//! Given back to the queue: transition 10.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r32_a_returned_ticket_keeps_its_place_but_is_not_offered_for_two_minutes(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second, third) = (hall.ticket().await, hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        let view = hall.clerk().returns().await.with_status(200);
        assert_eq!(view.body["state"], "free");
        assert_eq!(office.ticket_state(first.token()).await, "waiting");
        assert_eq!(hall.clerk().calls_next().await.ticket().code, second.code, "somebody else first");
        office.advance_seconds(121).await;
        assert_eq!(hall.other().calls_next().await.ticket().code, first.code, "then its old place counts");
        assert_eq!(office.ticket_state(third.token()).await, "waiting");
    }

    async fn r32_a_returned_ticket_is_offered_at_once_when_nobody_else_waits(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().returns().await.ok();
        assert_eq!(hall.clerk().calls_next().await.ticket().code, ticket.code, "nobody eligible waits in vain");
    }

    async fn r32_a_return_touches_nobody_elses_ticket(office: Office) {
        let hall = Hall::of(&office).await;
        let (held, _) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().holds(None).await.ok();
        hall.clerk().calls_next().await.ok();
        hall.clerk().returns().await.ok();
        assert_eq!(office.ticket_state(held.token()).await, "on_hold", "what is parked stays parked");
    }
}
