//! One transaction for many departments, and what is left out of it.

use super::batches::{answer, batch, event, visit};
use super::both;
use crate::{Outcome, Taken};

both! {
    fn several_departments_are_appended_as_one_group(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let said = appender.append(&[batch("s", 0, 3), batch("g", 0, 200), batch("r", 0, 1)]).unwrap();
        assert_eq!(said, vec![Outcome::Appended; 3]);
        let heads = store.heads().unwrap();
        assert_eq!(heads, [("g".to_owned(), 200), ("r".to_owned(), 1), ("s".to_owned(), 3)]);
        let events = store.events_from("g", 150, 1_000).unwrap();
        assert_eq!(events.len(), 51);
        assert_eq!(events[0], event("g", 150));
        assert_eq!(store.events_from("g", 1, 7).unwrap().len(), 7);
        assert_eq!(store.head("nobody").unwrap(), 0);
    }
}

both! {
    fn a_moved_head_leaves_only_its_department_out(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 2)]).unwrap();
        let late = batch("g", 1, 5).answering(0, "k-late");
        let said = appender.append(&[late, batch("s", 0, 1)]).unwrap();
        assert_eq!(said, [Outcome::HeadMoved { head: 2 }, Outcome::Appended]);
        assert_eq!(store.events_from("g", 1, 10).unwrap().len(), 2);
        assert_eq!(store.answer("k-late").unwrap(), None);
        let lost = appender.append(&[batch("never", 7, 1)]).unwrap();
        assert_eq!(lost, [Outcome::HeadMoved { head: 0 }], "a journal never begins in the middle");
        assert_eq!(store.head("never").unwrap(), 0);
    }
}

both! {
    fn a_taken_key_leaves_only_its_department_out(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1).answering(0, "k1")]).unwrap();
        let again = batch("g", 1, 2).answering(0, "k2").answering(1, "k1");
        let other = batch("s", 0, 1).answering(0, "k3");
        let said = appender.append(&[again, other]).unwrap();
        assert_eq!(said, [Outcome::Taken { command: 1, what: Taken::Key }, Outcome::Appended]);
        assert_eq!(store.head("g").unwrap(), 1);
        assert_eq!(store.answer("k2").unwrap(), None);
        assert_eq!(store.answer("k3").unwrap(), Some(answer(0, "k3")));
    }
}

both! {
    fn batches_that_want_the_same_meet_the_truth(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        // The first of the two falls out by its head: the second must not have been refused for it.
        let first = batch("g", 9, 1).answering(0, "k");
        let second = batch("s", 0, 1).answering(0, "k");
        let said = appender.append(&[first, second.clone()]).unwrap();
        assert_eq!(said, [Outcome::HeadMoved { head: 0 }, Outcome::Appended]);
        let twice = batch("r", 0, 2).answering(0, "x").answering(1, "x");
        let said = appender.append(&[twice, second]).unwrap();
        assert_eq!(said[0], Outcome::Taken { command: 1, what: Taken::Key });
        assert_eq!(said[1], Outcome::HeadMoved { head: 1 });
    }
}

both! {
    fn the_same_department_twice_is_settled_in_order(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let said = appender.append(&[batch("g", 2, 1), batch("g", 0, 2)]).unwrap();
        assert_eq!(said, vec![Outcome::Appended; 2]);
        assert_eq!(store.head("g").unwrap(), 3);
    }
}

both! {
    fn a_broken_department_does_not_hold_up_the_others(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut gap = batch("g", 0, 2);
        gap.events.remove(0);
        let mut doubled = batch("r", 0, 1);
        let mut twin = visit("r", 2, 1);
        twin.code = "R001".to_owned();
        doubled.enclosure.visits = vec![visit("r", 1, 1), twin];
        let said = appender.append(&[gap, batch("s", 0, 1), doubled]).unwrap();
        assert!(matches!(said[0], Outcome::Broken(_)), "{said:?}");
        assert_eq!(said[1], Outcome::Appended);
        assert!(matches!(said[2], Outcome::Broken(_)), "{said:?}");
        assert_eq!(store.heads().unwrap(), [("s".to_owned(), 1)]);
    }
}

both! {
    fn the_latest_opened_day_is_found(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut days = batch("g", 0, 9);
        days.events[0].kind = "day_opened".to_owned();
        days.events[5].kind = "day_opened".to_owned();
        appender.append(&[days, batch("s", 0, 1)]).unwrap();
        assert_eq!(store.latest_day_opened("g").unwrap(), Some(6));
        assert_eq!(store.latest_day_opened("s").unwrap(), None);
    }
}

both! {
    fn answers_are_forgotten_after_their_time(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1).answering(0, "k")]).unwrap();
        assert_eq!(appender.prune_answers(1_000).unwrap(), 0);
        assert_eq!(appender.prune_answers(1_001).unwrap(), 1);
        assert_eq!(store.answer("k").unwrap(), None);
    }
}
