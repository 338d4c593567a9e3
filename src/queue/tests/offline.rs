//! Numbers lent to kiosks and papers told afterwards: R24, R26, R27, R31, R35.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::{Command, DeskAction, Paper, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::Record;
use okienko_queue::ids::{AppointmentId, TicketId};
use okienko_queue::lease::{Conflict, Lease};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::{Channel, Ticket, TicketState};
use okienko_queue::time::{self, Instant};
use okienko_queue::{Answer, Department};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn office() -> DepartmentConfig {
    let service = |id: &str, letter: &str, per_day: Option<u32>| {
        serde_json::json!({"id": id, "letter": letter, "name": {"pl": id}, "duration_minutes": 10,
            "tickets_per_day": per_day, "slots": {"first": "08:00:00", "every_minutes": 10, "capacity": 2}})
    };
    serde_json::from_value(serde_json::json!({
        "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 701, "last": 799},
        "hours": {"week": {"monday": ["08:00-16:00"], "tuesday": ["08:00-16:00"]}},
        "services": [service("a", "A", None), service("b", "B", Some(40))],
        "desks": [{"id": "1", "label": "1", "services": ["a", "b"]}],
        "priority_classes": ["act"],
    }))
    .unwrap()
}

/// A department with its journal.
struct Hall {
    live: Department,
    journal: Vec<Record>,
}

impl Hall {
    /// Monday, before the doors open.
    fn opens() -> Self {
        let mut hall = Self { live: Department::new(office()), journal: vec![] };
        hall.does(Command::Configure(Box::new(office())), at("07:00")).unwrap();
        hall
    }

    fn does(&mut self, command: Command, now: Instant) -> Result<Answer, Refusal> {
        let step = self.live.step(&command, "kiosk:k1", now);
        self.journal.extend(step.records);
        step.outcome
    }

    fn lends(&mut self, kiosk: &str, now: Instant) -> Vec<Lease> {
        self.does(Command::LeaseNumbers { kiosk: kiosk.into(), walk_in: 20, booked: 5 }, now).unwrap();
        self.live.leases_of(kiosk).cloned().collect()
    }

    fn ticket(&self, answer: Result<Answer, Refusal>) -> &Ticket {
        let Ok(Answer::Ticket(id)) = answer else { panic!("no ticket: {answer:?}") };
        self.live.ticket(&id).unwrap()
    }

    fn books(&mut self, start: &str) -> AppointmentId {
        let (service, start, now) = ("a".into(), at(start), at("07:05"));
        let booked = self.does(Command::Book { service, start, terms: Terms::default() }, now);
        let Ok(Answer::Appointment(id)) = booked else { panic!("{booked:?}") };
        id
    }

    fn state(&self, visit: &AppointmentId) -> AppointmentState {
        self.live.appointment(visit).unwrap().state
    }

    /// The codes in the order in which the only desk would call them.
    fn line(&self, now: Instant) -> Vec<String> {
        let pools = self.live.pools_of(&"1".into());
        let order = self.live.waiting().in_order(&pools, self.live.moment(now), 100);
        order.iter().map(|id| self.live.ticket(id).unwrap().code.clone()).collect()
    }

    fn is_replayed(&self) -> bool {
        let text = serde_json::to_string(&self.journal).unwrap();
        let journal: Vec<Record> = serde_json::from_str(&text).unwrap();
        Department::replay(journal).unwrap() == self.live
    }
}

fn at(time: &str) -> Instant {
    format!("2026-11-23T{time}:00+01:00").parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap().to_utc()
}

fn printed(kiosk: &str, number: u32, at: Instant) -> Paper {
    Paper { kiosk: kiosk.into(), number, at }
}

fn walk_in(service: &str, paper: Paper) -> Command {
    Command::SettleOfflineTicket { paper, service: service.into(), priority: None }
}

fn check_in(visit: &AppointmentId, paper: Paper) -> Command {
    Command::SettleOfflineCheckIn { paper, visit: Some(visit.clone()), service: None }
}

fn online() -> Command {
    Command::IssueTicket { service: "a".into(), priority: None }
}

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
    let wish = || Command::IssueTicket { service: "b".into(), priority: None };
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
    assert_eq!(hall.does(class(3, "act"), at("16:07")), Err(Refusal::NotFound), "the service is gone");
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
    hall.does(Command::CheckIn { appointment: taken.clone() }, at("09:50")).unwrap();
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
    let view = serde_json::to_value(hall.live.desk_view(&"1".into(), &[], at("10:20")).unwrap()).unwrap();
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

/// What happens in a hall with two kiosks that lose the network now and then.
#[derive(Clone, Debug)]
enum Act {
    Online {
        service: bool,
    },
    Lend {
        kiosk: usize,
    },
    /// Printed now, told later.
    Print {
        kiosk: usize,
        service: bool,
    },
    PrintVisit {
        kiosk: usize,
        visit: prop::sample::Index,
    },
    CheckIn(prop::sample::Index),
    Cancel(prop::sample::Index),
    /// Everything printed so far, some of it twice.
    Tell {
        kiosk: usize,
        twice: bool,
    },
    Call,
    Tick,
    Restart,
    Pass(u32),
}

fn acts() -> impl Strategy<Value = Act> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        3 => any::<bool>().prop_map(|service| Act::Online { service }),
        2 => (0..2_usize).prop_map(|kiosk| Act::Lend { kiosk }),
        5 => (0..2_usize, any::<bool>()).prop_map(|(kiosk, service)| Act::Print { kiosk, service }),
        4 => (0..2_usize, index()).prop_map(|(kiosk, visit)| Act::PrintVisit { kiosk, visit }),
        2 => index().prop_map(Act::CheckIn),
        1 => index().prop_map(Act::Cancel),
        2 => (0..2_usize, any::<bool>()).prop_map(|(kiosk, twice)| Act::Tell { kiosk, twice }),
        2 => Just(Act::Call),
        1 => Just(Act::Tick),
        1 => Just(Act::Restart),
        3 => (1..300_u32).prop_map(Act::Pass),
    ]
}

const KIOSKS: [&str; 2] = ["k1", "k2"];

/// A kiosk's own memory.
#[derive(Default)]
struct Memory {
    lent: Vec<Lease>,
    printed: Vec<(Lease, Instant, Command)>,
}

impl Memory {
    fn prints(&mut self, series: &str, now: Instant, command: impl FnOnce(Paper) -> Command) {
        let Some(at) = self.lent.iter().position(|lease| lease.series == series) else { return };
        let lease = self.lent.remove(at);
        let paper = printed(&lease.kiosk, lease.number, now);
        self.printed.push((lease, now, command(paper)));
    }
}

fn codes_stand_once(live: &Department) -> Result<(), TestCaseError> {
    let mut codes = BTreeSet::new();
    for ticket in live.tickets() {
        prop_assert!(codes.insert(&ticket.code), "{} twice", ticket.code);
    }
    let mut held = BTreeSet::new();
    for lease in KIOSKS.iter().flat_map(|kiosk| live.leases_of(kiosk)) {
        let code = lease.code();
        prop_assert!(!codes.contains(&code) && held.insert(code), "{} is lent though it is taken", lease.code());
    }
    Ok(())
}

fn collected_once(live: &Department) -> Result<(), TestCaseError> {
    let mut visits = BTreeMap::new();
    for ticket in live.tickets() {
        if let Channel::Booked { appointment, .. } = &ticket.channel {
            let before = visits.insert(appointment, &ticket.id);
            prop_assert!(before.is_none(), "{} was collected twice", appointment);
            prop_assert_eq!(live.appointment(appointment).unwrap().ticket.as_ref(), Some(&ticket.id));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_paper_is_lost_and_no_visit_collected_twice(acts in prop::collection::vec(acts(), 1..150)) {
        let mut hall = Hall::opens();
        let visits: Vec<AppointmentId> =
            ["08:30", "08:40", "08:50", "09:00", "09:10", "09:20", "09:40", "10:00"].map(|start| hall.books(start)).to_vec();
        let mut memories = [Memory::default(), Memory::default()];
        let mut now = at("08:05");
        for act in acts {
            let service = |second: bool| if second { "b" } else { "a" };
            match act {
                Act::Pass(seconds) => now += time::seconds(seconds),
                Act::Online { service: second } => {
                    let _ = hall.does(Command::IssueTicket { service: service(second).into(), priority: None }, now);
                }
                Act::Lend { kiosk } => {
                    let told: BTreeSet<TicketId> = memories[kiosk].printed.iter().map(|(lease, ..)| lease.ticket.clone()).collect();
                    let lent = hall.lends(KIOSKS[kiosk], now);
                    memories[kiosk].lent = lent.into_iter().filter(|lease| !told.contains(&lease.ticket)).collect();
                }
                Act::Print { kiosk, service: second } => {
                    let series = if second { "B" } else { "A" };
                    memories[kiosk].prints(series, now, |paper| walk_in(service(second), paper));
                }
                Act::PrintVisit { kiosk, visit } => {
                    let visit = visit.get(&visits);
                    memories[kiosk].prints("U", now, |paper| check_in(visit, paper));
                }
                Act::CheckIn(visit) => {
                    let _ = hall.does(Command::CheckIn { appointment: visit.get(&visits).clone() }, now);
                }
                Act::Cancel(visit) => {
                    let appointment = visit.get(&visits).clone();
                    let _ = hall.does(Command::CancelAppointment { appointment, by: By::Citizen, chance: 0 }, now);
                }
                Act::Tell { kiosk, twice } => {
                    let printed = std::mem::take(&mut memories[kiosk].printed);
                    for (lease, at, command) in printed.iter().chain(printed.iter().filter(|_| twice)) {
                        let before = hall.live.tickets().count();
                        let answer = hall.does(command.clone(), now);
                        prop_assert_eq!(&answer, &Ok(Answer::Ticket(lease.ticket.clone())), "{} was lost", lease.code());
                        let ticket = hall.ticket(answer);
                        prop_assert_eq!((&ticket.code, ticket.issued_at), (&lease.code(), *at));
                        prop_assert!(hall.live.tickets().count() <= before + 1);
                    }
                }
                Act::Call => {
                    let _ = hall.does(Command::AtDesk { desk: "1".into(), action: DeskAction::CallNext }, now);
                    let _ = hall.does(Command::AtDesk { desk: "1".into(), action: DeskAction::Start }, now);
                }
                Act::Tick => drop(hall.does(Command::Tick, now)),
                Act::Restart => {
                    let replayed = Department::replay(hall.journal.iter().cloned()).unwrap();
                    prop_assert!(replayed == hall.live, "a restart knows something else");
                    hall.live = replayed;
                }
            }
            codes_stand_once(&hall.live)?;
            collected_once(&hall.live)?;
        }
        prop_assert!(hall.is_replayed());
        let line: Vec<_> = hall.live.tickets().filter(|ticket| ticket.state == TicketState::Waiting).collect();
        prop_assert_eq!(hall.line(now).len(), line.len());
    }
}
