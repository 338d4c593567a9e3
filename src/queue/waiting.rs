//! Everybody who waits, kept in ordered sets per service, so that the cost of a call does not grow with the queue.

use crate::discipline::{Discipline, Facts, Rank, rank};
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::ticket::Ticket;
use std::collections::{BTreeMap, BTreeSet};

/// Where a ticket waits: for any desk of a service, or for one desk only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pool {
    /// Any desk that offers the service.
    Service(ServiceId),
    /// That desk alone (a transfer to a desk).
    Desk(DeskId),
}

/// One waiting ticket as the order of calls sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiter {
    /// The ticket.
    pub ticket: TicketId,
    /// Where it waits.
    pub pool: Pool,
    /// Its matter.
    pub service: ServiceId,
    /// What its rank is made of; `overtakes` holds those of earlier stays in the queue.
    pub facts: Facts,
    /// Not offered before this instant (ms) unless nobody else is eligible (a returned ticket).
    pub not_before: Option<i64>,
    /// It waited before, so its overtakes may be fewer than those of younger tickets.
    pub again: bool,
}

/// The moment of a choice.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The rule.
    pub discipline: Discipline,
    /// Now, ms.
    pub now: i64,
}

/// A ticket's key in an ordered set.
type Spot = (i64, u64, TicketId);

#[derive(Clone, Debug, Default)]
struct Lane {
    top: BTreeSet<Spot>,
    booked_by_due: BTreeSet<Spot>,
    booked_by_arrival: BTreeSet<Spot>,
    walk_in: BTreeSet<Spot>,
    again: BTreeSet<Spot>,
    cooling: BTreeSet<Spot>,
    /// Booked calls of desks that serve this pool: D → how many. What a walk-in was overtaken by is a sum over it.
    marks: BTreeMap<i64, u32>,
}

/// All who wait in a department.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    lanes: BTreeMap<Pool, Lane>,
    waiters: BTreeMap<TicketId, Stay>,
    /// Stays that ever began.
    stays: u64,
    /// Booked calls in a row, each made while a compatible walk-in waited.
    streak: u32,
}

/// One stay of a ticket in the queue.
#[derive(Clone, Debug)]
struct Stay {
    waiter: Waiter,
    /// The number of the stay.
    number: u64,
    /// Marks that counted already when it began.
    passed_before: u32,
}

/// What a call did to the counts that disciplines go by; given back when the call is undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Passing {
    pools: Vec<Pool>,
    due: Option<i64>,
    streak_before: u32,
    stays_before: u64,
}

impl Waiter {
    /// A ticket as the order of calls sees it.
    pub fn of(ticket: &Ticket) -> Self {
        let pool = match &ticket.only_at {
            Some(desk) => Pool::Desk(desk.clone()),
            None => Pool::Service(ticket.service.clone()),
        };
        let facts = Facts {
            arrival: ticket.place.timestamp_millis(),
            booked_for: ticket.booked_for().map(|hour| hour.timestamp_millis()),
            top: ticket.front || ticket.priority.is_some(),
            overtakes: ticket.overtakes,
            issue: ticket.issue,
        };
        let not_before = ticket.not_before.map(|instant| instant.timestamp_millis());
        let service = ticket.service.clone();
        Self { ticket: ticket.id.clone(), pool, service, facts, not_before, again: ticket.revision > 0 }
    }
}

impl Lane {
    fn sets(&mut self, waiter: &Waiter) -> Vec<(&mut BTreeSet<Spot>, i64)> {
        let facts = &waiter.facts;
        if waiter.not_before.is_some() {
            return vec![(&mut self.cooling, facts.arrival)];
        }
        if facts.top {
            return vec![(&mut self.top, facts.arrival)];
        }
        if facts.booked_for.is_some() {
            return vec![(&mut self.booked_by_due, facts.due()), (&mut self.booked_by_arrival, facts.arrival)];
        }
        let mut sets = vec![(&mut self.walk_in, facts.arrival)];
        if waiter.again {
            sets.push((&mut self.again, facts.arrival));
        }
        sets
    }

    fn passed(&self, arrival: i64) -> u32 {
        self.marks.range(arrival + 1..).map(|(_, times)| times).sum()
    }

    fn spots(&self) -> impl Iterator<Item = &Spot> {
        self.top.iter().chain(&self.booked_by_due).chain(&self.walk_in).chain(&self.cooling)
    }

    fn len(&self) -> usize {
        self.top.len() + self.booked_by_due.len() + self.walk_in.len() + self.cooling.len()
    }
}

impl Waiting {
    /// Lets a ticket wait.
    pub fn join(&mut self, waiter: Waiter) {
        let lane = self.lanes.entry(waiter.pool.clone()).or_default();
        let passed_before = lane.passed(waiter.facts.arrival);
        for (set, at) in lane.sets(&waiter) {
            set.insert((at, waiter.facts.issue, waiter.ticket.clone()));
        }
        self.stays += 1;
        let stay = Stay { number: self.stays, passed_before, waiter };
        self.waiters.insert(stay.waiter.ticket.clone(), stay);
    }

    /// Takes a ticket out of the queue and tells how often it was overtaken in all.
    pub fn leave(&mut self, ticket: &TicketId) -> Option<u32> {
        let overtakes = self.overtakes(ticket);
        let Stay { waiter, .. } = self.waiters.remove(ticket)?;
        if let Some(lane) = self.lanes.get_mut(&waiter.pool) {
            for (set, at) in lane.sets(&waiter) {
                set.remove(&(at, waiter.facts.issue, waiter.ticket.clone()));
            }
        }
        overtakes
    }

    /// Takes out the ticket that a desk of these pools calls and counts whom it passes: an overtake is a booked call
    /// with D later than the arrival of a compatible walk-in. The top tier is outside the count (waiting.md).
    pub fn call(&mut self, pools: &[Pool], ticket: &TicketId) -> Option<(u32, Passing)> {
        let facts = self.facts(ticket)?;
        let overtakes = self.leave(ticket)?;
        let due = (facts.booked_for.is_some() && !facts.top).then(|| facts.due());
        let passing = Passing { pools: pools.to_vec(), due, streak_before: self.streak, stays_before: self.stays };
        if let Some(due) = due {
            for pool in pools {
                *self.lanes.entry(pool.clone()).or_default().marks.entry(due).or_default() += 1;
            }
        }
        let in_a_row = facts.booked_for.is_some() && self.walk_ins(pools) > 0;
        self.streak = if in_a_row { self.streak + 1 } else { 0 };
        Some((overtakes, passing))
    }

    /// Takes back what a call counted.
    pub fn uncall(&mut self, passing: &Passing) {
        self.streak = passing.streak_before;
        let Some(due) = passing.due else { return };
        for pool in &passing.pools {
            if let Some(times) = self.lanes.get_mut(pool).and_then(|lane| lane.marks.get_mut(&due)) {
                *times = times.saturating_sub(1);
            }
        }
        // Whoever came after the call had its mark counted off from the beginning.
        for stay in self.waiters.values_mut().filter(|stay| stay.number > passing.stays_before) {
            if passing.pools.contains(&stay.waiter.pool) && due > stay.waiter.facts.arrival {
                stay.passed_before = stay.passed_before.saturating_sub(1);
            }
        }
    }

    /// How often a waiting ticket was overtaken by booked ones; `None` when it does not wait.
    pub fn overtakes(&self, ticket: &TicketId) -> Option<u32> {
        let Stay { waiter, passed_before, .. } = self.waiters.get(ticket)?;
        let passed = self.lanes.get(&waiter.pool).map_or(0, |lane| lane.passed(waiter.facts.arrival));
        let counts = waiter.facts.booked_for.is_none() && !waiter.facts.top;
        let since = if counts { passed.saturating_sub(*passed_before) } else { 0 };
        Some(waiter.facts.overtakes + since)
    }

    /// The ticket that a desk of these pools calls now, with how many others were eligible (counted up to one).
    pub fn next(&self, pools: &[Pool], moment: Moment) -> Option<(TicketId, Rank)> {
        let ready = |spot: &&Spot| !self.is_cooling(&spot.2, moment.now);
        let heads = pools.iter().filter_map(|pool| self.lanes.get(pool));
        let best = heads
            .clone()
            .flat_map(|lane| self.heads(lane, moment))
            .chain(heads.clone().flat_map(|lane| lane.cooling.iter().filter(ready)))
            .filter_map(|spot| self.ranked(&spot.2, moment))
            .min();
        // A returned ticket is offered early only when nobody else is there (tickets.md, transition 10).
        let best =
            best.or_else(|| heads.flat_map(|lane| &lane.cooling).filter_map(|spot| self.ranked(&spot.2, moment)).min());
        best.map(|(rank, ticket)| (ticket, rank))
    }

    fn heads<'a>(&'a self, lane: &'a Lane, moment: Moment) -> impl Iterator<Item = &'a Spot> {
        let first = [&lane.top, &lane.booked_by_due, &lane.booked_by_arrival, &lane.walk_in];
        let overtaken = moment.discipline.cap().into_iter().flat_map(move |cap| {
            lane.again.iter().filter(move |spot| self.overtakes(&spot.2).is_some_and(|n| n >= cap)).take(1)
        });
        // Behind a walk-in that waited before, the oldest of the others may have been overtaken more often.
        let steady = lane.walk_in.iter().find(|spot| !lane.again.contains(*spot));
        first.into_iter().filter_map(BTreeSet::first).chain(overtaken).chain(steady)
    }

    /// Facts of a waiting ticket as of now.
    pub fn facts(&self, ticket: &TicketId) -> Option<Facts> {
        let Stay { waiter, .. } = self.waiters.get(ticket)?;
        Some(Facts { overtakes: self.overtakes(ticket)?, ..waiter.facts })
    }

    fn ranked(&self, ticket: &TicketId, moment: Moment) -> Option<(Rank, TicketId)> {
        let facts = self.facts(ticket)?;
        Some((rank(moment.discipline, &facts, self.streak, moment.now), ticket.clone()))
    }

    fn is_cooling(&self, ticket: &TicketId, now: i64) -> bool {
        self.waiters.get(ticket).and_then(|stay| stay.waiter.not_before).is_some_and(|until| now < until)
    }

    /// The first `most` tickets that a desk of these pools would call, in order.
    pub fn in_order(&self, pools: &[Pool], moment: Moment, most: usize) -> Vec<TicketId> {
        let mut found: BTreeSet<(bool, Rank, TicketId)> = BTreeSet::new();
        for lane in pools.iter().filter_map(|pool| self.lanes.get(pool)) {
            let sets = [&lane.top, &lane.booked_by_due, &lane.booked_by_arrival, &lane.walk_in, &lane.again];
            let spots = sets.into_iter().chain([&lane.cooling]).flat_map(|set| set.iter().take(most));
            found.extend(spots.filter_map(|spot| {
                let (rank, ticket) = self.ranked(&spot.2, moment)?;
                Some((self.is_cooling(&ticket, moment.now), rank, ticket))
            }));
        }
        found.into_iter().take(most).map(|(_, _, ticket)| ticket).collect()
    }

    /// How many wait in these pools.
    pub fn count(&self, pools: &[Pool]) -> usize {
        pools.iter().filter_map(|pool| self.lanes.get(pool)).map(Lane::len).sum()
    }

    /// How many booked visitors wait in these pools.
    pub fn booked(&self, pools: &[Pool]) -> usize {
        let lanes = || pools.iter().filter_map(|pool| self.lanes.get(pool));
        let aside = lanes().flat_map(|lane| lane.top.iter().chain(&lane.cooling));
        let booked_aside =
            aside.filter(|spot| self.waiters.get(&spot.2).is_some_and(|stay| stay.waiter.facts.booked_for.is_some()));
        lanes().map(|lane| lane.booked_by_due.len()).sum::<usize>() + booked_aside.count()
    }

    /// How many of a service wait for one desk only.
    pub fn sent_to_desks(&self, service: &ServiceId) -> usize {
        let lanes = self.lanes.iter().filter(|(pool, _)| matches!(pool, Pool::Desk(_)));
        lanes.flat_map(|(_, lane)| lane.spots()).filter(|spot| self.service_of(&spot.2) == Some(service)).count()
    }

    fn service_of(&self, ticket: &TicketId) -> Option<&ServiceId> {
        self.waiters.get(ticket).map(|stay| &stay.waiter.service)
    }

    /// How many walk-ins wait in these pools.
    pub fn walk_ins(&self, pools: &[Pool]) -> usize {
        let returned = |lane: &Lane| lane.cooling.iter().filter(|spot| self.is_walk_in(&spot.2)).count();
        pools.iter().filter_map(|pool| self.lanes.get(pool)).map(|lane| lane.walk_in.len() + returned(lane)).sum()
    }

    fn is_walk_in(&self, ticket: &TicketId) -> bool {
        let facts = self.waiters.get(ticket).map(|stay| &stay.waiter.facts);
        facts.is_some_and(|facts| facts.booked_for.is_none() && !facts.top)
    }

    /// How many in a ticket's own pool would be called before it, as things stand now.
    pub fn ahead_of(&self, ticket: &TicketId, moment: Moment) -> Option<usize> {
        let Stay { waiter, .. } = self.waiters.get(ticket)?;
        let lane = self.lanes.get(&waiter.pool)?;
        let (own, _) = self.ranked(ticket, moment)?;
        let before = |spot: &&Spot| self.ranked(&spot.2, moment).is_some_and(|(rank, _)| rank < own);
        let spot = (waiter.facts.arrival, waiter.facts.issue, ticket.clone());
        // The youngest walk-in needs no look at each of the others: they all came before it.
        let walk_ins = if lane.walk_in.last() == Some(&spot) && lane.again.is_empty() {
            lane.walk_in.len() - 1
        } else {
            lane.walk_in.iter().filter(before).count()
        };
        let others = [&lane.top, &lane.booked_by_due, &lane.cooling];
        Some(walk_ins + others.into_iter().flatten().filter(before).count())
    }

    /// How many in a service's own pool would be called before a walk-in that comes now.
    pub fn ahead_of_newcomer(&self, service: &ServiceId, moment: Moment) -> usize {
        let Some(lane) = self.lanes.get(&Pool::Service(service.clone())) else { return 0 };
        let facts = Facts { arrival: moment.now, booked_for: None, top: false, overtakes: 0, issue: u64::MAX };
        let own = rank(moment.discipline, &facts, self.streak, moment.now);
        let before = |spot: &&Spot| self.ranked(&spot.2, moment).is_some_and(|(rank, _)| rank < own);
        let others = [&lane.top, &lane.booked_by_due, &lane.cooling];
        lane.walk_in.len() + others.into_iter().flatten().filter(before).count()
    }

    /// Everybody who waits, in no order of calls.
    pub fn all(&self) -> impl Iterator<Item = &Waiter> {
        self.waiters.values().map(|stay| &stay.waiter)
    }

    /// Forgets the overtakes of a finished day.
    pub fn forget_marks(&mut self) {
        self.streak = 0;
        for lane in self.lanes.values_mut() {
            lane.marks.clear();
        }
    }
}
