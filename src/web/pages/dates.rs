//! Dates and hours in words, per language.

use std::borrow::Borrow;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use fluent_templates::fluent_bundle::FluentValue;

use crate::texts::{TextArg, Texts};

impl Texts {
    /// "wtorek, 24 listopada 2026".
    #[must_use]
    pub fn day_long(&self, date: impl Borrow<NaiveDate>) -> String {
        self.date("web-date-long", *date.borrow())
    }

    /// "24 listopada": day and month only, for places where the year is plain.
    #[must_use]
    pub fn day_month(&self, date: impl Borrow<NaiveDate>) -> String {
        self.date("web-date-day-month", *date.borrow())
    }

    /// "wtorek".
    #[must_use]
    pub fn weekday(&self, date: impl Borrow<NaiveDate>) -> String {
        self.date("web-weekday", *date.borrow())
    }

    /// "wt." for the head of a calendar; 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday_short(&self, weekday: impl TextArg) -> String {
        self.with("web-weekday-short", "weekday", weekday)
    }

    /// "wtorek", by number; 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday_name(&self, weekday: impl TextArg) -> String {
        self.with("web-weekday", "weekday", weekday)
    }

    /// "24/11/2026": the numeric date of the office's letters (R16).
    #[must_use]
    pub fn day_digits(&self, date: impl Borrow<NaiveDate>) -> String {
        date.borrow().format("%d/%m/%Y").to_string()
    }

    /// "08:40", 24 hours.
    #[must_use]
    pub fn hour(&self, time: impl Borrow<NaiveTime>) -> String {
        let time = time.borrow();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// "wtorek, 24 listopada 2026, 08:40".
    #[must_use]
    pub fn moment(&self, start: impl Borrow<NaiveDateTime>) -> String {
        let start = start.borrow();
        format!("{}, {}", self.day_long(start.date()), self.hour(start.time()))
    }

    fn date(&self, key: &str, date: NaiveDate) -> String {
        let year = date.format("%Y").to_string();
        self.fill(
            key,
            [
                ("weekday", FluentValue::from(date.weekday().number_from_monday())),
                ("day", FluentValue::from(date.day())),
                ("month", FluentValue::from(date.month())),
                ("year", FluentValue::from(year)),
            ],
        )
    }
}
