//! What is counted: legs, appointments, places of terms, the time of desks; and the shares that follow.

use super::facts::{LegFact, Outcome};
use crate::work::DeskTimes;

/// How many legs, and how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tickets that came in: first legs.
    pub tickets: u32,
    /// Legs: a ticket, and each transfer or next matter of it.
    pub legs: u32,
    /// Served.
    pub served: u32,
    /// Passed on before service began.
    pub passed_on: u32,
    /// Called and did not come.
    pub no_shows: u32,
    /// Cancelled before a call.
    pub gave_up: u32,
    /// Not served when the day ended.
    pub lost: u32,
    /// Not ended yet.
    pub open: u32,
}

/// Appointments, by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    /// Their ticket was collected.
    pub collected: u32,
    /// Cancelled by the citizen or by staff, or not confirmed in time.
    pub cancelled: u32,
    /// Nobody came by the hour (R29).
    pub not_collected: u32,
    /// Still expected.
    pub expected: u32,
}

/// Planned, booked and used places of terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// Visits that the terms held, each as it was configured when it began.
    pub planned: u32,
    /// Appointments that were still wanted when their hour came, or are.
    pub booked: u32,
    /// Their ticket was collected.
    pub collected: u32,
    /// Booked visits whose first leg was served.
    pub used: u32,
    /// Cancelled appointments: their places were free for others again.
    pub given_back: u32,
}

impl Counts {
    /// Of a hundred legs that were called and either served or waited for in vain, how many did not come.
    pub fn no_show_percent(&self) -> Option<f64> {
        percent(u64::from(self.no_shows), u64::from(self.no_shows) + u64::from(self.served))
    }
}

impl Visits {
    /// Appointments that were still wanted when their hour came, or are.
    pub fn booked(&self) -> u32 {
        self.collected + self.not_collected + self.expected
    }

    /// Of a hundred appointments whose hour has come, how many were not collected.
    pub fn not_collected_percent(&self) -> Option<f64> {
        percent(u64::from(self.not_collected), u64::from(self.not_collected) + u64::from(self.collected))
    }
}

impl Capacity {
    /// How many of the planned places were booked, percent; more than a hundred where supervisors book beyond the plan.
    pub fn booked_percent(&self) -> Option<f64> {
        percent(u64::from(self.booked), u64::from(self.planned))
    }

    /// How many of the planned places were used, percent.
    pub fn used_percent(&self) -> Option<f64> {
        percent(u64::from(self.used), u64::from(self.planned))
    }
}

impl DeskTimes {
    /// Open and not on a break.
    pub fn working_ms(&self) -> i64 {
        self.free_ms + self.busy_ms()
    }

    /// With a visitor: called or served.
    pub fn busy_ms(&self) -> i64 {
        self.called_ms + self.serving_ms
    }

    /// How much of the working time was with a visitor, percent.
    pub fn utilisation_percent(&self) -> Option<f64> {
        percent(self.busy_ms().unsigned_abs(), self.working_ms().unsigned_abs())
    }
}

/// None of nothing: a share of no case at all is not 0.
#[expect(clippy::cast_precision_loss, reason = "counts and milliseconds of a year are far below 2^53")]
fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}

impl Counts {
    pub(super) fn leg(&mut self, leg: &LegFact) {
        self.legs += 1;
        self.tickets += u32::from(leg.first);
        let count = match leg.outcome {
            Outcome::Open => &mut self.open,
            Outcome::Served => &mut self.served,
            Outcome::PassedOn => &mut self.passed_on,
            Outcome::NoShow => &mut self.no_shows,
            Outcome::GaveUp => &mut self.gave_up,
            Outcome::Lost => &mut self.lost,
        };
        *count += 1;
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        Self {
            tickets: self.tickets + other.tickets,
            legs: self.legs + other.legs,
            served: self.served + other.served,
            passed_on: self.passed_on + other.passed_on,
            no_shows: self.no_shows + other.no_shows,
            gave_up: self.gave_up + other.gave_up,
            lost: self.lost + other.lost,
            open: self.open + other.open,
        }
    }
}

impl DeskTimes {
    pub(super) fn add_all(&mut self, other: &Self) {
        self.free_ms += other.free_ms;
        self.paused_ms += other.paused_ms;
        self.called_ms += other.called_ms;
        self.serving_ms += other.serving_ms;
    }
}
