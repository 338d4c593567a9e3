//! Second factors, recovery codes and one-time links: each works once.

use super::both;
use crate::{Staff, Store};

fn staff(store: &Store) -> crate::Appender {
    let person = |login: &str| Staff {
        id: format!("id-{login}"),
        login: login.to_owned(),
        password: "hash".to_owned(),
        role: "clerk".to_owned(),
        desk: None,
        departments: Vec::new(),
    };
    let mut appender = store.appender().unwrap();
    appender.put_staff(&[person("ola"), person("jan")]).unwrap();
    appender
}

both! {
    fn a_second_factor_is_begun_confirmed_and_each_step_used_once(place) {
        let store = place.store();
        let mut appender = staff(&store);
        assert!(!appender.confirm_second_factor("id-ola", 7, 1).unwrap(), "nothing was begun");
        assert!(appender.begin_second_factor("id-ola", "OLD").unwrap());
        assert!(appender.begin_second_factor("id-ola", "NEW").unwrap(), "begun anew");
        assert!(store.with_second_factor().unwrap().is_empty());
        assert!(appender.confirm_second_factor("id-ola", 7, 1).unwrap());
        assert!(!appender.begin_second_factor("id-ola", "OTHER").unwrap(), "one in force is not replaced");
        let held = store.second_factor("id-ola").unwrap().unwrap();
        assert_eq!((held.secret.as_str(), held.confirmed_ms, held.last_step), ("NEW", Some(1), 7));
        assert!(!format!("{held:?}").contains("NEW"));
        assert!(!appender.use_step("id-ola", 7).unwrap() && !appender.use_step("id-ola", 6).unwrap());
        assert!(appender.use_step("id-ola", 8).unwrap() && !appender.use_step("id-ola", 8).unwrap());
        assert_eq!(store.with_second_factor().unwrap(), ["id-ola"]);
        assert!(appender.remove_second_factor("id-ola").unwrap() && !appender.remove_second_factor("id-ola").unwrap());
    }
}

both! {
    fn a_recovery_code_is_used_once_by_its_owner_however_it_is_typed(place) {
        let store = place.store();
        let mut appender = staff(&store);
        appender.put_recovery_codes("id-ola", &["ab12-cd34".to_owned(), "ef56-gh78".to_owned()]).unwrap();
        assert!(!appender.use_recovery_code("id-jan", "ab12-cd34").unwrap());
        assert!(appender.use_recovery_code("id-ola", " AB12 CD34 ").unwrap());
        assert!(!appender.use_recovery_code("id-ola", "ab12-cd34").unwrap());
        assert_eq!(store.recovery_codes_left("id-ola").unwrap(), 1);
        appender.put_recovery_codes("id-ola", &["ij90-kl12".to_owned()]).unwrap();
        assert!(!appender.use_recovery_code("id-ola", "ef56-gh78").unwrap(), "earlier ones are gone");
    }
}

both! {
    fn a_link_holds_once_until_its_time_and_only_the_latest_does(place) {
        let store = place.store();
        let mut appender = staff(&store);
        let (old, new) =
            (appender.make_account_link("id-ola", 100).unwrap(), appender.make_account_link("id-ola", 100).unwrap());
        assert_eq!(store.account_link(&new, 99).unwrap().unwrap().login, "ola");
        assert!(store.account_link(&old, 0).unwrap().is_none() && store.account_link(&new, 100).unwrap().is_none());
        assert!(!appender.use_account_link(&new, 100).unwrap());
        assert!(appender.use_account_link(&new, 99).unwrap() && !appender.use_account_link(&new, 99).unwrap());
        let late = appender.make_account_link("id-jan", 10).unwrap();
        assert_eq!(appender.prune_account_links(10).unwrap(), 1);
        assert!(!appender.use_account_link(&late, 0).unwrap());
    }
}
