//! The declaration of accessibility (act of 4 April 2019, Art. 10; technical conditions v2.0 of 31 July 2024): every id once, dates as `<time>`.

use super::other;
use crate::pages::{Frame, write};
use askama::Template;
use chrono::NaiveDate;
use okienko_queue::law::{Conformity, Declaration};
use okienko_queue::text::Text;

/// The page of `GET /accessibility`.
#[derive(Clone, Debug, Template)]
#[template(path = "law/accessibility.html")]
pub struct AccessibilityPage {
    /// The surroundings.
    pub frame: Frame,
    /// The address that the declaration is about.
    pub site_url: String,
    /// A phone that people answer; empty when the office has given none.
    pub office_phone: String,
    /// What the office filled in.
    pub declaration: Declaration,
}

/// A date with its name and the id that checkers look for.
struct DayFact {
    key: &'static str,
    id: &'static str,
    day: Option<NaiveDate>,
}

impl AccessibilityPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn is_translation(&self) -> bool {
        self.frame.t.lang != crate::texts::Lang::Pl
    }

    fn site_days(&self) -> [DayFact; 2] {
        [
            DayFact { key: "law-a11y-published", id: "a11y-data-publikacja", day: self.declaration.published },
            DayFact { key: "law-a11y-updated", id: "a11y-data-aktualizacja", day: self.declaration.updated },
        ]
    }

    /// The day of the review stands there from the first review on.
    fn own_days(&self) -> Vec<DayFact> {
        let prepared =
            DayFact { key: "law-a11y-prepared", id: "a11y-data-sporzadzenie", day: self.declaration.prepared };
        let reviewed = self.declaration.reviewed.map(|day| DayFact {
            key: "law-a11y-reviewed",
            id: "a11y-data-przeglad",
            day: Some(day),
        });
        std::iter::once(prepared).chain(reviewed).collect()
    }

    fn worded(&self, day: &NaiveDate) -> String {
        format!("{} {}", self.frame.t.day_month(day), day.format("%Y"))
    }

    /// What is said of conformity; nothing before the office has made its declaration.
    fn state(&self) -> Option<&'static str> {
        self.declaration.prepared?;
        Some(match self.declaration.conformity {
            Conformity::Full => "law-a11y-state-full",
            Conformity::Partial => "law-a11y-state-partial",
            Conformity::None => "law-a11y-state-none",
        })
    }

    /// The phone as it is dialled (RFC 3966).
    fn dialled(&self) -> String {
        self.declaration.phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
    }

    fn other(&self, text: &Text) -> Option<&'static str> {
        other(text, self.frame.t.lang)
    }

    fn lines<'a>(&self, text: &'a Text) -> Vec<&'a str> {
        let text = text.in_language(self.frame.t.lang.code());
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
}
