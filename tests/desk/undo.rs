//! A slip of the finger: transition 11. The last command of a desk is undone within 30 s.

use okienko_tests::board::call_of;
use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r33_an_undone_call_leaves_the_boards(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let mut board = office.board().await;
        hall.clerk().calls_next().await.ok();
        board.waits_for_call(&ticket.code).await;
        let view = hall.clerk().undoes().await.with_status(200);
        assert_eq!(view.body["state"], "free");
        board.waits_until(|view| call_of(view, &ticket.code).is_none()).await;
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        assert_eq!(hall.clerk().calls_next().await.ticket().code, ticket.code, "its place is as before");
    }

    async fn r32_a_next_that_finished_one_and_called_another_is_undone_as_one(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        hall.clerk().calls_next().await.ok();
        let view = hall.clerk().undoes().await.with_status(200);
        assert_eq!(view.body["state"], "serving");
        assert_eq!(view.body["current"]["code"], first.code.as_str());
        assert_eq!(office.ticket_state(first.token()).await, "serving");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
    }

    async fn r32_every_command_of_a_desk_can_be_undone(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let clerk = hall.clerk();
        let state = async || office.ticket_state(ticket.token()).await;
        clerk.calls_next().await.ok();
        clerk.starts().await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "called", "start");
        clerk.no_show().await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "called", "no-show");
        clerk.returns().await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "called", "return");
        clerk.holds(Some(10)).await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "called", "hold");
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "serving", "finish");
        clerk.transfers_to_desk(&hall.other().desk, None).await.ok();
        clerk.undoes().await.with_status(200);
        assert_eq!(state().await, "serving", "transfer");
        assert_eq!(clerk.desk_state().await, "serving");
    }

    async fn r32_an_undone_hold_does_not_run_out_later(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        hall.clerk().holds(Some(5)).await.ok();
        hall.clerk().undoes().await.ok();
        office.advance(6).await;
        assert_eq!(office.ticket_state(ticket.token()).await, "serving");
    }

    async fn r32_after_thirty_seconds_nothing_is_undone(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        office.advance_seconds(31).await;
        hall.clerk().undoes().await.refused_with("undo_expired");
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
    }

    async fn r32_nothing_is_undone_once_somebody_else_touched_the_ticket(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().no_show().await.ok();
        hall.other().calls(&ticket.id).await.with_status(200);
        hall.clerk().undoes().await.refused_with("undo_expired");
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
        assert_eq!(hall.other().view().await["current"]["code"], ticket.code.as_str());
    }
}
