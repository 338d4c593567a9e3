//! Leaving the queue: a step of its own, a tick and a press; nothing else changes anything (law lines 6 and 33).

use okienko_tests::on_both_engines;
use okienko_tests::page::{Form, Window};
use reqwest::Method;

use super::*;

/// Opens the page and goes on to the question.
async fn asks(office: &Office, ticket: &Ticket) -> (Window, Form) {
    let mut window = Window::opens(&page(office, ticket)).await;
    assert!(window.forms().is_empty(), "the status page itself holds no form");
    window.follows("/leave").await;
    let form = window.form_with("csrf").ticks("sure", "yes");
    (window, form)
}

/// The form as it is sent without the tick.
fn unticked(form: &Form) -> Form {
    let mut form = form.clone();
    form.fields.retain(|(name, _)| name != "sure");
    form
}

on_both_engines! {
    async fn leaving_needs_a_tick_and_a_press_and_shows_the_end(office: Office) {
        let (_, _, tickets) = queue(&office, 2).await;
        let (mut window, form) = asks(&office, &tickets[1]).await;
        assert!(window.text().contains(&tickets[1].code) && window.text().contains("1 osoba"), "{}", window.text());
        window.sends(&unticked(&form)).await;
        assert_eq!(window.status, 422);
        assert!(window.html.contains("id=\"sure-error\"") && window.html.contains("href=\"#sure\""), "{}", window.html);
        assert_eq!(office.ticket_state(tickets[1].token()).await, "waiting");
        let form = window.form_with("csrf").ticks("sure", "yes");
        window.sends(&form).await;
        assert_eq!(window.status, 200, "{}", window.html);
        assert_eq!(window.address, page(&office, &tickets[1]), "back at the ticket");
        assert!(window.text().contains("Bilet został anulowany"), "{}", window.text());
        assert_eq!(office.ticket_state(tickets[1].token()).await, "cancelled");
        window.goes_to(&format!("{}/leave", page(&office, &tickets[1]))).await;
        assert_eq!(window.address, page(&office, &tickets[1]), "nothing is left to leave");
        assert_eq!(office.ticket_state(tickets[0].token()).await, "waiting", "the other stays");
    }

    async fn opening_and_looking_ahead_change_nothing(office: Office) {
        let (_, _, tickets) = queue(&office, 1).await;
        let address = page(&office, &tickets[0]);
        let mut window = Window::opens(&address).await;
        for target in [address.clone(), format!("{address}/leave"), format!("{address}/events")] {
            for method in [Method::HEAD, Method::OPTIONS] {
                window.asks(method, &target, None).await;
                assert!(window.status < 300, "{target}: {}", window.status);
            }
        }
        window.goes_to(&format!("{address}/leave")).await;
        office.http.get(&format!("tickets/{}/leave", tickets[0].token()), None).await.with_status(405);
        assert_eq!(office.ticket_state(tickets[0].token()).await, "waiting");
    }

    async fn a_post_from_elsewhere_changes_nothing(office: Office) {
        let (_, _, tickets) = queue(&office, 2).await;
        let (_, form) = asks(&office, &tickets[0]).await;
        let mut stranger = Window::opens(&page(&office, &tickets[1])).await;
        stranger.sends(&Form { action: office.http.url(&form.action), ..form.clone() }).await;
        assert_eq!(stranger.status, 422, "without the cookie of the page");
        let (mut owner, other) = asks(&office, &tickets[1]).await;
        owner.sends(&Form { action: office.http.url(&form.action), ..other }).await;
        assert_eq!(owner.status, 422, "with the form of another ticket");
        assert_eq!(office.ticket_state(tickets[0].token()).await, "waiting");
    }

    async fn who_was_called_meanwhile_is_shown_the_call(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let (mut window, form) = asks(&office, &tickets[0]).await;
        clerk.calls_next().await.ok();
        window.sends(&form).await;
        assert_eq!(window.status, 409, "{}", window.html);
        assert!(window.text().contains("Zapraszamy do stanowiska"), "{}", window.text());
        assert_eq!(office.ticket_state(tickets[0].token()).await, "called");
    }

    async fn a_double_press_leaves_once(office: Office) {
        let (_, _, tickets) = queue(&office, 1).await;
        let (mut window, form) = asks(&office, &tickets[0]).await;
        window.sends(&form).await;
        window.sends(&form).await;
        assert_eq!((window.status, window.address.as_str()), (200, page(&office, &tickets[0]).as_str()));
        assert_eq!(office.ticket_state(tickets[0].token()).await, "cancelled");
    }
}
