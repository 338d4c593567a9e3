//! A quiet call for help: every desk of the department sees it, the lobby and other departments do not; R37.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r37_colleagues_see_a_call_for_help_and_one_of_them_comes(office: Office) {
        let hall = Hall::of(&office).await;
        let (asking, helping) = (hall.clerk(), hall.other());
        let view = asking.commands("alarm", json!({})).await.with_status(200).body;
        assert_eq!((&view["state"], &view["alarms"][0]["desk"]), (&json!("closed"), &json!(asking.desk)), "it opens no desk");
        asking.commands("alarm", json!({})).await.with_status(200);
        let seen = helping.view().await;
        assert_eq!(seen["alarms"].as_array().map(Vec::len), Some(1), "pressed twice it is one");
        assert!(seen["alarms"][0]["coming"].is_null() && seen["alarms"][0]["since"].is_string());
        helping.commands("alarm/answer", json!({ "at": asking.desk })).await.with_status(200);
        let coming = asking.view().await["alarms"][0]["coming"].clone();
        assert_eq!(coming, helping.view().await["label"], "it is told who comes");
        asking.commands("alarm/answer", json!({ "at": asking.desk })).await.refused_with("wrong_state");
        helping.commands("alarm/answer", json!({ "at": "no-such-desk" })).await.refused_with("not_found");
        asking.commands("alarm/end", json!({ "at": asking.desk })).await.with_status(200);
        assert_eq!(helping.view().await["alarms"], json!([]));
        let text = office.http.get(&format!("boards/{}", office.sample.board.id), None).await.ok().text;
        assert!(!text.contains("alarm"), "the lobby notices nothing");
    }

    async fn r37_a_call_for_help_survives_a_restart_and_stays_in_its_department(office: Office) {
        let hall = Hall::of(&office).await;
        let far = office.sample.service_elsewhere(&hall.service.id);
        let stranger = office.clerk(&office.sample.desks_of(&far.id)[0]).await;
        hall.clerk().commands("alarm", json!({})).await.with_status(200);
        assert_eq!(stranger.view().await["alarms"], json!([]));
        stranger.commands("alarm/answer", json!({ "at": hall.clerk().desk })).await.refused_with("not_found");
        office.kill();
        office.restart().await;
        assert_eq!(hall.other().view().await["alarms"][0]["desk"], hall.clerk().desk.as_str());
    }
}
