//! Notes on visits: what colleagues need to know goes with the ticket, to whichever desk it comes (roles.md, Clerk 7).

use okienko_tests::chance::fresh;
use okienko_tests::on_both_engines;
use serde_json::{Value, json};

use super::transfer::arrives;
use super::*;

const WORDS: &str = "Brak mapy w skali 1:500 – obiecana na 12:00.\nProszę nie odsyłać.";

/// Calls next and starts.
async fn serves(clerk: &Clerk) {
    clerk.calls_next().await.ticket();
    clerk.starts().await.ok();
}

/// The sign of a note on a ticket of one of the desk's lists.
fn sign<'a>(view: &'a Value, list: &str, ticket: &Ticket) -> &'a Value {
    let rows = view[list].as_array().unwrap_or_else(|| panic!("{list}: {view}"));
    &rows.iter().find(|row| row["id"] == ticket.id.as_str()).unwrap_or_else(|| panic!("{list}: {view}"))["note"]
}

on_both_engines! {
    async fn a_note_goes_with_the_ticket_to_another_department_and_back_into_the_queue(office: Office) {
        let hall = Hall::of(&office).await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let there = office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await;
        let ticket = hall.ticket().await;
        serves(hall.clerk()).await;
        let view = hall.clerk().notes(&ticket.id, 0, &format!("  {WORDS} \r\n")).await.with_status(200).body;
        assert_eq!((&view["current"]["note"]["number"], &view["current"]["note"]["desk"]), (&json!(1), &view["label"]));
        let read = hall.clerk().note_on(&ticket.id).await.ok().body["note"].clone();
        assert_eq!((&read["text"], &read["number"]), (&json!(WORDS), &json!(1)));
        assert!(read["at"].as_str().is_some_and(|at| at.starts_with("2026-11-23T") && at.ends_with("+01:00")), "{read}");
        let label = hall.clerk().view().await["label"].clone();
        hall.clerk().transfers_to_service(&elsewhere.id, None).await.with_status(200);
        arrives(&office, &ticket).await;
        assert_eq!(sign(&there.view().await, "waiting", &ticket)["desk"], label, "who wrote it, by the desk");
        assert_eq!(there.note_on(&ticket.id).await.ok().body["note"]["text"], WORDS, "before the call");
        serves(&there).await;
        assert_eq!(there.view().await["current"]["note"]["number"], 1);
        there.notes(&ticket.id, 1, "Mapa jest.").await.with_status(200);
        there.finishes().await.ok();
        let day = office.http.get(&format!("desks/{}/day", there.desk), Some(&there.token)).await.ok().body;
        assert_eq!(sign(&day, "ended", &ticket)["number"], 2, "{day}");
        there.reactivates(&ticket.id).await.ok();
        there.calls(&ticket.id).await.ok();
        there.returns().await.ok();
        assert_eq!(sign(&there.view().await, "waiting", &ticket)["number"], 2);
        assert_eq!(there.note_on(&ticket.id).await.ok().body["note"]["text"], "Mapa jest.");
        hall.clerk().note_on(&ticket.id).await.with_status(404).refused_with("not_found");
        office.kill();
        office.restart().await;
        assert_eq!(there.note_on(&ticket.id).await.ok().body["note"]["text"], "Mapa jest.", "as durable as the ticket");
    }

    async fn two_people_never_write_over_each_other(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        serves(hall.clerk()).await;
        hall.clerk().holds(None).await.ok();
        hall.other().notes(&ticket.id, 0, "zadzwoni z domu").await.with_status(200);
        for number in [0, 2] {
            hall.clerk().notes(&ticket.id, number, "nie przyjdzie").await.with_status(409).refused_with("note_changed");
        }
        assert_eq!(sign(&hall.clerk().view().await, "held", &ticket)["number"], 1);
        hall.clerk().notes(&ticket.id, 1, "zadzwoni z domu; nie przyjdzie").await.with_status(200);
        let gone = hall.other().notes(&ticket.id, 2, " \n").await.with_status(200).body;
        assert!(sign(&gone, "held", &ticket).is_null(), "an empty one takes it away");
        assert!(hall.clerk().note_on(&ticket.id).await.ok().body["note"].is_null());
        hall.clerk().notes(&ticket.id, 2, "x").await.refused_with("note_changed");
        let again = hall.clerk().notes(&ticket.id, 0, "wraca").await.with_status(200).body;
        assert_eq!(sign(&again, "held", &ticket)["number"], 4, "no number is given twice");
    }

    async fn a_note_asked_for_twice_under_one_key_is_one_and_its_answer_holds_no_text(office: Office) {
        let hall = Hall::of(&office).await;
        let (ticket, key) = (hall.ticket().await, fresh());
        let path = format!("desks/{}/note", hall.clerk().desk);
        let body = json!({ "ticket": ticket.id, "number": 0, "text": WORDS });
        let post = async |body: Value| office.http.post_keyed(&path, Some(&hall.clerk().token), &key, body).await;
        let first = post(body.clone()).await.with_status(200);
        assert_eq!(post(body).await.with_status(200).body, first.body);
        assert_eq!(sign(&hall.clerk().view().await, "waiting", &ticket)["number"], 1);
        assert!(!first.text.contains("1:500"), "{}", first.text);
        post(json!({ "ticket": ticket.id, "number": 1, "text": "inna" })).await.with_status(422).refused_with("key_reused");
    }

    async fn a_note_neither_opens_a_desk_nor_keeps_anything_from_being_undone(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let view = hall.clerk().notes(&ticket.id, 0, "z wózkiem").await.with_status(200).body;
        assert_eq!(view["state"], "closed");
        hall.clerk().calls_next().await.ticket();
        hall.clerk().notes(&ticket.id, 1, "z wózkiem, winda").await.with_status(200);
        let undone = hall.clerk().undoes().await.with_status(200).body;
        assert_eq!(sign(&undone, "waiting", &ticket)["number"], 2, "what was written meanwhile stays");
        assert_eq!(hall.clerk().note_on(&ticket.id).await.ok().body["note"]["text"], "z wózkiem, winda");
    }

    async fn a_note_is_short_and_on_a_ticket_of_the_own_desk(office: Office) {
        let hall = Hall::of(&office).await;
        let (clerk, other) = (hall.clerk(), hall.other());
        let ticket = hall.ticket().await;
        clerk.notes(&ticket.id, 0, &"ż".repeat(501)).await.with_status(422).refused_with("invalid_note");
        clerk.notes(&ticket.id, 0, &"ż".repeat(500)).await.with_status(200);
        other.calls_next().await.ticket();
        clerk.notes(&ticket.id, 1, "cudzy").await.with_status(403).refused_with("not_your_desk");
        clerk.note_on(&ticket.id).await.with_status(403).refused_with("not_your_desk");
        other.starts().await.ok();
        other.finishes().await.ok();
        other.notes(&ticket.id, 1, "za późno").await.with_status(409).refused_with("wrong_state");
        let stranger = office.clerk(&office.sample.desks_of(&office.sample.service_elsewhere(&hall.service.id).id)[0]).await;
        stranger.note_on(&ticket.id).await.with_status(404).refused_with("not_found");
        office.http.get(&format!("desks/{}/tickets/{}/note", other.desk, ticket.id), None).await.with_status(401);
        for body in [json!({}), json!({ "ticket": ticket.id, "text": "x" }), json!({ "ticket": ticket.id, "number": -1, "text": "x" })] {
            clerk.commands("note", body).await.with_status(400).refused_with("malformed");
        }
    }
}
