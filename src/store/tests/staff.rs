//! Staff and their sign-ons.

use super::both;
use crate::{NewSession, Staff};

fn session(staff: &str, expires_ms: i64) -> NewSession<'_> {
    NewSession { staff, now_ms: 0, expires_ms, browser: "Firefox", limited: false }
}

fn clerk(login: &str) -> Staff {
    Staff {
        id: format!("id-{login}"),
        login: login.to_owned(),
        password: "hash".to_owned(),
        role: "clerk".to_owned(),
        desk: Some("3".to_owned()),
        departments: vec!["g".to_owned(), "s".to_owned()],
    }
}

both! {
    fn staff_are_put_by_login_and_keep_their_id(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[clerk("ola"), clerk("jan")]).unwrap();
        let changed = Staff { id: "new".to_owned(), desk: None, role: "admin".to_owned(), ..clerk("jan") };
        appender.put_staff(std::slice::from_ref(&changed)).unwrap();
        let jan = store.staff_by_login("jan").unwrap().unwrap();
        assert_eq!(jan, Staff { id: "id-jan".to_owned(), ..changed });
        let logins: Vec<_> = store.staff().unwrap().into_iter().map(|s| s.login).collect();
        assert_eq!(logins, ["jan", "ola"]);
        assert!(!format!("{jan:?}").contains("hash"));
        assert_eq!(store.staff_by_login("eve").unwrap(), None);
    }
}

both! {
    fn a_session_lasts_until_it_ends_or_its_owner_goes(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[clerk("ola"), clerk("jan")]).unwrap();
        let token = appender.create_session(session("id-ola", 1_000)).unwrap();
        let held = store.session(&token, 999).unwrap().unwrap();
        assert_eq!((held.staff, held.expires_ms), (clerk("ola"), 1_000));
        assert_eq!(store.session(&token, 1_000).unwrap(), None);
        assert_eq!(store.session("guess", 0).unwrap(), None);
        assert!(appender.create_session(session("nobody", 1_000)).is_err());
        assert!(appender.delete_session(&token).unwrap());
        assert!(!appender.delete_session(&token).unwrap());
        let (old, new) = (
            appender.create_session(session("id-jan", 10)).unwrap(),
            appender.create_session(session("id-jan", 2_000)).unwrap(),
        );
        assert_eq!(appender.prune_sessions(10).unwrap(), 1);
        assert!(store.session(&old, 0).unwrap().is_none());
        assert!(appender.remove_staff("jan").unwrap());
        assert!(store.session(&new, 0).unwrap().is_none());
        assert!(!appender.remove_staff("jan").unwrap());
    }
}

both! {
    fn whoever_is_changed_is_signed_out_and_nobody_else(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[clerk("ola"), clerk("jan")]).unwrap();
        let begin = |appender: &mut crate::Appender, id| appender.create_session(session(id, 1_000)).unwrap();
        let (ola, jan) = (begin(&mut appender, "id-ola"), begin(&mut appender, "id-jan"));
        let link = appender.make_account_link("id-jan", 1_000).unwrap();
        appender.put_staff(&[clerk("ola"), Staff { role: "admin".to_owned(), ..clerk("jan") }]).unwrap();
        assert!(store.session(&ola, 0).unwrap().is_some(), "nothing of hers changed");
        assert!(store.session(&jan, 0).unwrap().is_none());
        assert!(store.account_link(&link, 0).unwrap().is_none(), "it was given for another role");
        let other = Staff { password: "an old hash".to_owned(), ..clerk("ola") };
        appender.put_staff(std::slice::from_ref(&other)).unwrap();
        assert_eq!(store.staff_by_login("ola").unwrap().unwrap().password, clerk("ola").password);
        assert!(appender.set_password("id-ola", "other").unwrap() && !appender.set_password("nobody", "x").unwrap());
        assert!(store.session(&ola, 0).unwrap().is_none());
    }
}

both! {
    fn sessions_are_listed_by_names_that_open_nothing_and_ended_by_them(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[clerk("ola"), clerk("jan")]).unwrap();
        let mut begin = |id, now_ms| {
            let new = NewSession { now_ms, ..session(id, 1_000) };
            appender.create_session(new).unwrap()
        };
        let (first, second, other) = (begin("id-ola", 5), begin("id-ola", 9), begin("id-jan", 7));
        let names = || -> Vec<String> {
            store.sessions_of("id-ola", 0).unwrap().into_iter().map(|one| one.name).collect()
        };
        assert_eq!(names(), [crate::session_name(&second), crate::session_name(&first)], "the latest first");
        assert!(store.session(&names()[0], 0).unwrap().is_none());
        appender.session_seen(&first, 20).unwrap();
        assert_eq!(store.sessions_of("id-ola", 0).unwrap()[0].seen_ms, 20);
        let keeps = crate::session_name(&first);
        assert_eq!(appender.end_sessions("id-ola", |name| name != keeps).unwrap(), 1);
        assert_eq!(names(), [keeps]);
        assert!(store.session(&other, 0).unwrap().is_some());
    }
}
