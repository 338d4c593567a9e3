//! Reminders by the office clock: once, in time, and only while they are true.

use super::house::{book, person, postgres};
use super::letters_house::{a_while, on_both, writing, writing_at};
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, Terms};
use serde_json::json;

/// Tuesday, 09:00 in Warsaw.
const VISIT: &str = "2026-12-01T08:00:00Z";

async fn once_from_the_hour_on(url: &str) {
    let town = writing(url, json!({"sms": {"reminder": true}})).await;
    let visit = book(&town.office, "a", VISIT, "48600100200").await.unwrap();
    town.letters("confirmation", 1).await;
    town.clock("2026-11-30T08:59:50Z").await;
    book(&town.office, "b", "2026-12-01T09:00:00Z", "48600100201").await.unwrap();
    a_while().await;
    town.letters("reminder", 0).await;
    town.clock("2026-11-30T09:00:00Z").await;
    let reminder = town.letters("reminder", 1).await.remove(0);
    assert!(
        reminder.text().contains("01/12/2026") && reminder.text().contains(&town.office.links().manage_url(&visit))
    );
    let message = town.messages(1).await.remove(0);
    assert!(message.text.starts_with("Przypominamy o wizycie 01/12/2026 09:00, kod "), "{}", message.text);
    // Back, forth, and a new process: it stays the one.
    for now in ["2026-11-29T09:00:00Z", "2026-11-30T12:00:00Z", "2026-12-01T05:00:00Z"] {
        town.clock(now).await;
        a_while().await;
    }
    town.letters("reminder", 1).await;
    if url.starts_with("sqlite:") {
        return; // A file has one process; its restart is shown in tests/mail.
    }
    town.office.stop().await;
    drop(town);
    let again = writing_at(url, json!({}), "2026-11-30T13:00:00Z".parse().unwrap()).await;
    a_while().await;
    again.letters("reminder", 0).await;
    again.messages(0).await;
}

#[actix::test]
async fn law_line_30_a_reminder_slept_through_goes_after_the_night() {
    let url = postgres();
    let town = writing(&url, json!({"reminder_hour": "18:00:00"})).await;
    book(&town.office, "a", VISIT, "48600100200").await.unwrap();
    book(&town.office, "b", VISIT, "48600100201").await.unwrap();
    town.letters("confirmation", 2).await;
    town.office.stop().await;
    drop(town);
    let night = writing_at(&url, json!({}), "2026-12-01T01:30:00Z".parse().unwrap()).await;
    a_while().await;
    night.letters("reminder", 0).await;
    night.clock("2026-12-01T02:00:00Z").await;
    night.letters("reminder", 2).await;
}

async fn one_that_is_no_longer_true(url: &str) {
    let town = writing(url, json!({})).await;
    let cancelled = book(&town.office, "a", VISIT, "48600100200").await.unwrap();
    let moved = book(&town.office, "b", VISIT, "48600100201").await.unwrap();
    let over = book(&town.office, "a", "2026-12-01T08:20:00Z", "48600100202").await.unwrap();
    town.letters("confirmation", 3).await;
    town.mail.set_away(true);
    town.clock("2026-11-30T09:00:00Z").await;
    for visit in [&cancelled, &moved, &over] {
        town.state(visit, "reminder", "mail", "queued").await;
    }
    a_while().await;
    town.about(
        &cancelled,
        Command::CancelAppointment { appointment: cancelled.clone(), by: By::Citizen, chance: 0 },
        Some(person("48600100200")),
    )
    .await;
    let later = Command::MoveAppointment {
        appointment: moved.clone(),
        start: "2026-12-01T10:00:00Z".parse().unwrap(),
        terms: Terms::default(),
    };
    town.about(&moved, later, Some(person("48600100201"))).await;
    town.clock("2026-12-01T08:30:00Z").await;
    town.mail.set_away(false);
    for visit in [&cancelled, &over] {
        town.state(visit, "reminder", "mail", "dropped").await;
    }
    let reminder = town.letters("reminder", 1).await.remove(0);
    assert!(reminder.text().contains("11:00"), "the moved visit has its own: {}", reminder.text());
}

on_both! {
    once_from_the_hour_on, a_reminder_goes_once_from_the_hour_of_the_day_before_sqlite, a_reminder_goes_once_from_the_hour_of_the_day_before_postgres;
    one_that_is_no_longer_true, a_reminder_of_what_is_no_longer_so_is_dropped_sqlite, a_reminder_of_what_is_no_longer_so_is_dropped_postgres;
}

#[actix::test]
async fn two_nodes_write_a_reminder_once() {
    let url = postgres();
    let (one, two) = (writing(&url, json!({})).await, writing(&url, json!({})).await);
    for n in 0..6 {
        book(
            &one.office,
            "a",
            &format!("2026-12-01T{:02}:{:02}:00Z", 8 + n / 3, n % 3 * 20),
            &format!("4860010020{n}"),
        )
        .await
        .unwrap();
    }
    let eve = "2026-11-30T09:00:00Z";
    futures_util::join!(one.clock(eve), two.clock(eve));
    a_while().await;
    a_while().await;
    let reminders = |memory: &okienko_mail::Memory| {
        memory
            .letters()
            .iter()
            .filter(|letter| letter.name().ends_with("_reminder"))
            .map(|letter| letter.text().to_owned())
            .collect::<Vec<_>>()
    };
    let mut all = [reminders(&one.mail), reminders(&two.mail)].concat();
    assert_eq!(all.len(), 6);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 6);
}
