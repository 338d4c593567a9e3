//! Step 3: pick the hour.

use askama::Template;
use chrono::{NaiveDate, NaiveTime, Timelike};

use super::ServiceHead;
use crate::pages::{Frame, write};

/// A free term of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourTerm {
    /// Its beginning, office-local.
    pub time: NaiveTime,
    /// How many visits it still takes, at least 1.
    pub free: u32,
}

/// The free terms of one day.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/hours.html")]
pub struct HoursPage {
    /// The surroundings; `path` is `/s/{id}/{YYYY-MM-DD}`.
    pub frame: Frame,
    /// The service.
    pub service: ServiceHead,
    /// The day, office-local.
    pub date: NaiveDate,
    /// Its free terms, earliest first; empty: full or closed, said politely.
    pub hours: Vec<HourTerm>,
    /// The nearest earlier day that has free terms.
    pub before: Option<NaiveDate>,
    /// The nearest later day that has free terms.
    pub after: Option<NaiveDate>,
}

impl HoursPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The terms before noon and from noon on, each with the key of its heading; empty parts are left out.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, Vec<HourTerm>)> {
        let (morning, later): (Vec<_>, Vec<_>) = self.hours.iter().partition(|term| term.time.hour() < 12);
        [("web-hours-morning", morning), ("web-hours-afternoon", later)]
            .into_iter()
            .filter(|(_, terms)| !terms.is_empty())
            .collect()
    }

    /// Whether some term takes more than one visit; only then the number of places is written.
    #[must_use]
    pub fn shows_places(&self) -> bool {
        self.hours.iter().any(|term| term.free > 1)
    }

    /// The path of the form for a term.
    #[must_use]
    pub fn term_path(&self, term: &HourTerm) -> String {
        self.service.term_path(self.date.and_time(term.time))
    }
}
