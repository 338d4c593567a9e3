//! The ordered sets of `waiting` against a plain list, for every discipline.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::discipline::{Discipline, Facts, rank};
use okienko_queue::ids::TicketId;
use okienko_queue::waiting::{Moment, Pool, Waiter, Waiting};
use proptest::prelude::*;

const MINUTE: i64 = 60_000;

fn disciplines() -> impl Strategy<Value = Discipline> {
    let lead = 0..10_u32;
    prop_oneof![
        Just(Discipline::Strict),
        Just(Discipline::Fcfs),
        lead.clone().prop_map(|lead| Discipline::Due { lead }),
        (lead.clone(), 1..4_u32).prop_map(|(lead, cap)| Discipline::Punctual { lead, cap }),
        (lead.clone(), 1..4_u32).prop_map(|(lead, n)| Discipline::Ratio { n, lead }),
        (1..40_u32).prop_map(|minutes| Discipline::Deadline { minutes }),
        prop_oneof![Just(0.25), Just(0.5), Just(1.0)].prop_map(|b| Discipline::Accumulating { b }),
        (5..40_u32, lead).prop_map(|(minutes, lead)| Discipline::MaxWait { minutes, lead }),
    ]
}

#[derive(Clone, Debug)]
enum Act {
    Join { pool: usize, booked: Option<i64>, top: bool, returned: Option<i64>, late: Option<i64> },
    Next { pools: usize },
    Leave(prop::sample::Index),
    Undo,
    Pass(i64),
}

fn acts() -> impl Strategy<Value = Act> {
    let booked = prop::option::weighted(0.5, -10..30_i64);
    let returned = prop::option::weighted(0.1, 0..5_i64);
    // Printed by a kiosk without the network, told so many minutes later.
    let late = prop::option::weighted(0.15, 0..30_i64);
    prop_oneof![
        5 => (0..3_usize, booked, prop::bool::weighted(0.1), returned, late)
            .prop_map(|(pool, booked, top, returned, late)| Act::Join { pool, booked, top, returned, late }),
        4 => (0..3_usize).prop_map(|pools| Act::Next { pools }),
        1 => any::<prop::sample::Index>().prop_map(Act::Leave),
        1 => Just(Act::Undo),
        3 => (0..6 * MINUTE).prop_map(Act::Pass),
    ]
}

/// Everybody in one list; counts kept one by one.
#[derive(Default)]
struct Plain {
    waiting: Vec<(Waiter, usize)>,
    streak: u32,
    joined: usize,
}

fn pools_of(desk: usize) -> Vec<Pool> {
    let pool = |name: &str| Pool::Service(name.into());
    match desk {
        0 => vec![pool("0"), pool("1")],
        1 => vec![pool("1"), Pool::Desk("1".into())],
        _ => vec![pool("0"), pool("1"), pool("2")],
    }
}

impl Plain {
    fn next(&self, pools: &[Pool], moment: Moment) -> Option<TicketId> {
        let able = self.waiting.iter().map(|(waiter, _)| waiter).filter(|waiter| pools.contains(&waiter.pool));
        let cooling = |waiter: &Waiter| waiter.not_before.is_some_and(|until| moment.now < until);
        let key = |waiter: &&Waiter| (cooling(waiter), rank(moment.discipline, &waiter.facts, self.streak, moment.now));
        able.min_by_key(key).map(|waiter| waiter.ticket.clone())
    }

    fn call(&mut self, pools: &[Pool], ticket: &TicketId) -> (u32, Vec<(TicketId, usize)>, u32) {
        let (called, _) = self.leave(ticket).unwrap();
        let streak = self.streak;
        let booked = called.facts.booked_for.is_some();
        let walk_in =
            |waiter: &Waiter| waiter.facts.booked_for.is_none() && !waiter.facts.top && pools.contains(&waiter.pool);
        let mut passed = Vec::new();
        let mut compatible = false;
        for (other, joined) in self.waiting.iter_mut().filter(|(waiter, _)| walk_in(waiter)) {
            compatible = true;
            if booked && !called.facts.top && called.facts.due() > other.facts.arrival {
                other.facts.overtakes += 1;
                passed.push((other.ticket.clone(), *joined));
            }
        }
        self.streak = if booked && compatible { streak + 1 } else { 0 };
        (called.facts.overtakes, passed, streak)
    }

    fn leave(&mut self, ticket: &TicketId) -> Option<(Waiter, usize)> {
        let at = self.waiting.iter().position(|(waiter, _)| waiter.ticket == *ticket)?;
        Some(self.waiting.remove(at))
    }

    fn join(&mut self, waiter: Waiter) {
        self.joined += 1;
        self.waiting.push((waiter, self.joined));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ordered_sets_call_what_a_plain_search_calls(discipline in disciplines(), acts in prop::collection::vec(acts(), 1..120)) {
        let (mut sets, mut plain, mut now, mut last) = (Waiting::default(), Plain::default(), 0_i64, None);
        for (issue, act) in acts.into_iter().enumerate() {
            let moment = Moment { discipline, now };
            match act {
                Act::Pass(ms) => now += ms,
                Act::Join { pool, booked, top, returned, late } => {
                    let pool = if pool == 2 && top { Pool::Desk("1".into()) } else { Pool::Service(pool.to_string().as_str().into()) };
                    let booked_for = booked.map(|minutes| now + minutes * MINUTE);
                    let facts = Facts { arrival: now - late.unwrap_or(0) * MINUTE, booked_for, top, overtakes: 0, issue: issue as u64 };
                    let not_before = returned.map(|minutes| now + minutes * MINUTE);
                    let ticket: TicketId = issue.to_string().into();
                    let waiter = Waiter { ticket, pool, service: "s".into(), facts, not_before, again: returned.is_some() || late.is_some() };
                    sets.join(waiter.clone());
                    plain.join(waiter);
                }
                Act::Next { pools } => {
                    let pools = pools_of(pools);
                    let next = sets.next(&pools, moment).map(|(ticket, _)| ticket);
                    prop_assert_eq!(&next, &plain.next(&pools, moment));
                    let Some(ticket) = next else { continue };
                    let facts = sets.facts(&ticket).unwrap();
                    let waiter = sets.all().find(|waiter| waiter.ticket == ticket).unwrap().clone();
                    let (overtakes, passing) = sets.call(&pools, &ticket).unwrap();
                    let (expected, passed, streak) = plain.call(&pools, &ticket);
                    prop_assert_eq!(overtakes, expected);
                    last = Some((Waiter { facts, again: true, ..waiter }, passing, passed, streak));
                }
                Act::Leave(which) => {
                    if plain.waiting.is_empty() { continue }
                    let ticket = plain.waiting[which.index(plain.waiting.len())].0.ticket.clone();
                    let (left, _) = plain.leave(&ticket).unwrap();
                    prop_assert_eq!(sets.leave(&ticket), Some(left.facts.overtakes));
                }
                Act::Undo => {
                    let Some((waiter, passing, passed, streak)) = last.take() else { continue };
                    sets.uncall(&passing);
                    sets.join(waiter.clone());
                    plain.streak = streak;
                    for (ticket, joined) in passed {
                        let still = plain.waiting.iter_mut().find(|(other, at)| other.ticket == ticket && *at == joined);
                        if let Some((other, _)) = still { other.facts.overtakes -= 1 }
                    }
                    plain.join(waiter);
                }
            }
            for (waiter, _) in &plain.waiting {
                prop_assert_eq!(sets.overtakes(&waiter.ticket), Some(waiter.facts.overtakes));
            }
        }
    }

    #[test]
    fn the_list_of_a_desk_begins_with_its_next(discipline in disciplines(), acts in prop::collection::vec(acts(), 1..60)) {
        let (mut sets, mut now) = (Waiting::default(), 0_i64);
        for (issue, act) in acts.into_iter().enumerate() {
            let moment = Moment { discipline, now };
            match act {
                Act::Pass(ms) => now += ms,
                Act::Join { pool, booked, top, returned, late } => {
                    let facts = Facts { arrival: now - late.unwrap_or(0) * MINUTE, booked_for: booked.map(|m| now + m * MINUTE), top, overtakes: 0, issue: issue as u64 };
                    let pool = Pool::Service(pool.to_string().as_str().into());
                    let ticket: TicketId = issue.to_string().into();
                    let not_before = returned.map(|minutes| now + minutes * MINUTE);
                    sets.join(Waiter { ticket, pool, service: "s".into(), facts, not_before, again: late.is_some() });
                }
                Act::Next { pools } => {
                    let pools = pools_of(pools);
                    let order = sets.in_order(&pools, moment, usize::MAX);
                    prop_assert_eq!(order.len(), sets.count(&pools));
                    let next = sets.next(&pools, moment).map(|(ticket, _)| ticket);
                    prop_assert_eq!(order.first(), next.as_ref());
                    if let Some(first) = order.first() { sets.call(&pools, first); }
                }
                Act::Leave(_) | Act::Undo => {}
            }
        }
    }
}
