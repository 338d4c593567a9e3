//! From the code on the screen to the token in the device.

use super::both;
use crate::{DeviceKind, PAIRING_MS, PairingPoll};

both! {
    fn a_pairing_leads_to_a_device_and_tells_the_token_once(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let begun = appender.start_pairing(DeviceKind::Board, 1_000).unwrap();
        assert_eq!(begun.code.len(), 8);
        assert!(begun.code.chars().all(|c| "BCDFGHJKLMNPQRSTVWXZ".contains(c)), "{}", begun.code);
        assert_eq!(begun.expires_ms, 1_000 + PAIRING_MS);
        assert_eq!(appender.poll_pairing(&begun.poll_secret, 2_000).unwrap(), PairingPoll::Pending);
        assert_eq!(appender.poll_pairing("guess", 2_000).unwrap(), PairingPoll::Expired);
        assert_eq!(appender.approve_pairing("BBBBBBBB", "b1", "x", "{}", 2_000).unwrap(), None);

        let typed = format!("{}-{}", &begun.code[..4].to_lowercase(), &begun.code[4..]);
        let device = appender.approve_pairing(&typed, "b1", "Hol", "{}", 3_000).unwrap().unwrap();
        assert_eq!((device.kind.as_str(), device.name.as_str()), ("board", "Hol"));
        assert_eq!(appender.approve_pairing(&typed, "b2", "Hol", "{}", 3_000).unwrap(), None);
        assert!(store.device("b2").unwrap().is_none());

        let told = appender.poll_pairing(&begun.poll_secret, 4_000).unwrap();
        let PairingPoll::Approved { device, token } = told else { panic!("{told:?}") };
        assert_eq!(store.device_by_token(&token).unwrap(), Some(device));
        assert_eq!(appender.poll_pairing(&begun.poll_secret, 4_001).unwrap(), PairingPoll::Expired);
    }
}

both! {
    fn a_pairing_ends_after_ten_minutes(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let begun = appender.start_pairing(DeviceKind::Kiosk, 0).unwrap();
        let code = begun.code.as_str();
        assert_eq!(appender.approve_pairing(code, "k1", "x", "{}", PAIRING_MS).unwrap(), None);
        assert!(appender.approve_pairing(code, "k1", "x", "{}", PAIRING_MS - 1).unwrap().is_some());
        let late = appender.poll_pairing(&begun.poll_secret, PAIRING_MS).unwrap();
        assert_eq!(late, PairingPoll::Expired);
        assert_eq!(appender.prune_pairings(PAIRING_MS).unwrap(), 1);
    }
}
