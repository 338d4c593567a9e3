//! The answer: figures of the days asked about and of those before, with names that a person reads.

use super::Asked;
use super::labels::Labels;
use crate::call::Call;
use crate::errors::Problem;
use crate::texts::Texts;
use okienko_queue::figures::{By, Figures, Gatherer, Key, Question, Report};
use okienko_queue::ids::DepartmentId;
use okienko_queue::office::OfficeFile;
use okienko_store::Access;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// What it is about.
    pub key: Key,
    /// In words.
    pub label: String,
    /// Its figures.
    pub figures: Figures,
}

/// A report that is told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    /// What was asked.
    pub asked: Asked,
    /// Department, service and channel in words; the first is always there.
    pub about: Vec<String>,
    /// Everything together.
    pub total: Figures,
    /// The same of the days before.
    pub before: Figures,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Told {
    /// Asks for the facts and tells the figures. Who looks at the figures of colleagues leaves a line in the access log.
    pub async fn of(call: &Call, asked: Asked, t: Texts) -> Result<Self, Problem> {
        let office = call.office();
        if asked.question.by == By::Person {
            let (from, to) = (asked.question.from, asked.question.to);
            let now_ms = office.clock().now().timestamp_millis();
            let line = Access::new(now_ms, &call.who.actor(), "saw_people", "", &format!("{from} {to}"));
            office.log_access(vec![line.map_err(okienko_actors::Trouble::from)?]).await?;
        }
        let catalogue = office.catalogue();
        let rows = expected(&asked, &catalogue);
        let (from, to) = asked.before;
        let earlier = Question { from, to, by: By::Department, ..asked.question.clone() };
        // Side by side: either may be a year.
        let (now, before) = tokio::join!(
            gathered(call, &asked.departments, asked.question.clone(), rows.clone()),
            gathered(call, &asked.departments, earlier, Vec::new()),
        );
        let (now, before) = (now?, before?);
        let staff =
            if asked.question.by == By::Person { office.read(okienko_store::Store::staff).await? } else { vec![] };
        let labels = Labels::new(t, &catalogue, &staff);
        Ok(Self::worded(asked, now, before.total, &rows, &labels))
    }

    fn worded(asked: Asked, now: Report, before: Figures, order: &[Key], labels: &Labels<'_>) -> Self {
        let place = |key: &Key| order.iter().position(|known| known == key).unwrap_or(usize::MAX);
        let mut rows: Vec<Row> = now
            .rows
            .into_iter()
            .map(|(key, figures)| Row { label: labels.key(asked.question.by, &key), key, figures })
            .collect();
        // Days and hours are in order; named ones follow the office's own order, strangers come last.
        rows.sort_by_key(|row| place(&row.key));
        let about = labels.about(&asked);
        Self { asked, about, total: now.total, before, rows }
    }
}

async fn gathered(
    call: &Call,
    departments: &[DepartmentId],
    question: Question,
    rows: Vec<Key>,
) -> Result<Report, Problem> {
    let days = (question.from, question.to);
    let gather = move |days: Vec<okienko_actors::ReportDay>| {
        let mut gatherer = Gatherer::new(question, rows);
        for day in &days {
            gatherer.day(&day.department, day.day, &day.facts);
        }
        gatherer.report()
    };
    Ok(call.office().report_days(departments.to_vec(), days, gather).await?)
}

/// Rows that are told even where nothing happened, in the office's own order.
fn expected(asked: &Asked, office: &OfficeFile) -> Vec<Key> {
    let own = office.departments.iter().filter(|department| asked.departments.contains(&department.id));
    let named = |id: &dyn std::fmt::Display| Key::Named(id.to_string());
    match asked.question.by {
        By::Department => own.map(|department| named(&department.id)).collect(),
        By::Service => {
            let wanted = |id: &str| asked.question.service.as_deref().is_none_or(|only| only == id);
            let services = own.flat_map(|department| &department.services);
            services.filter(|service| wanted(service.id.as_str())).map(|service| named(&service.id)).collect()
        }
        By::Desk => own.flat_map(|department| &department.desks).map(|desk| named(&desk.id)).collect(),
        By::Day | By::Hour | By::Person => Vec::new(),
    }
}
