//! Lobby screens in trouble: the office is told once, and once that it is over, whatever the number of nodes.

use super::house::{monday, postgres, sqlite};
use super::kiosks::{MINUTE, letters, with_address};
use super::letters_house::writing_at;
use crate::screen_watch::round;
use crate::{Office, process_now_ms};
use okienko_queue::screen_alarm::PATIENCE_MS;
use okienko_store::DeviceKind;
use serde_json::json;

async fn reports(office: &Office, sound: &'static str, at_ms: i64) {
    office.write(move |appender| appender.put_screen_report("b1", "{}", sound, at_ms)).await.unwrap();
}

fn told_once_and_once_that_it_is_over(url: String) {
    actix::System::new().block_on(async move {
        let writing = writing_at(&url, json!({}), monday()).await;
        let (office, mail) = (&writing.office, &writing.mail);
        office.write(|appender| appender.create_device("b1", DeviceKind::Board, "Hol", "{}").map(drop)).await.unwrap();
        with_address(office).await;
        let t = process_now_ms();
        reports(office, "blocked", t).await;
        round(&office.shared, t, t + PATIENCE_MS - 1).await;
        letters(mail, "screen_alarm", 0).await;
        for _ in 0..3 {
            round(&office.shared, t, t + PATIENCE_MS).await;
        }
        let told = letters(mail, "screen_alarm", 1).await;
        assert_eq!(
            (told[0].to().as_str(), told[0].subject()),
            ("serwis@example.org", "Ekran „Hol”: dźwięk zablokowany")
        );
        reports(office, "on", t + MINUTE).await;
        round(&office.shared, t, t + MINUTE).await;
        let told = letters(mail, "screen_clear", 1).await;
        assert_eq!(told[0].subject(), "Ekran „Hol” znów działa");
        // Silent, first at night, then in opening hours.
        office.clock().set("2026-11-23T20:00:00Z".parse().unwrap());
        round(&office.shared, t, t + 4 * MINUTE).await;
        letters(mail, "screen_alarm", 1).await;
        office.clock().set("2026-11-23T08:00:00Z".parse().unwrap());
        round(&office.shared, t, t + 4 * MINUTE).await;
        let told = letters(mail, "screen_alarm", 2).await;
        assert_eq!(told[1].subject(), "Ekran „Hol”: ekran się nie zgłasza");
        assert!(told[1].text().contains("Od: 23/11/2026, 08:57"), "since it was last heard: {}", told[1].text());
        reports(office, "on", t + 5 * MINUTE).await;
        round(&office.shared, t, t + 5 * MINUTE).await;
        letters(mail, "screen_clear", 2).await;
    });
}

#[test]
fn trouble_with_a_screen_is_told_once_and_once_that_it_is_over_on_sqlite() {
    told_once_and_once_that_it_is_over(sqlite());
}

#[test]
fn trouble_with_a_screen_is_told_once_and_once_that_it_is_over_on_postgres() {
    told_once_and_once_that_it_is_over(postgres());
}
