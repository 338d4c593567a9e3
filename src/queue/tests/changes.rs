//! A configuration that changes under those who wait: whatever it says, nobody is lost, and what it means was told before.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod hall;

use chrono::NaiveDate;
use hall::{Hall, at, office, online, printed, walk_in};
use okienko_queue::change::{Blocked, Effects, Misfit, Unknown, letters_in_use};
use okienko_queue::command::{Command, DeskAction, Oversight, Target, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::discipline::Discipline;
use okienko_queue::event::Record;
use okienko_queue::keep::Unserved;
use okienko_queue::ticket::{Mode, TicketState};
use okienko_queue::time::{self, Instant};
use okienko_queue::{Answer, Department};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn with(change: impl FnOnce(&mut DepartmentConfig)) -> DepartmentConfig {
    let mut config = office();
    change(&mut config);
    config
}

fn at_desk(action: DeskAction) -> Command {
    Command::AtDesk { desk: "1".into(), action }
}

fn configure(config: &DepartmentConfig) -> Command {
    Command::Configure(Box::new(config.clone()))
}

#[test]
fn a_service_that_is_removed_under_a_waiting_ticket_is_refused_by_name_and_kept_until_the_day_ends() {
    let mut hall = Hall::opens();
    hall.does(online(), at("08:01")).unwrap();
    let without = with(|config| {
        config.services.remove(0);
        config.desks[0].services.remove(0);
    });
    let effects = hall.live.effects(&without, at("08:02"));
    assert_eq!(effects.blocked, [Blocked::Service { service: "a".into(), tickets: 1, visits: 0 }]);
    // A file that was imported all the same, or a ticket that came a moment later.
    hall.does(configure(&without), at("08:02")).unwrap();
    assert_eq!(hall.live.config().retired, ["a".into()]);
    assert!(hall.does(online(), at("08:03")).is_err(), "nothing new is given for it");
    assert_eq!(hall.line(at("08:03")), ["A001"], "the desk that offered it goes on calling");
    let again = hall.does(configure(&without), at("08:04"));
    assert_eq!((again, hall.journal.len()), (Ok(Answer::Done), 4), "brought about once");
    hall.does(Command::Tick, at("08:00") + time::minutes(24 * 60)).unwrap();
    assert!(hall.live.config().service(&"a".into()).is_none() && hall.live.config().retired.is_empty());
    assert!(hall.is_replayed());
}

#[test]
fn whoever_is_at_a_desk_that_is_removed_waits_at_the_old_place() {
    let mut hall = Hall::opens();
    for minute in ["08:01", "08:02"] {
        hall.does(online(), at(minute)).unwrap();
    }
    hall.does(at_desk(DeskAction::CallNext), at("08:03")).unwrap();
    let other = with(|config| {
        config.desks[0].id = "2".into();
        config.desks[0].label = "2".into();
    });
    let blocked = hall.live.effects(&other, at("08:04")).blocked;
    assert_eq!(blocked, [Blocked::Desk { desk: "1".into(), codes: vec!["A001".into()] }]);
    hall.does(configure(&other), at("08:04")).unwrap();
    let next = hall.does(Command::AtDesk { desk: "2".into(), action: DeskAction::CallNext }, at("08:05"));
    let Ok(Answer::Called(Some(id))) = next else { panic!("{next:?}") };
    assert_eq!(hall.live.ticket(&id).unwrap().code, "A001");
    assert!(hall.is_replayed());
}

#[test]
fn a_service_that_no_desk_would_offer_strands_its_tickets_by_name() {
    let mut hall = Hall::opens();
    hall.does(online(), at("08:01")).unwrap();
    hall.books("09:00");
    let nobody = with(|config| drop(config.desks[0].services.remove(0)));
    let effects = hall.live.effects(&nobody, at("08:02"));
    assert!(effects.asks() && !effects.is_refused());
    assert_eq!((effects.stranded[0].code.as_str(), effects.stranded[0].why), ("A001", Unserved::NoDesk));
    assert_eq!(effects.outside.iter().map(|one| one.why).collect::<Vec<_>>(), [Misfit::NoDesk]);
    hall.does(configure(&nobody), at("08:02")).unwrap();
    let unserved: Vec<_> = hall.live.unserved().map(|(ticket, why)| (ticket.code.clone(), why)).collect();
    assert_eq!(unserved, [("A001".to_owned(), Unserved::NoDesk)]);
    hall.does(configure(&office()), at("08:03")).unwrap();
    assert_eq!((hall.live.unserved().count(), hall.line(at("08:04"))), (0, vec!["A001".to_owned()]));
}

#[test]
fn a_desk_that_was_moved_for_today_is_reckoned_with_in_what_a_document_would_mean() {
    let mut hall = Hall::opens();
    let two = with(|config| {
        config.desks.push(okienko_queue::config::Desk {
            id: "2".into(),
            label: "2".into(),
            services: vec!["a".into()],
        });
    });
    hall.does(configure(&two), at("08:00")).unwrap();
    hall.does(online(), at("08:01")).unwrap();
    assert_eq!(hall.live.effects(&office(), at("08:02")).stranded, [], "the first desk would serve it");
    let moved = Oversight::MoveDesk { desk: "1".into(), services: vec!["b".into()], anyway: true };
    hall.does(Command::Oversee(moved), at("08:02")).unwrap();
    let stranded = hall.live.effects(&office(), at("08:03")).stranded;
    assert_eq!(
        stranded.iter().map(|one| (one.code.as_str(), one.why)).collect::<Vec<_>>(),
        [("A001", Unserved::NoDesk)]
    );
    hall.does(configure(&office()), at("08:03")).unwrap();
    assert_eq!(hall.live.unserved().count(), 1, "as it was told");
}

#[test]
fn what_shorter_hours_mean_is_counted_and_booked_visits_outside_are_named_and_stay() {
    let mut hall = Hall::opens();
    let (early, late) = (hall.books("09:00"), hall.books("15:50"));
    let shorter = with(|config| {
        let week = serde_json::json!({"week": {"monday": ["08:00-12:00"], "tuesday": ["08:00-12:00"]}});
        config.hours = serde_json::from_value(week).unwrap();
    });
    let effects = hall.live.effects(&shorter, at("07:10"));
    let tuesday = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let first = effects.days[0];
    // Two services, a term every ten minutes, two visits each.
    assert_eq!((first.day, first.before, first.after), (tuesday, 2 * 48 * 2, 2 * 24 * 2));
    let outside: Vec<_> = effects.outside.iter().map(|one| (one.appointment.clone(), one.why)).collect();
    assert_eq!(outside, [(late.clone(), Misfit::NotATerm)]);
    assert!(!effects.asks(), "it stays valid, so nobody has to say yes");
    hall.does(configure(&shorter), at("07:10")).unwrap();
    for (visit, hour) in [(early, "08:45"), (late, "15:45")] {
        assert!(hall.does(Command::CheckIn { appointment: visit, language: None }, at(hour)).is_ok(), "{hour}");
    }
    let again = hall.live.effects(&shorter, at("07:11"));
    assert_eq!(again.outside, [], "what is outside already is no effect");
}

#[test]
fn a_term_that_holds_fewer_keeps_those_it_has() {
    let mut hall = Hall::opens();
    hall.books("09:00");
    let second = hall.books("09:00");
    let narrow = with(|config| config.services[0].slots.as_mut().unwrap().capacity = 1);
    let effects = hall.live.effects(&narrow, at("07:10"));
    assert_eq!(
        effects.outside.iter().map(|one| (&one.appointment, one.why)).collect::<Vec<_>>(),
        [(&second, Misfit::Full)]
    );
    let closed = with(|config| drop(config.hours.exceptions.insert("2026-11-23".parse().unwrap(), vec![])));
    let why: Vec<_> = hall.live.effects(&closed, at("07:10")).outside.iter().map(|one| one.why).collect();
    assert_eq!(why, [Misfit::Closed, Misfit::Closed]);
    let gone = with(|config| config.services[0].slots = None);
    let why: Vec<_> = hall.live.effects(&gone, at("07:10")).outside.iter().map(|one| one.why).collect();
    assert_eq!(why, [Misfit::NotBookable, Misfit::NotBookable]);
}

#[test]
fn a_paper_of_a_service_that_is_gone_keeps_its_place() {
    let mut hall = Hall::opens();
    let lent = hall.lends("k1", at("07:30"));
    let number = lent.iter().find(|lease| lease.service == Some("a".into())).unwrap().number;
    let without = with(|config| {
        config.services.remove(0);
        config.desks[0].services.remove(0);
    });
    hall.does(configure(&without), at("08:00")).unwrap();
    let answer = hall.does(walk_in("a", printed("k1", number, at("08:01"))), at("08:05"));
    assert_eq!(hall.ticket(answer).state, TicketState::Waiting);
    assert_eq!(hall.line(at("08:06")).len(), 1);
}

#[test]
fn numbers_and_letters_of_today_stay_unique_in_the_lobby() {
    let mut hall = Hall::opens();
    let visit = hall.books("09:00");
    hall.does(Command::CheckIn { appointment: visit, language: None }, at("08:45")).unwrap();
    hall.does(online(), at("08:46")).unwrap();
    let moved = with(|config| config.u_numbers.first = 750);
    assert_eq!(hall.live.effects(&moved, at("08:50")).blocked, [Blocked::Numbers { last: 701 }]);
    let wider = with(|config| config.u_numbers.last = 999);
    assert_eq!(hall.live.effects(&wider, at("08:50")).blocked, []);
    let tomorrow = at("08:50") + time::minutes(24 * 60);
    assert_eq!(hall.live.effects(&moved, tomorrow).blocked, [], "numbers begin anew");
    let used = vec![("d".into(), hall.live.series_of_today(at("08:50")))];
    let mut there = office();
    there.id = "e".into();
    there.services.truncate(1);
    let file = serde_json::json!({"office": {"id": "x", "name": {"pl": "X"}, "mail_from": "x", "time_zone": "Europe/Warsaw"}, "departments": [there]});
    let found = letters_in_use(&used, &serde_json::from_value(file).unwrap());
    assert_eq!(found, [("e".into(), Blocked::Letter { letter: "A".into(), service: "a".into() })]);
}

#[test]
fn a_department_is_removed_only_when_it_offers_nothing_and_nobody_is_in_it() {
    let mut hall = Hall::opens();
    assert_eq!(hall.live.effects_of_removal(at("08:00")).blocked, [], "one that never gave a ticket goes at once");
    hall.does(online(), at("08:01")).unwrap();
    assert!(hall.live.effects_of_removal(at("08:02")).is_refused());
    let stopped = with(|config| {
        for service in &mut config.services {
            (service.walk_in, service.slots) = (false, None);
        }
    });
    hall.does(configure(&stopped), at("08:03")).unwrap();
    assert!(hall.live.effects_of_removal(at("08:04")).is_refused(), "somebody waits");
    for action in [DeskAction::CallNext, DeskAction::Start, DeskAction::Finish] {
        hall.does(at_desk(action), at("08:05")).unwrap();
    }
    assert!(!hall.live.effects_of_removal(at("08:06")).is_refused());
}

/// Any document: services and desks come and go, letters and ranges are swapped.
fn documents() -> impl Strategy<Value = DepartmentConfig> {
    let services = prop::collection::vec((any::<bool>(), 0..3_usize, any::<bool>(), 1..3_u16), 3);
    let desks = prop::collection::vec((any::<bool>(), prop::collection::vec(any::<bool>(), 3)), 3);
    (services, desks, 0..3_usize, 0..3_u32, 0..3_usize).prop_map(|(services, desks, shift, range, hours)| {
        let mut config = office();
        let given = services.iter().enumerate().filter(|(_, one)| one.0).map(|(n, (_, letter, books, capacity))| {
            let id = ["a", "b", "c"][n];
            let letter = ["A", "B", "C"][(n + letter * shift) % 3];
            let slots = books.then(|| serde_json::json!({"first": "08:00:00", "every_minutes": 10, "capacity": capacity}));
            serde_json::from_value(serde_json::json!({"id": id, "letter": letter, "name": {"pl": id}, "duration_minutes": 10, "slots": slots}))
        });
        config.services = given.map(Result::unwrap).collect();
        // Letters are unique in any document that is let in.
        let mut seen = BTreeSet::new();
        config.services.retain(|service| seen.insert(service.letter.clone()));
        config.desks = desks
            .into_iter()
            .enumerate()
            .filter(|(_, (there, _))| *there)
            .map(|(n, (_, offers))| {
                let label = ["1", "2", "3"][n];
                let all = config.services.iter().zip(offers);
                let services = all.filter(|(_, offers)| *offers).map(|(service, _)| service.id.clone()).collect();
                okienko_queue::config::Desk { id: label.into(), label: label.into(), services }
            })
            .collect();
        config.u_numbers.first += range * 20;
        config.discipline = [Discipline::Strict, Discipline::Fcfs, Discipline::Punctual { lead: 5, cap: 1 }][hours];
        config
    })
}

fn commands() -> impl Strategy<Value = Command> {
    let service = || prop_oneof![Just("a"), Just("b"), Just("c")];
    let desk = || prop_oneof![Just("1"), Just("2"), Just("3")];
    let act = prop_oneof![
        4 => Just(DeskAction::CallNext),
        2 => Just(DeskAction::Start),
        2 => Just(DeskAction::Finish),
        1 => Just(DeskAction::NoShow),
        1 => Just(DeskAction::Return),
        1 => Just(DeskAction::Undo),
        1 => Just(DeskAction::Hold { reason: None, minutes: Some(3) }),
        1 => desk().prop_map(|to| DeskAction::Transfer { to: Target::Desk(to.into()), mode: Mode::ByTime }),
        1 => service().prop_map(|to| DeskAction::Transfer { to: Target::Service(to.into()), mode: Mode::Last }),
        1 => (1..20_u64, 0..3_u32).prop_map(|(n, number)| {
            let text = (number < 2).then(|| okienko_queue::note::Sealed("x".into()));
            DeskAction::Note { ticket: okienko_queue::ids::TicketId::numbered(&"d".into(), n), number, text }
        }),
        1 => (1..20_u64).prop_map(|n| DeskAction::Reactivate { ticket: okienko_queue::ids::TicketId::numbered(&"d".into(), n) }),
    ];
    prop_oneof![
        5 => service().prop_map(|service| Command::IssueTicket { service: service.into(), priority: None, language: None }),
        2 => (service(), 0..40_u32).prop_map(|(service, n)| {
            Command::Book { service: service.into(), start: at("08:30") + time::minutes(10 * n), terms: Terms::default() }
        }),
        1 => (1..12_u64).prop_map(|n| Command::CheckIn { appointment: okienko_queue::ids::AppointmentId::numbered(&"d".into(), n), language: None }),
        1 => Just(Command::Tick),
        1 => Just(Command::LeaseNumbers { kiosk: "k".into(), walk_in: 4, booked: 2 }),
        6 => (desk(), act).prop_map(|(desk, action)| Command::AtDesk { desk: desk.into(), action }),
        2 => (desk(), prop::collection::vec(service(), 1..3), any::<bool>()).prop_map(|(desk, services, anyway)| {
            let services = services.into_iter().map(Into::into).collect();
            Command::Oversee(Oversight::MoveDesk { desk: desk.into(), services, anyway })
        }),
        3 => documents().prop_map(|config| Command::Configure(Box::new(config))),
    ]
}

/// Nobody of `before` is lost, codes stay unique, and everybody who waits is in the line of a desk or named with a reason.
fn check(before: &Department, live: &Department, now: Instant) -> Result<(), TestCaseError> {
    let mut codes = BTreeSet::new();
    for ticket in live.tickets() {
        prop_assert!(codes.insert(ticket.code.clone()), "{} twice", ticket.code);
        if ticket.at_desk() {
            let desk = ticket.desk.as_ref().unwrap();
            prop_assert!(live.config().desk(desk).is_some(), "{} is at a desk that is gone", ticket.code);
            prop_assert_eq!(live.desk(desk).unwrap().current.as_ref(), Some(&ticket.id));
        }
        if ticket.state == TicketState::Waiting {
            let desks = live.config().desks.iter();
            let in_line = |desk: &okienko_queue::config::Desk| {
                live.waiting().in_order(&live.pools_of(&desk.id), live.moment(now), 1_000).contains(&ticket.id)
            };
            let named = live.unserved().any(|(one, _)| one.id == ticket.id);
            prop_assert!(desks.clone().any(in_line) != named, "{} is neither callable nor named", ticket.code);
        }
    }
    for ticket in before.tickets().filter(|ticket| ticket.is_live()) {
        prop_assert!(live.ticket(&ticket.id).is_some(), "{} is gone", ticket.code);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_document_comes_every_live_ticket_stays_findable_and_callable_or_named(
        commands in prop::collection::vec((commands(), 0..120_u32), 1..120),
    ) {
        let (mut live, mut now) = (Department::new(office()), at("08:00"));
        let mut journal: Vec<Record> = live.step(&configure(&office()), "test", now).records;
        for (command, seconds) in commands {
            now += time::seconds(seconds);
            let (before, changes) = (live.clone(), matches!(command, Command::Configure(_)));
            let told = if let Command::Configure(config) = &command { Some(live.effects(config, now)) } else { None };
            let unserved: Vec<_> = live.unserved().map(|(ticket, _)| ticket.id.clone()).collect();
            journal.extend(live.step(&command, "test", now).records);
            check(&before, &live, now)?;
            if changes {
                let live_before = before.tickets().filter(|ticket| ticket.is_live()).count();
                prop_assert_eq!(live.tickets().filter(|ticket| ticket.is_live()).count(), live_before, "a change ends nobody");
            }
            // Whoever is unserved through this change was named before, or sat at a desk that was named.
            for told in told.into_iter().filter(|told| !told.is_refused()) {
                for (ticket, _) in live.unserved().filter(|(ticket, _)| !unserved.contains(&ticket.id)) {
                    prop_assert!(told.stranded.iter().any(|one| one.ticket == ticket.id), "{} was not told", ticket.code);
                }
            }
        }
        prop_assert!(Department::replay(journal.iter().cloned()).unwrap() == live, "replayed as it was lived");
    }
}

#[test]
fn of_a_department_that_cannot_be_read_only_its_own_change_is_asked_about() {
    let (before, other) = (office(), DepartmentConfig { close_tickets_after_minutes: Some(5), ..office() });
    let told = |after: Option<&DepartmentConfig>| {
        let effects = Effects::of_unreadable(&before, after);
        (effects.unknown, effects.asks(), effects.is_refused())
    };
    assert_eq!(told(Some(&before)), (Some(Unknown::Untouched), false, false));
    assert_eq!(told(Some(&other)), (Some(Unknown::Changed), true, false));
    assert_eq!(told(None), (Some(Unknown::Changed), true, false));
}
