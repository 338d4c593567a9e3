//! Call, recall, start, finish, no-show, pause: transitions 5–9, 17, 18.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r32_a_visit_from_call_to_finish(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let clerk = hall.clerk();
        let called = clerk.calls_next().await.with_status(200);
        assert_eq!(called.ticket().code, ticket.code);
        assert!(called.body["reason"].is_string(), "the reason of the call is told: {}", called.text);
        assert_eq!(clerk.desk_state().await, "called");
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
        let serving = clerk.starts().await.with_status(200);
        assert_eq!(serving.body["state"], "serving", "a desk command answers with the desk's view");
        assert_eq!(serving.body["current"]["code"], ticket.code.as_str());
        assert_eq!(office.ticket_state(ticket.token()).await, "serving");
        let free = clerk.finishes().await.with_status(200);
        assert_eq!(free.body["state"], "free");
        assert!(free.body["current"].is_null());
        assert_eq!(office.ticket_state(ticket.token()).await, "finished");
    }

    async fn r32_nobody_waits_and_the_answer_says_so(office: Office) {
        let hall = Hall::of(&office).await;
        let answer = hall.clerk().calls_next().await.with_status(200);
        assert!(answer.body["ticket"].is_null() && answer.body.as_object().expect("an object").contains_key("ticket"));
        assert_eq!(hall.clerk().desk_state().await, "free", "the first command of the day opened the desk");
    }

    async fn r32_a_desk_is_closed_until_its_clerks_first_command(office: Office) {
        let hall = Hall::of(&office).await;
        assert_eq!(hall.clerk().desk_state().await, "closed");
        hall.clerk().calls_next().await.ok();
        assert_eq!(hall.clerk().desk_state().await, "free");
        assert_eq!(hall.other().desk_state().await, "closed");
    }

    async fn r32_next_while_serving_finishes_and_calls(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        assert_eq!(hall.clerk().calls_next().await.ticket().code, second.code);
        assert_eq!(office.ticket_state(first.token()).await, "finished");
        assert_eq!(office.ticket_state(second.token()).await, "called");
    }

    async fn r32_next_while_serving_and_nobody_waits_finishes(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        assert!(hall.clerk().calls_next().await.ok().body["ticket"].is_null());
        assert_eq!(office.ticket_state(ticket.token()).await, "finished");
        assert_eq!(hall.clerk().desk_state().await, "free");
    }

    async fn r33_a_recall_counts(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        for recalls in 1..=2 {
            let view = hall.clerk().recalls().await.with_status(200);
            assert_eq!(view.body["current"]["recalls"], recalls);
        }
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
    }

    async fn r34_a_no_show_frees_the_desk_and_is_listed(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        let view = hall.clerk().no_show().await.with_status(200);
        assert_eq!(view.body["state"], "free");
        assert_eq!(view.body["no_shows"][0]["code"], ticket.code.as_str());
        assert_eq!(office.ticket_state(ticket.token()).await, "no_show");
    }

    async fn r34_who_did_not_come_can_be_called_again_or_brought_back(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        for _ in 0..2 {
            hall.clerk().calls_next().await.ok();
            hall.clerk().no_show().await.ok();
        }
        assert_eq!(hall.clerk().calls(&first.id).await.with_status(200).ticket().code, first.code);
        assert_eq!(office.ticket_state(first.token()).await, "called");
        hall.other().reactivates(&second.id).await.with_status(200);
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
        assert_eq!(hall.other().calls_next().await.ticket().code, second.code, "same day, same code");
    }

    async fn r32_a_finished_and_a_cancelled_ticket_can_be_brought_back(office: Office) {
        let hall = Hall::of(&office).await;
        let (finished, cancelled) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        hall.clerk().finishes().await.ok();
        office.http.post(&format!("tickets/{}/leave", cancelled.token()), None, json!({})).await.ok();
        for ticket in [&finished, &cancelled] {
            hall.clerk().reactivates(&ticket.id).await.with_status(200);
            assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        }
    }

    async fn r32_this_very_ticket_can_be_called_by_hand(office: Office) {
        let hall = Hall::of(&office).await;
        let (_, second) = (hall.ticket().await, hall.ticket().await);
        assert_eq!(hall.clerk().calls(&second.id).await.with_status(200).ticket().code, second.code);
        hall.clerk().starts().await.ok();
        let third = hall.ticket().await;
        hall.clerk().calls(&third.id).await.refused_with("desk_busy");
        assert_eq!(hall.clerk().finishes_and_calls(&third.id).await.ticket().code, third.code);
        assert_eq!(office.ticket_state(second.token()).await, "finished");
    }

    async fn r32_a_paused_desk_calls_nobody_until_it_resumes(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let view = hall.clerk().pauses().await.with_status(200);
        assert_eq!(view.body["state"], "paused");
        hall.clerk().calls_next().await.refused_with("desk_paused");
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        assert_eq!(hall.clerk().resumes().await.with_status(200).body["state"], "free");
        assert_eq!(hall.clerk().calls_next().await.ticket().code, ticket.code);
    }

    async fn r32_the_desk_view_counts_and_lists_fifty(office: Office) {
        let hall = Hall::of(&office).await;
        let mut codes = Vec::new();
        for _ in 0..60 {
            codes.push(hall.ticket().await.code);
        }
        let view = hall.clerk().view().await;
        assert_eq!(view["counts"]["waiting"], 60);
        assert_eq!(hall.clerk().waiting().await, codes[..50], "the first fifty, in the order of the calls");
        assert_eq!(view["desk"], hall.clerk().desk.as_str());
    }
}
