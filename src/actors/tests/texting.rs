//! Text messages: near the turn, once, never after the call.

use super::house::{ask, at_desk, book};
use super::letters_house::{a_while, on_both, writing};
use crate::{Entry, Typed};
use okienko_queue::command::DeskAction;
use serde_json::json;

async fn near_the_turn(url: &str) {
    let town = writing(url, json!({"sms": {"near": 0}})).await;
    for (start, phone) in [("2026-11-23T08:20:00Z", "48600100200"), ("2026-11-23T08:40:00Z", "48600100201")] {
        book(&town.office, "a", start, phone).await.unwrap();
    }
    town.clock("2026-11-23T08:12:00Z").await;
    for phone in ["48600100200", "48600100201"] {
        town.office
            .check_in(Typed { entry: Entry::Phone(phone.into()), language: None }, "k", "kiosk:k", None)
            .await
            .unwrap();
    }
    a_while().await;
    town.messages(0).await;
    town.clock("2026-11-23T08:16:00Z").await;
    let first = town.messages(1).await.remove(0);
    assert_eq!(first.to, "48600100200");
    assert!(first.text.starts_with("Bilet U001: zbliza sie"), "{}", first.text);
    a_while().await;
    town.messages(1).await;
    // The first is called; the second one's message is written while the gateway is away, and its call comes first.
    town.sms.set_away(true);
    ask(&town.office, "a", at_desk("1", DeskAction::CallNext)).await.unwrap();
    town.state(&"a-a2".into(), "near", "sms", "queued").await;
    a_while().await;
    ask(&town.office, "a", at_desk("1", DeskAction::NoShow)).await.ok();
    town.clock("2026-11-23T08:30:00Z").await;
    ask(&town.office, "a", at_desk("1", DeskAction::CallNext)).await.unwrap();
    town.sms.set_away(false);
    town.state(&"a-a2".into(), "near", "sms", "dropped").await;
    town.messages(1).await;
}

async fn off(url: &str) {
    let town = writing(url, json!({})).await;
    book(&town.office, "a", "2026-12-01T08:20:00Z", "48600100200").await.unwrap();
    town.letters("confirmation", 1).await;
    town.clock("2026-11-30T09:00:00Z").await;
    town.letters("reminder", 1).await;
    town.messages(0).await;
}

on_both! {
    near_the_turn, your_turn_is_near_comes_once_and_never_after_the_call_sqlite, your_turn_is_near_comes_once_and_never_after_the_call_postgres;
    off, law_line_28_without_the_offices_wish_no_text_message_goes_sqlite, law_line_28_without_the_offices_wish_no_text_message_goes_postgres;
}
