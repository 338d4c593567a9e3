//! Any sequence of commands whatever: the invariants hold and a replay gives the same state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::appointment::By;
use okienko_queue::command::{Command, DeskAction, Handover, Oversight, Paper, Rest, Seen, Target, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{AppointmentId, DeskId, TicketId};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::{Destination, Mode, TicketState};
use okienko_queue::time::{self, Instant};
use okienko_queue::today::StopReason;
use okienko_queue::{Answer, Department};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn office() -> DepartmentConfig {
    let service = |id: &str, letter: &str| {
        serde_json::json!({"id": id, "letter": letter, "name": {"pl": id}, "duration_minutes": 10,
            "slots": {"first": "08:00:00", "every_minutes": 10, "capacity": 2}})
    };
    let desk = |id: &str, services: &[&str]| serde_json::json!({"id": id, "label": id, "services": services});
    serde_json::from_value(serde_json::json!({
        "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 1, "last": 9},
        "hours": {"week": {"monday": ["07:30-16:00"], "tuesday": ["07:30-16:00"]}},
        "services": [service("a", "A"), service("b", "B")],
        "desks": [desk("1", &["a", "b"]), desk("2", &["a"]), desk("3", &["b"])],
        "priority_classes": ["act"], "desk_rules": {"second_matter_for_booked": true},
    }))
    .unwrap()
}

fn opening() -> Instant {
    "2026-11-23T07:00:00Z".parse().unwrap()
}

fn actions() -> impl Strategy<Value = DeskAction> {
    let ticket = || (1..12_u64).prop_map(|n| TicketId::numbered(&"d".into(), n));
    let mode = prop_oneof![Just(Mode::First), Just(Mode::ByTime), Just(Mode::Last)];
    let to = prop_oneof![
        Just(Target::Service("b".into())),
        Just(Target::Desk("2".into())),
        mode.clone().prop_map(|mode| Target::Elsewhere(Destination {
            department: "e".into(),
            service: "a".into(),
            mode,
            arrived: false
        })),
    ];
    prop_oneof![
        6 => Just(DeskAction::CallNext),
        2 => (ticket(), any::<bool>()).prop_map(|(ticket, finish_current)| DeskAction::Call { ticket, finish_current }),
        4 => Just(DeskAction::Start),
        2 => Just(DeskAction::Finish),
        1 => Just(DeskAction::Recall),
        1 => Just(DeskAction::NoShow),
        1 => Just(DeskAction::Return),
        1 => prop::option::of(0..3_u32).prop_map(|minutes| DeskAction::Hold { reason: None, minutes }),
        1 => ticket().prop_map(|ticket| DeskAction::Unhold { ticket }),
        1 => ticket().prop_map(|ticket| DeskAction::Reactivate { ticket }),
        2 => (to, mode).prop_map(|(to, mode)| DeskAction::Transfer { to, mode }),
        1 => Just(DeskAction::NextService { service: "b".into() }),
        3 => Just(DeskAction::Undo),
        1 => Just(DeskAction::Pause { reason: None }),
        1 => Just(DeskAction::Resume),
        1 => Just(DeskAction::Close),
        1 => (ticket(), any::<bool>())
            .prop_map(|(ticket, finish_current)| DeskAction::CallFor { ticket, finish_current, why: "need".into() }),
        1 => Just(DeskAction::RaiseAlarm),
        1 => Just(DeskAction::AnswerAlarm { at: "1".into() }),
        1 => Just(DeskAction::EndAlarm { at: "1".into() }),
        2 => (prop::option::of(prop::option::of(ticket())), prop::option::of(0..150_u64)).prop_map(|(ticket, last)| {
            DeskAction::AsSeen { seen: Seen { ticket, last }, action: Box::new(DeskAction::CallNext) }
        }),
    ]
}

/// Papers of a kiosk whose clock may be anything.
fn papers() -> impl Strategy<Value = Paper> {
    let at = (-90..120_i64).prop_map(|minutes| opening() + chrono::Duration::minutes(minutes));
    (1..9_u32, at).prop_map(|(number, at)| Paper { kiosk: "k".into(), number, at, language: None })
}

fn commands() -> impl Strategy<Value = Command> {
    let visit = || (1..9_u64).prop_map(|n| AppointmentId::numbered(&"d".into(), n));
    let ticket = || (1..12_u64).prop_map(|n| TicketId::numbered(&"d".into(), n));
    let service = prop_oneof![Just("a"), Just("b")].prop_map(Into::into);
    let priority = prop::option::weighted(0.1, Just("act".to_owned()));
    prop_oneof![
        1 => Just(Command::Tick),
        3 => (0..12_u32).prop_map(|n| Command::Book { service: "a".into(), start: opening() + time::minutes(10 * n), terms: Terms::default() }),
        1 => (visit(), 0..12_u32).prop_map(|(appointment, n)| {
            let start = opening() + time::minutes(10 * n);
            Command::MoveAppointment { appointment, start, terms: Terms::default() }
        }),
        1 => visit().prop_map(|appointment| Command::ConfirmAppointment { appointment }),
        1 => visit().prop_map(|appointment| Command::CancelAppointment { appointment, by: By::Citizen, chance: 0 }),
        4 => visit().prop_map(|appointment| Command::CheckIn { appointment, language: None }),
        1 => ticket().prop_map(|ticket| Command::RevertCheckIn { ticket }),
        4 => (service, priority.clone()).prop_map(|(service, priority)| Command::IssueTicket { service, priority, language: None }),
        1 => (0..12_u32, 0..9_u32).prop_map(|(walk_in, booked)| Command::LeaseNumbers { kiosk: "k".into(), walk_in, booked }),
        2 => (papers(), priority.clone())
            .prop_map(|(paper, priority)| Command::SettleOfflineTicket { paper, service: "a".into(), priority }),
        2 => (papers(), prop::option::of(visit()), prop::option::of(Just("b".into())))
            .prop_map(|(paper, visit, service)| Command::SettleOfflineCheckIn { paper, visit, service }),
        1 => ticket().prop_map(|ticket| Command::CancelTicket { ticket, by: By::Citizen }),
        1 => ticket().prop_map(|ticket| Command::ChangeTicket { ticket, service: Some("b".into()), priority: None }),
        3 => oversight().prop_map(Command::Oversee),
        12 => (prop_oneof![Just("1"), Just("2"), Just("3")], actions())
            .prop_map(|(desk, action)| Command::AtDesk { desk: DeskId::from(desk), action }),
    ]
}

/// What supervisors wish, for things that exist and for some that do not.
fn oversight() -> impl Strategy<Value = Oversight> {
    let ticket = || (1..12_u64).prop_map(|n| TicketId::numbered(&"d".into(), n));
    let desk = || prop_oneof![Just("1"), Just("2"), Just("3"), Just("9")].prop_map(DeskId::from);
    let service = || prop_oneof![4 => Just("a"), 4 => Just("b"), 1 => Just("c")].prop_map(Into::into);
    let rest = prop_oneof![Just(Rest::Close), Just(Rest::Pause { reason: None })];
    let reason = prop::sample::select(StopReason::ALL.to_vec());
    prop_oneof![
        2 => (service(), reason).prop_map(|(service, reason)| Oversight::StopService { service, reason }),
        2 => service().prop_map(|service| Oversight::ReopenService { service }),
        3 => (desk(), prop::collection::vec(service(), 0..4), any::<bool>())
            .prop_map(|(desk, services, anyway)| Oversight::MoveDesk { desk, services, anyway }),
        1 => (desk(), rest, any::<bool>()).prop_map(|(desk, rest, anyway)| Oversight::RestDesk { desk, rest, anyway }),
        1 => ticket().prop_map(|ticket| Oversight::TakeBack { ticket }),
        1 => ticket().prop_map(|ticket| Oversight::Reactivate { ticket }),
    ]
}

/// What must hold in every state (tickets.md, "Invariants").
fn check(department: &Department) -> Result<(), TestCaseError> {
    let mut desks = BTreeSet::new();
    let mut visits = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for ticket in department.tickets() {
        prop_assert!(codes.insert(&ticket.code), "{} twice", ticket.code);
        if ticket.at_desk() {
            let desk = ticket.desk.as_ref().unwrap();
            prop_assert!(desks.insert(desk), "desk {} holds two", desk);
            prop_assert_eq!(department.desk(desk).unwrap().current.as_ref(), Some(&ticket.id));
        }
        if let okienko_queue::ticket::Channel::Booked { appointment, .. } = &ticket.channel {
            prop_assert!(!ticket.is_live() || visits.insert(appointment), "{} has two live tickets", appointment);
        }
        let queued = department.waiting().facts(&ticket.id).is_some();
        prop_assert_eq!(queued, ticket.state == TicketState::Waiting);
    }
    Ok(())
}

fn told_truly(
    department: &Department,
    command: &Command,
    outcome: &Result<Answer, Refusal>,
) -> Result<(), TestCaseError> {
    if let (Command::AtDesk { desk, action: DeskAction::CallNext }, Ok(Answer::Called(None))) = (command, outcome) {
        prop_assert_eq!(department.waiting().count(&department.pools_of(desk)), 0, "told empty");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_commands_keep_the_invariants_and_replay_to_the_same_state(
        commands in prop::collection::vec((commands(), 0..90_u32), 1..150),
    ) {
        let (mut live, mut now) = (Department::new(office()), opening() - time::minutes(20));
        let mut journal: Vec<Record> = live.step(&Command::Configure(Box::new(office())), "test", now).records;
        for (command, seconds) in commands {
            now += time::seconds(seconds);
            let before = live.clone();
            let step = live.step(&command, "test", now);
            // Only the change of day may happen beside a refusal.
            if step.outcome.is_err() && step.records.is_empty() {
                prop_assert!(before == live, "a refusal changed the state");
            }
            told_truly(&live, &command, &step.outcome)?;
            journal.extend(step.records);
            check(&live)?;
        }
        prop_assert!(Department::replay(journal.iter().cloned()).unwrap() == live, "replay from the first event");
        let opened = journal.iter().rposition(|record| matches!(record.event, Event::DayOpened { .. }));
        let latest = journal[opened.unwrap_or(0)..].iter().cloned();
        prop_assert!(Department::replay(latest).unwrap() == live, "replay from the latest day");
        let text = serde_json::to_string(&journal).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vec<Record>>(&text).unwrap(), journal, "events survive their text");
    }

    #[test]
    fn a_ticket_sent_back_and_forth_is_never_doubled(deliveries in prop::collection::vec(any::<bool>(), 1..20)) {
        let now = opening();
        let (here, mut there) = (office(), office());
        there.id = "e".into();
        let mut departments = [Department::new(here.clone()), Department::new(there.clone())];
        for (department, config) in departments.iter_mut().zip([here, there]) {
            department.step(&Command::Configure(Box::new(config)), "test", now);
        }
        departments[0].step(&Command::IssueTicket { service: "a".into(), priority: None, language: None }, "test", now);
        let id = TicketId::numbered(&"d".into(), 1);
        let mut at = 0;
        let mut sent = Vec::new();
        for twice in deliveries {
            let to = ["e", "d"][at];
            let to = Destination { department: to.into(), service: "a".into(), mode: Mode::ByTime, arrived: false };
            let transfer = DeskAction::Transfer { to: Target::Elsewhere(to), mode: Mode::ByTime };
            for action in [DeskAction::CallNext, DeskAction::Start, transfer] {
                let step = departments[at].step(&Command::AtDesk { desk: "1".into(), action }, "test", now);
                prop_assert!(step.outcome.is_ok(), "{:?}", step.outcome);
            }
            sent.push((1 - at, departments[at].ticket(&id).unwrap().clone()));
            let from = if twice { 0 } else { sent.len() - 1 };
            // All deliveries so far once more, the oldest first: only the newest may do anything.
            for (place, ticket) in sent[from..].iter().chain(sent.last()) {
                departments[*place].step(&Command::Accept(Box::new(Handover { ticket: ticket.clone() })), "test", now);
            }
            at = 1 - at;
            let live = departments.iter().filter(|department| department.ticket(&id).is_some_and(|t| t.is_live())).count();
            prop_assert_eq!(live, 1);
            prop_assert!(departments[at].ticket(&id).unwrap().is_live());
        }
    }
}
