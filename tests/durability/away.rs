//! The database goes away and comes back: 503 `try_again`, nothing half done, recovery by itself.

use std::time::{Duration, Instant};

use okienko_tests::chance::fresh;
use okienko_tests::engine::tell;
use okienko_tests::{Answer, Engine, Office};
use serde_json::json;

#[test]
fn r37_while_postgres_is_away_the_answer_is_try_again_and_afterwards_the_truth() {
    tell(Engine::Postgres, |office| async move {
        let service = office.sample.shared_service();
        let before = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        let database = office.database.clone().expect("a database");
        let key = fresh();
        let asks = async || {
            let token = office.kiosk().token;
            office.http.post_keyed("kiosk/tickets", Some(&token), &key, json!({ "service": service.id })).await
        };
        database.goes_away();
        let refused = asks().await.with_status(503).refused_with("try_again");
        assert!(refused.body.get("ticket").is_none_or(serde_json::Value::is_null));
        waits_for(&office, "/readyz", 503).await;
        office.http.get("/healthz", None).await.with_status(200);
        database.comes_back();
        waits_for(&office, "/readyz", 200).await;
        let truth = until_answered(asks).await.with_status(201).ticket();
        assert_eq!(truth.number(), before.number() + 1, "no number was lost and none doubled");
        assert_eq!(asks().await.with_status(201).ticket().code, truth.code);
        let next = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        assert_eq!(next.number(), truth.number() + 1);
    });
}

#[test]
fn r37_a_desk_recovers_by_itself_when_postgres_is_back() {
    tell(Engine::Postgres, |office| async move {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        let database = office.database.clone().expect("a database");
        database.goes_away();
        let mut board = office.board().await;
        clerk.calls_next().await.with_status(503).refused_with("try_again");
        database.comes_back();
        let called = until_answered(async || clerk.calls_next().await).await;
        // Whether the first press was made or not, the desk now holds this one ticket.
        assert!(called.status == 200 || called.code() == "desk_busy", "{}", called.text);
        board.waits_for_call(&ticket.code).await;
        assert_eq!(clerk.view().await["current"]["code"], ticket.code.as_str());
    });
}

async fn waits_for(office: &Office, path: &str, status: u16) {
    let begun = Instant::now();
    while office.http.get(path, None).await.status != status {
        assert!(begun.elapsed() < Duration::from_secs(40), "{path} never said {status}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn until_answered<F: AsyncFn() -> Answer>(asks: F) -> Answer {
    let begun = Instant::now();
    loop {
        let answer = asks().await;
        if answer.status != 503 {
            return answer;
        }
        assert!(begun.elapsed() < Duration::from_secs(40), "still away: {}", answer.text);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
