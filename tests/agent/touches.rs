//! A touch, with the server there.

use okienko_tests::chance::fresh;
use serde_json::json;

use super::*;

async fn r31_a_touch_is_one_ticket_and_one_paper(engine: Engine) {
    let hall = Hall::opens(engine).await;
    let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
    let ticket = answer.ticket();
    assert!(ticket.code.starts_with(&hall.service().letter), "{}", ticket.code);
    assert_eq!(answer.body["print"], json!({ "state": "printed", "reason": null }));
    assert_eq!(answer.body["offline"], false);
    assert_eq!(hall.state_of(&answer).await, "waiting");
    assert_eq!(hall.agent.papers(), [(ticket.code, 1)].into());
    hall.agent.settles().await;
}

#[test]
fn r31_a_touch_is_one_ticket_and_one_paper_on_sqlite() {
    told(r31_a_touch_is_one_ticket_and_one_paper(Engine::Sqlite));
}

#[test]
fn r31_a_touch_is_one_ticket_and_one_paper_on_postgres() {
    told(r31_a_touch_is_one_ticket_and_one_paper(Engine::Postgres));
}

#[test]
fn r31_the_same_key_again_is_the_same_answer_and_no_second_paper() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let (key, service) = (fresh(), hall.service().id);
        let both = tokio::join!(hall.agent.touches_keyed(&key, &service), hall.agent.touches_keyed(&key, &service));
        let (one, two) = (both.0.expect("an answer").with_status(201), both.1.expect("an answer").with_status(201));
        assert_eq!(one.ticket().id, two.ticket().id);
        let again = hall.agent.touches_keyed(&key, &service).await.expect("an answer").with_status(201);
        assert_eq!(again.body, one.body);
        assert_eq!(hall.agent.papers().values().sum::<usize>(), 1);
        let other = hall.office.sample.sibling_service(&service);
        let reused = hall.agent.touches_keyed(&key, &other.id).await.expect("an answer");
        reused.refused_with("key_reused");
    });
}

#[test]
fn r25_the_servers_refusals_come_through_as_they_are() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let typed = json!({ "phone": hall.office.citizen().phone });
        hall.agent.checks_in_keyed(&fresh(), typed).await.expect("an answer").refused_with("unknown_phone");
        let visit = Visit::booked(&hall.office, "12:00").await;
        let refused = hall.agent.checks_in(visit.code()).await.refused_with("too_early");
        assert!(refused.body["opens_at"].is_string());
        hall.agent.touches("nothing").await.refused_with("not_found");
        assert_eq!(hall.agent.count("touches"), 0, "a refusal leaves nothing behind");
    });
}

#[test]
fn r23_a_phone_number_is_nowhere_on_the_kiosks_disk_or_in_its_log() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let visit = Visit::booked(&hall.office, "10:00").await;
        hall.office.clock(visit.start - chrono::TimeDelta::minutes(10)).await;
        hall.wire.set(okienko_tests::Way::AnswersLost).await;
        let typed = json!({ "phone": visit.citizen.phone });
        hall.agent.checks_in_keyed(&fresh(), typed).await.expect("an answer").refused_with("offline_phone");
        let digits: String = visit.citizen.phone.chars().filter(char::is_ascii_digit).collect();
        let national = &digits[digits.len() - 9..];
        for file in std::fs::read_dir(hall.agent.state_folder()).expect("the state folder") {
            let path = file.expect("a file").path();
            let bytes = std::fs::read(&path).expect("its bytes");
            let found = bytes.windows(9).any(|window| window == national.as_bytes());
            assert!(!found, "the phone stands in {}", path.display());
        }
        assert!(!hall.agent.log().contains(national));
    });
}

#[test]
fn the_page_its_files_and_the_catalogue_are_served() {
    told(async {
        let hall = Hall::ready(Engine::Sqlite).await;
        let page = hall.agent.http.get("/", None).await.with_status(200);
        assert!(page.text.contains("<meta name=\"okienko-agent\" content=\"1\">"));
        let script = page.text.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
        hall.agent.http.get(script, None).await.with_status(200);
        let departments = hall.agent.http.get("departments", None).await.with_status(200);
        assert_eq!(departments.body.as_array().expect("departments").len(), hall.office.sample.departments.len());
        let setup = hall.agent.http.get("kiosk/setup", None).await.with_status(200);
        assert!(setup.body["departments"].is_array() && !setup.text.contains("argon2"));
        hall.wire.set(okienko_tests::Way::Refused).await;
        hall.agent.is("server", "away".into()).await;
        let services = hall.agent.http.get("kiosk/services", None).await.with_status(200);
        assert_eq!(services.body["offline"], true);
        assert!(services.body["services"].as_array().expect("services").iter().all(|one| one["wait"].is_null()));
    });
}
