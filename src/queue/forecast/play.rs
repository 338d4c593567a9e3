//! The hall as it is now, ready to be played: everybody in line, and what each run draws anew.

use super::chance::{Chance, Span, upper};
use super::line::{Class, Guest, Line, MOST, groups};
use super::run::Run;
use super::{Forecast, ForecastInput, People, Person, Wait};
use crate::discipline::Facts;
use crate::ids::{DeskId, ServiceId, TicketId};

pub(super) const MINUTE: f64 = 60_000.0;
/// From call to start of service, minutes.
pub(super) const WALKING: f64 = 0.75;
/// Desks that one bit set holds; more are not looked at.
pub(super) const DESKS: usize = 128;
/// Coefficient of variation of a visit's duration.
const CV: f64 = 0.7;
/// Share of booked visits that are collected at all, and when against the hour, minutes (waiting.md, default scenario).
const SHOW: f64 = 0.85;
const OFFSET: (f64, f64) = (-18.4, 11.2);

/// Whose call is noted.
enum Noted {
    Tickets(ServiceId, Vec<TicketId>),
    Newcomer(ServiceId),
}

/// A hall that can be played many times.
pub(super) struct Play<'a> {
    pub(super) input: &'a ForecastInput,
    pub(super) guests: Vec<Guest>,
    pub(super) lines: Vec<Line>,
    noted: Vec<Noted>,
}

impl<'a> Play<'a> {
    pub(super) fn of(input: &'a ForecastInput) -> Self {
        let mut play = Self { input, guests: Vec::new(), lines: Vec::new(), noted: Vec::new() };
        for group in groups(&input.waiting, input.desks.len()) {
            play.add_group(&group);
        }
        for service in input.durations.keys() {
            let facts = Facts { arrival: input.now, booked_for: None, top: false, overtakes: 0, issue: u64::MAX };
            play.add(play.guest(facts, service, None), Noted::Newcomer(service.clone()));
        }
        for line in &mut play.lines {
            line.sort(&play.guests, input.discipline);
        }
        play
    }

    fn add_group(&mut self, group: &[&Person]) {
        let Some(first) = group.first() else { return };
        let mut guest = self.guest(first.facts, &first.service, first.only_at.as_ref());
        guest.many = group.len() as f64;
        guest.span = Some(self.span(&first.service, guest.many));
        guest.not_before = first.not_before;
        self.add(
            guest,
            Noted::Tickets(first.service.clone(), group.iter().map(|person| person.ticket.clone()).collect()),
        );
    }

    /// Somebody whom no working desk may call is left out, and stays unknown.
    fn add(&mut self, mut guest: Guest, noted: Noted) {
        if guest.desks != 0 {
            guest.note = Some(self.noted.len());
            self.noted.push(noted);
            Line::join(&mut self.lines, &guest, self.guests.len());
            self.guests.push(guest);
        }
    }

    fn guest(&self, facts: Facts, service: &ServiceId, only_at: Option<&DeskId>) -> Guest {
        let desks = self.desks(service, only_at);
        let class = if facts.booked_for.is_some() { Class::Booked } else { Class::WalkIn };
        let class = if facts.top { Class::Top } else { class };
        Guest { facts, class, desks, not_before: None, span: None, many: 1.0, note: None }
    }

    fn span(&self, service: &ServiceId, many: f64) -> Span {
        let mean = self.input.durations.get(service).copied().unwrap_or(10.0);
        Span::new(mean * many, CV / many.sqrt())
    }

    fn desks(&self, service: &ServiceId, only_at: Option<&DeskId>) -> u128 {
        let all = self.input.desks.iter().take(DESKS).enumerate();
        let able = all.filter(|(_, desk)| match only_at {
            Some(only) => desk.desk == *only,
            None => desk.services.contains(service),
        });
        able.fold(0, |bits, (n, _)| bits | 1 << n)
    }

    pub(super) fn forecast(&self, runs: u32, seed: u64) -> Forecast {
        // Long queues differ less from run to run, so fewer runs tell as much.
        let runs = (runs as usize * MOST / self.guests.len().max(MOST)).max(40.min(runs as usize));
        let mut chance = Chance::of(seed);
        let mut calls: Vec<Vec<(f64, f64)>> = self.noted.iter().map(|_| Vec::with_capacity(runs)).collect();
        for _ in 0..runs {
            Run::begin(self, &mut chance).play(&mut chance, &mut calls);
        }
        let mut forecast = Forecast::default();
        for (noted, calls) in self.noted.iter().zip(&calls) {
            let Some(wait) = range(calls) else { continue };
            match noted {
                Noted::Newcomer(service) => drop(forecast.newcomers.insert(service.clone(), wait)),
                Noted::Tickets(_, tickets) => forecast.tickets.extend(tickets.iter().map(|id| (id.clone(), wait))),
            }
        }
        if let Some(closes) = self.input.closes {
            self.note_late((closes - self.input.now) as f64 / MINUTE, &calls, &mut forecast);
        }
        forecast
    }

    /// Counts in every run who is called only after closing. In a hall where a desk works everybody is called at last, so all calls of
    /// a run stand at the same place.
    fn note_late(&self, closing: f64, calls: &[Vec<(f64, f64)>], forecast: &mut Forecast) {
        let runs = calls.iter().map(Vec::len).max().unwrap_or(0);
        let mut in_all = vec![0.0; runs];
        for service in self.input.durations.keys().filter(|service| self.desks(service, None) != 0) {
            let mut of_service = vec![0.0; runs];
            for (noted, calls) in self.noted.iter().zip(calls) {
                let Noted::Tickets(own, tickets) = noted else { continue };
                if own != service {
                    continue;
                }
                for (sum, (from, to)) in of_service.iter_mut().zip(calls) {
                    *sum += tickets.len() as f64 * share_after(closing, *from, *to);
                }
            }
            in_all.iter_mut().zip(&of_service).for_each(|(all, own)| *all += own);
            forecast.late.insert(service.clone(), people(&of_service));
        }
        forecast.late_in_all = (!forecast.late.is_empty()).then(|| people(&in_all));
    }

    /// Minutes until each desk is free.
    pub(super) fn free_at(&self, chance: &mut Chance) -> Vec<f64> {
        let until_free = |desk: &super::WorkingDesk| {
            let Some(busy) = &desk.busy else { return 0.0 };
            let elapsed = ((self.input.now - busy.since) as f64 / MINUTE).max(0.0);
            let span = self.span(&busy.service, 1.0);
            if busy.serving {
                span.beyond(elapsed, chance) - elapsed
            } else {
                (WALKING - elapsed).max(0.0) + span.draw(chance)
            }
        };
        self.input.desks.iter().take(DESKS).map(until_free).collect()
    }

    /// Booked visits that are collected in this run, knowing that they have not been yet; the last comes first.
    pub(super) fn still_to_come(&self, chance: &mut Chance) -> Vec<Guest> {
        let below = |minutes: f64| 1.0 - upper((minutes - OFFSET.0) / OFFSET.1);
        let (opens, grace) = (f64::from(self.input.opens_minutes), f64::from(self.input.grace_minutes));
        let comes = |(service, start): &(ServiceId, i64)| {
            let passed = (self.input.now - start) as f64 / MINUTE;
            // Who comes before the window opens waits for it, so until then nothing is known.
            let not_yet = if passed <= -opens { 0.0 } else { below(passed) };
            let rest = (below(grace) - not_yet).max(0.0);
            if chance.unit() >= SHOW * rest / (1.0 - SHOW * not_yet) {
                return None;
            }
            let drawn = super::chance::quantile((not_yet + rest * chance.unit()).clamp(1e-9, 1.0 - 1e-9));
            let offset = (OFFSET.0 + OFFSET.1 * drawn).clamp(-opens, grace);
            let arrival = (start + (offset * MINUTE) as i64).max(self.input.now);
            let facts = Facts { arrival, booked_for: Some(*start), top: false, overtakes: 0, issue: u64::MAX };
            let guest = self.guest(facts, service, None);
            (guest.desks != 0).then(|| Guest { span: Some(self.span(service, 1.0)), ..guest })
        };
        let mut coming: Vec<Guest> = self.input.expected.iter().filter_map(comes).collect();
        coming.sort_by_key(|guest| std::cmp::Reverse(guest.facts.arrival));
        coming
    }
}

/// The share of a group, called evenly from one minute to another, that is called after a third.
fn share_after(closing: f64, from: f64, to: f64) -> f64 {
    if from > closing {
        return 1.0;
    }
    let width = to - from;
    if to <= closing || width <= 0.0 { 0.0 } else { (to - closing) / width }
}

fn people(counts: &[f64]) -> People {
    let mut counts = counts.to_vec();
    counts.sort_unstable_by(f64::total_cmp);
    let last = counts.len().saturating_sub(1) as f64;
    let at = |place: f64| counts.get(place as usize).copied().unwrap_or(0.0);
    People { from: at((last * 0.1).floor()).floor() as u32, to: at((last * 0.9).ceil()).ceil() as u32 }
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
