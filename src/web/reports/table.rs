//! A report as one wide table, a line for each row and channel: what spreadsheets get.

use super::labels::channel;
use super::{DEFINED, Told};
use crate::texts::Texts;
use okienko_queue::figures::{Capacity, Figures, Part, Spread};

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Words.
    Text(String),
    /// A number of things.
    Count(u32),
    /// Percent.
    Share(f64),
    /// Milliseconds.
    Time(i64),
    /// There is nothing to tell.
    Nothing,
}

/// A table with its heads.
pub(crate) struct Table {
    /// What it is about: period, departments and the like.
    pub title: String,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The lines.
    pub lines: Vec<Vec<Cell>>,
    /// Names of figures and what they mean.
    pub definitions: Vec<(String, String)>,
}

const COUNTS: [&str; 9] =
    ["tickets", "legs", "served", "passed_on", "no_shows", "no_show_rate", "gave_up", "lost", "open"];
const TIMES: [&str; 3] = ["waiting", "walking", "service"];
const STATS: [&str; 6] = ["count", "mean", "median", "p90", "p95", "max"];
const VISITS: [&str; 5] = ["collected", "not_collected", "not_collected_rate", "cancelled", "expected"];
const CAPACITY: [&str; 5] = ["planned", "appointments", "used", "booked_rate", "used_rate"];
const WORK: [&str; 5] = ["working", "paused", "called", "serving", "utilisation"];

impl Table {
    /// The table of a report.
    pub fn of(told: &Told, t: Texts) -> Self {
        let mut lines = figures(&t.get("reports-total"), &told.total, t);
        for row in &told.rows {
            lines.extend(figures(&row.label, &row.figures, t));
        }
        let definitions =
            DEFINED.iter().map(|name| (t.get(format!("reports-{name}")), t.get(format!("reports-def-{name}"))));
        Self { title: title(told, t), heads: heads(told, t), lines, definitions: definitions.collect() }
    }
}

/// "1/03/2026–31/03/2026, all departments".
pub(crate) fn title(told: &Told, t: Texts) -> String {
    let (from, to) = (told.asked.question.from, told.asked.question.to);
    let days = if from == to { t.day_digits(from) } else { format!("{}–{}", t.day_digits(from), t.day_digits(to)) };
    std::iter::once(days).chain(told.about.iter().cloned()).collect::<Vec<_>>().join(", ")
}

fn heads(told: &Told, t: Texts) -> Vec<String> {
    let name = |name: &&str| t.get(format!("reports-{name}"));
    let mut heads = vec![t.get(format!("reports-by-{}", told.asked.question.by.word())), t.get("reports-channel")];
    heads.extend(COUNTS.iter().map(name));
    for time in TIMES {
        heads.extend(STATS.iter().map(|stat| format!("{}: {}", name(&time), t.get(format!("reports-stat-{stat}")))));
    }
    heads.extend(VISITS.iter().map(name));
    heads.extend(CAPACITY.iter().map(name));
    heads.extend(WORK.iter().map(name));
    heads
}

fn figures(label: &str, figures: &Figures, t: Texts) -> Vec<Vec<Cell>> {
    let parts = [
        (t.get("reports-all"), &figures.all),
        (t.get(channel(false)), &figures.walk_in),
        (t.get(channel(true)), &figures.booked),
    ];
    let lines = parts.into_iter().enumerate().map(|(index, (channel, part))| {
        let mut line = vec![Cell::Text(label.to_owned()), Cell::Text(channel)];
        line.extend(counts(part));
        line.extend([part.waiting, part.walking, part.service].iter().flat_map(spread));
        // Only booked visits are collected or not.
        line.extend(visits(figures.visits.as_ref().filter(|_| index != 1)));
        line.extend(capacity(figures.capacity.as_ref().filter(|_| index != 1)));
        // A desk's time is not divided among channels.
        line.extend(work(figures.work.as_ref().filter(|_| index == 0)));
        line
    });
    lines.collect()
}

fn share(percent: Option<f64>) -> Cell {
    percent.map_or(Cell::Nothing, Cell::Share)
}

fn counts(part: &Part) -> [Cell; COUNTS.len()] {
    let counts = &part.counts;
    [
        Cell::Count(counts.tickets),
        Cell::Count(counts.legs),
        Cell::Count(counts.served),
        Cell::Count(counts.passed_on),
        Cell::Count(counts.no_shows),
        share(counts.no_show_percent()),
        Cell::Count(counts.gave_up),
        Cell::Count(counts.lost),
        Cell::Count(counts.open),
    ]
}

fn spread(spread: &Spread) -> [Cell; STATS.len()] {
    if spread.count == 0 {
        let nothing = || Cell::Nothing;
        return [Cell::Count(0), nothing(), nothing(), nothing(), nothing(), nothing()];
    }
    let time = |ms: u32| Cell::Time(i64::from(ms));
    #[expect(clippy::cast_possible_truncation, reason = "a mean of times lies between them")]
    let mean = Cell::Time(spread.mean_ms.round() as i64);
    [
        Cell::Count(spread.count),
        mean,
        time(spread.median_ms),
        time(spread.p90_ms),
        time(spread.p95_ms),
        time(spread.max_ms),
    ]
}

fn visits(visits: Option<&okienko_queue::figures::Visits>) -> [Cell; VISITS.len()] {
    let Some(visits) = visits else { return [const { Cell::Nothing }; VISITS.len()] };
    [
        Cell::Count(visits.collected),
        Cell::Count(visits.not_collected),
        share(visits.not_collected_percent()),
        Cell::Count(visits.cancelled),
        Cell::Count(visits.expected),
    ]
}

fn capacity(capacity: Option<&Capacity>) -> [Cell; CAPACITY.len()] {
    let Some(capacity) = capacity else { return [const { Cell::Nothing }; CAPACITY.len()] };
    [
        Cell::Count(capacity.planned),
        Cell::Count(capacity.booked),
        Cell::Count(capacity.used),
        share(capacity.booked_percent()),
        share(capacity.used_percent()),
    ]
}

fn work(work: Option<&okienko_queue::figures::Work>) -> [Cell; WORK.len()] {
    let Some(work) = work else { return [const { Cell::Nothing }; WORK.len()] };
    [
        Cell::Time(work.working_ms()),
        Cell::Time(work.paused_ms),
        Cell::Time(work.called_ms),
        Cell::Time(work.serving_ms),
        share(work.utilisation_percent()),
    ]
}
