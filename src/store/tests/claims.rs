//! Rules that span departments.

use super::batches::{batch, contact, day};
use super::both;
use crate::{Outcome, Release, Taken};

fn taken(command: usize, key: &str) -> Outcome {
    Outcome::Taken { command, what: Taken::Claim { kind: "day_limit".to_owned(), key: key.to_owned() } }
}

both! {
    fn a_taken_claim_leaves_only_its_department_out(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1).claiming(0, "seat", 1, "g-a1")]).unwrap();
        let loser = batch("s", 0, 3).claiming(1, "free", 1, "s-a1").claiming(2, "seat", 1, "s-a2");
        let said = appender.append(&[loser, batch("r", 0, 1).claiming(0, "else", 1, "r-a1")]).unwrap();
        assert_eq!(said, [taken(2, "seat"), Outcome::Appended]);
        assert_eq!(store.head("s").unwrap(), 0);
        let now_free = batch("s", 0, 1).claiming(0, "free", 1, "s-a1");
        assert_eq!(appender.append(&[now_free]).unwrap(), [Outcome::Appended]);
    }
}

both! {
    fn ordinals_run_out(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let three = batch("g", 0, 3)
            .claiming(0, "p/d", 3, "a1").claiming(1, "p/d", 3, "a2").claiming(2, "p/d", 3, "a3");
        assert_eq!(appender.append(&[three]).unwrap(), [Outcome::Appended]);
        let fourth = batch("s", 0, 1).claiming(7, "p/d", 3, "a4");
        assert_eq!(appender.append(std::slice::from_ref(&fourth)).unwrap(), [taken(7, "p/d")]);
        let mut gives_back = batch("g", 3, 1);
        gives_back.enclosure.releases.push(Release { owner: "a2".to_owned(), kind: None });
        appender.append(&[gives_back]).unwrap();
        assert_eq!(appender.append(&[fourth]).unwrap(), [Outcome::Appended]);
    }
}

both! {
    fn releases_come_before_claims_and_may_be_of_one_kind(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1).claiming(0, "seat", 1, "a1")]).unwrap();
        let mut moves = batch("g", 1, 1).claiming(0, "seat", 1, "a2");
        moves.enclosure.releases.push(Release { owner: "a1".to_owned(), kind: Some("other".to_owned()) });
        assert_eq!(appender.append(&[moves.clone()]).unwrap(), [taken(0, "seat")]);
        moves.enclosure.releases[0].kind = Some("day_limit".to_owned());
        assert_eq!(appender.append(&[moves]).unwrap(), [Outcome::Appended]);
    }
}

both! {
    fn what_is_left_out_gives_back_nothing(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.append(&[batch("g", 0, 1).claiming(0, "seat", 1, "a1").answering(0, "k")]).unwrap();
        let mut refused = batch("g", 1, 1).answering(0, "k");
        refused.enclosure.releases.push(Release { owner: "a1".to_owned(), kind: None });
        let said = appender.append(&[refused, batch("s", 0, 1)]).unwrap();
        assert_eq!(said, [Outcome::Taken { command: 0, what: Taken::Key }, Outcome::Appended]);
        let wants = batch("s", 1, 1).claiming(0, "seat", 1, "a2");
        assert_eq!(appender.append(&[wants]).unwrap(), [taken(0, "seat")]);
    }
}

both! {
    fn a_contact_code_is_free_once_a_day(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut first = batch("g", 0, 1);
        first.enclosure.contacts.push(contact("g-a1", "4711"));
        assert_eq!(appender.append(&[first]).unwrap(), [Outcome::Appended]);
        let mut second = batch("s", 0, 1);
        second.enclosure.contacts.push(contact("s-a1", "4711"));
        let said = appender.append(&[second.clone()]).unwrap();
        assert_eq!(said, [Outcome::Taken { command: 4, what: Taken::Code }]);
        second.enclosure.contacts[0].day = day(25);
        assert_eq!(appender.append(&[second]).unwrap(), [Outcome::Appended]);
    }
}
