//! What several steps of the booking share.

use std::borrow::Borrow;

use chrono::{NaiveDate, NaiveDateTime};

use super::Words;
use crate::pages::frame::segment;
use crate::texts::Lang;

/// A service as the head of every step names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceHead {
    /// Opaque id.
    pub id: String,
    /// The letter of the service, unique in the office (R6).
    pub letter: String,
    /// The name of the service.
    pub name: String,
    /// The language of the name: Polish where it is missing in the page's.
    pub lang: Lang,
    /// The name of its department.
    pub department: String,
    /// The language of the department's name.
    pub department_lang: Lang,
    /// Where the department is; empty when the office has not said.
    pub place: Words,
    /// Planned length of a visit in minutes.
    pub duration_minutes: u32,
}

impl ServiceHead {
    /// "R: Rejestracja działalności gospodarczej" (R6).
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}: {}", self.letter, self.name)
    }

    /// The stable deep link of the service, which is also the step "pick the day" (R4).
    #[must_use]
    pub fn path(&self) -> String {
        format!("/s/{}", segment(&self.id))
    }

    /// The step "pick the hour" of a day.
    #[must_use]
    pub fn day_path(&self, date: impl Borrow<NaiveDate>) -> String {
        format!("{}/{}", self.path(), date.borrow().format("%Y-%m-%d"))
    }

    /// The form for one term.
    #[must_use]
    pub fn term_path(&self, start: impl Borrow<NaiveDateTime>) -> String {
        format!("{}/{}", self.path(), start.borrow().format("%Y-%m-%d/%H:%M"))
    }

    /// The page that shows everything once more before a term is booked (law line 6).
    #[must_use]
    pub fn review_path(&self, start: impl Borrow<NaiveDateTime>) -> String {
        format!("{}/review", self.term_path(start))
    }

    /// The page that asks for the confirmation by mail.
    #[must_use]
    pub fn sent_path(&self, start: impl Borrow<NaiveDateTime>) -> String {
        format!("{}/sent", self.term_path(start))
    }
}

/// A free term that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its beginning, office-local.
    pub start: NaiveDateTime,
    /// How many visits it still takes, at least 1.
    pub free: u32,
}

impl Term {
    /// The form value that names this term: `2026-11-24T10:20`, office-local.
    #[must_use]
    pub fn value(&self) -> String {
        self.start.format("%Y-%m-%dT%H:%M").to_string()
    }
}
