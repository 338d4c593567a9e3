//! Moving a visit to another term: the day, the hour, both terms side by side. The old term is free only when the new one is firm.

use askama::Template;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Act, Visit};
use crate::pages::{Frame, write};

/// Pick the day, or one of the nearest terms.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/move_days.html")]
pub struct MoveDaysPage {
    /// The surroundings; `path` is `/a/{token}/move`.
    pub frame: Frame,
    /// The visit as it stands.
    pub visit: Visit,
    /// Days with free terms and how many; earliest first.
    pub days: Vec<(NaiveDate, u32)>,
    /// The nearest free terms, earliest first.
    pub nearest: Vec<NaiveDateTime>,
}

/// Pick the hour.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/move_hours.html")]
pub struct MoveHoursPage {
    /// The surroundings; `path` is `/a/{token}/move/{YYYY-MM-DD}`.
    pub frame: Frame,
    /// The visit as it stands.
    pub visit: Visit,
    /// The day.
    pub date: NaiveDate,
    /// Its free hours, earliest first; empty: full or closed.
    pub hours: Vec<NaiveTime>,
    /// The nearest earlier day with free terms.
    pub before: Option<NaiveDate>,
    /// The nearest later one.
    pub after: Option<NaiveDate>,
}

/// Look at both terms and move. Its form posts to its own address the fields of [`Act`] and `start` (`YYYY-MM-DDTHH:MM`, office-local),
/// which may differ from the address after a refusal.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/move.html")]
pub struct MovePage {
    /// The surroundings; `path` is `/a/{token}/move/{YYYY-MM-DD}/{HH:MM}`.
    pub frame: Frame,
    /// The visit as it stands.
    pub visit: Visit,
    /// The new term.
    pub start: NaiveDateTime,
    /// The form.
    pub act: Act,
    /// What was typed, so that nothing is lost.
    pub digits: String,
    /// After a refusal that is about the term: the nearest free ones, to choose in the same form.
    pub nearest: Vec<NaiveDateTime>,
}

/// Refusals that are about the term: it cannot be had.
const GONE: [&str; 5] = ["slot_taken", "slot_in_past", "outside_horizon", "not_a_slot", "overlapping_appointment"];

impl MoveDaysPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }
}

impl MoveHoursPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn term_path(&self, time: &NaiveTime) -> String {
        self.visit.move_term_path(self.date.and_time(*time))
    }
}

impl MovePage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// Whether the term of this page cannot be had (any more).
    #[must_use]
    pub fn term_gone(&self) -> bool {
        self.act.errors.iter().any(|error| GONE.contains(&error.code.as_str()))
    }

    /// Whether another term is chosen in this form.
    #[must_use]
    pub fn chooses_again(&self) -> bool {
        self.term_gone() && !self.nearest.is_empty()
    }

    /// The form value that names a term.
    #[must_use]
    pub fn value(start: &NaiveDateTime) -> String {
        start.format("%Y-%m-%dT%H:%M").to_string()
    }
}
