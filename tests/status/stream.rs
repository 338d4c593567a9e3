//! The stream itself, as any client sees it.

use std::time::{Duration, Instant};

use okienko_tests::engine::tell;
use okienko_tests::{Engine, Events, Said, on_both_engines};
use reqwest::Method;

use super::*;

const SOON: Duration = Duration::from_secs(5);

fn path(ticket: &Ticket) -> String {
    format!("/t/{}/events", ticket.token())
}

on_both_engines! {
    async fn a_stream_begins_with_the_whole_state_and_is_neither_stored_nor_packed(office: Office) {
        let (_, _, tickets) = queue(&office, 2).await;
        let mut events = Events::opens(&office.http, &path(&tickets[1])).await;
        assert_eq!((events.status, events.header("content-type")), (200, "text/event-stream; charset=utf-8"));
        assert_eq!((events.header("cache-control"), events.header("x-accel-buffering")), ("no-store", "no"));
        assert_eq!((events.header("content-encoding"), events.header("x-robots-tag")), ("identity", "noindex"));
        let Some(Said::Retry(retry)) = events.hears(SOON).await else { panic!("when to come back") };
        assert!((2_000..5_000).contains(&retry), "{retry}");
        let Some(Said::Message(id, state)) = events.hears(SOON).await else { panic!("the state") };
        assert_eq!(id.len(), 16);
        let contract = office.ticket_status(tickets[1].token()).await.ok().body;
        for (member, value) in contract.as_object().expect("a ticket") {
            assert_eq!(&state[member], value, "{member}");
        }
        assert_eq!((state["people_ahead"].as_u64(), state["final"].as_bool()), (Some(1), Some(false)));
        assert_eq!(state["words"]["ahead"], "1 osoba");
        let mut english = Events::opens(&office.http, &format!("{}?lang=en", path(&tickets[1]))).await;
        assert_eq!(english.sees("English", |_| true).await["words"]["ahead"], "1 person");
    }

    async fn a_quiet_stream_is_kept_by_comments(office: Office) {
        let (_, _, tickets) = queue(&office, 1).await;
        let mut events = Events::opens(&office.http, &path(&tickets[0])).await;
        events.sees("the state", |_| true).await;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(40) {
            match events.hears(Duration::from_secs(17)).await {
                Some(Said::Comment) => return,
                Some(Said::Message(..)) => {}
                other => panic!("{other:?} after {:?}", begun.elapsed()),
            }
        }
        panic!("never a comment");
    }

    async fn many_changes_are_one_message_a_second(office: Office) {
        let (service, _, tickets) = queue(&office, 40).await;
        let mut events = Events::opens(&office.http, &path(&tickets[39])).await;
        events.sees("the state", |state| state["people_ahead"] == 39).await;
        let clerks = office.clerks_of(&service.id).await;
        let (begun, mut messages) = (Instant::now(), 0);
        let calls = tokio::spawn(async move {
            for number in 0..39 {
                let clerk = &clerks[number % clerks.len()];
                clerk.calls_next().await.ok();
                clerk.starts().await.ok();
            }
        });
        loop {
            let Some(Said::Message(_, state)) = events.hears(SOON).await else { panic!("silence") };
            messages += 1;
            if state["people_ahead"] == 0 {
                break;
            }
        }
        calls.await.expect("the clerks");
        let most = begun.elapsed().as_secs() + 2;
        assert!(messages <= most, "{messages} messages in {:?}", begun.elapsed());
    }

    async fn the_final_state_ends_the_stream(office: Office) {
        let (_, clerk, tickets) = queue(&office, 1).await;
        let mut events = Events::opens(&office.http, &path(&tickets[0])).await;
        events.sees("waiting", |state| state["state"] == "waiting").await;
        clerk.calls_next().await.ok();
        let called = events.sees("called", |state| state["state"] == "called").await;
        assert_eq!(called["desk_label"], label(&office, &clerk));
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        let last = events.sees("finished", |state| state["state"] == "finished").await;
        assert_eq!(last["final"], true);
        assert_eq!(events.hears(SOON).await, Some(Said::End));
        let mut again = Events::opens(&office.http, &path(&tickets[0])).await;
        again.sees("finished, once more", |state| state["final"] == true).await;
        assert_eq!(again.hears(SOON).await, Some(Said::End));
    }

    async fn a_server_that_stops_ends_its_streams_at_once(office: Office) {
        let (_, _, tickets) = queue(&office, 1).await;
        let mut events = Events::opens(&office.http, &path(&tickets[0])).await;
        events.sees("waiting", |_| true).await;
        let begun = Instant::now();
        office.stop();
        assert_eq!(events.hears(SOON).await, Some(Said::End));
        assert!(begun.elapsed() < SOON, "it took {:?}", begun.elapsed());
    }

    async fn one_link_has_five_streams_and_gets_a_place_back_at_once(office: Office) {
        let (_, _, tickets) = queue(&office, 2).await;
        let mut open = Vec::new();
        for number in 0..5 {
            let events = Events::opens(&office.http, &path(&tickets[0])).await;
            assert_eq!(events.status, 200, "stream {number}");
            open.push(events);
        }
        let sixth = Events::opens(&office.http, &path(&tickets[0])).await;
        assert_eq!((sixth.status, sixth.header("retry-after")), (429, "30"));
        office.http.get(&path(&tickets[0]), None).await.refused_with("throttled");
        assert_eq!(Events::opens(&office.http, &path(&tickets[1])).await.status, 200, "another link is another matter");
        let head = office.http.send(Method::HEAD, &path(&tickets[0]), None, None, None).await.expect("an answer");
        assert_eq!((head.status, head.text.as_str()), (200, ""), "HEAD takes no place");
        open.pop();
        let begun = Instant::now();
        while Events::opens(&office.http, &path(&tickets[0])).await.status != 200 {
            assert!(begun.elapsed() < SOON, "the place of a closed stream is not given back");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    async fn the_stream_and_the_page_hold_no_personal_data(office: Office) {
        let (service, _, _) = queue(&office, 0).await;
        let mut citizen = office.citizen();
        citizen.name = "Genowefa".into();
        let slot = citizen.slot_after(&service.id, okienko_tests::time::warsaw("2026-11-23", "10:00")).await;
        let booked = citizen.books(&service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        let mut events = Events::opens(&office.http, &path(&ticket)).await;
        let said = events.sees("waiting", |state| state["state"] == "waiting").await.to_string();
        assert!(said.contains("\"booked_for\":\"2026-11-23T") && said.contains("Umówiona godzina"), "{said}");
        let page = office.http.get(&format!("/t/{}", ticket.token()), None).await.text;
        for text in [said, page] {
            for secret in [citizen.name.as_str(), &citizen.phone, &citizen.email, booked.str("token"), booked.str("code")] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }

    async fn a_wrong_secret_opens_no_stream(office: Office) {
        let (_, _, tickets) = queue(&office, 1).await;
        let spoiled = tickets[0].token().replace('.', ".x");
        for bad in [spoiled.as_str(), &tickets[0].id, "x", "%00"] {
            office.http.get(&format!("/t/{bad}/events"), None).await.with_status(404).refused_with("not_found");
        }
    }
}

#[test]
fn a_stream_of_one_node_follows_what_happens_at_another() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let (_, clerk, tickets) = queue(&first, 2).await;
        let mut events = Events::opens(&second.http, &path(&tickets[1])).await;
        events.sees("one ahead", |state| state["people_ahead"] == 1).await;
        clerk.calls_next().await.ok();
        events.sees("next", |state| state["people_ahead"] == 0).await;
        clerk.starts().await.ok();
        clerk.calls_next().await.ok();
        let called = events.sees("called", |state| state["state"] == "called").await;
        assert_eq!(called["desk_label"], label(&first, &clerk));
        clerk.undoes().await.ok();
        events.sees("waiting again", |state| state["state"] == "waiting").await;
    });
}
