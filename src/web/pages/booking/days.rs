//! Step 2: pick the day, in a calendar or from the plain list of the nearest terms. It is also the stable page of a service, with its
//! card, bookable or not (R2, R4).

use askama::Template;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use super::{CardView, ServiceHead, Term};
use crate::pages::{Frame, write};

/// The free terms of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTerms {
    /// The office-local day.
    pub date: NaiveDate,
    /// How many free terms it has; 0 is full or closed.
    pub free: u32,
}

/// The days of a service.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/days.html")]
pub struct DaysPage {
    /// The surroundings; `path` is `/s/{id}`.
    pub frame: Frame,
    /// The service.
    pub service: ServiceHead,
    /// What to know before coming.
    pub card: CardView,
    /// False: it has a queue but no calendar; the page then says how to get a ticket (R2).
    pub bookable: bool,
    /// Whether the kiosk gives walk-in tickets for it.
    pub walk_in: bool,
    /// Today in the office.
    pub today: NaiveDate,
    /// The last day that can be booked (R8: today + 14 by default).
    pub until: NaiveDate,
    /// The days with terms; days that are missing count as full or closed.
    pub days: Vec<DayTerms>,
    /// The nearest free terms, earliest first, six or so; the first is also the big button.
    pub nearest: Vec<Term>,
    /// The next day that opens at the office's release hour, and when that is (R8); nothing where days open at midnight.
    pub opens: Option<(NaiveDate, NaiveDateTime)>,
    /// The key of the sentence why there are no tickets and terms of it today, where it is stopped.
    pub stopped: Option<&'static str>,
    /// Whether terms that were given back rest for a while before they are offered (R19).
    pub rests: bool,
    /// The service for search engines (JSON-LD), safe to stand in HTML.
    pub linked: String,
}

/// One field of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The day.
    pub date: NaiveDate,
    /// Free terms of the day.
    pub free: u32,
    /// Whether the day lies between today and the last bookable one.
    pub inside: bool,
    /// Whether it is today.
    pub today: bool,
    /// Whether the name of the month is written: on the first bookable day and on each first of a month.
    pub names_month: bool,
}

impl DaysPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// "Wtorek, 8 grudnia 2026 – od godz. 08:00 we wtorek, 24 listopada 2026": the next day that opens, and when.
    #[must_use]
    pub fn opens_text(&self) -> Option<String> {
        let (day, at) = self.opens?;
        let t = self.frame.t;
        let key = if at.date() == self.today { "web-days-opens-today" } else { "web-days-opens" };
        let hour = t.hour(at.time());
        let (day, on) = (t.day_long(day), t.day_long(at.date()));
        Some(t.fill(key, [("day", day.into()), ("on", on.into()), ("hour", hour.into())]))
    }

    /// Whole weeks, Monday first, from this week to the week of the last day. Saturday and Sunday are left out while they have no terms.
    #[must_use]
    pub fn weeks(&self) -> Vec<Vec<Cell>> {
        let back = Days::new(u64::from(self.today.weekday().num_days_from_monday()));
        let monday = self.today.checked_sub_days(back).unwrap_or(self.today);
        let columns = self.columns();
        let mut weeks: Vec<Vec<Cell>> = Vec::new();
        for date in monday.iter_days().take_while(|date| date.iso_week() <= self.until.iso_week()).take(7 * 60) {
            if date.weekday().num_days_from_monday() == 0 {
                weeks.push(Vec::new());
            }
            if let Some(week) = weeks.last_mut().filter(|_| columns.contains(&date.weekday().number_from_monday())) {
                week.push(self.cell(date));
            }
        }
        weeks.retain(|week| week.iter().any(|cell| cell.inside));
        if let Some(first) = weeks.iter_mut().flatten().find(|cell| cell.inside) {
            first.names_month = true;
        }
        weeks
    }

    /// The weekdays shown, 1 is Monday.
    #[must_use]
    pub fn columns(&self) -> Vec<u32> {
        let weekend = self.days.iter().any(|day| day.free > 0 && day.date.weekday().number_from_monday() > 5);
        (1..=if weekend { 7 } else { 5 }).collect()
    }

    fn cell(&self, date: NaiveDate) -> Cell {
        let inside = date >= self.today && date <= self.until;
        let free = self.days.iter().find(|day| day.date == date).map_or(0, |day| day.free);
        Cell {
            date,
            free: if inside { free } else { 0 },
            inside,
            today: date == self.today,
            names_month: date.day() == 1,
        }
    }
}
