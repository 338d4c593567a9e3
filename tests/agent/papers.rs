//! The printer in trouble: the number stays, staff are told, a reprint is theirs to wish.

use serde_json::json;
use std::time::{Duration, Instant};

use super::*;

/// The tickets that staff see as having no paper, at the desks of a service.
async fn unprinted(hall: &Hall) -> Vec<String> {
    let clerks = hall.office.clerks_of(&hall.service().id).await;
    let clerk = clerks.first().expect("a clerk");
    let path = format!("desks/{}/unprinted", clerk.desk);
    let listed = hall.office.http.get(&path, Some(&clerk.token)).await.ok();
    let list = listed.body["unprinted"].as_array().expect("a list").clone();
    list.iter().map(|one| one["ticket"].as_str().expect("a ticket").to_owned()).collect()
}

#[test]
fn out_of_paper_before_the_number_is_given_and_staff_are_told() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        hall.agent.printer_is(Some("paper_end"));
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_eq!(answer.body["print"], json!({ "state": "failed", "reason": "paper_end" }));
        hall.agent.is("printer", json!({ "state": "paper_end" })).await;
        hall.agent.settles().await;
        assert_eq!(unprinted(&hall).await, [answer.ticket().id]);
        assert!(hall.agent.papers().is_empty());
    });
}

#[test]
fn torn_while_printing_it_is_not_printed_again_by_itself() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        hall.agent.printer_is(Some("breaks"));
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_eq!(answer.body["print"]["state"], "failed");
        hall.agent.printer_is(None);
        hall.agent.settles().await;
        assert_eq!(unprinted(&hall).await, [answer.ticket().id]);
        assert!(hall.agent.papers().is_empty());
    });
}

#[test]
fn silent_after_printing_it_is_told_as_unsure_and_comes_once() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        hall.agent.printer_is(Some("unsure"));
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        assert_eq!(answer.body["print"]["state"], "failed");
        hall.agent.printer_is(None);
        hall.agent.settles().await;
        hall.agent.kill();
        hall.agent.restart().await;
        hall.agent.settles().await;
        assert_eq!(hall.agent.papers(), [(answer.ticket().code, 1)].into());
        assert_eq!(unprinted(&hall).await.len(), 1);
    });
}

#[test]
fn a_reprint_is_printed_once_and_takes_the_ticket_off_the_list() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        hall.agent.printer_is(Some("cover_open"));
        let answer = hall.agent.touches(&hall.service().id).await.with_status(201);
        hall.agent.settles().await;
        assert_eq!(unprinted(&hall).await.len(), 1);
        hall.agent.printer_is(None);
        let clerks = hall.office.clerks_of(&hall.service().id).await;
        let clerk = clerks.first().expect("a clerk");
        let path = format!("desks/{}/reprint", clerk.desk);
        let wish = json!({ "ticket": answer.ticket().id });
        hall.office.http.post(&path, Some(&clerk.token), wish).await.with_status(201);
        let begun = Instant::now();
        while !unprinted(&hall).await.is_empty() {
            assert!(begun.elapsed() < Duration::from_secs(15), "it stays on the list\n{}", hall.agent.log());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        hall.agent.kill();
        hall.agent.restart().await;
        hall.agent.is("server", "online".into()).await;
        tokio::time::sleep(Duration::from_millis(1_200)).await;
        assert_eq!(hall.agent.papers(), [(answer.ticket().code, 1)].into());
    });
}
