//! Erasing one's own data by the link (law line 22): what is gone, what stays, and what the kiosk says afterwards.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn line_22_erasing_cancels_the_visit_and_forgets_the_person(office: Office) {
        let holder = Holder::books(&office).await;
        holder.citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        let free = holder.free(holder.start).await;
        let window = acts(&holder.at("erase"), holder.digits()).await;
        assert_eq!(window.status, 200, "{}", window.text());
        assert_eq!(window.address, holder.link, "post, redirect, get");
        let said = window.text();
        assert!(said.contains("Państwa dane zostały usunięte") && said.contains("Wizyta została odwołana"), "{said}");
        for personal in [&holder.citizen.name, &holder.citizen.phone, &holder.citizen.shown_phone(), &holder.citizen.email] {
            assert!(!window.html.contains(personal.as_str()), "{personal} is still there");
        }
        let answer = holder.citizen.appointment(&holder.token).await.ok();
        assert_eq!(answer.str("state"), "cancelled");
        assert!(answer.body["phone"].is_null() && answer.body["code"].is_null(), "{}", answer.text);
        assert_eq!(holder.free(holder.start).await, free + 1, "the term is free again");
        tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
        assert_eq!(holder.citizen.letters(&office.sample.mail_dir).len(), 1, "nobody is left to write to");
        office.clock(holder.start - TimeDelta::minutes(20)).await;
        office.kiosk().check_in_by_phone(&holder.citizen.phone).await.refused_with("unknown_phone");
    }

    async fn line_22_afterwards_the_link_shows_the_final_state_and_offers_nothing(office: Office) {
        let holder = Holder::books(&office).await;
        acts(&holder.at("erase"), holder.digits()).await;
        for page in ["", "/cancel", "/move", "/resend", "/erase"] {
            let window = Window::opens(&format!("{}{page}", holder.link)).await;
            assert_eq!(window.status, 200, "{page} is no error");
            assert!(window.forms().is_empty(), "{page}: {}", window.text());
        }
        holder.citizen.cancels(&holder.token).await.ok();
        let to = serde_json::json!({ "start": okienko_tests::time::written(holder.start + TimeDelta::days(1)) });
        let refused = office.http.post(&format!("appointments/{}/move", holder.token), None, to).await;
        refused.with_status(409).refused_with("wrong_state");
    }

    async fn line_22_a_collected_ticket_outlives_the_data(office: Office) {
        let holder = Holder::books(&office).await;
        office.clock(holder.start - TimeDelta::minutes(20)).await;
        let ticket = office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201).ticket();
        let window = acts(&holder.at("erase"), holder.digits()).await;
        assert!(window.status == 200 && window.text().contains("Odebrany bilet pozostaje ważny"), "{}", window.text());
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting", "the place in the queue is kept");
        assert_eq!(holder.state().await, "collected");
        office.kiosk().check_in_by_phone(&holder.citizen.phone).await.refused_with("unknown_phone");
    }

    async fn line_22_a_cancelled_visit_can_be_erased_before_its_hour(office: Office) {
        let holder = Holder::books(&office).await;
        holder.citizen.cancels(&holder.token).await.ok();
        let mut window = Window::opens(&holder.link).await;
        window.follows("/erase").await;
        assert!(!window.text().contains("Usuń dane i odwołaj"), "there is nothing left to cancel: {}", window.text());
        let filled = form(&window).fill("digits", holder.digits());
        window.sends(&filled).await;
        assert!(window.text().contains("Państwa dane zostały usunięte"), "{}", window.text());
        assert!(holder.citizen.appointment(&holder.token).await.ok().body["phone"].is_null());
    }

    async fn line_22_erasing_one_visit_leaves_the_others(office: Office) {
        let holder = Holder::books(&office).await;
        let later = holder.citizen.slot_after(&holder.service.id, warsaw("2026-11-24", "13:00")).await;
        let other = holder.citizen.books(&holder.service.id, later.start).await.with_status(201);
        acts(&holder.at("erase"), holder.digits()).await;
        let kept = holder.citizen.appointment(other.str("token")).await.ok();
        assert_eq!((kept.str("state"), kept.str("phone")), ("booked", holder.citizen.shown_phone().as_str()));
        office.clock(later.start - TimeDelta::minutes(20)).await;
        office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201);
    }
}
