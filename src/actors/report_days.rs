//! The facts of service days for reports: packed once a day is over, read from the rows of the read model before.

use crate::ask::Trouble;
use crate::directory;
use crate::office::Office;
use crate::shared::Shared;
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use okienko_queue::figures::{DayFacts, LegTold, Notebook};
use okienko_queue::ids::DepartmentId;
use okienko_queue::work::DeskTimes;
use okienko_store::{DeskHourRow, Fault, LegRow, PackedDay, Store};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Days packed in one transaction, most.
const AT_ONCE: u64 = 30;
/// Before every service day.
const LONG_AGO: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The facts of a department's service day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDay {
    /// The department.
    pub department: String,
    /// The day.
    pub day: NaiveDate,
    /// The facts.
    pub facts: DayFacts,
}

impl Office {
    /// What `make` makes of the facts of these departments, from a day to a day, without holding anybody up: a year may take half a second.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away.
    pub async fn report_days<R: Send + 'static>(
        &self,
        departments: Vec<DepartmentId>,
        (from, to): (NaiveDate, NaiveDate),
        make: impl FnOnce(Vec<ReportDay>) -> R + Send + 'static,
    ) -> Result<R, Trouble> {
        let zone = self.zone();
        self.read(move |store| {
            let mut days = Vec::new();
            for department in &departments {
                days.append(&mut facts_of(store, zone, department.as_str(), from, to)?);
            }
            Ok(make(days))
        })
        .await
    }
}

/// The facts of a department's days on which anything happened, in order.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer, [`Fault::Broken`] when a packed day cannot be read.
pub fn facts_of(
    store: &Store,
    zone: Tz,
    department: &str,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ReportDay>, Fault> {
    // Asked once: more may be packed between two reads.
    let until = store.packed_until(department)?;
    let mut days = Vec::new();
    for packed in store.packed_days(department, from, until.map_or(LONG_AGO, |day| day.min(to)))? {
        let broken = || Fault::Broken(format!("the packed {} of {department}; `okienko rebuild` helps", packed.day));
        let facts = DayFacts::unpacked(&packed.facts).ok_or_else(broken)?;
        days.push(ReportDay { department: packed.department, day: packed.day, facts });
    }
    let unpacked = after(until).max(from);
    if unpacked <= to {
        let fresh = from_rows(store, zone, department, unpacked, to)?;
        days.extend(fresh.into_iter().map(|(day, facts)| ReportDay { department: department.to_owned(), day, facts }));
    }
    Ok(days)
}

fn after(day: Option<NaiveDate>) -> NaiveDate {
    day.map_or(LONG_AGO, |day| day.succ_opt().unwrap_or(day))
}

fn from_rows(
    store: &Store,
    zone: Tz,
    department: &str,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<NaiveDate, DayFacts>, Fault> {
    let mut days: BTreeMap<NaiveDate, Notebook> = BTreeMap::new();
    let mut of = |day: NaiveDate, write: &mut dyn FnMut(&mut Notebook)| {
        write(days.entry(day).or_insert_with(|| Notebook::new(zone)));
    };
    for row in &store.legs_between(department, from, to)? {
        of(row.day, &mut |notebook| notebook.leg(&told(row)));
    }
    for row in &store.appointments_between(department, from, to)? {
        of(row.day, &mut |notebook| notebook.visit(&row.service, row.start_ms, &row.state));
    }
    for row in &store.desk_hours_between(department, from, to)? {
        of(row.day, &mut |notebook| notebook.work(&row.desk, row.hour_ms, times(row)));
    }
    for row in &store.plans_between(department, from, to)? {
        of(row.day, &mut |notebook| {
            row.places.iter().for_each(|one| notebook.plan(&one.service, one.hour, one.places));
        });
    }
    Ok(days.into_iter().map(|(day, notebook)| (day, notebook.facts())).collect())
}

fn told(row: &LegRow) -> LegTold<'_> {
    LegTold {
        number: row.leg,
        booked: row.channel == "booked",
        service: &row.service,
        desk: row.desk.as_deref(),
        person: row.served_by.as_deref(),
        state: &row.state,
        began_ms: row.began_ms,
        called_ms: row.called_ms,
        walked_ms: row.walked_ms,
        started_ms: row.started_ms,
        finished_ms: row.finished_ms,
    }
}

fn times(row: &DeskHourRow) -> DeskTimes {
    DeskTimes { free_ms: row.free_ms, paused_ms: row.paused_ms, called_ms: row.called_ms, serving_ms: row.serving_ms }
}

/// Packs every service day that is over and not packed yet, the earliest first.
///
/// # Errors
/// [`Trouble::TryAgain`] when the database is away; what was packed before stays packed.
pub async fn pack(shared: &Arc<Shared>) -> Result<(), Trouble> {
    let catalogue = shared.catalogue();
    let zone = catalogue.office.time_zone;
    for department in &catalogue.departments {
        loop {
            let id = department.id.to_string();
            let over = directory::read(shared, move |store| unpacked(store, zone, &id)).await?;
            if over.is_empty() || shared.is_draining() {
                break;
            }
            tracing::info!(department = %department.id, days = over.len(), "packed for reports");
            directory::write(shared, move |appender| appender.put_packed_days(&over)).await?;
        }
    }
    Ok(())
}

/// The next days of a department that are over.
fn unpacked(store: &Store, zone: Tz, department: &str) -> Result<Vec<PackedDay>, Fault> {
    let Some(last) = store.opened_day(department)?.and_then(|day| day.pred_opt()) else { return Ok(Vec::new()) };
    let first = after(store.packed_until(department)?);
    let Some(first) = store.next_report_day(department, first)?.filter(|day| *day <= last) else {
        return Ok(Vec::new());
    };
    let some = first.checked_add_days(Days::new(AT_ONCE - 1)).unwrap_or(last);
    let days = from_rows(store, zone, department, first, some.min(last))?;
    let pack = |(day, facts): (NaiveDate, DayFacts)| PackedDay {
        department: department.to_owned(),
        day,
        facts: facts.packed(),
    };
    Ok(days.into_iter().map(pack).collect())
}
