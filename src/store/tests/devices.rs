//! Devices sign on by token until revoked.

use super::both;
use crate::{Device, DeviceKind};

both! {
    fn a_device_is_known_by_its_token_until_revoked(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let (device, token) = appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").unwrap();
        assert_eq!(store.device_by_token(&token).unwrap(), Some(device));
        assert_eq!(store.device_by_token("guess").unwrap(), None);
        assert!(appender.create_device("k1", DeviceKind::Kiosk, "Hol", "{}").is_err());
        appender.add_device(&Device::new("b1", DeviceKind::Board, "Tablica", "{}", None)).unwrap();
        appender.touch_device("k1", 55).unwrap();
        assert!(appender.change_device("k1", "Parter", r#"{"office":1}"#).unwrap());
        let all = store.devices().unwrap();
        assert_eq!(all.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["b1", "k1"]);
        assert_eq!((all[1].last_seen_ms, all[1].name.as_str()), (Some(55), "Parter"));
        assert!(appender.revoke_device("k1").unwrap());
        assert!(!appender.revoke_device("k1").unwrap());
        assert_eq!(store.device_by_token(&token).unwrap(), None);
        assert_eq!(store.device("k1").unwrap().unwrap().state, "revoked");
    }
}
