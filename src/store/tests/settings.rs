//! Documents change only where nobody else was faster.

use super::both;

both! {
    fn a_document_is_changed_by_revision(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        assert_eq!(store.setting("office").unwrap(), None);
        assert_eq!(appender.put_setting("office", "{}", 0).unwrap(), Some(1));
        assert_eq!(appender.put_setting("office", "{1}", 0).unwrap(), None);
        assert_eq!(appender.put_setting("office", "{2}", 1).unwrap(), Some(2));
        assert_eq!(appender.put_setting("office", "{3}", 1).unwrap(), None);
        assert_eq!(appender.put_setting("other", "{}", 5).unwrap(), None);
        let read = store.setting("office").unwrap().unwrap();
        assert_eq!((read.value.as_str(), read.revision), ("{2}", 2));
    }
}
