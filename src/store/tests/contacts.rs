//! Contact data is found by person, appointment and code, and can be erased.

use super::batches::{batch, contact, day};
use super::both;
use crate::VisitState;

both! {
    fn contacts_are_found_and_erased(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut with = batch("g", 0, 1);
        let mut later = contact("g-a2", "1002");
        later.day = day(25);
        let mut elsewhere = contact("s-a1", "1003");
        elsewhere.start_ms -= 1;
        with.enclosure.contacts = vec![contact("g-a1", "1001"), later, elsewhere];
        appender.append(&[with]).unwrap();

        let ids = |from| -> Vec<String> {
            let found = store.contacts_of_person("p1", day(from)).unwrap();
            found.into_iter().map(|c| c.appointment).collect()
        };
        assert_eq!(ids(24), ["s-a1", "g-a1", "g-a2"], "nearest first");
        assert_eq!(ids(25), ["g-a2"]);
        assert!(store.contacts_of_person("p2", day(1)).unwrap().is_empty());
        assert_eq!(store.contact_by_code(day(24), "1001").unwrap().unwrap().appointment, "g-a1");
        assert!(store.contact_by_code(day(25), "1001").unwrap().is_none());
        assert_eq!(store.contacts_of_day("g", day(24)).unwrap().len(), 2);
        let read = store.contact("g-a1").unwrap().unwrap();
        assert!(read == crate::Contact { command: 0, ..contact("g-a1", "1001") });
        assert!(!format!("{read:?}").contains("ucja"), "a log must not show who it is");

        assert!(appender.erase_contact("g-a1", 77).unwrap());
        assert!(!appender.erase_contact("g-a1", 78).unwrap());
        let blank = store.contact("g-a1").unwrap().unwrap();
        assert_eq!((blank.name + &blank.phone + &blank.email + &blank.person).as_str(), "");
        assert_eq!((blank.erased_ms, blank.code.as_str()), (Some(77), "1001"));
        assert_eq!(appender.erase_contacts_before(day(25), 99).unwrap(), 1);
        assert_eq!(ids(1), ["g-a2"]);
    }
}

both! {
    fn the_state_of_an_appointment_follows_its_events(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let state = |appointment: &str, state: &str| VisitState {
            appointment: appointment.to_owned(),
            state: state.to_owned(),
        };
        let mut booked = batch("g", 0, 1);
        booked.enclosure.contacts = vec![contact("g-a1", "1"), contact("g-a2", "2")];
        appender.append(&[booked]).unwrap();
        let mut later = batch("g", 1, 1);
        later.enclosure.states = vec![
            state("g-a1", "cancelled"), state("g-a2", "cancelled"),
            state("g-a1", "collected"), state("nobody", "collected"),
        ];
        appender.append(&[later]).unwrap();
        assert_eq!(store.contact("g-a1").unwrap().unwrap().state, "collected");
        assert_eq!(store.contact("g-a2").unwrap().unwrap().state, "cancelled");
        appender.put_states(&[state("g-a2", "booked")]).unwrap();
        assert_eq!(store.contact("g-a2").unwrap().unwrap().state, "booked");
    }
}
