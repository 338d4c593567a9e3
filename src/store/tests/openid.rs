//! Accounts of the identity provider, and sign-ons that came back from it.

use super::both;
use crate::{Identity, NewSession, Staff};

fn identity(subject: &str) -> Identity {
    Identity { issuer: "https://id.example".to_owned(), subject: subject.to_owned() }
}

fn member(login: &str) -> Staff {
    Staff {
        id: format!("id-{login}"),
        login: login.to_owned(),
        password: String::new(),
        role: "clerk".to_owned(),
        desk: None,
        departments: vec!["g".to_owned()],
    }
}

both! {
    fn an_account_is_of_an_identity_and_takes_no_login_that_somebody_has(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[Staff { password: "$hash".to_owned(), ..member("jan") }]).unwrap();
        assert!(!appender.make_openid_account(&identity("1"), &Staff { id: "other".to_owned(), ..member("jan") }).unwrap());
        assert_eq!(appender.openid_account(&identity("1")).unwrap(), None, "nothing is left of it");
        assert!(appender.make_openid_account(&identity("1"), &member("ola")).unwrap());
        let ola = appender.openid_account(&identity("1")).unwrap().unwrap();
        assert!(ola.is_provided() && ola.departments == ["g"] && ola.id == "id-ola");
        let elsewhere = Identity { issuer: "https://other.example".to_owned(), ..identity("1") };
        assert_eq!(appender.openid_account(&elsewhere).unwrap(), None, "the same subject of another provider is somebody else");
        assert!(!store.staff_by_login("jan").unwrap().unwrap().is_provided());
        assert!(appender.make_openid_account(&identity("1"), &member("eve")).is_err(), "one identity, one account");
    }
}

both! {
    fn it_is_renamed_to_a_free_login_only_and_gets_no_password(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_staff(&[Staff { password: "$hash".to_owned(), ..member("jan") }]).unwrap();
        appender.make_openid_account(&identity("1"), &member("ola")).unwrap();
        assert!(!appender.rename_openid_account("id-ola", "jan").unwrap());
        assert!(!appender.rename_openid_account("id-jan", "piotr").unwrap(), "an account of the house is not renamed here");
        assert!(appender.rename_openid_account("id-ola", "ola.nowak").unwrap());
        assert_eq!(appender.openid_account(&identity("1")).unwrap().unwrap().login, "ola.nowak");
        assert!(!appender.set_password("id-ola", "$other").unwrap());
        assert!(appender.set_password("id-jan", "$other").unwrap());
        assert!(store.staff_by_login("ola.nowak").unwrap().unwrap().is_provided());
        // A change of rights leaves what it is alone and ends its sessions.
        let new = NewSession { staff: "id-ola", now_ms: 0, expires_ms: 1_000, browser: "Firefox", limited: false };
        let token = appender.create_session(new).unwrap();
        appender.put_staff(&[Staff { id: "id-ola".to_owned(), role: "admin".to_owned(), ..member("ola.nowak") }]).unwrap();
        assert_eq!(store.session(&token, 0).unwrap(), None);
        let ola = appender.openid_account(&identity("1")).unwrap().unwrap();
        assert!(ola.is_provided() && ola.role == "admin");
        assert!(appender.remove_staff("ola.nowak").unwrap());
        assert_eq!(appender.openid_account(&identity("1")).unwrap(), None);
    }
}

both! {
    fn a_state_counts_once_until_nobody_can_come_back_with_it(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        assert!(appender.use_openid_state("a", 1_000).unwrap());
        assert!(!appender.use_openid_state("a", 2_000).unwrap());
        assert!(appender.use_openid_state("b", 2_000).unwrap());
        assert_eq!(appender.prune_openid_states(1_000).unwrap(), 1);
        assert!(!appender.use_openid_state("b", 3_000).unwrap());
        assert!(appender.use_openid_state("a", 3_000).unwrap());
    }
}
