//! Every call is seen, every call is heard, once and in order.

use serde_json::json;

use crate::screen::{Screen, on_a_screen};

/// Notes every number that ever stood large.
const NOTES: &str = "(() => { const code = document.querySelector('[data-part=code]'); world.large = []; \
                     new MutationObserver(() => world.large.push(code.textContent)).observe(code, { childList: true, \
                     characterData: true, subtree: true }); })()";

/// Calls `codes` one every `pause` milliseconds.
async fn calls_all(screen: &Screen, codes: &[String], pause: u32) -> Vec<i64> {
    let mut seqs = Vec::new();
    for some in codes.chunks(50) {
        let call = "async (codes, pause) => { const seqs = []; for (const code of codes) { seqs.push(world.calls(code)); \
                    await world.run(pause); } return seqs; }";
        let made = screen.knows(&format!("({call})({}, {pause})", json!(some))).await;
        seqs.extend(made.as_array().expect("a list").iter().filter_map(serde_json::Value::as_i64));
    }
    seqs
}

async fn stood_large(screen: &Screen) -> Vec<String> {
    let all = screen.knows("world.large").await;
    all.as_array().expect("a list").iter().map(|one| one.as_str().expect("a text").to_owned()).collect()
}

/// Clips of 0.35 s: so can a thousand be spoken in ten minutes at all. A real sentence takes 3 s, and the next test is about those.
#[test]
fn r33_a_thousand_calls_in_ten_minutes_all_appear_and_are_all_spoken_once_in_order() {
    on_a_screen(json!({ "clip": 350 }), async |screen| {
        screen.knows(NOTES).await;
        let codes: Vec<String> = (0..1000).map(|number| format!("A{number:03}")).collect();
        let seqs = calls_all(&screen, &codes, 600).await;
        screen.runs(40.0).await;
        let mut large = stood_large(&screen).await;
        large.dedup();
        // While nothing new waits for its moment the call that is spoken comes back: each has its first moment in order.
        let mut first = Vec::new();
        for code in large {
            if !first.contains(&code) {
                first.push(code);
            }
        }
        assert_eq!(first, codes, "each had its moment");
        let sentences: Vec<String> = screen.heard().await.into_iter().filter(|clip| clip != "chime").collect();
        let wanted: Vec<String> = codes.iter().map(|code| format!("pl {code} 3")).collect();
        assert_eq!(sentences, wanted, "each was heard once, in order");
        assert_eq!(screen.knows("world.overlaps").await, 0);
        assert_eq!(screen.said("shown").await, seqs);
        assert_eq!(screen.said("spoken").await, seqs);
        assert!(screen.said("late").await.is_empty());
    });
}

#[test]
fn r33_of_a_burst_too_fast_to_speak_all_are_shown_and_the_late_ones_are_reported_not_spoken() {
    on_a_screen(json!({ "clip": 3000, "clips": { "chime": 1200 } }), async |screen| {
        screen.knows(NOTES).await;
        let codes: Vec<String> = (0..60).map(|number| format!("B{number:03}")).collect();
        let seqs = calls_all(&screen, &codes, 0).await;
        screen.runs(28.0).await;
        assert!(screen.said("late").await.is_empty(), "nobody is given up before 30 s have passed");
        screen.runs(4.0).await;
        let (spoken, late) = (screen.said("spoken").await, screen.said("late").await);
        assert_eq!(late.len() + spoken.len(), seqs.len(), "after 30 s each of them is decided");
        screen.runs(60.0).await;
        assert_eq!(screen.said("shown").await, seqs, "all are shown, also those that are no longer spoken");
        let large = stood_large(&screen).await;
        assert!(codes.iter().all(|code| large.contains(code)), "and stood large");
        assert!((8..=11).contains(&spoken.len()), "about ten sentences of 3 s fit into 30 s: {spoken:?}");
        assert_eq!([spoken, late].concat(), seqs, "the first are spoken, the rest is late");
        assert_eq!(
            screen.heard().await.len(),
            screen.said("spoken").await.len() + 1,
            "one chime for all that follow at once"
        );
        assert_eq!(screen.knows("world.overlaps").await, 0);
    });
}

#[test]
fn r33_a_recall_is_shown_and_heard_again() {
    on_a_screen(json!({}), async |screen| {
        let first = screen.calls("U007", "3").await;
        screen.runs(20.0).await;
        assert!(!screen.shows("again").await);
        let again = screen.calls_as("U007", "3", json!({ "recall": true })).await;
        screen.runs(0.1).await;
        assert!(screen.shows("again").await);
        assert_eq!(screen.knows("document.querySelector('[data-part=call]').classList.contains('is-new')").await, true);
        screen.runs(20.0).await;
        assert_eq!(screen.heard().await, ["chime", "pl U007 3", "chime", "pl U007 3"]);
        assert_eq!(screen.said("shown").await, [first, again]);
        assert_eq!(screen.said("spoken").await, [first, again]);
    });
}

#[test]
fn r33_two_calls_in_one_moment_both_stand_large_and_the_spoken_one_comes_back() {
    on_a_screen(json!({ "clip": 4000, "clips": { "chime": 1000 } }), async |screen| {
        screen.calls("R001", "1").await;
        screen.calls("R002", "2").await;
        screen.runs(1.0).await;
        assert_eq!((screen.large().await.as_str(), screen.list().await), ("R001", vec!["R002".to_owned()]));
        // The first is heard from 0.03 s to 5.03 s, the second until 10 s: it stands large for all that time.
        screen.runs(5.0).await;
        assert_eq!(screen.large().await, "R002");
        screen.calls("R003", "3").await;
        screen.runs(4.5).await;
        assert_eq!(
            screen.large().await,
            "R003",
            "a new call has its moment at once when the one before has had its own"
        );
        screen.runs(60.0).await;
        assert_eq!(screen.large().await, "R003", "the newest stays");
    });
}

#[test]
fn r33_an_undone_call_leaves_the_glass_and_is_not_spoken() {
    on_a_screen(json!({ "clip": 4000, "clips": { "chime": 1000 } }), async |screen| {
        let heard = screen.calls("R001", "1").await;
        let waits = screen.calls("R002", "2").await;
        screen.runs(0.5).await;
        screen.knows(&format!("world.undoes({waits})")).await;
        screen.runs(0.1).await;
        assert!(screen.list().await.is_empty(), "it has left the list");
        screen.runs(30.0).await;
        assert_eq!(screen.heard().await, ["chime", "pl R001 1"], "nobody hears it");
        assert_eq!(screen.said("spoken").await, [heard]);
        let spoken = screen.calls("R003", "3").await;
        screen.runs(2.0).await;
        assert_eq!(screen.large().await, "R003");
        screen.knows(&format!("world.undoes({spoken})")).await;
        screen.runs(0.1).await;
        assert_eq!(screen.large().await, "R001", "the call before it stands there again");
        screen.runs(10.0).await;
        let last = screen.knows("world.heard.at(-1)").await;
        assert_eq!((&last["clip"], &last["faded"]), (&json!("pl R003 3"), &json!(true)), "it was broken off");
        let lasted = last["to"].as_f64().expect("an end") - last["from"].as_f64().expect("a begin");
        assert!(lasted < 2000.0, "a sentence of 4 s ended after {lasted} ms");
        assert_eq!(screen.said("spoken").await, [heard], "nobody is told that it was spoken");
    });
}
