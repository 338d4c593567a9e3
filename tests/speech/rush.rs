//! Anybody may ask for any call: the work is bounded, and a call that stands on a board is spoken all the same.

use std::time::{Duration, Instant};

use okienko_tests::engine::tell;
use okienko_tests::{Engine, Office};

use crate::{get, revision};

/// Strangers who ask at once, each for a call of their own.
const STRANGERS: usize = 120;

#[test]
fn strangers_who_ask_for_everything_are_turned_away_and_a_real_call_is_not() {
    tell(Engine::Sqlite, |office: Office| async move {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        office.kiosk().takes_ticket(&service.id).await.with_status(201);
        let called = clerk.calls_next().await.ticket();
        let revision = revision(&office.http).await;
        let strangers: Vec<_> = (0..STRANGERS)
            .map(|number| {
                let (http, path) = (office.http.clone(), format!("/speech/{revision}/en/Q{number}/9.wav"));
                tokio::spawn(async move { get(&http, &path).await })
            })
            .collect();
        // In the middle of it.
        tokio::time::sleep(Duration::from_millis(30)).await;
        let begun = Instant::now();
        let heard = get(&office.http, &format!("/speech/{revision}/pl/{}/{}.wav", called.code, clerk.desk)).await;
        heard.sound();
        office.http.get("/healthz", None).await.ok();
        assert!(begun.elapsed() < Duration::from_secs(3), "it waited {:?}", begun.elapsed());
        let (mut made, mut refused) = (0, 0);
        for stranger in strangers {
            let answer = stranger.await.expect("an answer");
            match answer.status {
                200 => made += 1,
                503 => {
                    assert_eq!(answer.header("retry-after"), "1");
                    refused += 1;
                }
                other => panic!("{other}"),
            }
        }
        assert!(made >= 9 && refused > 0, "{made} were served, {refused} turned away");
        // What was turned away is made when it is quiet.
        assert_eq!(get(&office.http, &format!("/speech/{revision}/en/Q119/9.wav")).await.status, 200);
    });
}
