//! What a board shows: calls, recalls, who waits, and nothing personal.

use chrono::TimeDelta;
use okienko_tests::board::{call_of, calls, waiting_for};
use okienko_tests::on_both_engines;
use okienko_tests::time::{instant, warsaw};

use super::*;

on_both_engines! {
    async fn r33_a_board_is_told_at_once_after_connecting(office: Office) {
        let mut board = office.board().await;
        let view = board.next_view().await;
        assert!(calls(&view).is_empty());
        assert!(view["waiting"].is_array());
    }

    async fn r33_a_call_is_shown_at_once_with_number_and_desk(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let ticket = lobby.ticket().await;
        let begun = std::time::Instant::now();
        lobby.clerks[0].calls_next().await.ok();
        let call = lobby.board.waits_for_call(&ticket.code).await;
        assert!(begun.elapsed().as_secs() < 3, "at once");
        assert_eq!(call["desk"], lobby.clerks[0].desk.as_str());
        assert!(call["seq"].is_i64() && call["service"].is_string());
        assert!((instant(call["called_at"].as_str().expect("when")) - office.now()).num_seconds().abs() < 30);
        assert!(call["recall"] == false || call["recall"] == 0, "{call}");
    }

    async fn r33_a_recall_is_a_new_entry_with_a_new_seq(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let ticket = lobby.ticket().await;
        lobby.clerks[0].calls_next().await.ok();
        let first = lobby.board.waits_for_call(&ticket.code).await;
        lobby.clerks[0].recalls().await.ok();
        let view = lobby.board.waits_until(|view| call_of(view, &ticket.code).is_some_and(|call| call["seq"] != first["seq"])).await;
        let again = call_of(&view, &ticket.code).expect("the recall");
        assert!(again["seq"].as_i64() > first["seq"].as_i64());
        assert!(again["recall"] == true || again["recall"] == 1, "{again}");
    }

    async fn r33_those_who_wait_are_counted_by_service_with_open_desks(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        for _ in 0..3 {
            lobby.ticket().await;
        }
        let id = lobby.service.id.clone();
        let view = lobby.board.waits_until(|view| waiting_for(view, &id).is_some_and(|line| line["people"] == 3)).await;
        let line = waiting_for(&view, &id).expect("the service");
        assert_eq!(line["letter"], lobby.service.letter.as_str());
        assert_eq!(line["open_desks"], 0, "no clerk has begun");
        assert!(line["wait"].is_null(), "no promise while no desk is open");
        lobby.clerks[0].calls_next().await.ok();
        lobby.board.waits_until(|view| {
            waiting_for(view, &id).is_some_and(|line| line["people"] == 2 && line["open_desks"] == 1)
        }).await;
    }

    async fn r33_two_calls_in_one_moment_both_appear(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        for _ in 0..5 {
            let (first, second) = (lobby.ticket().await, lobby.ticket().await);
            let (one, other) = tokio::join!(lobby.clerks[0].calls_next(), lobby.clerks[1].calls_next());
            one.ok();
            other.ok();
            let view = lobby.board.waits_until(|view| {
                call_of(view, &first.code).is_some() && call_of(view, &second.code).is_some()
            }).await;
            let (first, second) = (call_of(&view, &first.code), call_of(&view, &second.code));
            assert_ne!(first.expect("shown")["seq"], second.expect("shown")["seq"], "each call has its own seq");
            for clerk in &lobby.clerks[..2] {
                clerk.starts().await.ok();
            }
        }
    }

    async fn r33_the_calls_of_five_minutes_and_at_least_ten_stay_newest_first(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let mut codes = Vec::new();
        for _ in 0..14 {
            codes.insert(0, lobby.serves_one(0).await.code);
        }
        let newest = codes[0].clone();
        let view = lobby.board.waits_until(|view| call_of(view, &newest).is_some()).await;
        let shown: Vec<String> = calls(&view).iter().map(|call| call["code"].as_str().expect("a code").to_owned()).collect();
        assert_eq!(shown, codes, "all of the last five minutes, newest first");
        office.clock(office.now() + TimeDelta::minutes(6)).await;
        let last = lobby.serves_one(0).await;
        let view = lobby.board.waits_until(|view| call_of(view, &last.code).is_some()).await;
        assert!(calls(&view).len() >= 10, "at least the last ten stay");
    }

    async fn r33_no_frame_holds_anything_personal(office: Office) {
        let mut lobby = Lobby::of(&office).await;
        let mut citizen = office.citizen();
        citizen.name = "Świętopełka".into();
        let slot = citizen.slot_after(&lobby.service.id, warsaw("2026-11-23", "10:00")).await;
        let booked = citizen.books(&lobby.service.id, slot.start).await.with_status(201);
        office.clock(slot.start - TimeDelta::minutes(15)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        lobby.clerks[0].calls_next().await.ok();
        lobby.board.waits_for_call(&ticket.code).await;
        let secrets = [&citizen.name, &citizen.phone, &citizen.email, booked.body["token"].as_str().map(str::to_owned).as_ref()
            .expect("a token"), &ticket.token().to_owned()].map(ToString::to_string);
        for frame in &lobby.board.frames {
            for secret in &secrets {
                assert!(!frame.contains(secret.as_str()), "{secret} in {frame}");
            }
        }
        let bare = office.http.get(&format!("boards/{}", office.sample.board.id), None).await.with_status(200);
        assert!(call_of(&bare.body, &ticket.code).is_some(), "the same picture over HTTP");
    }

    async fn r33_a_desk_screen_is_told_too_and_only_with_its_token(office: Office) {
        let lobby = Lobby::of(&office).await;
        let clerk = &lobby.clerks[0];
        let mut screen = Board::connects_to_desk(&office.http, &clerk.desk, &clerk.token).await;
        let view = screen.next_view().await;
        assert_eq!(view["desk"], clerk.desk.as_str());
        let ticket = lobby.ticket().await;
        screen.waits_until(|view| view["waiting"].as_array().is_some_and(|list| list.iter().any(|one| one["code"] == ticket.code.as_str()))).await;
        for wrong in [String::new(), "?token=x".into(), format!("?token={}", lobby.kiosk.token)] {
            assert!(Board::tries(&office.http, &format!("/ws/desks/{}{wrong}", clerk.desk)).await.is_none(), "{wrong}");
        }
        assert!(Board::tries(&office.http, "/ws/boards/no-such-board").await.is_none());
    }
}
