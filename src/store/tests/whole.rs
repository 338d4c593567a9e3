//! Several writes that are made together or not at all.

use super::both;
use super::place::Place;
use crate::{Appender, Fault};
use diesel::RunQueryDsl;

fn put(appender: &mut Appender, name: &str) -> Result<(), Fault> {
    appender.put_setting(name, "{}", 0).map(drop)
}

/// The database refuses it, and PostgreSQL the whole transaction with it.
fn fails(appender: &mut Appender) -> Result<(), Fault> {
    appender.run(|c| diesel::sql_query("INSERT INTO no_such_table VALUES (1)").execute(c).map(drop))
}

both! {
    fn several_writes_are_made_together_or_not_at_all(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let made = appender.whole(|appender| {
            put(appender, "a")?;
            assert!(store.setting("a").unwrap().is_none(), "nobody sees a half");
            put(appender, "b")?;
            Ok(7)
        });
        assert_eq!(made.unwrap(), 7);
        assert!(store.setting("a").unwrap().is_some() && store.setting("b").unwrap().is_some());
        let fault = appender.whole(|appender| {
            put(appender, "c")?;
            fails(appender)
        });
        assert!(matches!(fault, Err(Fault::Broken(_))), "{fault:?}");
        let refused = appender.whole(|appender| {
            put(appender, "d")?;
            Err::<(), _>(Fault::Broken("the caller thinks better of it".into()))
        });
        assert!(refused.is_err());
        assert!(store.setting("c").unwrap().is_none() && store.setting("d").unwrap().is_none());
        put(&mut appender, "e").unwrap();
        assert!(store.setting("e").unwrap().is_some(), "the next write is its own again");
    }
}

both! {
    fn a_failure_that_the_caller_overlooks_is_a_failure_of_all(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let overlooked = appender.whole(|appender| {
            put(appender, "a")?;
            let _ = fails(appender);
            let _ = put(appender, "b");
            Ok(())
        });
        assert!(matches!(overlooked, Err(Fault::Broken(_))), "{overlooked:?}");
        assert!(store.setting("a").unwrap().is_none() && store.setting("b").unwrap().is_none());
    }
}

#[test]
fn a_database_that_goes_away_in_between_keeps_nothing() {
    let mut place = Place::postgres();
    let store = place.store();
    let mut appender = store.appender().unwrap();
    let fault = appender.whole(|appender| {
        put(appender, "a")?;
        place.take_away();
        put(appender, "b")
    });
    assert!(matches!(fault, Err(Fault::Away(_))), "{fault:?}");
    place.bring_back();
    put(&mut appender, "c").unwrap();
    assert!(store.setting("a").unwrap().is_none() && store.setting("c").unwrap().is_some());
}
