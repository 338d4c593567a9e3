//! A report written for a person: the question as a form, the figures as cards, charts and tables.

use super::{Choice, ReportView, ServiceGroup, report_words};
use crate::reports::Told;
use crate::reports::asked::PERIODS;
use crate::reports::chart::{Bar, Words, bars};
use crate::reports::table::title;
use crate::reports::told::Row;
use crate::texts::Texts;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::figures::{By, Key};
use okienko_queue::ids::DepartmentId;
use okienko_queue::office::OfficeFile;

/// What whoever asks may choose.
pub(crate) struct Asker {
    /// The departments whose figures they may see.
    pub departments: Vec<DepartmentId>,
    /// The rows.
    pub rows: Vec<By>,
}

/// A report as a person reads it.
pub(crate) fn report_view(told: &Told, office: &OfficeFile, asker: &Asker, t: Texts) -> ReportView {
    let (asked, words) = (&told.asked, report_words(t));
    let question = &asked.question;
    let departments: Vec<&DepartmentConfig> =
        office.departments.iter().filter(|department| asker.departments.contains(&department.id)).collect();
    let choice = |value: &str, key: &str, chosen: bool| Choice { value: value.to_owned(), label: t.get(key), chosen };
    let everything = if departments.len() == office.departments.len() {
        "reports-all-departments"
    } else {
        "reports-own-departments"
    };
    let (before, until) = asked.before;
    ReportView {
        periods: PERIODS
            .iter()
            .map(|word| choice(word, &format!("reports-period-{word}"), *word == asked.period))
            .collect(),
        from: question.from.to_string(),
        to: question.to.to_string(),
        between: asked.period == "between",
        departments: std::iter::once(choice("", everything, asked.department.is_none()))
            .chain(departments.iter().map(|department| Choice {
                value: department.id.to_string(),
                label: department.name.in_language(t.lang.code()).to_owned(),
                chosen: asked.department.as_ref() == Some(&department.id),
            }))
            .collect(),
        services: departments.iter().map(|department| group(department, question.service.as_deref(), t)).collect(),
        channels: vec![
            choice("", "reports-all", question.booked.is_none()),
            choice("walk_in", "reports-walk_in", question.booked == Some(false)),
            choice("booked", "reports-booked", question.booked == Some(true)),
        ],
        rows_by: asker
            .rows
            .iter()
            .map(|by| choice(by.word(), &format!("reports-by-{}", by.word()), *by == question.by))
            .collect(),
        title: title(told, t),
        before: if before == until {
            t.day_digits(before)
        } else {
            format!("{}–{}", t.day_digits(before), t.day_digits(until))
        },
        query: format!("{}&lang={}", asked.query(), t.lang.code()),
        empty: told.total.all.counts.legs == 0,
        people: question.by == By::Person,
        cards: words.cards(&told.total, &told.before),
        tickets_chart: tickets(told, t),
        waiting_chart: waiting(told, t),
        times: words.times(&told.total),
        row_head: t.get(format!("reports-by-{}", question.by.word())),
        heads: words.heads(),
        lines: told.rows.iter().map(|row| words.line(row.label.clone(), &row.figures)).collect(),
        total: words.line(t.get("reports-total"), &told.total),
        capacity_heads: words.capacity_heads(),
        capacity: told.rows.iter().filter_map(|row| words.capacity(row.label.clone(), &row.figures)).collect(),
        capacity_total: words
            .capacity(t.get("reports-total"), &told.total)
            .filter(|_| !matches!(question.by, By::Desk | By::Person)),
        definitions: words.definitions(),
        t,
    }
}

fn group(department: &DepartmentConfig, chosen: Option<&str>, t: Texts) -> ServiceGroup {
    let services = department.services.iter().map(|service| Choice {
        value: service.id.to_string(),
        label: service.title(t.lang.code()),
        chosen: chosen == Some(service.id.as_str()),
    });
    ServiceGroup { department: department.name.in_language(t.lang.code()).to_owned(), services: services.collect() }
}

/// What stands under a bar: the hour or the date without its weekday, the letter of a service, the number of a desk.
fn short(row: &Row, by: By) -> String {
    if row.key == Key::Nobody {
        return "–".to_owned();
    }
    let cut = match by {
        By::Day => row.label.get(..5),
        By::Hour => row.label.get(..5),
        By::Service => row.label.split_once(':').map(|(letter, _)| letter),
        By::Desk => row.label.split_once(" – ").map(|(desk, _)| desk),
        By::Department | By::Person => None,
    };
    cut.unwrap_or(&row.label).to_owned()
}

fn tickets(told: &Told, t: Texts) -> String {
    let by = told.asked.question.by;
    let number = |row: &Row| row.figures.all.counts.tickets;
    let Some(most) = told.rows.iter().max_by_key(|row| number(row)) else { return String::new() };
    let all = told.rows.iter().map(|row| Bar {
        label: short(row, by),
        plain: f64::from(row.figures.walk_in.counts.tickets),
        hatched: f64::from(row.figures.booked.counts.tickets),
        mark: None,
    });
    let words = Words {
        id: "tickets",
        title: &t.get("reports-chart-tickets"),
        description: &t.with2("reports-chart-tickets-desc", "most", number(most), "where", &most.label),
        unit: &t.get("reports-unit-tickets"),
    };
    bars(&all.collect::<Vec<_>>(), &words)
}

fn waiting(told: &Told, t: Texts) -> String {
    let by = told.asked.question.by;
    let minutes = |ms: u32| f64::from(ms) / 60_000.0;
    let median = |row: &Row| row.figures.all.waiting.median_ms;
    let Some(most) = told.rows.iter().max_by_key(|row| median(row)) else { return String::new() };
    let all = told.rows.iter().map(|row| Bar {
        label: short(row, by),
        plain: minutes(median(row)),
        hatched: 0.0,
        mark: Some(minutes(row.figures.all.waiting.p90_ms)),
    });
    let longest = format!("{:.0}", minutes(median(most)));
    let words = Words {
        id: "waiting",
        title: &t.get("reports-chart-waiting"),
        description: &t.with2("reports-chart-waiting-desc", "most", longest, "where", &most.label),
        unit: &t.get("reports-unit-minutes"),
    };
    bars(&all.collect::<Vec<_>>(), &words)
}
