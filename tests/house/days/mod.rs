//! Whole office days in virtual time: departments are driven through `Department::step` alone, faults included, and an
//! independent [`auditor::Auditor`] judges every record. A seed tells a day again to the last detail.

pub mod auditor;
mod citizens;
mod clerks;
mod draws;
mod faults;
pub mod formulas;
mod happening;
mod kiosks;
mod plan;
mod supervisors;
mod town;

pub use plan::Plan;
use std::fmt::Write;
pub use town::{House, Town};

/// What a day amounted to; zeros say that a test tested nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Office days, departments together.
    pub days: u64,
    /// Records judged.
    pub records: u64,
    /// Calls.
    pub calls: u64,
    /// Undos.
    pub undos: u64,
    /// Tickets that went to another department.
    pub hand_overs: u64,
    /// States rebuilt from the journal and found equal.
    pub replays: u64,
    /// Services stopped and desks moved for the day.
    pub overseen: u64,
    /// Refusals.
    pub refusals: u64,
    /// Tickets that a kiosk gave while it was away.
    pub papers: u64,
    /// Those of them that were printed for a visit which could not be collected.
    pub conflicts: u64,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.days += other.days;
        self.records += other.records;
        self.calls += other.calls;
        self.undos += other.undos;
        self.hand_overs += other.hand_overs;
        self.replays += other.replays;
        self.overseen += other.overseen;
        self.refusals += other.refusals;
        self.papers += other.papers;
        self.conflicts += other.conflicts;
    }
}

/// One office day of a seed; a complaint comes with the seed and the last 30 records of every department.
pub fn office_day(seed: u64) -> Result<Tally, String> {
    let mut town = Town::of(seed);
    match town.live_through_the_day() {
        Ok(tally) => Ok(tally),
        Err(complaint) => {
            let mut told = format!("seed {seed}: {complaint}\n");
            for house in town.houses() {
                let journal = house.journal();
                for record in journal.iter().skip(journal.len().saturating_sub(30)) {
                    let event = format!("{:?}", record.event);
                    let event: String = event.chars().take(200).collect();
                    let _ = writeln!(told, "  {} {} {} {event}", record.seq, record.at, record.actor);
                }
            }
            Err(told)
        }
    }
}

/// Complaints after which a run gives up.
const ENOUGH: usize = 3;

/// Office days of the seeds from `first`; an error holds the first complaints.
pub fn office_days(first: u64, count: u64) -> Result<Tally, String> {
    let (mut all, mut complaints) = (Tally::default(), Vec::new());
    for seed in first..first + count {
        match office_day(seed) {
            Ok(tally) => all += tally,
            Err(complaint) => complaints.push(complaint),
        }
        if complaints.len() >= ENOUGH {
            break;
        }
    }
    if complaints.is_empty() { Ok(all) } else { Err(complaints.join("\n")) }
}
