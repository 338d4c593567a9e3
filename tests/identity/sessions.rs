//! Sessions: listed, ended one by one or everywhere, ended by what changes the account.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn own_sessions_are_listed_and_ended(office: Office) {
        let here = Person::clerk(&office).signed_on().await;
        let (there, third) = (Person::clerk(&office).signed_on().await, Person::clerk(&office).signed_on().await);
        let account = here.account().await;
        assert_eq!((account["login"].as_str(), account["role"].as_str()), (Some(here.login.as_str()), Some("clerk")));
        assert_eq!(account["rights"], json!(["serve", "issue", "visits"]));
        let sessions = account["sessions"].as_array().expect("sessions");
        assert_eq!(sessions.len(), 3);
        let current: Vec<&Value> = sessions.iter().filter(|one| one["current"] == true).collect();
        assert_eq!(current.len(), 1);
        assert!(!account.to_string().contains(&here.token) && !account.to_string().contains("token"));
        let of_there = there.account().await;
        let listed = of_there["sessions"].as_array().expect("sessions").iter().find(|one| one["current"] == true);
        let name = listed.expect("its own")["id"].as_str().expect("an id").to_owned();
        let left = here.posts(&format!("account/sessions/{name}/end"), json!({})).await.with_status(200).body;
        assert_eq!(left["sessions"].as_array().map(Vec::len), Some(2));
        assert!(!there.is_in().await && third.is_in().await && here.is_in().await);
        here.posts(&format!("account/sessions/{name}/end"), json!({})).await.with_status(404).refused_with("not_found");
        here.posts("account/sessions/end-others", json!({})).await.with_status(200);
        assert!(!third.is_in().await && here.is_in().await);
    }

    async fn somebody_elses_session_is_not_ended_by_its_name(office: Office) {
        let (clerk, supervisor) = (Person::clerk(&office).signed_on().await, Person::supervisor(&office).signed_on().await);
        let name = clerk.account().await["sessions"][0]["id"].as_str().expect("an id").to_owned();
        supervisor.posts(&format!("account/sessions/{name}/end"), json!({})).await.with_status(404);
        assert!(clerk.is_in().await);
        office.http.get("account", Some(&name)).await.with_status(401);
    }

    async fn an_administrator_signs_somebody_out_everywhere(office: Office) {
        let (clerk, admin) = (Person::clerk(&office).signed_on().await, Person::admin(&office).signed_on().await);
        let all = admin.gets("accounts").await.with_status(200).body;
        let mine = all["accounts"].as_array().expect("accounts").iter().find(|one| one["login"] == clerk.login.as_str()).expect("the clerk");
        assert_eq!((&mine["sessions"], &mine["has_password"], &mine["mine_to_change"]), (&json!(1), &json!(true), &json!(true)));
        admin.posts(&format!("accounts/{}/sign-out", clerk.login), json!({})).await.with_status(200);
        assert!(!clerk.is_in().await && admin.is_in().await);
        admin.posts("accounts/nobody/sign-out", json!({})).await.with_status(404);
    }

    async fn a_session_holds_over_a_restart_and_its_end_too(office: Office) {
        let (one, two) = (Person::clerk(&office).signed_on().await, Person::clerk(&office).signed_on().await);
        one.posts("account/sessions/end-others", json!({})).await.ok();
        office.stop();
        office.restart().await;
        assert!(one.is_in().await && !two.is_in().await);
    }
}
