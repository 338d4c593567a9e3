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
        assert_eq!(ids(1), ["s-a1", "g-a2"]);
    }
}

both! {
    fn law_21_what_is_over_is_erased_in_bounded_batches_with_a_proof_and_without_a_trace(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut with = batch("g", 0, 1);
        let visit = |id: &str, code: &str, start_ms: i64, state: &str| {
            let mut visit = contact(id, code);
            (visit.start_ms, visit.state, visit.origin) = (start_ms, state.to_owned(), "origin-hash".to_owned());
            visit
        };
        with.enclosure.contacts = vec![
            visit("g-a1", "1", 100, "collected"), visit("g-a2", "2", 110, "booked"), visit("g-a3", "3", 500, "cancelled"),
            visit("g-a4", "4", 500, "collected"), visit("g-a5", "5", 900, "not_collected"),
        ];
        let answer = |id: &str| crate::AnswerRow {
            command: 0, key: format!("k-{id}"), body_hash: "h".into(), created_ms: 1,
            answer: format!("{{\"code\":\"1\",\"id\":\"{id}\",\"phone\":\"48601000000\",\"state\":\"booked\"}}"),
        };
        with.enclosure.answers = vec![answer("g-a1"), answer("g-a4")];
        let claim = |owner: &str| crate::Claim {
            command: 0, kind: "visits_of_day".into(), key: format!("p|{owner}"), ordinals: 1, owner: owner.into(),
        };
        with.enclosure.claims = vec![claim("g-a1"), claim("g-a4")];
        appender.append(&[with]).unwrap();

        let due = crate::Due { all_before_ms: 200, ended_before_ms: 600 };
        let numbers: Vec<usize> = (0..3).map(|_| appender.erase_due(due, 1_000, 2).unwrap()).collect();
        assert_eq!(numbers, [2, 1, 0], "bounded, then done");
        let left = |id: &str| store.contact(id).unwrap().unwrap().erased_ms.is_none();
        assert_eq!(["g-a1", "g-a2", "g-a3", "g-a4", "g-a5"].map(left), [false, false, false, true, true]);
        let blank = store.contact("g-a1").unwrap().unwrap();
        assert_eq!(blank.origin + &blank.person, "");
        let told = |id: &str| store.answer(&format!("k-{id}")).unwrap().unwrap().answer;
        assert!(!told("g-a1").contains("48601") && told("g-a1").contains("\"state\":\"booked\""), "{}", told("g-a1"));
        assert!(told("g-a4").contains("48601000000"));
        let log = store.accesses(&crate::AccessQuery { before_ms: 2_000, limit: 10, ..Default::default() }).unwrap();
        let mut proofs: Vec<&str> = log.iter().map(|line| line.detail.as_str()).collect();
        proofs.sort_unstable();
        assert_eq!(proofs, ["retention 1", "retention 2"]);
        assert!(log.iter().all(|line| line.who == "timer" && line.action == "erased" && line.appointment.is_empty()));
        // The claims are given back: another may take them.
        let mut again = batch("g", 1, 1);
        again.enclosure.claims = vec![crate::Claim { owner: "g-a9".into(), ..claim("g-a1") }];
        assert_eq!(appender.append(&[again]).unwrap(), [crate::Outcome::Appended]);
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
