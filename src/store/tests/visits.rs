//! The read model is written whole and can be rebuilt.

use super::batches::{batch, day, visit};
use super::both;
use crate::{Fault, VisitRow};

both! {
    fn a_leg_is_overwritten_whole(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let called = VisitRow {
            desk: Some("3".to_owned()),
            priority: Some("act".to_owned()),
            booked_for_ms: Some(5),
            called_ms: Some(7),
            state: "called".to_owned(),
            recalls: 2,
            overtakes: 1,
            ..visit("g", 1, 1)
        };
        let mut first = batch("g", 0, 2);
        first.enclosure.visits = vec![visit("g", 1, 1), visit("g", 2, 1), called.clone()];
        appender.append(&[first]).unwrap();
        assert_eq!(store.visits_of_day("g", day(23)).unwrap(), [called.clone(), visit("g", 2, 1)]);
        let mut second = batch("g", 2, 1);
        second.enclosure.visits = vec![visit("g", 1, 1), visit("g", 1, 2)];
        appender.append(&[second]).unwrap();
        assert_eq!(store.visit_legs("g-t1").unwrap(), [visit("g", 1, 1), visit("g", 1, 2)]);
        assert!(store.visits_of_day("g", day(24)).unwrap().is_empty());
    }
}

both! {
    fn the_read_model_is_cleared_and_put_again(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let rows: Vec<_> = (1..=300).map(|n| visit("g", n, 1)).collect();
        appender.put_visits(&rows).unwrap();
        appender.put_visits(&[visit("s", 1, 1)]).unwrap();
        assert_eq!(appender.clear_read_model("g").unwrap(), 300);
        assert_eq!(store.visits_of_day("s", day(23)).unwrap().len(), 1);
        appender.put_visits(&rows).unwrap();
        assert_eq!(store.visits_of_day("g", day(23)).unwrap(), rows);
    }
}

both! {
    fn a_code_exists_once_per_day_in_the_office(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let twin = VisitRow { code: "G001".to_owned(), ..visit("s", 9, 1) };
        appender.put_visits(&[visit("g", 1, 1)]).unwrap();
        let fault = appender.put_visits(std::slice::from_ref(&twin)).unwrap_err();
        assert!(matches!(fault, Fault::Broken(_)), "{fault:?}");
        appender.put_visits(&[VisitRow { day: day(24), ..twin }]).unwrap();
    }
}
