//! The agent dies at the worst moments.

use std::time::Duration;

use okienko_tests::Way;
use okienko_tests::chance::fresh;

use super::*;

#[test]
fn a_touch_asked_and_never_answered_is_answered_after_a_restart_under_its_key() {
    told(async {
        let hall = Hall::quiet(Engine::Sqlite).await;
        let (key, service) = (fresh(), hall.service().id);
        hall.wire.set(Way::Deaf).await;
        let (answer, ()) = tokio::join!(hall.agent.touches_keyed(&key, &service), async {
            tokio::time::sleep(Duration::from_millis(150)).await;
            hall.agent.kill();
        });
        assert!(answer.is_err(), "the agent died");
        assert_eq!(hall.agent.count("touches WHERE state = 'asked' AND sealed IS NOT NULL"), 1);
        hall.wire.set(Way::Open).await;
        hall.agent.restart().await;
        hall.agent.settles().await;
        let answer = hall.agent.touches_keyed(&key, &service).await.expect("an answer").with_status(201);
        assert_eq!(alone::people(&hall.office).await, 1);
        assert_eq!(hall.agent.papers(), [(answer.ticket().code, 1)].into());
        assert_eq!(hall.agent.count("touches WHERE sealed IS NOT NULL"), 0, "what was typed is forgotten");
    });
}

#[test]
fn killed_after_issue_and_before_print_the_paper_comes_once() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        let service = hall.service().id;
        for delay in [0, 5, 10, 20, 30, 40, 60] {
            let key = fresh();
            let (_, ()) = tokio::join!(hall.agent.touches_keyed(&key, &service), async {
                tokio::time::sleep(Duration::from_millis(delay)).await;
                hall.agent.kill();
            });
            hall.agent.restart().await;
            // The page asks again under its key, as it does after every lost answer.
            let answer = hall.agent.touches_keyed(&key, &service).await.expect("an answer").with_status(201);
            hall.agent.settles().await;
            let code = answer.ticket().code;
            let papers = hall.agent.papers().get(&code).copied().unwrap_or(0);
            let failed = hall.agent.count(&format!("touches WHERE key = '{key}' AND paper = 'failed' AND paper_told"));
            assert!(papers <= 1, "{code} came {papers} times");
            assert!(papers == 1 || failed == 1, "{code}: no paper, and nobody was told\n{}", hall.agent.log());
            assert_eq!(hall.state_of(&answer).await, "waiting");
        }
        assert_eq!(alone::people(&hall.office).await, 7);
    });
}

#[test]
fn a_server_killed_between_request_and_answer_loses_and_doubles_nothing() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        let service = hall.service().id;
        for delay in [0, 3, 6, 12] {
            let (answer, ()) = tokio::join!(hall.agent.touches(&service), async {
                tokio::time::sleep(Duration::from_millis(delay)).await;
                hall.office.kill();
            });
            let answer = answer.with_status(201);
            hall.office.restart().await;
            hall.wire.leads_to(&hall.office.http.url("/"));
            hall.agent.settles().await;
            assert_eq!(hall.state_of(&answer).await, "waiting");
        }
        assert_eq!(alone::people(&hall.office).await, 4);
        assert_eq!(hall.agent.papers().values().sum::<usize>(), 4);
    });
}

#[test]
fn sigterm_ends_it_within_two_seconds() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let begun = std::time::Instant::now();
        assert!(hall.agent.stop().success());
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    });
}
