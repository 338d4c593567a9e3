//! What is said: which languages, how often, from which clips, and what happens when there is none.

use serde_json::{Value, json};

use crate::screen::on_a_screen;

fn with_sound(sound: Value) -> Value {
    let mut all = json!({ "on": true, "speech": true, "volume": 80, "repeat": false, "hours": [] });
    for (key, value) in sound.as_object().expect("settings") {
        all[key] = value.clone();
    }
    json!({ "sound": all })
}

#[test]
fn r33_a_call_is_spoken_in_the_boards_language_and_in_that_of_the_ticket() {
    on_a_screen(json!({ "setup": { "languages": ["pl", "en"] } }), async |screen| {
        for language in [json!("uk"), json!("pl"), json!(null), json!("de")] {
            screen.calls_as("U007", "3", json!({ "language": language })).await;
            screen.runs(20.0).await;
        }
        let wanted =
            ["chime", "pl U007 3", "uk U007 3", "chime", "pl U007 3", "chime", "pl U007 3", "chime", "pl U007 3"];
        assert_eq!(screen.heard().await, wanted);
        let asked = screen.knows("world.server.fetched.find(path => path.includes('/uk/'))").await;
        assert_eq!(asked, "/speech/v1/uk/U007/3.wav");
    });
}

#[test]
fn r33_a_desk_with_any_label_and_a_repeated_call_are_spoken() {
    on_a_screen(json!({ "setup": with_sound(json!({ "repeat": true })) }), async |screen| {
        let said = screen.calls_as("U007", "3a / ż", json!({ "language": "en" })).await;
        screen.runs(20.0).await;
        assert_eq!(screen.heard().await, ["chime", "pl U007 3a / ż", "pl U007 3a / ż", "en U007 3a / ż"]);
        assert_eq!(screen.said("spoken").await, [said]);
    });
}

/// Two languages of 3 s each would let the fifth of five visitors wait for half a minute.
#[test]
fn r33_a_long_queue_is_spoken_in_the_main_language_without_a_chime_between() {
    on_a_screen(json!({ "clip": 3000, "clips": { "chime": 1000 } }), async |screen| {
        for number in 1..=5 {
            screen.calls_as(&format!("R00{number}"), "1", json!({ "language": "uk" })).await;
        }
        screen.runs(60.0).await;
        let wanted = [
            "chime",
            "pl R001 1",
            "pl R002 1",
            "pl R003 1",
            "chime",
            "pl R004 1",
            "uk R004 1",
            "chime",
            "pl R005 1",
            "uk R005 1",
        ];
        assert_eq!(screen.heard().await, wanted);
        assert_eq!(screen.said("spoken").await.len(), 5);
    });
}

#[test]
fn r33_a_clip_that_is_missing_broken_or_never_comes_holds_nobody_up() {
    let config = json!({ "missing": "/R001/", "broken": "R002", "hangs": "/R003/" });
    on_a_screen(config, async |screen| {
        let mut seqs = Vec::new();
        for number in 1..=4 {
            seqs.push(screen.calls(&format!("R00{number}"), "1").await);
            screen.runs(4.0).await;
            assert_eq!(screen.sound().await, if number < 4 { "no_speech" } else { "on" });
        }
        screen.runs(20.0).await;
        assert_eq!(screen.heard().await, ["chime", "chime", "chime", "chime", "pl R004 1"], "a chime at least");
        assert_eq!(screen.said("silent").await, seqs[..3]);
        assert_eq!(screen.said("spoken").await, seqs[3..], "it speaks again");
    });
}

#[test]
fn r33_a_clip_that_is_far_too_long_is_cut_off() {
    on_a_screen(json!({ "clips": { "pl R001 1": 60_000 } }), async |screen| {
        screen.calls("R001", "1").await;
        screen.calls("R002", "1").await;
        screen.runs(15.0).await;
        let first = screen.knows("world.heard.find(one => one.clip === 'pl R001 1')").await;
        let lasted = first["to"].as_f64().expect("an end") - first["from"].as_f64().expect("a begin");
        assert!((9000.0..10_000.0).contains(&lasted), "{first}");
        assert_eq!(screen.heard().await.last().map(String::as_str), Some("pl R002 1"));
        assert_eq!(screen.knows("world.overlaps").await, 0);
    });
}

/// A loudspeaker whose cable is pulled while it sounds never says that it has ended.
#[test]
fn r33_a_loudspeaker_that_never_ends_does_not_end_the_queue() {
    on_a_screen(json!({ "unplugged": true }), async |screen| {
        screen.calls("R001", "1").await;
        screen.runs(25.0).await;
        screen.knows("world.becomes({ unplugged: false })").await;
        let next = screen.calls("R002", "1").await;
        screen.runs(20.0).await;
        assert!(screen.said("spoken").await.contains(&next));
        assert_eq!(screen.large().await, "R002");
    });
}

#[test]
fn r33_a_server_without_a_voice_and_a_board_without_speech_leave_the_chime() {
    for setup in [json!({ "speech": null }), with_sound(json!({ "speech": false }))] {
        on_a_screen(json!({ "setup": setup }), async |screen| {
            let seq = screen.calls("R001", "1").await;
            screen.runs(20.0).await;
            assert_eq!(screen.heard().await, ["chime"]);
            assert_eq!(screen.said("silent").await, [seq]);
            assert_eq!(screen.sound().await, "no_speech");
        });
    }
}

#[test]
fn r33_a_board_without_a_chime_speaks_all_the_same() {
    on_a_screen(json!({ "setup": with_sound(json!({ "on": false })) }), async |screen| {
        let seq = screen.calls("R001", "1").await;
        screen.runs(20.0).await;
        assert_eq!(screen.heard().await, ["pl R001 1"]);
        assert_eq!(screen.said("spoken").await, [seq]);
        assert_eq!(screen.sound().await, "on");
    });
}
