//! The part of the page that holds the figures: the question as a form, cards, charts, tables and definitions.

use super::words::{Card, Line};
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What a person reads.
    pub label: String,
    /// It is what was asked.
    pub chosen: bool,
}

/// The services of a department, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceGroup {
    /// The department.
    pub department: String,
    /// Its services.
    pub services: Vec<Choice>,
}

/// A time, spread, for one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Which time, and the channel.
    pub what: String,
    /// Of which visits.
    pub channel: String,
    /// Number, mean, median, 90, 95, longest.
    pub cells: Vec<String>,
}

/// A report as a person reads it.
#[derive(Clone, Debug, Template)]
#[template(path = "reports/report.html")]
pub struct ReportView {
    /// The texts.
    pub t: Texts,
    /// Periods.
    pub periods: Vec<Choice>,
    /// First day of two, `YYYY-MM-DD`.
    pub from: String,
    /// Last day of two.
    pub to: String,
    /// Whether two days are asked about.
    pub between: bool,
    /// Departments.
    pub departments: Vec<Choice>,
    /// Services by department.
    pub services: Vec<ServiceGroup>,
    /// Channels.
    pub channels: Vec<Choice>,
    /// Rows.
    pub rows_by: Vec<Choice>,
    /// Period and what it is about.
    pub title: String,
    /// The days compared with.
    pub before: String,
    /// The query of the exports.
    pub query: String,
    /// Nothing happened.
    pub empty: bool,
    /// The rows are persons.
    pub people: bool,
    /// Key figures.
    pub cards: Vec<Card>,
    /// The chart of tickets, SVG; empty for none.
    pub tickets_chart: String,
    /// The chart of waiting, SVG; empty for none.
    pub waiting_chart: String,
    /// Times.
    pub times: Vec<Measure>,
    /// What the rows are.
    pub row_head: String,
    /// The heads behind it.
    pub heads: Vec<String>,
    /// Rows.
    pub lines: Vec<Line>,
    /// All together.
    pub total: Line,
    /// The heads of the table of places.
    pub capacity_heads: Vec<String>,
    /// Its rows; none where rows have no places.
    pub capacity: Vec<Line>,
    /// All places together.
    pub capacity_total: Option<Line>,
    /// Names and definitions.
    pub definitions: Vec<(String, String)>,
}

impl ReportView {
    /// The part as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }
}
