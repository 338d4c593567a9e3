//! Proof of announcement: what screens say reaches the desk whose call it was. And the language that a call is to be spoken in.

use okienko_tests::board::{call_of, calls};
use okienko_tests::engine::tell;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

use super::*;

/// Waits until the desk's screen was told these counts of the call at hand.
async fn told(screen: &mut Board, counts: &[(&str, u64)]) -> Value {
    let fits = |view: &Value| counts.iter().all(|(name, count)| view["current"]["announcement"][*name] == *count);
    screen.waits_until(fits).await["current"].clone()
}

async fn says(board: &mut Board, call: &Value, how: &str) {
    board.sends(&json!({ "type": "announced", "seq": call["seq"], "how": how }).to_string()).await;
}

on_both_engines! {
    async fn r33_a_desk_learns_what_became_of_its_call(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let clerk = lobby.clerks[0].clone();
        let mut screen = Board::connects_to_desk(&office.http, &clerk.desk, &clerk.token).await;
        let ticket = lobby.ticket().await;
        clerk.calls_next().await.ok();
        told(&mut screen, &[("screens", 1), ("shown", 0)]).await;
        let call = lobby.board.waits_for_call(&ticket.code).await;
        lobby.board.announces(call["seq"].as_i64().expect("a seq")).await;
        told(&mut screen, &[("screens", 1), ("shown", 1), ("spoken", 0)]).await;
        says(&mut lobby.board, &call, "spoken").await;
        told(&mut screen, &[("shown", 1), ("spoken", 1), ("late", 0)]).await;
        // The same over HTTP.
        assert_eq!(clerk.view().await["current"]["announcement"]["spoken"], 1);
        clerk.recalls().await.ok();
        let current = told(&mut screen, &[("screens", 1), ("shown", 0), ("spoken", 0)]).await;
        assert_eq!(current["recalls"], 1, "a recall is to be announced again: {current}");
        let again = lobby.board.waits_until(|view| call_of(view, &ticket.code).is_some_and(|one| one["seq"] != call["seq"])).await;
        let again = call_of(&again, &ticket.code).expect("just seen");
        says(&mut lobby.board, &again, "shown").await;
        says(&mut lobby.board, &again, "blocked").await;
        told(&mut screen, &[("shown", 1), ("blocked", 1)]).await;
        clerk.undoes().await.ok();
        clerk.starts().await.ok();
        let mut second = office.board().await;
        second.next_view().await;
        told(&mut screen, &[("screens", 2)]).await;
    }

    async fn r33_a_desk_is_told_when_no_screen_can_show_its_call(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let clerk = lobby.clerks[0].clone();
        let mut screen = Board::connects_to_desk(&office.http, &clerk.desk, &clerk.token).await;
        lobby.ticket().await;
        clerk.calls_next().await.ok();
        told(&mut screen, &[("screens", 1)]).await;
        lobby.board.cut_off();
        told(&mut screen, &[("screens", 0), ("shown", 0)]).await;
        // A board of other departments is no screen of this desk.
        let own = office.sample.department_of(&lobby.service.id).id.clone();
        let elsewhere = office.sample.departments.iter().find(|one| one.id != own).expect("another department");
        let mut other = Board::connects(&office.http, &elsewhere.id).await;
        other.next_view().await;
        let mut right = Board::connects(&office.http, &own).await;
        right.next_view().await;
        told(&mut screen, &[("screens", 1)]).await;
    }

    async fn r33_a_screen_that_floods_is_sent_away_and_may_come_again(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let ticket = lobby.ticket().await;
        lobby.clerks[0].calls_next().await.ok();
        lobby.board.waits_for_call(&ticket.code).await;
        for _ in 0..2_000 {
            if !lobby.board.says("{\"type\":\"announced\",\"seq\":1}").await {
                break;
            }
        }
        for _ in 0..100 {
            if lobby.board.next_view_within(std::time::Duration::from_millis(100)).await.is_none() {
                break;
            }
        }
        assert!(lobby.board.is_closed().await, "it was sent away");
        lobby.board.reconnects().await;
        let view = lobby.board.next_view().await;
        assert!(call_of(&view, &ticket.code).is_some());
    }

    async fn r33_a_call_says_the_language_in_which_its_ticket_was_taken(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let clerk = lobby.clerks[0].clone();
        let wish = |language: Value| json!({ "service": lobby.service.id, "language": language });
        let mut spoken = Vec::new();
        for language in [json!("uk"), json!("en"), json!("pl"), Value::Null] {
            let ticket = lobby.kiosk.post("kiosk/tickets", wish(language.clone())).await.with_status(201).ticket();
            clerk.calls_next().await.ok();
            spoken.push((ticket.code, language));
            clerk.starts().await.ok();
        }
        for wrong in [json!("de"), json!(""), json!(7), json!("UK")] {
            lobby.kiosk.post("kiosk/tickets", wish(wrong)).await.refused_with("malformed");
        }
        lobby.kiosk.post("kiosk/check-ins", json!({ "phone": "601000000", "language": "de" })).await.refused_with("malformed");
        let ticket = clerk.commands("tickets", wish(json!("uk"))).await.with_status(201).ticket();
        clerk.calls_next().await.ok();
        let view = lobby.board.waits_until(|view| call_of(view, &ticket.code).is_some()).await;
        spoken.push((ticket.code.clone(), json!("uk")));
        for (code, language) in spoken {
            assert_eq!(call_of(&view, &code).expect("shown")["language"], language, "{code}");
        }
        // It goes with the ticket to another department.
        let other = office.sample.service_elsewhere(&lobby.service.id);
        clerk.transfers_to_service(&other.id, Some("first")).await.ok();
        let there = office.clerks_of(&other.id).await.remove(0);
        for _ in 0..50 {
            if there.waiting().await.contains(&ticket.code) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        there.calls_next().await.ok();
        let view = lobby.board.waits_until(|view| calls(view).first().is_some_and(|call| call["service"] == other.id.as_str())).await;
        assert_eq!(call_of(&view, &ticket.code).expect("shown")["language"], "uk");
    }

    async fn r23_the_ticket_of_a_booked_visit_is_called_in_the_language_of_the_kiosk(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&lobby.service.id, warsaw("2026-11-23", "10:00")).await;
        citizen.books(&lobby.service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(15)).await;
        let typed = json!({ "phone": citizen.phone, "language": "en" });
        let ticket = lobby.kiosk.post("kiosk/check-ins", typed).await.with_status(201).ticket();
        lobby.clerks[0].calls_next().await.ok();
        assert_eq!(lobby.board.waits_for_call(&ticket.code).await["language"], "en");
    }
}

#[test]
fn r33_a_desk_hears_the_screens_of_another_node() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let lobby = Lobby::of(&first).await;
        let clerk = lobby.clerks[0].clone();
        let mut screen = Board::connects_to_desk(&first.http, &clerk.desk, &clerk.token).await;
        let mut far = second.board().await;
        let ticket = lobby.ticket().await;
        clerk.calls_next().await.ok();
        let call = far.waits_for_call(&ticket.code).await;
        told(&mut screen, &[("screens", 2), ("shown", 0)]).await;
        says(&mut far, &call, "shown").await;
        says(&mut far, &call, "late").await;
        told(&mut screen, &[("screens", 2), ("shown", 1), ("late", 1), ("spoken", 0)]).await;
    });
}
