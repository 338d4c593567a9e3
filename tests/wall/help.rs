//! A desk's quiet call for help at the wall: seen there, answered from there, by who may work there; R37.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn r37_a_call_for_help_is_on_the_wall_and_a_supervisor_says_to_come(office: Office) {
        let (supervisor, wanted) = (Supervisor::of(&office).await, office.sample.shared_service());
        let department = office.sample.department_of(&wanted.id).id.clone();
        let desks = office.sample.desks_of(&wanted.id);
        let (asking, colleague) = (office.clerk(&desks[0]).await, office.clerk(&desks[1]).await);
        assert_eq!(supervisor.sees(&wanted).await["alarms"], json!([]));
        asking.commands("alarm", json!({})).await.with_status(200);
        let alarm = supervisor.sees(&wanted).await["alarms"][0].clone();
        assert_eq!((&alarm["desk"], &alarm["answered"], &alarm["coming"]), (&json!(desks[0]), &Value::Null, &Value::Null));
        assert!(alarm["since"].as_str().is_some_and(|at| at.starts_with("2026-11-23T")), "{alarm}");
        let acts = async |what: &str| supervisor.does(&department, &format!("desks/{}/alarm/{what}", desks[0]), json!({})).await;
        acts("answer").await.with_status(200);
        for view in [asking.view().await, colleague.view().await, supervisor.sees(&wanted).await] {
            assert_eq!(view["alarms"][0]["answered"], "supervisor", "everybody is told who comes");
        }
        colleague.commands("alarm/answer", json!({ "at": desks[0] })).await.with_status(200);
        assert_eq!(asking.view().await["alarms"][0]["answered"], "supervisor", "the first who comes is named");
        office.kill();
        office.restart().await;
        assert_eq!(asking.view().await["alarms"][0]["answered"], "supervisor");
        acts("end").await.with_status(200);
        acts("end").await.with_status(200);
        assert_eq!(asking.view().await["alarms"], json!([]));
        // A colleague who comes is named on the wall.
        asking.commands("alarm", json!({})).await.with_status(200);
        colleague.commands("alarm/answer", json!({ "at": desks[0] })).await.with_status(200);
        let alarm = supervisor.sees(&wanted).await["alarms"][0].clone();
        assert_eq!((&alarm["answered"], &alarm["coming"]), (&json!("desk"), &colleague.view().await["label"]));
        supervisor.does(&department, "desks/none/alarm/answer", json!({})).await.with_status(404).refused_with("not_found");
    }
}
