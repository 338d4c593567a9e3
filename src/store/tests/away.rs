//! A database that goes away and comes back.

use super::batches::batch;
use super::both;
use super::place::Place;
use crate::{Fault, Outcome};

both! {
    fn nothing_is_half_done_and_it_recovers_by_itself(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1)]).unwrap();
        place.take_away();
        for _ in 0..2 {
            let fault = appender.append(&[batch("g", 1, 1)]).unwrap_err();
            assert!(matches!(fault, Fault::Away(_)), "{fault:?}");
            let fault = appender.put_setting("x", "y", 0).unwrap_err();
            assert!(matches!(fault, Fault::Away(_)), "{fault:?}");
        }
        if !place.is_sqlite() {
            assert!(matches!(store.head("g").unwrap_err(), Fault::Away(_)));
        }
        place.bring_back();
        assert_eq!(appender.append(&[batch("g", 1, 1)]).unwrap(), [Outcome::Appended]);
        assert_eq!(store.head("g").unwrap(), 2);
        assert_eq!(store.events_from("g", 1, 10).unwrap().len(), 2);
    }
}

#[test]
fn readers_survive_a_restart_of_the_server_unnoticed() {
    let place = Place::postgres();
    let store = place.store();
    store.appender().unwrap().append(&[batch("g", 0, 1)]).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| (0..20).for_each(|_| assert_eq!(store.head("g").unwrap(), 1)));
        }
    });
    place.cut_connections();
    for _ in 0..10 {
        assert_eq!(store.head("g").unwrap(), 1);
    }
}
