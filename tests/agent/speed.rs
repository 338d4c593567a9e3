//! Touch to paper.

use std::time::{Duration, Instant};

use okienko_tests::Way;

use super::*;

/// The 95th of a hundred.
fn p95(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() * 95 / 100]
}

async fn measured(hall: &Hall) -> Duration {
    let service = hall.service().id;
    let mut times = Vec::new();
    for _ in 0..20 {
        let begun = Instant::now();
        let answer = hall.agent.touches(&service).await.with_status(201);
        times.push(begun.elapsed());
        assert_eq!(answer.body["print"]["state"], "printed");
    }
    p95(times)
}

#[test]
fn touch_to_paper_is_short_with_the_server_and_without_it() {
    told(async {
        let patient = [("TIMING__ANSWER_MS", "8000"), ("TIMING__PATIENCE_MS", "9000")];
        let hall = Hall::over_with(Office::open(Engine::Sqlite).await, &patient).await;
        hall.agent.is_ready_alone().await;
        let online = measured(&hall).await;
        hall.wire.set(Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let service = hall.service().id;
        let begun = Instant::now();
        hall.agent.touches(&service).await.with_status(201);
        let alone = begun.elapsed();
        eprintln!("touch to paper: p95 {online:?} with the server, {alone:?} without it");
        // A debug build beside other suites; the 300 ms are measured in a release build.
        assert!(online < Duration::from_secs(3) && alone < Duration::from_secs(3));
    });
}
