//! What a broker is told: R33. A real one, with a password.

use crate::on_both;

on_both! {
    r33_a_broker_keeps_desks_calls_and_whether_the_office_is_online
    r33_a_broker_that_lost_everything_is_told_everything_again
}

mod inner {
    use std::collections::BTreeSet;

    use okienko_tests::Engine;
    use serde_json::{Value, json};

    use crate::broker::{Mosquitto, PASSWORD};
    use crate::{served, ticket};

    pub async fn r33_a_broker_keeps_desks_calls_and_whether_the_office_is_online(engine: Engine) {
        let broker = Mosquitto::start();
        let mut served = served(engine, &broker.setting()).await;
        let clerk = served.clerk("1");
        let watcher = broker.subscriber();
        watcher.hears("status", |said| said == "online").await;
        let ticket = ticket(&clerk).await;
        clerk.calls_next().await.ok();
        let called = watcher.hears_json("desk/1", |desk| desk["code"] == ticket.code.as_str()).await;
        assert_eq!((&called["state"], &called["recall"]), (&json!("called"), &json!(false)), "{called}");
        let board = served.http.get("boards/geodezja", None).await.ok().body;
        let shown = &board["calls"][0];
        assert_eq!((&called["seq"], &called["called_at"]), (&shown["seq"], &shown["called_at"]), "as on the boards");
        let calls = watcher.hears_json("calls", |said| said["calls"][0]["code"] == ticket.code.as_str()).await;
        assert_eq!(calls["calls"][0]["seq"], called["seq"]);
        clerk.recalls().await.ok();
        watcher.hears_json("desk/1", |desk| desk["recall"] == true && desk["seq"] != called["seq"]).await;
        clerk.starts().await.ok();
        watcher.hears_json("desk/1", |desk| desk["state"] == "serving" && desk["code"] == ticket.code.as_str()).await;

        // Who comes late knows at once, and nothing but codes and desks.
        let late = broker.subscriber();
        assert!(late.hears("status", |said| said == "online").await.retained);
        let desk = late.hears("desk/1", |_| true).await;
        assert!(desk.retained);
        assert_eq!(keys(&desk.payload, ""), ["called_at", "code", "recall", "seq", "state"]);
        assert!(late.hears("desk/2", |_| true).await.retained);
        let calls = late.hears("calls", |_| true).await;
        let known = ["called_at", "code", "desk", "desk_label", "language", "recall", "seq", "service"];
        assert!(calls.retained && keys(&calls.payload, "/calls/0").iter().all(|key| known.contains(&key.as_str())));

        clerk.finishes().await.ok();
        let idle = watcher.hears_json("desk/1", |desk| desk["code"].is_null()).await;
        assert_eq!((&idle["state"], &idle["seq"]), (&json!("free"), &json!(null)));

        served.kill();
        watcher.hears("status", |said| said == "offline").await;
        served.start_again().await;
        watcher.hears("status", |said| said == "online").await;
        served.stop();
        assert!(broker.subscriber().hears("status", |said| said == "offline").await.retained);
        assert!(!served.log().contains(PASSWORD), "a secret in the log");
    }

    pub async fn r33_a_broker_that_lost_everything_is_told_everything_again(engine: Engine) {
        let mut broker = Mosquitto::start();
        let served = served(engine, &broker.setting()).await;
        let clerk = served.clerk("1");
        let first = ticket(&clerk).await;
        clerk.calls_next().await.ok();
        broker.subscriber().hears_json("desk/1", |desk| desk["code"] == first.code.as_str()).await;
        clerk.starts().await.ok();
        clerk.finishes().await.ok();
        broker.loses_everything();
        let second = ticket(&clerk).await;
        clerk.calls_next().await.ok();
        let watcher = broker.subscriber();
        watcher.hears_json("desk/1", |desk| desk["code"] == second.code.as_str()).await;
        watcher.hears("status", |said| said == "online").await;
        watcher.hears_json("desk/12", |desk| desk["code"].is_null()).await;
    }

    /// The keys of an object within a message.
    fn keys(payload: &str, place: &str) -> Vec<String> {
        let value: Value = serde_json::from_str(payload).expect("JSON");
        let object = value.pointer(place).and_then(Value::as_object).expect("an object");
        object.keys().cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}
