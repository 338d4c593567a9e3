//! Another term for a visit: R9, R13, R19; the old term is given up only when the new one is firm (roles.md, Citizen 6).

use chrono::TimeDelta;
use okienko_tests::Answer;
use okienko_tests::on_both_engines;
use okienko_tests::time::{day_of, written};
use serde_json::json;

use super::*;

impl Holder {
    /// Moves over the API.
    async fn moves(&self, start: When) -> Answer {
        let http = &self.citizen.http;
        http.post(&format!("appointments/{}/move", self.token), None, json!({ "start": written(start) })).await
    }

    /// A free term of another day.
    async fn other_term(&self, day: &str) -> When {
        self.citizen.slot_after(&self.service.id, warsaw(day, "10:00")).await.start
    }
}

/// Takes all that is left of a term.
async fn fills(office: &Office, holder: &Holder, start: When) {
    for _ in 0..holder.free(start).await {
        office.citizen().books(&holder.service.id, start).await.with_status(201);
    }
    assert_eq!(holder.free(start).await, 0);
}

on_both_engines! {
    async fn r19_moving_frees_the_old_term_and_takes_the_new_one(office: Office) {
        let holder = Holder::books(&office).await;
        let free = holder.free(holder.start).await;
        let mut window = Window::opens(&holder.link).await;
        window.follows("/move").await;
        assert!(window.text().contains("Obecny termin pozostaje Państwa"), "{}", window.text());
        window.follows("/move/2026-11-26").await;
        window.follows("/move/2026-11-26/").await;
        let hour = window.address.rsplit('/').next().expect("an hour").to_owned();
        for (day, time) in [("24/11/2026", holder.start.format("%H:%M").to_string()), ("26/11/2026", hour.clone())] {
            assert!(window.text().contains(day) && window.text().contains(&time), "both terms: {}", window.text());
        }
        let filled = form(&window).fill("digits", holder.digits());
        window.sends(&filled).await;
        assert_eq!(window.address, format!("{}?moved=1", holder.link), "{}", window.text());
        assert!(window.text().contains("Wizyta została przeniesiona") && window.text().contains("26/11/2026"), "{}", window.text());
        assert_eq!(holder.hour().await, warsaw("2026-11-26", &hour));
        assert_eq!(holder.free(holder.start).await, free + 1, "the old term is free for others");
        office.clock(warsaw("2026-11-26", &hour) - TimeDelta::minutes(15)).await;
        office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201);
    }

    async fn r09_a_term_taken_meanwhile_offers_others_and_the_old_one_stays(office: Office) {
        let holder = Holder::books(&office).await;
        let wished = holder.other_term("2026-11-26").await;
        let mut window = Window::opens(&holder.at(&format!("move/{}", wished.format("%Y-%m-%d/%H:%M")))).await;
        let filled = form(&window).fill("digits", holder.digits());
        fills(&office, &holder, wished).await;
        window.sends(&filled).await;
        assert_eq!(window.status, 409, "{}", window.text());
        assert!(window.text().contains("został przed chwilą zajęty") && window.text().contains("Obecny termin nadal jest Państwa"));
        assert_eq!(holder.hour().await, holder.start, "nothing is lost");
        let again = form(&window);
        assert!(again.fields.contains(&("digits".into(), holder.digits().into())), "what was typed is kept");
        let offered = again.html.split("<input").find(|tag| tag.contains("type=\"radio\"") && tag.contains(" checked")).expect("a term");
        let value = offered.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its value").to_owned();
        let mut chosen = again.clone();
        chosen.fields.retain(|(name, _)| name != "start");
        chosen.fields.push(("start".into(), value.clone()));
        window.sends(&chosen).await;
        assert_eq!(window.address, format!("{}?moved=1", holder.link), "{}", window.text());
        assert_eq!(holder.hour().await.format("%Y-%m-%dT%H:%M").to_string(), value);
    }

    async fn r09_a_full_term_is_told_before_anything_is_sent(office: Office) {
        let holder = Holder::books(&office).await;
        let wished = holder.other_term("2026-11-26").await;
        fills(&office, &holder, wished).await;
        let window = Window::opens(&holder.at(&format!("move/{}", wished.format("%Y-%m-%d/%H:%M")))).await;
        assert_eq!(window.status, 409);
        assert!(window.html.contains("type=\"radio\""), "others are offered at once: {}", window.text());
        let refused = holder.moves(wished).await.with_status(409).refused_with("slot_taken");
        assert!(!refused.body["nearest"].as_array().expect("terms").is_empty(), "{}", refused.text);
        assert_eq!(holder.hour().await, holder.start);
    }

    async fn r19_after_as_many_moves_as_are_allowed_the_visit_stays(office: Office) {
        let holder = Holder::books(&office).await;
        let review = holder.move_to("2026-11-27").await;
        let mut terms = holder.citizen.slots_on(&holder.service.id, "2026-11-26").await.into_iter();
        for n in 1..=5 {
            let to = terms.next().expect("a free term").start;
            let moved = holder.moves(to).await;
            assert_eq!(moved.status, 200, "move {n}: {}", moved.text);
        }
        let last = holder.hour().await;
        holder.moves(terms.next().expect("a free term").start).await.with_status(422).refused_with("limit_reached");
        for page in [holder.at("move"), holder.at("move/2026-11-27"), review] {
            let window = Window::opens(&page).await;
            assert_eq!(window.status, 200, "{page}");
            assert!(window.forms().is_empty() && window.text().contains("Obecny termin pozostaje bez zmian"), "{}", window.text());
        }
        assert_eq!(holder.hour().await, last);
        assert_eq!(acts(&holder.at("cancel"), holder.digits()).await.status, 200);
        assert_eq!(holder.state().await, "cancelled", "it can still be cancelled");
    }

    async fn r13_a_visit_makes_way_for_itself_and_for_no_other(office: Office) {
        let holder = Holder::books(&office).await;
        let slots = holder.citizen.slots_on(&holder.service.id, "2026-11-24").await;
        let next = slots.iter().find(|slot| slot.start > holder.start).expect("the next term").start;
        holder.moves(next).await.with_status(200);
        assert_eq!(holder.hour().await, next, "one term on, although the two follow each other closely");
        let elsewhere = office.sample.service_elsewhere(&holder.service.id);
        let other = holder.citizen.slot_after(&elsewhere.id, warsaw("2026-11-25", "10:00")).await;
        holder.citizen.books(&elsewhere.id, other.start).await.with_status(201);
        let own = holder.citizen.slots_on(&holder.service.id, "2026-11-25").await;
        let at_once = own.iter().rfind(|slot| slot.start <= other.start).expect("a term at the same time").start;
        let window = acts(&holder.at(&format!("move/{}", at_once.format("%Y-%m-%d/%H:%M"))), holder.digits()).await;
        assert_eq!(window.status, 422, "{}", window.text());
        assert!(window.text().contains("o tej samej porze"), "{}", window.text());
        assert_eq!(holder.hour().await, next, "the visit stays where it was");
    }

    async fn r08_terms_outside_the_calendar_are_refused(office: Office) {
        let holder = Holder::books(&office).await;
        for (term, code, status) in [("2026-12-08T09:00:00", "outside_horizon", 422), ("2026-11-20T09:00:00", "slot_in_past", 422),
            ("2026-11-25T09:01:00", "not_a_slot", 422)] {
            let (day, time) = term.split_once('T').expect("a day and an hour");
            holder.moves(warsaw(day, time)).await.with_status(status).refused_with(code);
            let window = Window::opens(&holder.at(&format!("move/{day}/{}", &time[..5]))).await;
            assert_eq!(window.status, status, "{code}: {}", window.text());
        }
        for nonsense in ["move/tomorrow", "move/2026-11-25/9", "move/2026-13-40", "move/2026-11-25/25:61"] {
            assert_eq!(Window::opens(&holder.at(nonsense)).await.status, 404, "{nonsense}");
        }
        office.http.post(&format!("appointments/{}/move", holder.token), None, json!({ "start": "soon" })).await.with_status(400);
        office.http.post(&format!("appointments/{}/move", holder.token), None, json!({})).await.with_status(400);
        holder.is_untouched(&office).await;
    }

    async fn line_38_the_same_key_moves_once_and_answers_the_same(office: Office) {
        let holder = Holder::books(&office).await;
        let (to, other) = (holder.other_term("2026-11-26").await, holder.other_term("2026-11-27").await);
        let (path, key) = (format!("appointments/{}/move", holder.token), okienko_tests::chance::fresh());
        let body = json!({ "start": written(to) });
        let first = office.http.post_keyed(&path, None, &key, body.clone()).await.with_status(200);
        holder.moves(other).await.with_status(200);
        let twin = office.http.post_keyed(&path, None, &key, body).await.with_status(200);
        assert_eq!(first.text, twin.text);
        assert_eq!(holder.hour().await, other, "the late twin moves nothing");
        office.http.post_keyed(&path, None, &key, json!({ "start": written(other) })).await.with_status(422).refused_with("key_reused");
    }

    async fn r19_what_is_over_is_not_moved(office: Office) {
        let (one, two) = (Holder::books(&office).await, Holder::books_from(&office, warsaw("2026-11-25", "10:00")).await);
        one.citizen.cancels(&one.token).await.ok();
        one.moves(one.other_term("2026-11-26").await).await.with_status(409).refused_with("wrong_state");
        assert_eq!(one.state().await, "cancelled");
        office.clock(two.start + TimeDelta::minutes(1)).await;
        two.moves(two.other_term("2026-11-27").await).await.with_status(409).refused_with("wrong_state");
        office.clock(two.start + TimeDelta::days(1)).await;
        two.moves(two.other_term("2026-11-27").await).await.with_status(409).refused_with("wrong_state");
        assert_eq!(day_of(two.hour().await), "2026-11-25");
    }
}
