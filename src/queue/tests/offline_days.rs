//! Two kiosks that lose the network, in any order of things: no code twice, no paper lost, no visit collected twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod hall;

use hall::{Hall, at, check_in, printed, walk_in};
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, DeskAction, Paper};
use okienko_queue::ids::{AppointmentId, TicketId};
use okienko_queue::lease::Lease;
use okienko_queue::ticket::{Channel, TicketState};
use okienko_queue::time::{self, Instant};
use okienko_queue::{Answer, Department};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
                    let _ = hall.does(Command::IssueTicket { service: service(second).into(), priority: None, language: None }, now);
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
                    let _ = hall.does(Command::CheckIn { appointment: visit.get(&visits).clone(), language: None }, now);
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
