//! Figures of reports, and what each of them means. The definitions in words stand in `displays/texts/*/reports.ftl` beside the figures; here
//! they are code:
//!
//! * **waiting**: from the ticket (a later leg: from the transfer or the return that began it) to the first call;
//! * **walking**: from the call that the visitor followed to the start of service;
//! * **service**: from the last start to the end, of legs that were served;
//! * percentiles are exact, by the nearest rank: the smallest time that so many of a hundred visits did not exceed;
//! * a leg counts on its service day, in the office-local hour in which it began, at its last desk, for whom it was started by;
//! * an appointment counts on the day and in the hour that it is for;
//! * **planned** places are those of the terms of the day, each term as the configuration had it when it began ([`crate::plan`]); **used** are booked
//!   visits whose first leg was served; both belong to a day, an hour, a department or a service, never to a desk or a person;
//! * a desk's time runs from one command at it to the next ([`crate::work`]).
//!
//! A service day that is over never changes. Its facts are kept as one short text ([`DayFacts::packed`]), so that a year is read at once.

mod counts;
mod facts;
mod gather;
mod pack;
mod period;
mod spread;

#[cfg(test)]
mod tests;

pub use counts::{Capacity, Counts, Visits};
pub use facts::{DayFacts, LegFact, LegTold, Notebook, Outcome, PlanFact, VisitFact, WorkFact};
pub use gather::{Figures, Gatherer, Key, Part, Report, Work};
pub use period::{MOST_DAYS, Period};
pub use spread::Spread;

use chrono::NaiveDate;

/// What the rows of a report are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Service days; quiet ones are rows of zeros.
    #[default]
    Day,
    /// Hours of the office clock.
    Hour,
    /// Departments.
    Department,
    /// Services.
    Service,
    /// Desks.
    Desk,
    /// Members of staff who served. Only for who may see it.
    Person,
}

impl By {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Day, Self::Hour, Self::Department, Self::Service, Self::Desk, Self::Person];

    /// The word of the interface.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Department => "department",
            Self::Service => "service",
            Self::Desk => "desk",
            Self::Person => "person",
        }
    }

    /// By the word of the interface.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }
}

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// First service day.
    pub from: NaiveDate,
    /// Last service day.
    pub to: NaiveDate,
    /// Only this service.
    pub service: Option<String>,
    /// Only booked visits, or only walk-ins.
    pub booked: Option<bool>,
    /// The rows.
    pub by: By,
}
