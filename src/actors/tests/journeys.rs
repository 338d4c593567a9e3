//! One office, one node: claims, keys, hand-over, restart.

use super::house::{ask, at_desk, book, open, postgres, sqlite, ticket_of, value};
use crate::{Ask, Entry, Key, Office, Reply, Trouble, Typed};
use okienko_queue::command::DeskAction;
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::{Mode, TicketState};
use std::time::Duration;

async fn limits_hold_between_departments(office: &Office) {
    book(office, "a", "2026-11-24T08:00:00Z", "48600100200").await.unwrap();
    let overlapping = book(office, "b", "2026-11-24T08:00:00Z", "48600100200").await;
    assert_eq!(overlapping, Err(Trouble::Refused(Refusal::OverlappingAppointment)));
    book(office, "b", "2026-11-24T08:20:00Z", "48600100200").await.unwrap();
    book(office, "b", "2026-11-24T08:40:00Z", "48600100200").await.unwrap();
    let fourth = book(office, "a", "2026-11-24T09:00:00Z", "48600100200").await;
    assert_eq!(fourth, Err(Trouble::Refused(Refusal::LimitReached)));
    book(office, "a", "2026-11-24T09:00:00Z", "48600100201").await.unwrap();
}

#[actix::test]
async fn r13_limits_hold_between_departments_sqlite() {
    limits_hold_between_departments(&open(&sqlite()).await).await;
}

#[actix::test]
async fn r13_limits_hold_between_departments_postgres() {
    limits_hold_between_departments(&open(&postgres()).await).await;
}

#[actix::test]
async fn the_same_key_is_answered_alike_also_by_a_fresh_node() {
    let url = postgres();
    let key = |hash: &str| Some(Key { key: "k-1".into(), body_hash: hash.into() });
    let keyed = |hash: &str| Ask {
        department: "a".into(),
        command: ticket_of("a"),
        actor: "kiosk:k".into(),
        key: key(hash),
        person: None,
    };
    let office = open(&url).await;
    let first = office.ask(keyed("x")).await.unwrap();
    let (one, two) = futures_util::join!(office.ask(keyed("x")), office.ask(keyed("x")));
    assert!(!first.repeated);
    let alike = Reply { repeated: true, ..first };
    assert_eq!((one.unwrap(), two.unwrap()), (alike.clone(), alike.clone()), "and says that it was given before");
    assert_eq!(office.ask(keyed("y")).await, Err(Trouble::KeyReused));
    office.stop().await;
    let again = open(&url).await;
    assert_eq!(again.ask(keyed("x")).await.unwrap(), alike);
    assert_eq!(value(&again.ask(Ask { key: None, ..keyed("x") }).await.unwrap())["ticket"]["code"], "A002");
}

#[actix::test]
async fn r28_one_phone_collects_one_visit_after_the_other() {
    let office = open(&sqlite()).await;
    book(&office, "a", "2026-11-23T08:20:00Z", "48600100200").await.unwrap();
    book(&office, "b", "2026-11-23T08:40:00Z", "48600100200").await.unwrap();
    let entry = || Typed { entry: Entry::Phone("48600100200".into()), language: None };
    let (one, two) = futures_util::join!(
        office.check_in(entry(), "k1", "kiosk:k1", None),
        office.check_in(entry(), "k2", "kiosk:k2", None)
    );
    let late = office.check_in(entry(), "k1", "kiosk:k1", None).await;
    // 08:40 opens at 08:10 and it is 08:00: one of the two came too early for the second visit.
    let codes: Vec<String> =
        [one, two].into_iter().flatten().map(|reply| value(&reply)["ticket"]["code"].to_string()).collect();
    assert_eq!(codes, ["\"U001\""]);
    assert!(matches!(late, Err(Trouble::Refused(Refusal::TooEarly { .. }))), "{late:?}");
}

#[actix::test]
async fn a_transfer_to_another_department_arrives_once_and_keeps_its_code() {
    let office = open(&sqlite()).await;
    ask(&office, "a", ticket_of("a")).await.unwrap();
    let called = ask(&office, "a", at_desk("1", DeskAction::CallNext)).await.unwrap();
    let id = okienko_queue::ids::TicketId::from(called["ticket"]["id"].as_str().unwrap());
    let to = office.transfer_target(&"1".into(), Some(&"b-s".into()), None, Mode::ByTime).unwrap();
    ask(&office, "a", at_desk("1", DeskAction::Transfer { to, mode: Mode::ByTime })).await.unwrap();
    for _ in 0..100 {
        if office.department_of_ticket(&id).await.unwrap().as_str() == "b" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let here = ask(&office, "b", at_desk("2", DeskAction::CallNext)).await.unwrap();
    assert_eq!(here["ticket"]["code"], "A001");
    let left = id.clone();
    let state =
        office.look(&"a".into(), move |department, _, _| department.ticket(&left).map(|ticket| ticket.state)).await;
    assert_eq!(state.unwrap(), Some(TicketState::InTransit));
    assert_eq!(
        ask(&office, "b", at_desk("2", DeskAction::CallNext)).await.unwrap_err(),
        Trouble::Refused(Refusal::DeskBusy { ticket: Some(id) })
    );
}

#[actix::test]
async fn contacts_are_forgotten_after_their_time_and_the_visit_stands() {
    let office = open(&sqlite()).await;
    let id = book(&office, "a", "2026-11-24T08:00:00Z", "48600100200").await.unwrap();
    let tick = async |now: &str| {
        office.clock().set(now.parse().unwrap());
        office.tick().await.unwrap();
        office.appointment(&id).await.unwrap()
    };
    let there = tick("2026-11-24T08:20:00Z").await;
    assert_eq!(there.person.map(|person| person.phone).as_deref(), Some("48600100200"), "its day is not over");
    tick("2026-11-25T01:30:00Z").await; // 02:30 in Warsaw
    let resting = office.appointment(&id).await.unwrap();
    assert!(resting.person.is_some(), "nothing is erased between two and three");
    let facts = tick("2026-11-25T08:20:00Z").await;
    assert!(facts.person.is_none());
    assert_eq!(facts.state, okienko_queue::appointment::AppointmentState::NotCollected);
}

/// Those who were answered together are expected together; one who comes alone is not kept for the others' sake.
#[actix::test]
async fn whoever_comes_alone_after_a_crowd_is_answered() {
    let office = open(&sqlite()).await;
    for _ in 0..3 {
        let crowd = (0..30).map(|_| ask(&office, "a", ticket_of("a")));
        let told = futures_util::future::join_all(crowd).await;
        assert!(told.iter().all(Result::is_ok));
        let alone = tokio::time::timeout(Duration::from_secs(10), ask(&office, "a", ticket_of("a"))).await;
        assert!(alone.expect("nobody else came").is_ok());
    }
    let last = ask(&office, "a", ticket_of("a")).await.unwrap();
    assert_eq!(last["ticket"]["code"], "A094", "each got a number of its own");
}

/// So many callers, each asking again as soon as it was answered, so many times.
async fn crowd(office: &Office, callers: usize, times: usize) {
    let one = || async {
        for _ in 0..times {
            ask(office, "a", ticket_of("a")).await.unwrap();
        }
    };
    futures_util::future::join_all((0..callers).map(|_| one())).await;
}

/// Without waiting for company, every second commit would carry one command alone.
#[actix::test]
async fn callers_who_were_answered_together_share_the_next_commit() {
    let office = open(&sqlite()).await;
    crowd(&office, 8, 50).await;
    let appends = office.stats().appends.load(std::sync::atomic::Ordering::Relaxed);
    assert!(appends < 80, "{appends} commits for 50 rounds of 8 commands");
}

/// A look reads on in the journal: not into a batch that is decided and waits for company.
#[actix::test]
async fn looks_among_a_crowd_lose_no_row_of_the_read_model() {
    let url = postgres();
    let office = open(&url).await;
    let first = ask(&office, "a", ticket_of("a")).await.unwrap()["ticket"]["id"].as_str().unwrap().to_owned();
    let looks = async {
        for _ in 0..200 {
            office.ticket(&first.as_str().into()).await.unwrap();
        }
    };
    // At a pace of their own, so that some board while others are in flight.
    let paced = (1..=8).map(|n| {
        let office = &office;
        async move {
            for _ in 0..25 {
                tokio::time::sleep(Duration::from_millis(n)).await;
                ask(office, "a", ticket_of("a")).await.unwrap();
            }
        }
    });
    futures_util::join!(futures_util::future::join_all(paced), looks);
    let day = "2026-11-23".parse().unwrap();
    let rows = okienko_store::Store::open(&url).unwrap().visits_of_day("a", day).unwrap();
    assert_eq!(rows.len(), 201, "one row for each ticket");
}
