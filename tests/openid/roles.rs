//! What groups give, and what happens when they change.

use super::*;

in_both_cities! {
    async fn groups_give_a_role_with_its_departments_and_desk(city: City) {
        city.hires(&json!({
            "s-1": person("ola.nowak@miasto.example", &["wszyscy", "stanowiska"]),
            "s-2": person("jan", &["stanowiska", "kierownicy"]),
            "s-3": person("ewa", &["informatyka"]),
        }));
        let session = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        assert_eq!((session.str("role"), session.str("desk")), ("clerk", "1"));
        assert_eq!(session.body["second_factor_due"], false);
        let ola = account(&city, session.str("token")).await;
        assert_eq!((ola["login"].as_str(), ola["provided"].as_bool()), (Some("ola.nowak@miasto.example"), Some(true)));
        assert_eq!((&ola["departments"], &ola["desk"]), (&json!(["geodezja"]), &json!("1")));
        let http = &city.served.http;
        http.get("desks/1", Some(session.str("token"))).await.with_status(200);
        http.get("desks/2", Some(session.str("token"))).await.with_status(403);
        // Of several groups the first of the list counts.
        let jan = Walker::default().signs_on(&city, "s-2").await.with_status(200);
        assert_eq!((jan.str("role"), &jan.body["desk"]), ("supervisor", &Value::Null));
        let ewa = Walker::default().signs_on(&city, "s-3").await.with_status(200);
        let all = http.get("accounts", Some(ewa.str("token"))).await.with_status(200).body;
        let provided: Vec<_> = all["accounts"].as_array().expect("accounts").iter().filter(|one| one["provided"] == true).collect();
        assert_eq!(provided.len(), 3, "{all}");
        assert!(provided.iter().all(|one| one["has_password"] == false && one["second_factor_required"] == false));
        let made = city.lines("account_made").await;
        assert!(made.len() == 3 && made.contains(&("jan".into(), "provider".into())), "{made:?}");
        assert_eq!(city.lines("signed_on").await.iter().filter(|(_, how)| how == "provider").count(), 3);
    }

    async fn a_change_of_groups_changes_rights_and_ends_what_was_open(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]) }));
        let before = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        let same = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        assert!(is_in(&city, before.str("token")).await, "nothing has changed: both windows stay open");
        assert_eq!(city.lines("rights_changed").await, []);
        city.hires(&json!({ "s-1": person("ola", &["kierownicy"]) }));
        let after = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        assert_eq!(after.str("role"), "supervisor");
        assert!(!is_in(&city, before.str("token")).await && !is_in(&city, same.str("token")).await);
        assert_eq!(city.lines("rights_changed").await, [("ola".to_owned(), "provider".to_owned())]);
        let all = city.served.http.get("accounts", Some(&city.served.token)).await.ok().body;
        assert_eq!(all.to_string().matches("\"ola\"").count(), 1, "it is one account: {all}");
        // Who is in no group any more is out at once, and who never was does not come in.
        city.hires(&json!({ "s-1": person("ola", &["stanowiska"]), "s-2": person("gosc", &["wszyscy"]) }));
        Walker::default().signs_on(&city, "s-2").await.with_status(403).refused_with("no_role");
        let before = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        city.hires(&json!({ "s-1": { "preferred_username": "ola" } }));
        Walker::default().signs_on(&city, "s-1").await.with_status(403).refused_with("no_role");
        assert!(!is_in(&city, before.str("token")).await);
        assert_eq!(city.failures().await, [("ola".to_owned(), "no_role".to_owned()), ("nobody".to_owned(), "no_role".to_owned())]);
        let all = city.served.http.get("accounts", Some(&city.served.token)).await.ok().text;
        assert!(!all.contains("gosc"), "who never had a role has no account");
    }
}
