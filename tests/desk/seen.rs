//! Two windows, two people at one desk: a command decided on an old view is refused by name and does nothing.

use okienko_tests::on_both_engines;
use serde_json::{Value, json};

use super::*;

on_both_engines! {
    async fn r32_a_command_for_another_ticket_than_the_one_at_hand_is_refused(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        let clerk = hall.clerk();
        clerk.commands("call-next", json!({ "seen": null })).await.with_status(200);
        clerk.commands("call-next", json!({ "seen": null })).await.with_status(409).refused_with("desk_changed");
        clerk.commands("no-show", json!({ "seen": second.id })).await.with_status(409).refused_with("desk_changed");
        clerk.commands("start", json!({ "seen": first.id })).await.with_status(200);
        for verb in ["finish", "hold", "transfer", "next-service", "call-next"] {
            let body = json!({ "seen": second.id, "service": hall.service.id });
            let refused = clerk.commands(verb, body).await.with_status(409).refused_with("desk_changed");
            assert!(refused.str("detail").len() > 40, "the refusal is a sentence: {}", refused.text);
        }
        assert_eq!(office.ticket_state(first.token()).await, "serving", "nothing was done");
        clerk.commands("finish", json!({ "seen": first.id })).await.with_status(200);
        assert_eq!(office.ticket_state(first.token()).await, "finished");
    }

    async fn r32_what_was_seen_need_not_be_said(office: Office) {
        let hall = Hall::of(&office).await;
        hall.ticket().await;
        hall.clerk().calls_next().await.with_status(200);
        hall.clerk().commands("start", json!({ "anything": 1 })).await.with_status(200);
        hall.clerk().commands("finish", json!({ "seen": 5 })).await.with_status(400).refused_with("malformed");
        hall.clerk().finishes().await.with_status(200);
    }

    async fn r32_an_undo_of_what_is_not_the_last_command_any_more_is_refused(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let clerk = hall.clerk();
        clerk.calls_next().await.ok();
        let offered: Value = clerk.view().await["undo"]["number"].clone();
        clerk.starts().await.ok();
        clerk.commands("undo", json!({ "seen_undo": offered })).await.with_status(409).refused_with("desk_changed");
        assert_eq!(office.ticket_state(ticket.token()).await, "serving");
        let offered: Value = clerk.view().await["undo"]["number"].clone();
        clerk.commands("undo", json!({ "seen_undo": offered })).await.with_status(200);
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
    }

    async fn r32_a_lost_answer_is_asked_for_again_and_is_no_second_command(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        let path = format!("desks/{}/call-next", hall.clerk().desk);
        let body = json!({ "seen": null });
        let once = office.http.post_keyed(&path, Some(&hall.clerk().token), "press-1", body.clone()).await;
        let again = office.http.post_keyed(&path, Some(&hall.clerk().token), "press-1", body).await;
        assert_eq!(once.with_status(200).ticket().code, first.code);
        assert_eq!(again.with_status(200).ticket().code, first.code);
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
    }
}
