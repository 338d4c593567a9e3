#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use crate::texts::Lang;
use actix_web::body::to_bytes;
use chrono_tz::Europe::Warsaw;
use okienko_queue::ids::TicketId;
use okienko_queue::time::Instant;

fn every_refusal() -> Vec<Refusal> {
    let at: Instant = "2026-11-23T09:20:00Z".parse().unwrap();
    vec![
        Refusal::NotFound,
        Refusal::WrongState,
        Refusal::InvalidName,
        Refusal::InvalidPhone,
        Refusal::InvalidEmail,
        Refusal::SlotInPast,
        Refusal::OutsideHorizon,
        Refusal::NotASlot,
        Refusal::SlotTaken { nearest: vec![at] },
        Refusal::OverlappingAppointment,
        Refusal::LimitReached,
        Refusal::UnknownPhone,
        Refusal::NotToday,
        Refusal::TooEarly { opens_at: at },
        Refusal::TooLate,
        Refusal::AppointmentCancelled,
        Refusal::AlreadyCollected,
        Refusal::Throttled,
        Refusal::Closed { opens_at: Some(at) },
        Refusal::NoTicketsLeft,
        Refusal::Stopped { reason: StopReason::Fault },
        Refusal::LeavesWaiting { services: vec!["a".into()] },
        Refusal::DeskBusy { ticket: Some(TicketId::from("k-t1")) },
        Refusal::DeskPaused,
        Refusal::NoCurrentTicket,
        Refusal::TooSoon { from: at },
        Refusal::NoteChanged,
        Refusal::NotYourDesk,
        Refusal::UndoExpired,
        Refusal::DayOver,
        Refusal::NotLeased,
        Refusal::KioskOffline,
        Refusal::Forbidden,
        Refusal::BeyondRights,
    ]
}

async fn body(problem: &Problem) -> Value {
    let answer = problem.json(Texts::new(Lang::Pl), Warsaw);
    serde_json::from_slice(&to_bytes(answer.into_body()).await.ok().unwrap()).unwrap()
}

#[test]
fn every_refusal_of_the_core_stands_in_the_table() {
    for refusal in every_refusal() {
        let status = Problem::from(refusal.clone()).status();
        assert!(status.is_client_error(), "{refusal:?}: {status}");
    }
}

#[actix_web::test]
async fn a_stopped_service_says_why_under_the_code_that_kiosks_know() {
    for reason in StopReason::ALL {
        let said = body(&Refusal::Stopped { reason }.into()).await;
        assert_eq!((said["code"].as_str(), said["reason"].as_str()), (Some("no_tickets_left"), Some(reason.as_str())));
        for lang in Lang::ALL {
            assert!(Texts::new(lang).has(stop_sentence(reason)), "{reason:?} {}", lang.code());
        }
        assert_eq!(said["detail"], Texts::new(Lang::Pl).get(stop_sentence(reason)));
    }
    let left = body(&Refusal::LeavesWaiting { services: vec!["a".into()] }.into()).await;
    assert_eq!(left["services"], serde_json::json!(["a"]));
}

#[test]
fn every_code_has_a_title_and_a_sentence_in_every_language() {
    for (code, _) in TABLE {
        for lang in Lang::ALL {
            for key in [format!("problem-title-{code}"), format!("problem-{code}")] {
                let text = Texts::new(lang).get(&key);
                assert!(text != key && !text.is_empty(), "{key} in {}", lang.code());
                assert!(
                    lang == Lang::Pl || text != Texts::new(Lang::Pl).get(&key),
                    "{key} is Polish in {}",
                    lang.code()
                );
            }
        }
    }
}

#[test]
fn no_code_stands_twice() {
    let mut codes: Vec<_> = TABLE.iter().map(|(code, _)| code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), TABLE.len());
}

#[actix_web::test]
async fn instants_in_a_problem_carry_the_offices_offset() {
    let at: Instant = "2026-11-23T09:20:00Z".parse().unwrap();
    let early = body(&Refusal::TooEarly { opens_at: at }.into()).await;
    assert_eq!(early["opens_at"], "2026-11-23T10:20:00+01:00");
    let taken = body(&Refusal::SlotTaken { nearest: vec![at] }.into()).await;
    assert_eq!(taken["nearest"][0], "2026-11-23T10:20:00+01:00");
    assert_eq!((taken["status"].as_u64(), taken["code"].as_str()), (Some(409), Some("slot_taken")));
    assert!(taken["type"].as_str().unwrap().ends_with("/slot_taken"));
}

#[actix_web::test]
async fn what_a_handler_looked_up_is_not_overwritten() {
    let problem = Problem::from(Refusal::DeskBusy { ticket: Some(TicketId::from("k-t1")) });
    assert_eq!(body(&problem).await["ticket"]["id"], "k-t1");
    let looked_up = problem.with("ticket", json!({ "id": "k-t1", "code": "R001" }));
    assert_eq!(body(&looked_up).await["ticket"]["code"], "R001");
}

#[test]
fn a_problem_tells_how_to_go_on() {
    let header = |problem: Problem, name: &str| {
        let answer = problem.json(Texts::new(Lang::Pl), Warsaw);
        answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
    };
    assert!(header(Problem::new("unauthorized"), "www-authenticate").unwrap().starts_with("Bearer"));
    assert!(header(Problem::new("try_again"), "retry-after").is_some());
    assert!(header(Refusal::Throttled.into(), "retry-after").is_some());
    assert_eq!(header(Problem::method("GET, HEAD".into()), "allow").unwrap(), "GET, HEAD");
}
