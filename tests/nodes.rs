//! Two servers over one PostgreSQL behave as one.

use std::collections::BTreeSet;

use okienko_tests::chance::fresh;
use okienko_tests::counts::count;
use okienko_tests::engine::tell;
use okienko_tests::{Citizen, Clerk, Engine, Office};
use serde_json::json;

/// A clerk of the first node who talks to `node`.
fn at_node(clerk: &Clerk, node: &Office) -> Clerk {
    Clerk { http: node.http.clone(), ..clerk.clone() }
}

#[test]
fn r09_fifty_people_at_two_nodes_for_one_seat_and_one_gets_it() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let mut terms = first.citizen().slots(&service.id, "2026-11-24", "2026-12-07").await.into_iter();
        for round in 0..count("OKIENKO_SEAT_RACES", 5, 100) {
            let term = terms.next().expect("enough terms");
            for _ in 1..term.free {
                first.citizen().books(&service.id, term.start).await.with_status(201);
            }
            let crowd: Vec<Citizen> =
                (0..50).map(|number| if number % 2 == 0 { first.citizen() } else { second.citizen() }).collect();
            let tries: Vec<_> = crowd
                .into_iter()
                .map(|citizen| {
                    let service = service.id.clone();
                    tokio::spawn(async move { citizen.books(&service, term.start).await })
                })
                .collect();
            let mut won = 0;
            for answer in tries {
                let answer = answer.await.expect("an answer");
                if answer.status == 201 { won += 1 } else { drop(answer.refused_with("slot_taken")) }
            }
            assert_eq!(won, 1, "round {round}");
        }
    });
}

#[test]
fn r32_clerks_at_two_nodes_call_each_ticket_once() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let clerks = first.clerks_of(&service.id).await;
        let people = count("OKIENKO_RUSH", 200, 2000);
        let mut issued = BTreeSet::new();
        for number in 0..people {
            let node = if number % 2 == 0 { &first } else { &second };
            issued.insert(node.kiosk().takes_ticket(&service.id).await.with_status(201).ticket().code);
        }
        assert_eq!(issued.len(), people, "no number twice, whichever node issued it");
        let staff = clerks.iter().enumerate().map(|(number, clerk)| {
            let clerk = if number % 2 == 0 { clerk.clone() } else { at_node(clerk, &second) };
            tokio::spawn(async move {
                let mut codes = Vec::new();
                loop {
                    let answer = clerk.calls_next().await.with_status(200);
                    if answer.body["ticket"].is_null() {
                        return codes;
                    }
                    codes.push(answer.ticket().code);
                    clerk.starts().await.ok();
                }
            })
        });
        let mut called = Vec::new();
        for clerk in staff.collect::<Vec<_>>() {
            called.extend(clerk.await.expect("a clerk"));
        }
        assert_eq!(called.len(), people, "each ticket once");
        assert_eq!(called.into_iter().collect::<BTreeSet<_>>(), issued, "nobody forgotten");
    });
}

#[test]
fn r27_two_kiosks_at_two_nodes_collect_once() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let citizen = first.citizen();
        let slot = citizen.slot_after(&service.id, first.now() + chrono::TimeDelta::hours(2)).await;
        citizen.books(&service.id, slot.start).await.with_status(201);
        first.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        second.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        let (here, there) = (first.kiosk(), second.kiosk());
        let (one, other) =
            tokio::join!(here.check_in_by_phone(&citizen.phone), there.check_in_by_phone(&citizen.phone));
        let (won, lost) = if one.status == 201 { (one, other) } else { (other, one) };
        won.with_status(201).ticket();
        lost.refused_with("already_collected");
    });
}

#[test]
fn r33_a_board_at_one_node_shows_a_call_made_at_the_other() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let clerk = first.clerk(&first.sample.desks_of(&service.id)[0]).await;
        let mut board = second.board().await;
        for _ in 0..5 {
            let ticket = first.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
            clerk.calls_next().await.ok();
            board.waits_for_call(&ticket.code).await;
            assert_eq!(second.ticket_state(ticket.token()).await, "called", "reads at the other node are not stale");
            clerk.starts().await.ok();
        }
    });
}

#[test]
fn sessions_devices_and_keys_hold_on_every_node() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let clerk = first.clerk(&first.sample.desks_of(&service.id)[0]).await;
        at_node(&clerk, &second).looks().await.with_status(200);
        let (key, body, token) = (fresh(), json!({ "service": service.id }), first.kiosk().token);
        let here =
            first.http.post_keyed("kiosk/tickets", Some(&token), &key, body.clone()).await.with_status(201).ticket();
        let there = second.http.post_keyed("kiosk/tickets", Some(&token), &key, body).await.with_status(201).ticket();
        assert_eq!((here.id, here.code, here.token), (there.id, there.code, there.token));
        let key = fresh();
        let ask = |node: &Office| {
            let (http, token, key, service) = (node.http.clone(), token.clone(), key.clone(), service.id.clone());
            async move { http.post_keyed("kiosk/tickets", Some(&token), &key, json!({ "service": service })).await }
        };
        let (one, other) = tokio::join!(ask(&first), ask(&second));
        assert_eq!(one.with_status(201).ticket().code, other.with_status(201).ticket().code, "twins at two nodes");
    });
}

#[test]
fn the_second_node_adds_nothing_and_knows_no_secrets() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node_without_secrets().await;
        let ids = |office: &Office| -> Vec<String> {
            let sample = &office.sample;
            let mut ids = vec![sample.office.id.clone(), sample.kiosk.id.clone(), sample.board.id.clone()];
            for department in &sample.departments {
                ids.push(department.id.clone());
                ids.extend(department.services.iter().map(|service| service.id.clone()));
                ids.extend(department.desks.iter().map(|desk| desk.id.clone()));
            }
            ids
        };
        assert_eq!(ids(&first), ids(&second), "the same ids");
        assert_ne!(first.sample.base_url, second.sample.base_url);
        assert!(second.sample.kiosk.token.is_none() && second.sample.admin.password.is_none());
        assert!(second.sample.clerks.iter().all(|clerk| clerk.password.is_none()));
        assert_eq!(
            first.citizen().days(&first.sample.shared_service().id, "2026-11-24", "2026-11-24").await,
            second.citizen().days(&first.sample.shared_service().id, "2026-11-24", "2026-11-24").await
        );
    });
}

#[test]
fn when_one_node_is_killed_the_other_goes_on() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let clerk = first.clerk(&first.sample.desks_of(&service.id)[0]).await;
        let ticket = first.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        first.kill();
        assert_eq!(at_node(&clerk, &second).calls_next().await.ticket().code, ticket.code);
        let next = second.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        assert_eq!(next.number(), ticket.number() + 1);
        first.restart().await;
        assert_eq!(clerk.view().await["current"]["code"], ticket.code.as_str());
    });
}
