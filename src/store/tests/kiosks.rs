//! Kiosks: reports, what the office was told, wishes, tickets without paper.

use super::both;
use crate::{Alarm, DeviceKind, NewLetter, UNPRINTED_MS, Unprinted, WISH_MS};

fn letter(key: &str) -> NewLetter {
    NewLetter {
        dedupe_key: key.to_owned(),
        kind: "kiosk_alarm".to_owned(),
        appointment: String::new(),
        language: "pl".to_owned(),
        params: "{}".to_owned(),
        created_ms: 0,
        next_ms: 0,
        not_after_ms: None,
        channel: "mail",
    }
}

fn alarm(trouble: &str, state: &str, turn: i32) -> Alarm {
    Alarm { device: "k1".into(), trouble: trouble.into(), state: state.into(), raised_ms: 7, turn }
}

both! {
    fn the_last_report_stands_and_remembers_since_when_the_printer_is_so(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").unwrap();
        appender.put_report("k1", "{1}", "ready", 10).unwrap();
        appender.put_report("k1", "{2}", "ready", 20).unwrap();
        let all = store.reports().unwrap();
        assert_eq!((all.len(), all[0].report.as_str(), all[0].at_ms, all[0].printer_since_ms), (1, "{2}", 20, 10));
        assert_eq!(store.device("k1").unwrap().unwrap().last_seen_ms, Some(20));
        appender.put_report("k1", "{3}", "paper_end", 30).unwrap();
        let all = store.reports().unwrap();
        assert_eq!((all[0].printer.as_str(), all[0].printer_since_ms), ("paper_end", 30));
        assert!(appender.put_report("k2", "{}", "ready", 30).is_err(), "a device that does not exist");
        appender.revoke_device("k1").unwrap();
        assert_eq!(store.reports().unwrap(), []);
    }
}

both! {
    fn a_change_is_told_by_one_node_only(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").unwrap();
        assert!(appender.tell_alarms(&[alarm("paper_end", "open", 1)], &letter("a")).unwrap());
        assert!(!appender.tell_alarms(&[alarm("paper_end", "open", 1)], &letter("b")).unwrap());
        assert!(appender.tell_alarms(&[alarm("paper_end", "clear", 2)], &letter("c")).unwrap());
        assert!(!appender.tell_alarms(&[alarm("paper_end", "clear", 2)], &letter("d")).unwrap());
        assert_eq!(store.alarms().unwrap(), [alarm("paper_end", "clear", 2)]);
        let written = ["a", "b", "c", "d"].map(|key| store.letter(key).unwrap().is_some());
        assert_eq!(written, [true, false, true, false]);
    }
}

both! {
    fn a_wish_stands_until_it_is_fulfilled_or_too_old(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        for id in ["k1", "k2"] {
            appender.create_device(id, DeviceKind::Kiosk, "Hol", "{}").unwrap();
        }
        let wish = appender.make_wish("k1", "print", Some("so-t1"), 100).unwrap().unwrap();
        let again = appender.make_wish("k1", "print", Some("so-t1"), 200).unwrap().unwrap();
        assert_eq!(wish, again, "the same wish is one wish");
        let other = appender.make_wish("k1", "reload", None, 200).unwrap().unwrap();
        assert_eq!(store.wishes("k1", 300).unwrap(), [wish.clone(), other.clone()]);
        assert_eq!(store.wishes("k2", 300).unwrap(), []);
        assert_eq!(appender.fulfil_wishes("k2", std::slice::from_ref(&wish.id)).unwrap(), 0, "not its own");
        assert_eq!(appender.fulfil_wishes("k1", &[wish.id.clone(), "x".into()]).unwrap(), 1);
        assert_eq!(store.wishes("k1", 200 + WISH_MS - 1).unwrap(), [other]);
        assert_eq!(store.wishes("k1", 200 + WISH_MS).unwrap(), []);
        assert_eq!(appender.prune_wishes(200 + WISH_MS).unwrap(), 1);
        for n in 0..20 {
            assert!(appender.make_wish("k2", "print", Some(&format!("so-t{n}")), 0).unwrap().is_some());
        }
        assert_eq!(appender.make_wish("k2", "reload", None, 0).unwrap(), None, "too many");
        assert!(appender.make_wish("k2", "reload", None, WISH_MS).unwrap().is_some(), "the others ran out");
    }
}

both! {
    fn a_ticket_without_paper_is_known_until_it_has_one(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").unwrap();
        let row = |ticket: &str, reason: &str, at_ms| {
            Unprinted { ticket: ticket.into(), device: "k1".into(), reason: reason.into(), at_ms }
        };
        appender.put_unprinted(&row("so-t1", "paper_end", 1)).unwrap();
        appender.put_unprinted(&row("so-t2", "error", 2)).unwrap();
        appender.put_unprinted(&row("so-t1", "cover_open", 3)).unwrap();
        let expected = [(row("so-t2", "error", 2), "Hol".to_owned()), (row("so-t1", "cover_open", 3), "Hol".to_owned())];
        assert_eq!(store.unprinted().unwrap(), expected);
        assert_eq!(store.unprinted_by("so-t1").unwrap().as_deref(), Some("k1"));
        assert!(appender.clear_unprinted("so-t1").unwrap());
        assert!(!appender.clear_unprinted("so-t1").unwrap());
        assert_eq!(appender.prune_unprinted(2 + UNPRINTED_MS).unwrap(), 1);
        assert_eq!(store.unprinted().unwrap(), []);
    }
}
