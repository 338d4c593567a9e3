//! What a desk may not do, each with its own code.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r32_next_while_a_ticket_is_called_is_refused_with_that_ticket(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        let refused = hall.clerk().calls_next().await.with_status(409).refused_with("desk_busy");
        assert!(refused.body["ticket"].to_string().contains(&first.code), "the refusal names it: {}", refused.text);
        hall.clerk().calls(&second.id).await.with_status(409).refused_with("desk_busy");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
    }

    async fn r32_commands_without_a_current_ticket_are_refused(office: Office) {
        let hall = Hall::of(&office).await;
        hall.clerk().calls_next().await.ok();
        for verb in ["recall", "start", "finish", "no-show", "hold", "return"] {
            hall.clerk().commands(verb, json!({})).await.refused_with("no_current_ticket");
        }
        hall.clerk().transfers_to_desk(&hall.other().desk, None).await.refused_with("no_current_ticket");
    }

    async fn r32_commands_in_the_wrong_state_are_refused(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        hall.clerk().calls_next().await.ok();
        hall.clerk().starts().await.ok();
        for verb in ["start", "recall", "no-show", "return"] {
            hall.clerk().commands(verb, json!({})).await.refused_with("wrong_state");
        }
        hall.clerk().unholds(&second.id).await.refused_with("wrong_state");
        hall.clerk().reactivates(&second.id).await.refused_with("wrong_state");
        hall.other().calls(&first.id).await.refused_with("wrong_state");
        assert_eq!(office.ticket_state(first.token()).await, "serving");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
    }

    async fn r32_a_clerk_acts_at_no_other_desk(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let intruder = Clerk::with_token(&office, &hall.other().desk, &hall.clerk().token);
        intruder.calls_next().await.refused_with("not_your_desk");
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
    }

    async fn r32_a_ticket_of_a_service_the_desk_does_not_offer_is_not_called(office: Office) {
        let hall = Hall::of(&office).await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let ticket = hall.kiosk.takes_ticket(&elsewhere.id).await.with_status(201).ticket();
        let refused = hall.clerk().calls(&ticket.id).await;
        assert!(["not_found", "wrong_state", "forbidden", "not_your_desk"].contains(&refused.code()), "{}", refused.text);
        assert!(hall.clerk().calls_next().await.ok().body["ticket"].is_null());
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
    }

    async fn r32_unknown_tickets_desks_and_services_are_not_found(office: Office) {
        let hall = Hall::of(&office).await;
        hall.ticket().await;
        hall.clerk().calls("no-such-ticket").await.refused_with("not_found");
        hall.clerk().calls_next().await.ok();
        hall.clerk().transfers_to_service("no-such-service", None).await.refused_with("not_found");
        hall.clerk().transfers_to_desk("no-such-desk", None).await.refused_with("not_found");
        let nowhere = Clerk::with_token(&office, "no-such-desk", &hall.clerk().token);
        nowhere.calls_next().await.refused_with("not_found");
    }

    async fn r32_a_transfer_needs_exactly_one_goal_and_a_known_mode(office: Office) {
        let hall = Hall::of(&office).await;
        hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        let both = json!({ "service": hall.service.id, "desk": hall.other().desk });
        for wrong in [json!({}), both, json!({ "desk": hall.other().desk, "mode": "sideways" })] {
            let refused = hall.clerk().commands("transfer", wrong).await;
            assert!((400..500).contains(&refused.status) && refused.is_problem(), "{}", refused.text);
        }
        assert_eq!(hall.clerk().desk_state().await, "called");
    }

    async fn r32_who_left_cannot_be_called_and_who_is_called_cannot_leave(office: Office) {
        let hall = Hall::of(&office).await;
        let (gone, called) = (hall.ticket().await, hall.ticket().await);
        let leave = async |ticket: &Ticket| {
            office.http.post(&format!("tickets/{}/leave", ticket.token()), None, json!({})).await
        };
        leave(&gone).await.ok();
        hall.clerk().calls(&gone.id).await.refused_with("wrong_state");
        hall.clerk().calls_next().await.ok();
        leave(&called).await.refused_with("wrong_state");
        assert_eq!(office.ticket_state(called.token()).await, "called");
    }
}
