//! Who may see the wall and act from it: whoever oversees, in the own departments.

use okienko_tests::Events;
use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn the_wall_is_for_those_who_oversee(office: Office) {
        let wanted = office.sample.shared_service();
        let department = &office.sample.department_of(&wanted.id).id;
        let clerk = office.clerk(&office.sample.clerks[0].desk).await;
        let kiosk = office.kiosk();
        let root = admin::token(&office).await;
        for path in ["wall".to_owned(), format!("departments/{department}/wall"), "wall/events".to_owned()] {
            office.http.get(&path, None).await.with_status(401).refused_with("unauthorized");
            office.http.get(&path, Some(&clerk.token)).await.with_status(403).refused_with("forbidden");
            office.http.get(&path, Some(&kiosk.token)).await.with_status(403).refused_with("forbidden");
        }
        office.http.get("wall", Some(&root)).await.with_status(200);
        assert_eq!(Events::opens_with(&office.http, "wall/events", Some(&root)).await.status, 200);
        let ticket = office.kiosk().takes_ticket(&wanted.id).await.with_status(201).ticket();
        let acts = [
            (format!("services/{}/stop", wanted.id), json!({ "reason": "fault" })),
            (format!("services/{}/reopen", wanted.id), json!({})),
            (format!("desks/{}/services", clerk.desk), json!({ "services": [wanted.id] })),
            (format!("desks/{}/pause", clerk.desk), json!({})),
            (format!("desks/{}/close", clerk.desk), json!({})),
            (format!("desks/{}/alarm/answer", clerk.desk), json!({})),
            (format!("desks/{}/alarm/end", clerk.desk), json!({})),
            (format!("tickets/{}/call", ticket.id), json!({ "desk": clerk.desk })),
            (format!("tickets/{}/return", ticket.id), json!({})),
            (format!("tickets/{}/cancel", ticket.id), json!({})),
            (format!("tickets/{}/reactivate", ticket.id), json!({})),
            (format!("tickets/{}/change", ticket.id), json!({ "priority": "act" })),
        ];
        for (path, body) in acts {
            let path = format!("departments/{department}/{path}");
            office.http.post(&path, None, body.clone()).await.with_status(401).refused_with("unauthorized");
            office.http.post(&path, Some(&clerk.token), body.clone()).await.with_status(403).refused_with("forbidden");
            office.http.post(&path, Some(&kiosk.token), body).await.with_status(403).refused_with("forbidden");
        }
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting", "nothing of it was done");
    }

    async fn a_supervisor_sees_and_does_nothing_in_departments_of_others(office: Office) {
        let own = &office.sample.departments[0];
        let other = &office.sample.departments[1];
        office.rewrites(|whole| {
            let staff = whole["staff"].as_array_mut().expect("staff");
            let chief = staff.iter_mut().find(|one| one["login"].as_str() == Some("kierownik")).expect("the supervisor");
            chief.as_table_mut().expect("a member").insert("departments".into(), vec![own.id.clone()].into());
        }).await;
        let supervisor = Supervisor::of(&office).await;
        let walls = office.http.get("wall", Some(&supervisor.token)).await.with_status(200).body;
        let shown: Vec<_> = walls["departments"].as_array().expect("walls").iter().map(|one| &one["view"]["department"]["id"]).collect();
        assert_eq!(shown, [&json!(own.id)]);
        let path = format!("departments/{}/wall", other.id);
        office.http.get(&path, Some(&supervisor.token)).await.with_status(403).refused_with("forbidden");
        supervisor.stops(&other.services[0], "fault").await.with_status(403).refused_with("forbidden");
        supervisor.stops(&own.services[0], "fault").await.with_status(200);
        // A thing of another department is not found in the own one.
        let strange = format!("services/{}/stop", other.services[0].id);
        supervisor.does(&own.id, &strange, json!({ "reason": "fault" })).await.with_status(404).refused_with("not_found");
        // Whether a department exists is told to those who hold all of them.
        supervisor.does("nothing", "services/x/stop", json!({ "reason": "fault" })).await.with_status(403);
    }
}
