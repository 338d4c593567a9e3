//! Whether it sounds at all and how loud: the browser's permission, the hours, the quiet.

use serde_json::json;

use crate::screen::on_a_screen;

#[test]
fn r33_blocked_sound_is_seen_and_reported_and_the_picture_goes_on() {
    on_a_screen(json!({ "blocked": true }), async |screen| {
        assert!(screen.shows("sound").await, "the screen says how to allow it");
        assert_eq!(screen.sound().await, "blocked");
        let first = screen.calls("R001", "1").await;
        let second = screen.calls("R002", "1").await;
        screen.runs(1.0).await;
        assert_eq!(screen.said("blocked").await, [first, second], "at once, not when the queue is through");
        screen.runs(20.0).await;
        assert_eq!((screen.large().await.as_str(), screen.list().await), ("R002", vec!["R001".to_owned()]));
        assert_eq!(screen.said("shown").await, [first, second]);
        assert!(screen.heard().await.is_empty());
        screen.knows("world.touches('[data-part=sound]')").await;
        screen.runs(1.0).await;
        assert!(!screen.shows("sound").await);
        assert_eq!(screen.sound().await, "on");
        let heard = screen.calls("R003", "1").await;
        screen.runs(20.0).await;
        assert_eq!(screen.heard().await, ["chime", "pl R003 1"], "from then on, and nothing of before");
        assert_eq!(screen.said("spoken").await, [heard]);
    });
}

/// The first second after a start it is not known whether the browser allows sound.
#[test]
fn r33_a_call_in_the_very_first_second_is_not_lost() {
    on_a_screen(json!({ "blocked": true }), async |screen| {
        screen.knows("sessionStorage.clear(), world.becomes({ blocked: true, setup: {} })").await;
        let seq = screen.calls("R001", "1").await;
        screen.runs(3.0).await;
        assert_eq!(screen.said("blocked").await, [seq]);
    });
}

#[test]
fn r35_volume_and_quiet_follow_the_hours_of_the_office() {
    let hours = json!([
        { "from": "08:10", "to": "08:20", "volume": 40 },
        { "from": "08:15", "to": "08:30", "volume": 100 },
        { "from": "23:00", "to": "08:05", "volume": 0 },
    ]);
    let sound = json!({ "on": true, "speech": true, "volume": 80, "repeat": false, "hours": hours });
    on_a_screen(json!({ "setup": { "sound": sound } }), async |screen| {
        assert_eq!(screen.sound().await, "quiet", "08:00, and the hours of the night go past midnight");
        let quiet = screen.calls("R000", "1").await;
        screen.runs(5.0 * 60.0 + 30.0).await;
        assert_eq!(screen.said("silent").await, [quiet]);
        assert!(screen.heard().await.is_empty());
        assert_eq!(screen.large().await, "R000", "it is shown all the same");
        assert_eq!(screen.sound().await, "on");
        for number in 1..=3 {
            screen.calls(&format!("R00{number}"), "1").await;
            screen.runs(8.0 * 60.0).await;
        }
        screen.runs(10.0 * 60.0).await;
        screen.calls("R004", "1").await;
        screen.runs(10.0).await;
        let volumes = screen.knows("world.heard.filter(one => one.clip !== 'chime').map(one => one.volume)").await;
        assert_eq!(volumes, json!([0.8, 0.4, 1, 0.8]), "at 08:05, 08:13, 08:21, 08:39");
    });
}

#[test]
fn r33_a_board_without_sound_is_silent_and_asks_nobody_to_touch_it() {
    let sound = json!({ "on": false, "speech": false, "volume": 80, "repeat": false, "hours": [] });
    on_a_screen(json!({ "blocked": true, "setup": { "sound": sound } }), async |screen| {
        assert_eq!(screen.sound().await, "off");
        assert!(!screen.shows("sound").await);
        let seq = screen.calls("R001", "1").await;
        screen.runs(10.0).await;
        assert!(screen.heard().await.is_empty());
        assert_eq!(screen.said("silent").await, [seq]);
        assert_eq!(screen.knows("world.contexts").await, 0, "the browser is not even asked");
    });
}
