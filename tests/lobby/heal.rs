//! A screen that lost its server says so, and is right again with the first message. What is old by then is shown, never shouted.

use serde_json::json;

use crate::screen::{Screen, on_a_screen};

/// The server is away for so many seconds; a desk calls `ago` ms before it is there again. Answers the call's `seq`.
async fn comes_back(screen: &Screen, away: f64, ago: u32) -> i64 {
    screen.calls("R001", "1").await;
    screen.runs(40.0).await;
    screen.knows("world.falls()").await;
    screen.runs(away).await;
    let missed = screen.calls_as("R002", "2", json!({ "ago": ago })).await;
    screen.knows("world.rises()").await;
    screen.runs(31.0).await;
    missed
}

#[test]
fn r33_after_a_second_without_the_server_the_missed_call_is_shown_and_heard() {
    on_a_screen(json!({ "chance": 0.1 }), async |screen| {
        let missed = comes_back(&screen, 1.0, 500).await;
        assert_eq!((screen.large().await.as_str(), screen.list().await), ("R002", vec!["R001".to_owned()]));
        assert_eq!(screen.said("spoken").await.last(), Some(&missed));
        assert_eq!(screen.heard().await.last().map(String::as_str), Some("pl R002 2"));
    });
}

#[test]
fn r33_calls_that_were_missed_together_have_their_moments_in_the_order_of_the_desks() {
    on_a_screen(json!({ "chance": 0.1 }), async |screen| {
        screen.knows("world.falls()").await;
        let mut missed = Vec::new();
        for (code, ago) in [("R001", 900), ("R002", 600), ("R003", 300)] {
            missed.push(screen.calls_as(code, "1", json!({ "ago": ago })).await);
        }
        screen.knows("world.rises()").await;
        screen.runs(40.0).await;
        assert_eq!(screen.said("shown").await, missed);
        assert_eq!(screen.said("spoken").await, missed);
    });
}

#[test]
fn r33_after_a_minute_and_after_a_day_the_missed_call_is_shown_and_not_heard() {
    for away in [60.0, 86_400.0] {
        on_a_screen(json!({ "setup": { "night": { "from": "00:00", "to": "00:00" } } }), async |screen| {
            let missed = comes_back(&screen, away, 31_000).await;
            assert_eq!((screen.large().await.as_str(), screen.list().await), ("R002", vec!["R001".to_owned()]));
            assert!(!screen.said("shown").await.contains(&missed), "no attention is asked for it");
            assert_eq!(screen.heard().await, ["chime", "pl R001 1"]);
            assert!(!screen.shows("lost").await && !screen.shows("link").await);
            let next = screen.calls("R003", "1").await;
            screen.runs(10.0).await;
            assert_eq!(screen.said("spoken").await.last(), Some(&next), "the next one is heard again");
        });
    }
}

#[test]
fn r33_a_lost_connection_is_marked_small_after_five_seconds_and_large_after_thirty() {
    on_a_screen(json!({ "chance": 0.99 }), async |screen| {
        screen.calls("R001", "1").await;
        screen.runs(10.0).await;
        screen.knows("world.falls()").await;
        let marks = async || (screen.shows("link").await, screen.shows("lost").await);
        screen.runs(4.0).await;
        assert_eq!(marks().await, (false, false));
        screen.runs(2.5).await;
        assert_eq!(marks().await, (true, false));
        screen.runs(23.0).await;
        assert_eq!(marks().await, (true, false));
        screen.runs(3.0).await;
        assert_eq!(marks().await, (false, true));
        assert_eq!(screen.large().await, "R001", "the picture stays");
        screen.knows("world.rises()").await;
        screen.knows("(async () => { while (world.server.sockets.size === 0) await world.run(100); })()").await;
        assert_eq!(marks().await, (false, false), "gone with the first message");
    });
}

/// No browser notices a pulled cable by itself: the socket stays open for a quarter of an hour.
#[test]
fn r33_a_pulled_cable_is_noticed_and_marked() {
    on_a_screen(json!({}), async |screen| {
        screen.knows("world.server.isDeaf = true").await;
        screen.runs(65.0).await;
        assert!(screen.shows("link").await || screen.shows("lost").await);
        screen.runs(30.0).await;
        assert!(screen.shows("lost").await);
        screen.knows("world.server.isDeaf = false").await;
        screen.calls("R001", "1").await;
        screen.runs(31.0).await;
        assert!(!screen.shows("lost").await);
        assert_eq!(screen.large().await, "R001");
    });
}

#[test]
fn r33_a_quiet_hour_is_no_lost_connection() {
    on_a_screen(json!({}), async |screen| {
        screen.runs(3600.0).await;
        assert!(!screen.shows("link").await && !screen.shows("lost").await);
        assert_eq!(screen.knows("world.server.sockets.size").await, 1);
        let said = screen.knows("world.said.filter(one => one.type === 'screen').length").await;
        assert!((115..=125).contains(&said.as_i64().expect("a number")), "a report every 30 s: {said}");
    });
}

#[test]
fn r33_a_node_that_lags_takes_nothing_back_and_a_server_set_up_anew_is_believed() {
    on_a_screen(json!({}), async |screen| {
        screen.knows("world.old = world.server.view()").await;
        screen.calls("R001", "1").await;
        screen.runs(1.0).await;
        screen.knows("world.server.tell(world.old)").await;
        screen.runs(1.0).await;
        assert_eq!(screen.large().await, "R001");
        screen.runs(40.0).await;
        screen.knows("world.server.tell(world.old)").await;
        screen.runs(1.0).await;
        assert_eq!(screen.large().await, "");
    });
}

#[test]
fn r33_calls_from_before_a_start_are_shown_and_never_heard() {
    let before = json!([["R001", "1", 300_000], ["R002", "2", 31_000]]);
    on_a_screen(json!({ "before": before }), async |screen| {
        screen.runs(20.0).await;
        assert_eq!((screen.large().await.as_str(), screen.list().await), ("R002", vec!["R001".to_owned()]));
        assert!(screen.heard().await.is_empty() && screen.said("shown").await.is_empty());
    });
}

#[test]
fn r33_what_was_spoken_while_the_link_was_down_is_reported_when_it_is_back() {
    on_a_screen(json!({ "clip": 4000 }), async |screen| {
        let seq = screen.calls("R001", "1").await;
        screen.runs(1.0).await;
        screen.knows("world.falls()").await;
        screen.runs(20.0).await;
        assert!(screen.said("spoken").await.is_empty());
        screen.knows("world.rises()").await;
        screen.runs(31.0).await;
        assert_eq!(screen.said("spoken").await, [seq]);
    });
}

#[test]
fn r35_the_clock_is_that_of_the_office_not_that_of_the_computer() {
    on_a_screen(json!({}), async |screen| {
        assert_eq!(screen.text_of("clock").await, "08:00");
        assert!(screen.knows("new Date().toISOString()").await.as_str().is_some_and(|now| now.contains("T05:30")));
        screen.runs(125.0).await;
        assert_eq!(screen.text_of("clock").await, "08:02");
    });
}
