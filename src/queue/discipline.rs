//! Who is next: every discipline of the house as one pure ranking. Smaller rank first, ties by issue order.

use serde::{Deserialize, Serialize};

/// The rule by which a department picks the next ticket. Minutes are whole; the default is what the city announced (R26, R32).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Discipline {
    /// Booked first as soon as checked in.
    #[default]
    Strict,
    /// First come, first served.
    Fcfs,
    /// Booked precedence starts `lead` minutes before the booked time.
    Due {
        /// Minutes before the booked time.
        lead: u32,
    },
    /// As `due`, and at most `cap` booked visitors go ahead of one walk-in.
    Punctual {
        /// Minutes before the booked time.
        lead: u32,
        /// Overtakes after which a walk-in goes first.
        cap: u32,
    },
    /// As `due`, and after `n` booked calls in a row the oldest walk-in is next.
    Ratio {
        /// Booked calls to one walk-in, at least 1.
        n: u32,
        /// Minutes before the booked time.
        lead: u32,
    },
    /// A walk-in is worth a booking made `minutes` after its arrival.
    Deadline {
        /// Minutes.
        minutes: u32,
    },
    /// One booked minute counts like 1/`b` walk-in minutes (Kleinrock's accumulating priority).
    Accumulating {
        /// Slope of walk-ins against that of booked visitors, above 0 and at most 1.
        b: f64,
    },
    /// As `due`, and a walk-in that has waited `minutes` goes first.
    MaxWait {
        /// Minutes.
        minutes: u32,
        /// Minutes before the booked time.
        lead: u32,
    },
}

/// What a rank is made of; instants in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Arrival that the order goes by: issue or check-in.
    pub arrival: i64,
    /// The booked time, for booked tickets.
    pub booked_for: Option<i64>,
    /// Statutory priority, or sent to the front: the tier above every discipline.
    pub top: bool,
    /// Booked visitors who were called past this walk-in.
    pub overtakes: u32,
    /// Issue order in the department.
    pub issue: u64,
}

impl Facts {
    /// D = max(booked time, check-in), by which booked tickets are ordered (R26); the arrival of a walk-in.
    pub fn due(&self) -> i64 {
        self.booked_for.map_or(self.arrival, |booked| booked.max(self.arrival))
    }
}

/// The place of a ticket in the order of calls: tier, key within the tier, issue order.
pub type Rank = (u8, i64, u64);

const TOP: u8 = 0;
const URGENT: u8 = 1;
const FIRST: u8 = 2;
const SECOND: u8 = 3;
const THIRD: u8 = 4;
const MINUTE: i64 = 60_000;

/// The rank of one ticket at `now` (milliseconds); `streak` counts the booked calls in a row made while a
/// compatible walk-in waited. Source: waiting.md, "Disciplines".
pub fn rank(discipline: Discipline, facts: &Facts, streak: u32, now: i64) -> Rank {
    let (tier, key) = if facts.top { (TOP, facts.arrival) } else { tier(discipline, facts, streak, now) };
    (tier, key, facts.issue)
}

fn tier(discipline: Discipline, facts: &Facts, streak: u32, now: i64) -> (u8, i64) {
    use Discipline::{Accumulating, Deadline, Due, Fcfs, MaxWait, Punctual, Ratio, Strict};
    let booked = facts.booked_for.is_some();
    match discipline {
        Fcfs => (FIRST, facts.arrival),
        Strict if booked => (FIRST, facts.due()),
        Strict => (SECOND, facts.arrival),
        Deadline { .. } if booked => (FIRST, facts.due()),
        Deadline { minutes } => (FIRST, facts.arrival + i64::from(minutes) * MINUTE),
        Accumulating { b } => (FIRST, accumulated(if booked { 1.0 } else { b }, now - facts.arrival)),
        Punctual { cap, .. } if !booked && facts.overtakes >= cap => (URGENT, facts.arrival),
        Ratio { n, .. } if !booked && streak >= n => (URGENT, facts.arrival),
        MaxWait { minutes, .. } if !booked && now - facts.arrival >= i64::from(minutes) * MINUTE => {
            (URGENT, facts.arrival)
        }
        Due { lead } | Punctual { lead, .. } | Ratio { lead, .. } | MaxWait { lead, .. } => by_due(facts, lead, now),
    }
}

fn by_due(facts: &Facts, lead: u32, now: i64) -> (u8, i64) {
    match facts.booked_for {
        Some(booked) if now >= booked - i64::from(lead) * MINUTE => (FIRST, facts.due()),
        Some(_) => (THIRD, facts.due()),
        None => (SECOND, facts.arrival),
    }
}

/// Larger priority first, so the key is its negative; microseconds keep slopes such as 1/3 apart.
fn accumulated(slope: f64, waited: i64) -> i64 {
    -((slope * waited as f64 * 1000.0).round() as i64)
}

impl Discipline {
    /// The overtakes after which a walk-in goes first, under the one discipline that counts them.
    pub fn cap(&self) -> Option<u32> {
        match self {
            Self::Punctual { cap, .. } => Some(*cap),
            _ => None,
        }
    }

    /// What makes the parameters impossible, in words; `None` when they can be used.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Accumulating { b } if !(*b > 0.0 && *b <= 1.0) => {
                Some("discipline accumulating: b must be above 0 and at most 1".into())
            }
            Self::Ratio { n: 0, .. } => Some("discipline ratio: n must be at least 1".into()),
            _ => None,
        }
    }
}
