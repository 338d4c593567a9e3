//! The cancel link: R18, R19. Opening it changes nothing; the button does.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::page::{Form, Window};
use reqwest::Method;

use super::*;

async fn link(office: &Office, citizen: &Citizen, answer: &Answer) -> String {
    let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
    letter.link_with(answer.str("token"))
}

/// Opens the link and goes on to the page with the button, where that is a page of its own.
async fn opens_the_page(link: &str) -> Window {
    let mut window = Window::opens(link).await;
    if window.forms().iter().all(|form| form.method != "post") && window.html.contains("/cancel\"") {
        window.follows("/cancel").await;
    }
    window
}

/// The form on the page that cancels, if there is one, with the last digits of the phone filled in.
fn cancel_form(window: &Window, citizen: &Citizen) -> Option<Form> {
    let mut form = window.forms().into_iter().find(|form| form.method == "post" && form.action.contains("/cancel"))?;
    for (name, value) in &mut form.fields {
        if name.contains("digits") || name.contains("phone") {
            *value = citizen.phone[6..].to_owned();
        }
    }
    Some(form)
}

/// Opens the link and presses the button.
async fn presses_the_button(link: &str, citizen: &Citizen) -> Window {
    let mut window = opens_the_page(link).await;
    let form =
        cancel_form(&window, citizen).unwrap_or_else(|| panic!("no button at {}:\n{}", window.address, window.html));
    window.sends(&form).await;
    window
}

on_both_engines! {
    async fn r18_opening_the_link_changes_nothing(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let link = link(&office, &citizen, &answer).await;
        let mut window = Window::opens(&link).await;
        assert_eq!(window.status, 200, "{}", window.html);
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::GET] {
            window.asks(method, &link, None).await;
        }
        window.asks(Method::GET, &format!("{link}/cancel"), None).await;
        window.asks(Method::HEAD, &format!("{link}/cancel"), None).await;
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked");
        office.http.get(&format!("appointments/{}/cancel", answer.str("token")), None).await.with_status(405);
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked");
    }

    async fn r18_the_button_on_the_page_cancels(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let link = link(&office, &citizen, &answer).await;
        let window = presses_the_button(&link, &citizen).await;
        assert_eq!(window.status, 200, "{}", window.html);
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "cancelled");
        let again = opens_the_page(&link).await;
        assert_eq!(again.status, 200, "a used link shows the final state");
        assert!(cancel_form(&again, &citizen).is_none(), "there is nothing left to cancel:\n{}", again.text());
    }

    async fn r18_a_post_from_elsewhere_does_not_cancel(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let link = link(&office, &citizen, &answer).await;
        let form = cancel_form(&opens_the_page(&link).await, &citizen).expect("a button");
        let mut stranger = Window::opens(&office.sample.pages.booking).await;
        let target = if form.action.is_empty() { link } else { office.http.url(&form.action) };
        stranger.asks(Method::POST, &target, Some(String::new())).await;
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked", "{}", stranger.html);
    }

    async fn r18_cancelling_twice_shows_the_state_and_changes_nothing(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let token = answer.str("token");
        assert_eq!(citizen.cancels(token).await.ok().str("state"), "cancelled");
        let twice = citizen.cancels(token).await;
        assert!(twice.status < 500 && (twice.code() == "appointment_cancelled" || twice.body["state"] == "cancelled"
            || twice.code() == "wrong_state"), "{}", twice.text);
        assert_eq!(citizen.appointment(token).await.ok().str("state"), "cancelled");
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(citizen.letters(&office.sample.mail_dir).len(), 2, "one confirmation, one cancellation, no third letter");
    }

    async fn r18_cancelling_after_collecting_shows_the_state_and_changes_nothing(office: Office) {
        let (citizen, _, start, answer) = booked(&office).await;
        office.clock(start - TimeDelta::minutes(20)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        let refused = citizen.cancels(answer.str("token")).await;
        assert!(refused.code() == "already_collected" || refused.body["state"] == "collected" || refused.code() == "wrong_state",
            "{}", refused.text);
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "collected");
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting", "the ticket stands");
    }

    async fn r18_cancelling_after_the_hour_shows_the_state_and_changes_nothing(office: Office) {
        let (citizen, _, start, answer) = booked(&office).await;
        office.clock(start + TimeDelta::minutes(5)).await;
        let refused = citizen.cancels(answer.str("token")).await;
        assert!(refused.status < 500, "{}", refused.text);
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "not_collected");
    }

    async fn r19_cancelling_frees_the_term_and_is_confirmed_by_mail(office: Office) {
        let (citizen, service, start, answer) = booked(&office).await;
        let free = |slots: Vec<okienko_tests::citizen::Slot>| {
            slots.iter().find(|slot| slot.start == start).map_or(0, |slot| slot.free)
        };
        let before = free(citizen.slots_on(&service.id, "2026-11-24").await);
        citizen.cancels(answer.str("token")).await.ok();
        assert_eq!(free(citizen.slots_on(&service.id, "2026-11-24").await), before + 1);
        let letters = citizen.waits_for_letters(&office.sample.mail_dir, 2).await;
        let text = letters[1].text().to_lowercase();
        assert!(text.contains("anulowa") || text.contains("odwołan"), "{text}");
        assert!(letters[1].text().contains(&start.format("%d/%m/%Y").to_string()));
    }

    async fn r19_a_cancelled_visit_cannot_be_collected(office: Office) {
        let (citizen, _, start, answer) = booked(&office).await;
        citizen.cancels(answer.str("token")).await.ok();
        office.clock(start - TimeDelta::minutes(20)).await;
        office.kiosk().check_in_by_phone(&citizen.phone).await.refused_with("appointment_cancelled");
        office.kiosk().check_in_by_code(answer.str("code")).await.refused_with("appointment_cancelled");
    }

    async fn r18_a_wrong_or_cut_secret_opens_nothing(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let token = answer.str("token");
        let mut wrong = token.to_owned();
        let last = wrong.pop().expect("a secret is not empty");
        wrong.push(if last == 'A' { 'B' } else { 'A' });
        // The last sign may carry unused bits: spoil the middle as well.
        let middle = wrong.len() - 6;
        wrong.replace_range(middle..=middle, if &wrong[middle..=middle] == "x" { "y" } else { "x" });
        for bad in [wrong.as_str(), &token[..token.len() - 4], answer.str("id"), "x", "%00", "..%2f..%2f"] {
            citizen.appointment(bad).await.with_status(404).refused_with("not_found");
            citizen.cancels(bad).await.with_status(404).refused_with("not_found");
        }
        assert_eq!(citizen.appointment(token).await.ok().str("state"), "booked");
    }
}
