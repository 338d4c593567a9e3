//! Single tickets set right from the wall.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn a_ticket_is_called_returned_changed_cancelled_and_brought_back(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let department = office.sample.department_of(&wanted.id).id.clone();
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let state = || office.ticket_state(ticket.token());
        let does = |what: &str, body: Value| {
            let (supervisor, path) = (&supervisor, format!("tickets/{}/{what}", ticket.id));
            let department = department.clone();
            async move { supervisor.does(&department, &path, body).await }
        };
        does("return", json!({})).await.with_status(409).refused_with("wrong_state");
        does("call", json!({ "desk": clerk.desk })).await.with_status(200);
        assert_eq!((state().await.as_str(), clerk.desk_state().await.as_str()), ("called", "called"));
        let second = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let path = format!("tickets/{}/call", second.id);
        supervisor.does(&department, &path, json!({ "desk": clerk.desk })).await.with_status(409).refused_with("desk_busy");
        does("return", json!({})).await.with_status(200);
        assert_eq!((state().await.as_str(), clerk.desk_state().await.as_str()), ("waiting", "free"));
        let other = office.sample.sibling_service(&wanted.id);
        does("change", json!({ "service": other.id, "priority": "act" })).await.with_status(200);
        let view = supervisor.sees(&wanted).await;
        assert_eq!((&service(&view, &other.id)["waiting"], &service(&view, &other.id)["priority"]), (&json!(1), &json!(1)));
        does("change", json!({ "priority": null })).await.with_status(200);
        let view = supervisor.sees(&wanted).await;
        let found = view["waiting"].as_array().expect("tickets").iter().find(|one| one["id"] == ticket.id).expect("it waits").clone();
        assert_eq!((&found["priority"], &found["service"]), (&Value::Null, &json!(other.id)));
        does("change", json!({})).await.with_status(400).refused_with("malformed");
        does("change", json!({ "priority": "king" })).await.with_status(404).refused_with("not_found");
        does("cancel", json!({})).await.with_status(200);
        assert_eq!(state().await, "cancelled");
        let view = supervisor.sees(&wanted).await;
        assert_eq!(view["ended"][0]["code"], ticket.code);
        does("reactivate", json!({})).await.with_status(200);
        assert_eq!(state().await, "waiting");
        does("reactivate", json!({})).await.with_status(409).refused_with("wrong_state");
    }

    async fn the_same_key_is_the_same_deed(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let department = office.sample.department_of(&wanted.id).id.clone();
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let cancel = format!("departments/{department}/tickets/{}/cancel", ticket.id);
        let bring_back = format!("departments/{department}/tickets/{}/reactivate", ticket.id);
        let post = |path: String, key: &'static str| {
            let (http, token) = (office.http.clone(), supervisor.token.clone());
            async move { http.post_keyed(&path, Some(&token), key, json!({})).await }
        };
        post(cancel.clone(), "k-cancel-1").await.with_status(200);
        post(bring_back, "k-back-1").await.with_status(200);
        post(cancel, "k-cancel-1").await.with_status(200);
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting", "a repeated wish does nothing again");
    }
}
