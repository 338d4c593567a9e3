//! One evening played many times: desks become free, the discipline chooses, everybody's call is noted.

use super::chance::{Chance, Span, upper};
use super::{Forecast, ForecastInput, Person, Wait};
use crate::discipline::{Discipline, Facts, Rank, rank};
use crate::ids::{ServiceId, TicketId};
use std::collections::BTreeMap;

const MINUTE: f64 = 60_000.0;
/// From call to start of service, minutes.
const WALKING: f64 = 0.75;
/// Coefficient of variation of a visit's duration.
const CV: f64 = 0.7;
/// Share of booked visits that are collected at all, and when against the hour, minutes (waiting.md, default scenario).
const SHOW: f64 = 0.85;
const OFFSET: (f64, f64) = (-18.4, 11.2);
/// People played one by one; a longer queue is played in groups.
const MOST: usize = 150;

/// Somebody, or a group of neighbours, in a run.
#[derive(Clone)]
struct Guest {
    facts: Facts,
    /// Bits of the desks that may call.
    desks: u128,
    not_before: i64,
    /// Minutes at the desk, walking not counted; `None` for a newcomer who is only noted.
    span: Option<Span>,
    /// Visits in the group.
    many: f64,
    /// Where the call is noted; booked visits still expected are not.
    note: Option<usize>,
    overtakes: u32,
}

/// The members of one noted group.
enum Noted {
    Tickets(Vec<TicketId>),
    Newcomer(ServiceId),
}

pub(super) struct Play<'a> {
    input: &'a ForecastInput,
    guests: Vec<Guest>,
    noted: Vec<Noted>,
}

impl<'a> Play<'a> {
    pub(super) fn of(input: &'a ForecastInput) -> Self {
        let mut play = Self { input, guests: Vec::new(), noted: Vec::new() };
        let size = input.waiting.len().div_ceil(MOST).max(1);
        for group in groups(input, size) {
            play.add_group(&group);
        }
        for service in input.durations.keys() {
            play.add_newcomer(service);
        }
        play
    }

    fn add_group(&mut self, group: &[&Person]) {
        let Some(first) = group.first() else { return };
        let desks = self.desks(&first.service, first.only_at.as_ref());
        if desks == 0 {
            return;
        }
        let many = group.len() as f64;
        let (span, note) = (Some(self.span(&first.service, many)), Some(self.noted.len()));
        let not_before = first.not_before.unwrap_or(i64::MIN);
        let overtakes = first.facts.overtakes;
        self.guests.push(Guest { facts: first.facts, desks, not_before, span, many, note, overtakes });
        self.noted.push(Noted::Tickets(group.iter().map(|person| person.ticket.clone()).collect()));
    }

    fn add_newcomer(&mut self, service: &ServiceId) {
        let desks = self.desks(service, None);
        if desks == 0 {
            return;
        }
        let facts = Facts { arrival: self.input.now, booked_for: None, top: false, overtakes: 0, issue: u64::MAX };
        let note = Some(self.noted.len());
        self.guests.push(Guest { facts, desks, not_before: i64::MIN, span: None, many: 1.0, note, overtakes: 0 });
        self.noted.push(Noted::Newcomer(service.clone()));
    }

    fn span(&self, service: &ServiceId, many: f64) -> Span {
        let mean = self.input.durations.get(service).copied().unwrap_or(10.0);
        Span::new(mean * many, CV / many.sqrt())
    }

    fn desks(&self, service: &ServiceId, only_at: Option<&crate::ids::DeskId>) -> u128 {
        let all = self.input.desks.iter().take(128).enumerate();
        let able = all.filter(|(_, desk)| match only_at {
            Some(only) => desk.desk == *only,
            None => desk.services.contains(service),
        });
        able.fold(0, |bits, (n, _)| bits | 1 << n)
    }

    pub(super) fn forecast(&self, runs: u32, seed: u64) -> Forecast {
        let mut chance = Chance::of(seed);
        let mut calls: Vec<Vec<(f64, f64)>> = self.noted.iter().map(|_| Vec::with_capacity(runs as usize)).collect();
        for _ in 0..runs {
            let mut run = Run::begin(self, &mut chance);
            run.play(&mut chance, &mut calls);
        }
        let mut forecast = Forecast::default();
        for (noted, calls) in self.noted.iter().zip(&calls) {
            let Some(wait) = range(calls) else { continue };
            match noted {
                Noted::Newcomer(service) => drop(forecast.newcomers.insert(service.clone(), wait)),
                Noted::Tickets(tickets) => forecast.tickets.extend(tickets.iter().map(|id| (id.clone(), wait))),
            }
        }
        forecast
    }

    /// Minutes until a desk is free.
    fn busy(&self, desk: &super::WorkingDesk, chance: &mut Chance) -> f64 {
        let Some(busy) = &desk.busy else { return 0.0 };
        let elapsed = ((self.input.now - busy.since) as f64 / MINUTE).max(0.0);
        let span = self.span(&busy.service, 1.0);
        if busy.serving { span.beyond(elapsed, chance) - elapsed } else { (WALKING - elapsed).max(0.0) + span.draw(chance) }
    }

    /// Booked visits that are collected in this run, knowing that they have not been yet; in order of check-in.
    fn still_to_come(&self, chance: &mut Chance) -> Vec<Guest> {
        let below = |minutes: f64| 1.0 - upper((minutes - OFFSET.0) / OFFSET.1);
        let (opens, grace) = (f64::from(self.input.opens_minutes), f64::from(self.input.grace_minutes));
        let mut coming: Vec<Guest> = Vec::new();
        for (service, start) in &self.input.expected {
            let passed = (self.input.now - start) as f64 / MINUTE;
            // Who comes before the window opens waits for it, so until then nothing is known.
            let not_yet = if passed <= -opens { 0.0 } else { below(passed) };
            let share = SHOW * (below(grace) - not_yet).max(0.0) / (1.0 - SHOW * not_yet);
            let desks = self.desks(service, None);
            if chance.unit() >= share || desks == 0 {
                continue;
            }
            let at = not_yet + (below(grace) - not_yet) * chance.unit();
            let offset = OFFSET.0 + OFFSET.1 * super::chance::quantile(at.clamp(1e-9, 1.0 - 1e-9));
            let arrival = start + (offset.clamp(-opens, grace) * MINUTE) as i64;
            let arrival = arrival.max(self.input.now);
            let facts = Facts { arrival, booked_for: Some(*start), top: false, overtakes: 0, issue: u64::MAX };
            let span = Some(self.span(service, 1.0));
            coming.push(Guest { facts, desks, not_before: i64::MIN, span, many: 1.0, note: None, overtakes: 0 });
        }
        coming.sort_by_key(|guest| std::cmp::Reverse(guest.facts.arrival));
        coming
    }
}

/// Neighbours of one queue and one class, in order of arrival, at most `size` together.
fn groups(input: &ForecastInput, size: usize) -> Vec<Vec<&Person>> {
    let mut alike: BTreeMap<_, Vec<&Person>> = BTreeMap::new();
    for person in &input.waiting {
        let class = (person.facts.top, person.facts.booked_for.is_some(), person.not_before.is_some());
        alike.entry((person.service.clone(), person.only_at.clone(), class)).or_default().push(person);
    }
    let mut groups = Vec::new();
    for mut people in alike.into_values() {
        people.sort_by_key(|person| (person.facts.due(), person.facts.issue));
        groups.extend(people.chunks(size).map(<[&Person]>::to_vec));
    }
    groups
}

/// Earliest and latest probable minute of a group whose members are called from the first to the second of each pair.
fn range(calls: &[(f64, f64)]) -> Option<Wait> {
    let mut from: Vec<f64> = calls.iter().map(|(from, _)| *from).collect();
    let mut to: Vec<f64> = calls.iter().map(|(_, to)| *to).collect();
    let last = calls.len().checked_sub(1)?;
    let (low, high) = ((last as f64 * 0.1).floor() as usize, (last as f64 * 0.9).ceil() as usize);
    let (_, low, _) = from.select_nth_unstable_by(low, f64::total_cmp);
    let (_, high, _) = to.select_nth_unstable_by(high, f64::total_cmp);
    let fives = |minutes: f64| minutes.max(0.0) as u32 * 5;
    // Nobody is called in no time: the shortest range that can be told is the first five minutes.
    Some(Wait { from_minutes: fives((*low / 5.0).floor()), to_minutes: fives((*high / 5.0).ceil()).max(5) })
}

/// One run; times in minutes from now.
struct Run<'a> {
    now: i64,
    discipline: Discipline,
    here: Vec<Guest>,
    coming: Vec<Guest>,
    free_at: Vec<f64>,
    streak: u32,
    unnoted: usize,
    play: &'a Play<'a>,
}

impl<'a> Run<'a> {
    fn begin(play: &'a Play<'a>, chance: &mut Chance) -> Self {
        Self {
            now: play.input.now,
            discipline: play.input.discipline,
            here: play.guests.clone(),
            coming: play.still_to_come(chance),
            free_at: play.input.desks.iter().take(128).map(|desk| play.busy(desk, chance)).collect(),
            streak: 0,
            unnoted: play.guests.len(),
            play,
        }
    }

    fn play(&mut self, chance: &mut Chance, calls: &mut [Vec<(f64, f64)>]) {
        debug_assert_eq!(self.play.noted.len(), calls.len());
        while self.unnoted > 0 {
            let free = self.free_at.iter().copied().enumerate().min_by(|(_, left), (_, right)| left.total_cmp(right));
            let Some((desk, at)) = free.filter(|(_, at)| at.is_finite()) else { return };
            let until = self.now + (at * MINUTE) as i64;
            while let Some(guest) = self.coming.pop_if(|guest| guest.facts.arrival <= until) {
                self.here.push(guest);
            }
            let Some(next) = self.next(1 << desk, until) else {
                // Nobody for this desk: it looks again when the next visitor has come.
                let later = self.coming.last().map(|guest| (guest.facts.arrival - self.now + 1) as f64 / MINUTE);
                self.set_free(desk, later.unwrap_or(f64::INFINITY));
                continue;
            };
            let guest = self.here.swap_remove(next);
            let work = guest.span.map_or(0.0, |span| WALKING * guest.many + span.draw(chance));
            if let Some(calls) = guest.note.and_then(|note| calls.get_mut(note)) {
                self.unnoted -= 1;
                calls.push((at, at + work * (1.0 - 1.0 / guest.many)));
            }
            if guest.span.is_some() {
                self.count(&guest, 1 << desk);
                self.set_free(desk, at + work);
            }
        }
    }

    fn set_free(&mut self, desk: usize, at: f64) {
        if let Some(free) = self.free_at.get_mut(desk) {
            *free = at;
        }
    }

    fn next(&self, desk: u128, now: i64) -> Option<usize> {
        let able = self.here.iter().enumerate().filter(|(_, guest)| guest.desks & desk != 0);
        let ranked = able.map(|(n, guest)| {
            let facts = Facts { overtakes: guest.overtakes, ..guest.facts };
            let place: Rank = rank(self.discipline, &facts, self.streak, now);
            ((now < guest.not_before, place), n)
        });
        ranked.min().map(|(_, n)| n)
    }

    /// What disciplines count: overtakes, and booked calls in a row.
    fn count(&mut self, called: &Guest, desk: u128) {
        if !matches!(self.discipline, Discipline::Punctual { .. } | Discipline::Ratio { .. }) {
            return;
        }
        let booked = called.facts.booked_for.is_some();
        let due = called.facts.due();
        let walk_in = |guest: &Guest| guest.desks & desk != 0 && guest.facts.booked_for.is_none() && !guest.facts.top;
        let mut passed = false;
        for guest in self.here.iter_mut().filter(|guest| walk_in(guest)) {
            passed |= guest.span.is_some();
            if booked && !called.facts.top && due > guest.facts.arrival {
                guest.overtakes += 1;
            }
        }
        self.streak = if booked && passed { self.streak + 1 } else { 0 };
    }
}
