//! Numbers lent to kiosks and papers told afterwards: R24, R26, R27, R31, R35.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod hall;

use hall::{Hall, at, check_in, office, online, printed, walk_in};
use okienko_queue::announced::Announcement;
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::Command;
use okienko_queue::lease::{Conflict, Lease};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::Channel;
use okienko_queue::time;

#[test]
fn r31_blocks_are_lent_before_the_doors_open_and_filled_up_below_half() {
    let mut hall = Hall::opens();
    let lent = hall.lends("k1", at("07:10"));
    let count = |lent: &[Lease], series: &str| lent.iter().filter(|lease| lease.series == series).count();
    assert_eq!((count(&lent, "A"), count(&lent, "U")), (20, 5));
    assert_eq!((lent[0].code().as_str(), lent.last().unwrap().code().as_str()), ("A001", "U705"));
    assert_eq!(hall.lends("k1", at("07:11")), lent, "asking again lends nothing more");
    let other = hall.lends("k2", at("07:12"));
    assert_eq!(other[0].code(), "A021", "nobody else is lent the same");
    for number in 1..=10 {
        hall.does(walk_in("a", printed("k1", number, at("09:00"))), at("09:05")).unwrap();
    }
    assert_eq!(count(&hall.lends("k1", at("09:06")), "A"), 10, "half full is left alone");
    hall.does(walk_in("a", printed("k1", 11, at("09:00"))), at("09:07")).unwrap();
    let again = hall.lends("k1", at("09:08"));
    assert_eq!((count(&again, "A"), again[9].code().as_str()), (20, "A041"));
    assert!(hall.is_replayed());
}

#[test]
fn r31_what_is_lent_counts_against_the_day_and_leaves_most_of_it_to_those_who_come() {
    let mut hall = Hall::opens();
    for kiosk in ["k1", "k2"] {
        let lent = hall.lends(kiosk, at("07:10"));
        assert_eq!(lent.iter().filter(|lease| lease.series == "B").count(), 10, "a quarter of 40");
    }
    let wish = || Command::IssueTicket { service: "b".into(), priority: None, language: None };
    for expected in 21..=40 {
        let answer = hall.does(wish(), at("09:00"));
        assert_eq!(hall.ticket(answer).code, format!("B{expected:03}"), "online goes on behind the blocks");
    }
    assert_eq!(hall.does(wish(), at("09:01")), Err(Refusal::NoTicketsLeft));
    hall.does(walk_in("b", printed("k1", 3, at("09:30"))), at("10:00")).unwrap();
    assert_eq!(hall.lends("k1", at("10:01")).iter().filter(|lease| lease.series == "B").count(), 9, "nothing is left");
}

#[test]
fn r35_an_offline_ticket_stands_where_its_holder_came() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("07:10"));
    hall.does(online(), at("10:00")).unwrap();
    hall.does(online(), at("10:20")).unwrap();
    let answer = hall.does(walk_in("a", printed("k1", 1, at("10:05"))), at("10:30"));
    let ticket = hall.ticket(answer);
    assert_eq!((ticket.issued_at, ticket.place), (at("10:05"), at("10:05")));
    assert_eq!(hall.line(at("10:30")), ["A021", "A001", "A022"]);
    let newest = hall.does(online(), at("10:31"));
    assert_eq!(hall.ticket(newest).issued_at, at("10:31"), "who comes now arrives now");
    assert!(hall.is_replayed());
}

#[test]
fn r35_two_of_one_instant_stand_as_they_were_told() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("07:10"));
    hall.does(online(), at("10:05")).unwrap();
    for number in [2, 1] {
        hall.does(walk_in("a", printed("k1", number, at("10:05"))), at("10:30")).unwrap();
    }
    assert_eq!(hall.line(at("10:30")), ["A021", "A002", "A001"]);
}

#[test]
fn r35_times_are_clamped_between_the_lease_and_now() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("09:00"));
    for (number, claimed, taken) in [(1, "11:00", "10:00"), (2, "08:00", "09:00"), (3, "09:30", "09:30")] {
        let answer = hall.does(walk_in("a", printed("k1", number, at(claimed))), at("10:00"));
        assert_eq!(hall.ticket(answer).issued_at, at(taken), "{claimed}");
    }
    let tomorrow = printed("k1", 4, at("11:00") + time::minutes(24 * 60));
    let answer = hall.does(walk_in("a", tomorrow), at("10:00"));
    assert_eq!(hall.ticket(answer).issued_at, at("10:00"));
    // The number is lent again today, but that paper is of yesterday.
    let yesterday = printed("k1", 5, at("11:00") - time::minutes(24 * 60));
    assert_eq!(hall.does(walk_in("a", yesterday), at("10:00")), Err(Refusal::DayOver));
}

#[test]
fn r31_a_number_is_taken_once_by_its_own_kiosk_on_its_own_day() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("07:10"));
    let told = walk_in("a", printed("k1", 7, at("10:05")));
    let first = hall.does(told.clone(), at("10:30"));
    let (seq, code) = (hall.live.seq(), hall.ticket(first.clone()).code.clone());
    assert_eq!(code, "A007");
    assert_eq!(hall.does(told.clone(), at("10:31")), first, "told again, the same answer");
    assert_eq!(hall.live.seq(), seq, "and nothing happened");
    for (kiosk, service, number) in [("k2", "a", 8), ("k1", "a", 99), ("k1", "b", 99), ("k1", "x", 8)] {
        let refused = hall.does(walk_in(service, printed(kiosk, number, at("10:05"))), at("10:31"));
        assert_eq!(refused, Err(Refusal::NotLeased), "{kiosk} {service} {number}");
    }
    let next_day = at("09:00") + time::minutes(24 * 60);
    assert_eq!(hall.does(told, next_day), Err(Refusal::DayOver));
    assert_eq!(hall.does(walk_in("a", printed("k1", 8, next_day)), next_day), Err(Refusal::NotLeased));
    assert_eq!(hall.live.leases_of("k1").count(), 0);
}

#[test]
fn r31_a_paper_keeps_a_place_after_closing_and_with_a_class_that_is_gone() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("07:10"));
    let class = |number, class: &str| Command::SettleOfflineTicket {
        paper: printed("k1", number, at("15:58")),
        service: "a".into(),
        priority: Some(class.into()),
    };
    assert!(matches!(hall.does(online(), at("16:05")), Err(Refusal::Closed { .. })));
    let answer = hall.does(class(1, "act"), at("16:05"));
    assert_eq!(hall.ticket(answer).priority.as_deref(), Some("act"));
    let answer = hall.does(class(2, "vanished"), at("16:05"));
    assert_eq!(hall.ticket(answer).priority, None);
    let mut config = office();
    config.services.remove(0);
    config.desks[0].services.remove(0);
    hall.does(Command::Configure(Box::new(config)), at("16:06")).unwrap();
    let answer = hall.does(class(3, "act"), at("16:07"));
    assert_eq!(
        hall.ticket(answer).service,
        "a".into(),
        "a service that is left out stays while a number of it is lent"
    );
}

#[test]
fn r24_an_offline_check_in_is_judged_by_its_own_time() {
    let mut hall = Hall::opens();
    let visit = hall.books("10:00");
    hall.lends("k1", at("07:10"));
    hall.does(Command::Tick, at("10:30")).unwrap();
    assert_eq!(hall.state(&visit), AppointmentState::NotCollected, "the timer could not know");
    let answer = hall.does(check_in(&visit, printed("k1", 701, at("09:45"))), at("10:40"));
    let ticket = hall.ticket(answer);
    assert_eq!((ticket.code.as_str(), ticket.issued_at, ticket.conflict), ("U701", at("09:45"), None));
    assert!(matches!(&ticket.channel, Channel::Booked { booked_for, .. } if *booked_for == at("10:00")));
    assert_eq!(hall.state(&visit), AppointmentState::Collected);
    assert!(hall.is_replayed());
}

#[test]
fn r27_a_visit_that_cannot_be_collected_leaves_a_place_as_a_walk_in() {
    let mut hall = Hall::opens();
    let [taken, cancelled, early, late] = ["10:00", "10:10", "11:30", "09:00"].map(|start| hall.books(start));
    hall.lends("k1", at("07:10"));
    hall.does(Command::CheckIn { appointment: taken.clone(), language: None }, at("09:50")).unwrap();
    let cancel = Command::CancelAppointment { appointment: cancelled.clone(), by: By::Citizen, chance: 0 };
    hall.does(cancel, at("09:55")).unwrap();
    let told = [
        (701, &taken, Conflict::AlreadyCollected),
        (702, &cancelled, Conflict::AppointmentCancelled),
        (703, &early, Conflict::TooEarly),
        (704, &late, Conflict::TooLate),
    ];
    for (number, visit, conflict) in told {
        let before = hall.state(visit);
        let answer = hall.does(check_in(visit, printed("k1", number, at("09:45"))), at("10:15"));
        let ticket = hall.ticket(answer.clone());
        assert_eq!((ticket.code.clone(), ticket.channel.clone()), (format!("U{number}"), Channel::WalkIn));
        assert_eq!((ticket.conflict, ticket.issued_at), (Some(conflict), at("09:45")));
        assert_eq!(hall.state(visit), before, "the visit itself is left as it was");
        let again = hall.does(check_in(visit, printed("k1", number, at("09:45"))), at("10:16"));
        assert_eq!(again, answer);
    }
    let view =
        serde_json::to_value(hall.live.desk_view(&"1".into(), &[], |_| Announcement::default(), at("10:20")).unwrap())
            .unwrap();
    let shown = view["waiting"].as_array().unwrap().iter().find(|one| one["code"] == "U701").unwrap();
    assert_eq!(shown["conflict"], "already_collected", "staff see it");
    assert!(view["waiting"].as_array().unwrap().iter().any(|one| one.get("conflict").is_none()));
    assert!(hall.is_replayed());
}

#[test]
fn r27_a_visit_unknown_today_leaves_a_place_where_the_kiosk_said() {
    let mut hall = Hall::opens();
    hall.lends("k1", at("07:10"));
    let unknown = |service: Option<&str>| Command::SettleOfflineCheckIn {
        paper: printed("k1", 701, at("09:45")),
        visit: None,
        service: service.map(Into::into),
    };
    assert_eq!(hall.does(unknown(None), at("10:15")), Err(Refusal::NotFound));
    let answer = hall.does(unknown(Some("a")), at("10:15"));
    assert_eq!(hall.ticket(answer).conflict, Some(Conflict::NotToday));
}

#[test]
fn conflicts_have_the_codes_of_the_refusals_they_stand_for() {
    use Conflict::{AlreadyCollected, AppointmentCancelled, NotToday, TooEarly, TooLate};
    for conflict in [AlreadyCollected, AppointmentCancelled, NotToday, TooEarly, TooLate] {
        assert_eq!(serde_json::to_value(conflict).unwrap(), conflict.code());
    }
}

#[test]
fn old_journals_are_read() {
    let issued =
        r#"{"kind":"ticket_issued","ticket":"d-t1","code":"A001","service":"a","arrival":"2026-11-23T08:00:00Z"}"#;
    let collected =
        r#"{"kind":"collected","appointment":"d-a1","ticket":"d-t2","code":"U701","arrival":"2026-11-23T08:00:00Z"}"#;
    for old in [issued, collected] {
        let event: okienko_queue::event::Event = serde_json::from_str(old).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), old, "and written as ever");
    }
}
