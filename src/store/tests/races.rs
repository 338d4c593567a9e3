//! Several appenders at once: on PostgreSQL they stand for several nodes.

use super::batches::batch;
use super::both;
use crate::{Outcome, Store, Taken};
use diesel::Connection as _;
use diesel::connection::SimpleConnection;
use std::sync::{Arc, Barrier};

/// What each of `count` threads is told, all having begun together.
fn at_once(store: &Store, count: usize, batch_of: fn(usize) -> crate::Batch) -> Vec<Outcome> {
    let gate = Arc::new(Barrier::new(count));
    let threads: Vec<_> = (0..count)
        .map(|number| {
            let (gate, mut appender) = (Arc::clone(&gate), store.appender().unwrap());
            std::thread::spawn(move || {
                gate.wait();
                appender.append(&[batch_of(number)]).unwrap().remove(0)
            })
        })
        .collect();
    threads.into_iter().map(|t| t.join().unwrap()).collect()
}

fn count(said: &[Outcome], like: fn(&Outcome) -> bool) -> usize {
    said.iter().filter(|outcome| like(outcome)).count()
}

both! {
    fn one_head_is_moved_by_one_of_many(place) {
        let store = place.store();
        let said = at_once(&store, 8, |_| batch("g", 0, 2));
        assert_eq!(count(&said, |o| *o == Outcome::Appended), 1, "{said:?}");
        assert_eq!(count(&said, |o| *o == Outcome::HeadMoved { head: 2 }), 7, "{said:?}");
        assert_eq!(store.events_from("g", 1, 10).unwrap().len(), 2);
    }
}

both! {
    fn one_claim_is_had_by_one_of_many(place) {
        let store = place.store();
        let said = at_once(&store, 8, |n| batch(&format!("d{n}"), 0, 1).claiming(0, "seat", 1, "a"));
        assert_eq!(count(&said, |o| *o == Outcome::Appended), 1, "{said:?}");
        let is_taken = |o: &Outcome| matches!(o, Outcome::Taken { what: Taken::Claim { .. }, .. });
        assert_eq!(count(&said, is_taken), 7, "{said:?}");
        assert_eq!(store.heads().unwrap().len(), 1);
    }
}

both! {
    fn three_ordinals_are_had_by_three_of_many(place) {
        let store = place.store();
        let said = at_once(&store, 8, |n| batch(&format!("d{n}"), 0, 1).claiming(0, "p/d", 3, "a"));
        assert_eq!(count(&said, |o| *o == Outcome::Appended), 3, "{said:?}");
    }
}

both! {
    fn one_key_is_answered_once(place) {
        let store = place.store();
        let said = at_once(&store, 8, |n| batch(&format!("d{n}"), 0, 1).answering(0, "k"));
        assert_eq!(count(&said, |o| *o == Outcome::Appended), 1, "{said:?}");
    }
}

both! {
    fn claims_wanted_in_opposite_orders_do_not_block_for_ever(place) {
        let store = place.store();
        let said = at_once(&store, 8, |n| {
            let (first, second) = if n % 2 == 0 { ("x", "y") } else { ("y", "x") };
            batch(&format!("d{n}"), 0, 1).claiming(0, first, 1, "a").claiming(0, second, 1, "a")
        });
        assert_eq!(count(&said, |o| *o == Outcome::Appended), 1, "{said:?}");
    }
}

#[test]
fn the_victim_of_a_deadlock_tries_again_and_learns_the_truth() {
    let place = crate::tests::place::Place::postgres();
    let store = place.store();
    let insert = |key| format!("INSERT INTO claims VALUES ('day_limit', '{key}', 1, 'other')");
    let mut other = diesel::PgConnection::establish(&place.url).unwrap();
    other.batch_execute("SET deadlock_timeout = '60s'; BEGIN").unwrap();
    other.batch_execute(&insert("y")).unwrap();
    let mut appender = store.appender().unwrap();
    let waiting = std::thread::spawn(move || {
        let both = batch("g", 0, 1).claiming(3, "x", 1, "a").claiming(5, "y", 1, "a");
        appender.append(&[both, batch("s", 0, 1)]).unwrap()
    });
    std::thread::sleep(std::time::Duration::from_millis(300));
    // Now each waits for the other, until PostgreSQL gives the appender's transaction up.
    other.batch_execute(&insert("x")).unwrap();
    other.batch_execute("COMMIT").unwrap();
    let said = waiting.join().unwrap();
    assert!(matches!(said[0], Outcome::Taken { command: 3, .. }), "{said:?}");
    assert_eq!(said[1], Outcome::Appended);
}
