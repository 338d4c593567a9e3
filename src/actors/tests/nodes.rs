//! Two nodes over one PostgreSQL behave as one.

use super::house::{ask, at_desk, book, open, postgres, ticket_of};
use crate::Trouble;
use okienko_queue::command::DeskAction;
use okienko_queue::refusal::Refusal;
use std::collections::BTreeSet;

#[actix::test]
async fn numbers_have_no_gap_and_no_double_when_two_nodes_issue_at_once() {
    let url = postgres();
    let (one, two) = (open(&url).await, open(&url).await);
    let asks = (0..60).map(|n| ask(if n % 2 == 0 { &one } else { &two }, "a", ticket_of("a")));
    let answers = futures_util::future::join_all(asks).await;
    let codes: BTreeSet<String> =
        answers.into_iter().map(|answer| answer.unwrap()["ticket"]["code"].to_string()).collect();
    let expected: BTreeSet<String> = (1..=60).map(|n| format!("\"A{n:03}\"")).collect();
    assert_eq!(codes, expected);
}

#[actix::test]
async fn r9_one_seat_is_booked_once_over_both_nodes() {
    let url = postgres();
    let (one, two) = (open(&url).await, open(&url).await);
    let phones: Vec<String> = (0..20).map(|n| format!("486001002{n:02}")).collect();
    let asks = phones
        .iter()
        .enumerate()
        .map(|(n, phone)| book(if n % 2 == 0 { &one } else { &two }, "a", "2026-11-24T08:00:00Z", phone));
    let answers = futures_util::future::join_all(asks).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    let full = |answer: &&Result<_, Trouble>| matches!(answer, Err(Trouble::Refused(Refusal::SlotTaken { nearest })) if !nearest.is_empty());
    assert_eq!(answers.iter().filter(full).count(), 19, "{answers:?}");
}

#[actix::test]
async fn a_refusal_and_a_read_know_what_the_other_node_did() {
    let url = postgres();
    let (one, two) = (open(&url).await, open(&url).await);
    // Each append wakes the other node, so that looks also meet reads that began before the latest append.
    for _ in 0..60 {
        ask(&one, "a", ticket_of("a")).await.unwrap();
        let seen = two.look(&"a".into(), |department, _, _| department.tickets().count()).await.unwrap();
        let known = one.look(&"a".into(), |department, _, _| department.tickets().count()).await.unwrap();
        assert_eq!(seen, known);
    }
    ask(&one, "a", at_desk("1", DeskAction::CallNext)).await.unwrap();
    let busy = ask(&two, "a", at_desk("1", DeskAction::CallNext)).await;
    assert!(matches!(busy, Err(Trouble::Refused(Refusal::DeskBusy { .. }))), "{busy:?}");
}
