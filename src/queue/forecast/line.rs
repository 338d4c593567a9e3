//! Lines of people among whom the order never changes, so that a choice looks at the head of each line only.

use super::Person;
use super::chance::Span;
use crate::discipline::{Discipline, Facts};
use std::collections::BTreeMap;

/// People played one by one; a longer queue is played in groups.
pub(super) const MOST: usize = 150;
/// Towards the front, groups of all queues together grow by one person with every so many people before them.
const GROWTH: usize = 16;

/// Among people of one class, whom the same desks may call, the order is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Top,
    Booked,
    WalkIn,
}

/// Somebody, or a group of neighbours, in a run.
#[derive(Clone)]
pub(super) struct Guest {
    pub(super) facts: Facts,
    pub(super) class: Class,
    /// Bits of the desks that may call.
    pub(super) desks: u128,
    /// Returned: not offered before this (ms) while somebody else is there.
    pub(super) not_before: Option<i64>,
    /// Minutes at the desk, walking not counted; `None` for a newcomer who is only noted.
    pub(super) span: Option<Span>,
    /// Visits in the group.
    pub(super) many: f64,
    /// Where the call is noted; booked visits still expected are not.
    pub(super) note: Option<usize>,
}

/// Guests by number, the first in line last.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) desks: u128,
    pub(super) class: Class,
    not_before: Option<i64>,
    pub(super) guests: Vec<usize>,
}

impl Line {
    /// Puts a guest at the end of the right line; the lines are sorted later.
    pub(super) fn join(lines: &mut Vec<Line>, guest: &Guest, number: usize) {
        let like = |line: &&mut Line| {
            (line.desks, line.class, line.not_before) == (guest.desks, guest.class, guest.not_before)
        };
        match lines.iter_mut().find(like) {
            Some(line) => line.guests.push(number),
            None => lines.push(Line {
                desks: guest.desks,
                class: guest.class,
                not_before: guest.not_before,
                guests: vec![number],
            }),
        }
    }

    pub(super) fn sort(&mut self, guests: &[Guest], discipline: Discipline) {
        let key = |number: &usize| guests.get(*number).map(|guest| self.class.key(&guest.facts, discipline));
        self.guests.sort_by_key(|number| std::cmp::Reverse(key(number)));
    }

    /// Takes in a booked visitor who has just checked in.
    pub(super) fn admit(&mut self, number: usize, guests: &[Guest], discipline: Discipline) {
        let key = |number: usize| guests.get(number).map(|guest| self.class.key(&guest.facts, discipline));
        let own = key(number);
        let at = self.guests.partition_point(|other| key(*other) > own);
        self.guests.insert(at, number);
    }
}

impl Class {
    /// Smaller is called sooner within the class, at any moment.
    fn key(self, facts: &Facts, discipline: Discipline) -> (i64, u64) {
        let by_arrival = matches!(discipline, Discipline::Fcfs | Discipline::Accumulating { .. });
        let due = self == Self::Booked && !by_arrival;
        (if due { facts.due() } else { facts.arrival }, facts.issue)
    }
}

/// Neighbours of one queue and one class. A short queue goes one by one; a long one in groups that are small at the front,
/// where single minutes matter, and so small towards the end that no desk is left with a group when the others are done.
pub(super) fn groups(waiting: &[Person], desks: usize) -> Vec<Vec<&Person>> {
    let mut alike: BTreeMap<_, Vec<&Person>> = BTreeMap::new();
    for person in waiting {
        let class = (person.facts.top, person.facts.booked_for.is_some(), person.not_before);
        alike.entry((person.service.clone(), person.only_at.clone(), class)).or_default().push(person);
    }
    let mut groups = Vec::new();
    for mut people in alike.into_values() {
        people.sort_by_key(|person| (person.facts.due(), person.facts.issue));
        let growth = (GROWTH * people.len() / waiting.len().max(1)).max(1);
        let mut rest = people.as_slice();
        while !rest.is_empty() {
            let size = 1 + ((people.len() - rest.len()) / growth).min(rest.len() / (3 * desks.max(1)));
            let size = if waiting.len() <= MOST { 1 } else { size.min(rest.len()) };
            let (group, after) = rest.split_at(size);
            groups.push(group.to_vec());
            rest = after;
        }
    }
    groups
}
