//! Kiosks in trouble: the office is told once, and once that it is over, whatever the number of nodes.

use super::house::{monday, postgres, sqlite};
use super::letters_house::writing_at;
use crate::kiosk_watch::round;
use crate::{Office, process_now_ms};
use okienko_mail::{Memory, Message};
use okienko_queue::kiosk_alarm::PAUSE_MS;
use okienko_store::DeviceKind;
use serde_json::json;
use std::time::{Duration, Instant};

/// Milliseconds.
pub const MINUTE: i64 = 60_000;

/// Sets whom the office writes to about its devices.
pub async fn with_address(office: &Office) {
    let mut file = (*office.catalogue()).clone();
    file.office.kiosk.alert_mail = Some("serwis@example.org".into());
    office.configure(file, "test").await.unwrap();
}

async fn reports(office: &Office, printer: &'static str, at_ms: i64) {
    office.write(move |appender| appender.put_report("k1", "{}", printer, at_ms)).await.unwrap();
}

/// Waits until the post holds so many letters of a kind, and makes sure that it holds no more.
pub async fn letters(mail: &Memory, kind: &str, count: usize) -> Vec<Message> {
    let of_kind = || {
        let mut letters = mail.letters();
        letters.retain(|letter| letter.name().ends_with(kind));
        letters
    };
    let begun = Instant::now();
    while of_kind().len() < count && begun.elapsed() < Duration::from_secs(20) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let letters = of_kind();
    assert_eq!(letters.len(), count, "{kind}: {letters:?}");
    letters
}

fn told_once_and_once_that_it_is_over(url: String) {
    actix::System::new().block_on(async move {
        let writing = writing_at(&url, json!({}), monday()).await;
        let (office, mail) = (&writing.office, &writing.mail);
        office.write(|appender| appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").map(drop)).await.unwrap();
        // The watch of the office itself looks on: what is told below is told by whoever comes first.
        let t = process_now_ms();
        reports(office, "paper_end", t).await;
        round(&office.shared, t, t).await;
        letters(mail, "kiosk_alarm", 0).await;
        with_address(office).await;
        for _ in 0..3 {
            round(&office.shared, t, t).await;
        }
        let told = letters(mail, "kiosk_alarm", 1).await;
        assert_eq!((told[0].to().as_str(), told[0].subject()), ("serwis@example.org", "Automat „Hol”: brak papieru"));
        for (n, printer) in ["ready", "paper_end", "ready", "paper_end"].into_iter().enumerate() {
            reports(office, printer, t + 1_000 * (n as i64 + 1)).await;
            round(&office.shared, t, t + 1_000 * (n as i64 + 1)).await;
        }
        letters(mail, "kiosk_clear", 1).await;
        letters(mail, "kiosk_alarm", 1).await;
        // It did not get better meanwhile, and the pause is over.
        round(&office.shared, t + PAUSE_MS, t + PAUSE_MS + MINUTE).await;
        letters(mail, "kiosk_alarm", 2).await;
    });
}

fn missed_while_the_office_is_open(url: String) {
    actix::System::new().block_on(async move {
        let writing = writing_at(&url, json!({}), monday()).await;
        let (office, mail) = (&writing.office, &writing.mail);
        office.write(|appender| appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").map(drop)).await.unwrap();
        with_address(office).await;
        let t = process_now_ms();
        reports(office, "ready", t).await;
        round(&office.shared, t, t + 2 * MINUTE - 1).await;
        round(&office.shared, t + MINUTE, t + 2 * MINUTE).await;
        office.clock().set("2026-11-23T20:00:00Z".parse().unwrap());
        round(&office.shared, t, t + 2 * MINUTE).await;
        letters(mail, "kiosk_alarm", 0).await;
        office.clock().set("2026-11-23T08:00:00Z".parse().unwrap());
        round(&office.shared, t, t + 2 * MINUTE).await;
        let told = letters(mail, "kiosk_alarm", 1).await;
        assert_eq!(told[0].subject(), "Automat „Hol”: automat się nie zgłasza");
        assert!(told[0].text().contains("Od: 23/11/2026, 08:58"), "since it was last heard: {}", told[0].text());
        reports(office, "ready", t + 3 * MINUTE).await;
        round(&office.shared, t, t + 3 * MINUTE).await;
        letters(mail, "kiosk_clear", 1).await;
    });
}

#[test]
fn trouble_is_told_once_and_once_that_it_is_over_on_sqlite() {
    told_once_and_once_that_it_is_over(sqlite());
}

#[test]
fn trouble_is_told_once_and_once_that_it_is_over_on_postgres() {
    told_once_and_once_that_it_is_over(postgres());
}

#[test]
fn a_silent_kiosk_is_missed_while_the_office_is_open_on_sqlite() {
    missed_while_the_office_is_open(sqlite());
}

#[test]
fn a_silent_kiosk_is_missed_while_the_office_is_open_on_postgres() {
    missed_while_the_office_is_open(postgres());
}
