//! A screen cares for itself: it loads itself anew by night, for a new edition of the server or when it is sick, and always carefully.

use serde_json::json;

use crate::screen::on_a_screen;

/// Virtual seconds in which a screen loads itself anew: its jitter of a minute, and a second try after half a minute.
const ONE_MORE_TRY: f64 = 110.0;

#[test]
fn r33_a_new_edition_of_the_server_is_loaded_once_and_not_again_within_ten_minutes() {
    on_a_screen(json!({}), async |mut screen| {
        assert!(!screen.reloads_within(600.0).await, "for the same edition nothing is loaded");
        screen.knows("world.becomes({ version: 'the next one' }), world.server.tell()").await;
        assert!(screen.reloads_within(ONE_MORE_TRY).await);
        // The page that came is not of that edition either, as behind a proxy that keeps an old one.
        assert!(!screen.reloads_within(540.0).await, "no screen blinks for ever");
        assert!(screen.reloads_within(120.0).await);
    });
}

#[test]
fn r33_no_screen_goes_black_while_the_server_cannot_serve_its_page() {
    on_a_screen(json!({}), async |mut screen| {
        screen.calls("R001", "1").await;
        screen.knows("world.server.page = 503, world.becomes({ version: 'the next one' }), world.server.tell()").await;
        assert!(!screen.reloads_within(900.0).await);
        assert_eq!(screen.large().await, "R001");
        screen.knows("world.server.page = null").await;
        assert!(screen.reloads_within(ONE_MORE_TRY).await);
    });
}

#[test]
fn r33_an_announcement_is_never_cut_off_by_a_reload_and_never_repeated_after_it() {
    on_a_screen(json!({ "chance": 0, "clip": 5000, "clips": { "chime": 1000 } }), async |mut screen| {
        screen.calls("R001", "1").await;
        screen.knows("world.becomes({ version: 'the next one' }), world.server.tell()").await;
        assert!(!screen.reloads_within(20.0).await, "it is being announced");
        assert_eq!(screen.heard().await, ["chime", "pl R001 1"]);
        screen.calls("R002", "1").await;
        assert!(screen.reloads_within(ONE_MORE_TRY).await, "when nothing is announced any more");
        screen.runs(20.0).await;
        assert_eq!(screen.large().await, "R002");
        assert!(screen.heard().await.is_empty(), "nobody is called twice");
    });
}

#[test]
fn r33_once_a_night_the_page_is_loaded_anew_and_by_night_it_is_dim() {
    let night = json!({ "from": "09:00", "to": "09:30" });
    on_a_screen(json!({ "setup": { "night": night } }), async |mut screen| {
        let dim = async |screen: &crate::screen::Screen| {
            screen.knows("'night' in document.body.dataset").await == json!(true)
        };
        assert!(!screen.reloads_within(59.0 * 60.0).await && !dim(&screen).await);
        assert!(
            !screen.reloads_within(10.0 * 60.0).await,
            "each screen at its own minute; chance has it at a half here"
        );
        assert!(dim(&screen).await);
        assert!(screen.reloads_within(10.0 * 60.0).await);
        assert!(dim(&screen).await);
        assert!(!screen.reloads_within(3.0 * 3600.0).await, "once");
        assert!(!dim(&screen).await);
    });
}

#[test]
fn r33_a_frozen_page_starts_afresh() {
    for sickness in [
        "world.frozen = true",
        "world.timers.forEach((one, id) => one.every === 1000 && world.timers.delete(id))",
        "Array.from({ length: 20 }, () => setTimeout(() => { throw new Error('sick'); }, 10))",
    ] {
        on_a_screen(json!({}), async |mut screen| {
            assert!(!screen.reloads_within(120.0).await, "a page that is well stays");
            screen.knows(&format!("void ({sickness})")).await;
            assert!(screen.reloads_within(60.0 + ONE_MORE_TRY).await, "{sickness}");
        });
    }
}

#[test]
fn r33_some_errors_are_counted_and_reported_and_no_reason_to_go() {
    on_a_screen(json!({}), async |mut screen| {
        screen
            .knows("Array.from({ length: 19 }, () => setTimeout(() => { throw new Error('a little sick'); }, 10)), 0")
            .await;
        assert!(!screen.reloads_within(200.0).await);
        let report = screen.knows("world.said.filter(one => one.type === 'screen').at(-1)").await;
        assert_eq!(report["errors"], 19);
    });
}

#[test]
fn r33_the_office_wishes_a_reload_and_is_told_when_it_is_done() {
    on_a_screen(json!({}), async |mut screen| {
        let before = screen.knows("world.said.find(one => one.type === 'screen')").await;
        assert_eq!(before["done"], json!([]));
        let wish = "world.server.tell({ type: 'wishes', wishes: [{ id: 'w1', kind: 'reload' }] })";
        screen.knows(wish).await;
        assert!(screen.reloads_within(ONE_MORE_TRY).await);
        let after = screen.knows("world.said.find(one => one.type === 'screen')").await;
        assert_eq!(after["done"], json!(["w1"]));
        assert_eq!(after["screen"], before["screen"], "it is the same screen");
        screen.knows(wish).await;
        assert!(!screen.reloads_within(1300.0).await, "a fulfilled wish is not fulfilled twice");
    });
}

#[test]
fn r33_the_report_says_what_the_office_needs_to_know() {
    on_a_screen(json!({}), async |screen| {
        screen.calls("R001", "1").await;
        screen.runs(40.0).await;
        let report = screen.knows("world.said.filter(one => one.type === 'screen').at(-1)").await;
        assert_eq!(report["layout"], "hall");
        assert_eq!(report["sound"], "on");
        assert_eq!(report["calls"], 1);
        assert_eq!(report["errors"], 0);
        assert_eq!(report["seq"], screen.knows("world.server.seq").await);
        assert_eq!(report["version"], screen.knows("document.body.dataset.version").await);
        assert!(report["heap_mb"].as_f64().is_some_and(|heap| heap > 0.0));
        assert!(report["screen"].as_str().is_some_and(|name| (8..=40).contains(&name.len())));
        let longest = screen.knows("Math.max(...world.said.map(one => JSON.stringify(one).length))").await;
        assert!(longest.as_i64().is_some_and(|bytes| bytes < 1024), "{longest}");
    });
}

#[test]
fn r33_the_picture_moves_by_some_pixels_so_that_nothing_burns_in() {
    on_a_screen(json!({}), async |screen| {
        let first = screen.knows("document.body.dataset.shift").await;
        screen.runs(200.0).await;
        assert_ne!(screen.knows("document.body.dataset.shift").await, first);
    });
}
