//! One run: desks become free, the discipline chooses, everybody's call is noted.

use super::chance::Chance;
use super::line::{Class, Guest, Line};
use super::play::{MINUTE, Play, WALKING};
use crate::discipline::{Discipline, Facts, rank};

/// The state of a run; times in minutes from now.
pub(super) struct Run {
    now: i64,
    discipline: Discipline,
    guests: Vec<Guest>,
    lines: Vec<Line>,
    coming: Vec<Guest>,
    free_at: Vec<f64>,
    streak: u32,
    unnoted: usize,
}

impl Run {
    pub(super) fn begin(play: &Play, chance: &mut Chance) -> Self {
        Self {
            now: play.input.now,
            discipline: play.input.discipline,
            guests: play.guests.clone(),
            lines: play.lines.clone(),
            coming: play.still_to_come(chance),
            free_at: play.free_at(chance),
            streak: 0,
            unnoted: play.guests.len(),
        }
    }

    /// Plays until everybody in the hall is called or no desk has anything left to do.
    pub(super) fn play(&mut self, chance: &mut Chance, calls: &mut [Vec<(f64, f64)>]) {
        while self.unnoted > 0 {
            let free = self.free_at.iter().copied().enumerate().min_by(|(_, left), (_, right)| left.total_cmp(right));
            let Some((desk, at)) = free.filter(|(_, at)| at.is_finite()) else { return };
            let until = self.now + (at * MINUTE) as i64;
            self.admit(until);
            let Some(guest) = self.take_next(1 << desk, until) else {
                // Nobody for this desk: it looks again when the next visitor has come.
                let later = self.coming.last().map(|guest| (guest.facts.arrival - self.now + 1) as f64 / MINUTE);
                self.set_free(desk, later.unwrap_or(f64::INFINITY));
                continue;
            };
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

    fn admit(&mut self, until: i64) {
        while let Some(guest) = self.coming.pop_if(|guest| guest.facts.arrival <= until) {
            let number = self.guests.len();
            let like = |line: &&mut Line| line.desks == guest.desks && line.class == Class::Booked;
            self.guests.push(guest.clone());
            match self.lines.iter_mut().find(like) {
                Some(line) => line.admit(number, &self.guests, self.discipline),
                None => Line::join(&mut self.lines, &guest, number),
            }
        }
    }

    fn set_free(&mut self, desk: usize, at: f64) {
        if let Some(free) = self.free_at.get_mut(desk) {
            *free = at;
        }
    }

    /// Takes the next guest of a desk out of the lines.
    fn take_next(&mut self, desk: u128, now: i64) -> Option<Guest> {
        let able = self.lines.iter().enumerate().filter(|(_, line)| line.desks & desk != 0);
        let ranked = able.filter_map(|(n, line)| {
            let at = self.head(line)?;
            let guest = self.guests.get(*line.guests.get(at)?)?;
            let place = rank(self.discipline, &guest.facts, self.streak, now);
            Some(((guest.not_before.is_some_and(|until| now < until), place), n, at))
        });
        let (_, line, at) = ranked.min()?;
        let number = self.lines.get_mut(line)?.guests.remove(at);
        self.guests.get(number).cloned()
    }

    /// Where in a line the one stands who is called first: its head, or whoever the cap protects.
    fn head(&self, line: &Line) -> Option<usize> {
        let last = line.guests.len().checked_sub(1)?;
        let cap = self.discipline.cap().filter(|_| line.class == Class::WalkIn);
        let over =
            |number: &usize, cap: u32| self.guests.get(*number).is_some_and(|guest| guest.facts.overtakes >= cap);
        let protected = cap.and_then(|cap| line.guests.iter().rposition(|number| over(number, cap)));
        Some(protected.unwrap_or(last))
    }

    /// What disciplines count: overtakes, and booked calls in a row.
    fn count(&mut self, called: &Guest, desk: u128) {
        if !matches!(self.discipline, Discipline::Punctual { .. } | Discipline::Ratio { .. }) {
            return;
        }
        let booked = called.facts.booked_for.is_some();
        let (due, counts) = (called.facts.due(), booked && called.class != Class::Top);
        let mut passed = false;
        for line in self.lines.iter().filter(|line| line.desks & desk != 0 && line.class == Class::WalkIn) {
            for number in &line.guests {
                let Some(Guest { facts: Facts { overtakes, arrival, .. }, span, .. }) = self.guests.get_mut(*number)
                else {
                    continue;
                };
                passed |= span.is_some();
                *overtakes += u32::from(counts && due > *arrival);
            }
        }
        self.streak = if booked && passed { self.streak + 1 } else { 0 };
    }
}
