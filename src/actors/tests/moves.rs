//! A visit moves with all that belongs to it: its claims, its contact, its letter.

use super::house::{ask, book, open, postgres, sqlite};
use crate::{Ask, Office, Trouble};
use okienko_queue::command::{Command, Terms};
use okienko_queue::ids::AppointmentId;
use okienko_queue::refusal::Refusal;

const TUESDAY_NINE: &str = "2026-11-24T08:00:00Z";
const TUESDAY_NOON: &str = "2026-11-24T11:00:00Z";
const MONDAY_NOON: &str = "2026-11-23T11:00:00Z";

async fn moves(office: &Office, visit: &AppointmentId, start: &str) -> Result<(), Trouble> {
    let facts = office.appointment(visit).await.unwrap();
    let start = start.parse().unwrap();
    let command = Command::MoveAppointment { appointment: visit.clone(), start, terms: Terms::default() };
    let person = facts.person.clone();
    let ask = Ask { department: facts.department, command, actor: "citizen".into(), key: None, person };
    office.ask(ask).await.map(drop)
}

async fn all_that_belongs_to_a_visit_moves(office: &Office, other: &Office) {
    let mine = book(office, "a", TUESDAY_NINE, "48600100200").await.unwrap();
    let elsewhere = book(other, "b", TUESDAY_NOON, "48600100200").await.unwrap();
    let overlaps = moves(office, &mine, TUESDAY_NOON).await;
    assert_eq!(overlaps, Err(Trouble::Refused(Refusal::OverlappingAppointment)), "the claims of the new term hold");
    let still = office.appointment(&mine).await.unwrap();
    assert_eq!((still.start, still.moves), (TUESDAY_NINE.parse().unwrap(), 0), "the old term is kept");

    moves(office, &mine, MONDAY_NOON).await.unwrap();
    let now = other.appointment(&mine).await.unwrap();
    assert_eq!((now.start, now.moves), (MONDAY_NOON.parse().unwrap(), 1));
    let contact = office.store().contact(mine.as_str()).unwrap().unwrap();
    assert_eq!((contact.day.to_string().as_str(), contact.code), ("2026-11-23", now.person.unwrap().code.unwrap()));
    let letters = office.store().letters_about(mine.as_str()).unwrap();
    let change = letters.iter().find(|letter| letter.kind == "change").expect("a letter tells of the change");
    assert!(change.params.contains("\"sequence\":1"), "{}", change.params);
    // The old term and the old minutes are free for others and for oneself.
    book(other, "a", TUESDAY_NINE, "48600100299").await.unwrap();
    book(other, "b", TUESDAY_NINE, "48600100200").await.unwrap();
    ask(
        other,
        "a",
        Command::CancelAppointment { appointment: mine, by: okienko_queue::appointment::By::Citizen, chance: 0 },
    )
    .await
    .unwrap();
    book(office, "a", MONDAY_NOON, "48600100298").await.unwrap();
    assert_eq!(other.appointment(&elsewhere).await.unwrap().moves, 0);
}

#[actix::test]
async fn r19_all_that_belongs_to_a_visit_moves_sqlite() {
    let office = open(&sqlite()).await;
    all_that_belongs_to_a_visit_moves(&office, &office).await;
}

#[actix::test]
async fn r19_all_that_belongs_to_a_visit_moves_between_two_nodes() {
    let url = postgres();
    all_that_belongs_to_a_visit_moves(&open(&url).await, &open(&url).await).await;
}
