//! Counts and times of a choice of what happened.

use super::journal::{Facts, Leg, Visit};
use super::plan::Term;
use super::{desks::Spell, wall};

/// What one row of a report must say.
pub struct Counted {
    pub legs: Vec<Leg>,
    pub visits: Vec<Visit>,
    pub spells: Vec<Spell>,
    pub terms: Vec<Term>,
}

/// Everything that fits.
pub fn counted(
    facts: &Facts,
    leg: impl Fn(&Leg) -> bool,
    visit: impl Fn(&Visit) -> bool,
    spell: impl Fn(&Spell) -> bool,
    term: impl Fn(&Term) -> bool,
) -> Counted {
    Counted {
        legs: facts.legs.iter().filter(|one| leg(one)).cloned().collect(),
        visits: facts.visits.iter().filter(|one| visit(one)).cloned().collect(),
        spells: facts.spells.iter().filter(|one| spell(one)).cloned().collect(),
        terms: facts.terms.iter().filter(|one| term(one)).cloned().collect(),
    }
}

impl Visit {
    /// The day of its term.
    pub fn day(&self) -> chrono::NaiveDate {
        wall(self.start).0
    }

    /// The hour of its term.
    pub fn hour(&self) -> u32 {
        wall(self.start).1
    }
}

/// How a leg counts.
pub fn outcome(leg: &Leg) -> &'static str {
    match leg.state {
        "finished" | "in_transit" if leg.started.is_some() => "served",
        "finished" | "in_transit" => "passed_on",
        "no_show" => "no_shows",
        "cancelled" => "gave_up",
        "closed" => "lost",
        _ => "open",
    }
}

/// The three times of a leg.
pub fn times(leg: &Leg) -> [Option<i64>; 3] {
    let waiting = leg.first_call.filter(|_| !leg.follows).map(|call| call - leg.began);
    let served = outcome(leg) == "served";
    let service = leg.ended.zip(leg.started).filter(|_| served).map(|(ended, started)| ended - started);
    [waiting, leg.walked, service]
}
