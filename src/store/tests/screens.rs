//! Lobby screens: whose token is one, and their reports.

use super::both;
use crate::{DeviceKind, SCREEN_REPORT_MS};

both! {
    fn only_an_active_boards_token_is_a_screens(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let (_, kiosk) = appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").unwrap();
        let (screen, token) = appender.create_device("b1", DeviceKind::Board, "Ekran", "{}").unwrap();
        assert_eq!(store.screen_of_token(&token).unwrap(), Some(screen.clone()));
        assert_eq!((store.screen_of_token(&kiosk).unwrap(), store.screen_of_token("").unwrap()), (None, None));
        assert_eq!(store.screens().unwrap(), [screen]);
        appender.revoke_device("b1").unwrap();
        assert_eq!(store.screen_of_token(&token).unwrap(), None);
        assert_eq!(store.screens().unwrap(), []);
    }
}

both! {
    fn a_screens_report_is_kept_every_twenty_seconds_and_whenever_its_sound_changes(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.create_device("b1", DeviceKind::Board, "Ekran", "{}").unwrap();
        let last = || {
            let all = store.screen_reports().unwrap();
            (all.len(), all[0].report.clone(), all[0].at_ms, all[0].sound_since_ms)
        };
        assert!(appender.put_screen_report("b1", "{1}", "on", 10).unwrap());
        assert!(!appender.put_screen_report("b1", "{2}", "on", 9 + SCREEN_REPORT_MS).unwrap());
        assert_eq!(last(), (1, "{1}".to_owned(), 10, 10));
        assert!(appender.put_screen_report("b1", "{3}", "on", 10 + SCREEN_REPORT_MS).unwrap());
        assert_eq!(last(), (1, "{3}".to_owned(), 10 + SCREEN_REPORT_MS, 10));
        assert_eq!(store.device("b1").unwrap().unwrap().last_seen_ms, Some(10 + SCREEN_REPORT_MS));
        assert!(appender.put_screen_report("b1", "{4}", "blocked", 11 + SCREEN_REPORT_MS).unwrap());
        assert_eq!(last(), (1, "{4}".to_owned(), 11 + SCREEN_REPORT_MS, 11 + SCREEN_REPORT_MS));
        assert!(appender.put_screen_report("b1", "{5}", "blocked", 5).unwrap(), "a clock that was set back");
        assert!(appender.put_screen_report("b1", "{}", "loud", 90_000).is_err(), "no word of sound");
        assert!(appender.put_screen_report("b2", "{}", "on", 5).is_err(), "a device that does not exist");
        appender.revoke_device("b1").unwrap();
        assert_eq!(store.screen_reports().unwrap(), []);
    }
}

both! {
    fn a_shown_code_tells_what_sort_of_device_waits(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let begun = appender.start_pairing(DeviceKind::Board, 1_000).unwrap();
        let typed = format!("{} {}", &begun.code[..4], begun.code[4..].to_lowercase());
        assert_eq!(store.pairing_kind(&typed, begun.expires_ms - 1).unwrap(), Some(DeviceKind::Board));
        assert_eq!(store.pairing_kind(&typed, begun.expires_ms).unwrap(), None);
        assert_eq!(store.pairing_kind("BBBBBBBB", 1_000).unwrap(), None);
        appender.approve_pairing(&begun.code, "b1", "Hol", "{}", 2_000).unwrap();
        assert_eq!(store.pairing_kind(&typed, 2_000).unwrap(), None, "approved once");
    }
}
