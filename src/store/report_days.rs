//! What reports are made of: the packed days, and the rows of the read model where a day is not packed yet.

use crate::append::Appender;
use crate::connection::on_each;
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::read_model::{AppointmentRow, DeskHourRow, PlanRow};
use crate::schema::{appointments, desk_hours, events, report_days, slot_plans, visits};
use crate::store::Store;
use chrono::NaiveDate;
use diesel::dsl::{max, min};
use diesel::prelude::*;

/// The packed facts of a department's service day; the store does not look into them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PackedDay {
    /// The department.
    pub department: String,
    /// The day.
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    /// The facts.
    pub facts: String,
}

/// What figures need of a leg; see [`crate::VisitRow`].
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
#[expect(missing_docs, reason = "the columns are described at the whole row")]
pub struct LegRow {
    #[diesel(deserialize_as = Day)]
    pub day: NaiveDate,
    pub leg: i32,
    pub channel: String,
    pub service: String,
    pub desk: Option<String>,
    pub served_by: Option<String>,
    pub state: String,
    pub began_ms: i64,
    pub called_ms: Option<i64>,
    pub walked_ms: Option<i64>,
    pub started_ms: Option<i64>,
    pub finished_ms: Option<i64>,
}

impl Store {
    /// The packed days of a department, both ends included, in order.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn packed_days(&self, department: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<PackedDay>, Fault> {
        self.read(|c| {
            report_days::table
                .filter(report_days::department.eq(department))
                .filter(report_days::day.between(day::written(from), day::written(to)))
                .order(report_days::day)
                .load(c)
        })
    }

    /// The last packed day of a department: everything up to it is packed.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn packed_until(&self, department: &str) -> Result<Option<NaiveDate>, Fault> {
        let last: Option<String> = self.read(|c| {
            report_days::table.filter(report_days::department.eq(department)).select(max(report_days::day)).first(c)
        })?;
        Ok(last.and_then(|text| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()))
    }

    /// The service day that a department's journal has come to: earlier ones are over and never change.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn opened_day(&self, department: &str) -> Result<Option<NaiveDate>, Fault> {
        let Some(seq) = self.latest_day_opened(department)? else { return Ok(None) };
        let text: Option<String> = self.read(|c| {
            events::table
                .filter(events::department.eq(department))
                .filter(events::seq.eq(seq))
                .select(events::day)
                .first(c)
                .optional()
        })?;
        Ok(text.and_then(|text| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()))
    }

    /// The first day from `from` on of which the read model knows anything.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn next_report_day(&self, department: &str, from: NaiveDate) -> Result<Option<NaiveDate>, Fault> {
        let from = day::written(from);
        let firsts: [Option<String>; 4] = self.read(|c| {
            let of_legs = visits::table.filter(visits::department.eq(department)).filter(visits::day.ge(&from));
            let of_visits =
                appointments::table.filter(appointments::department.eq(department)).filter(appointments::day.ge(&from));
            let of_desks =
                desk_hours::table.filter(desk_hours::department.eq(department)).filter(desk_hours::day.ge(&from));
            let of_plans =
                slot_plans::table.filter(slot_plans::department.eq(department)).filter(slot_plans::day.ge(&from));
            Ok([
                of_plans.select(min(slot_plans::day)).first(c)?,
                of_legs.select(min(visits::day)).first(c)?,
                of_visits.select(min(appointments::day)).first(c)?,
                of_desks.select(min(desk_hours::day)).first(c)?,
            ])
        })?;
        let days = firsts.into_iter().flatten();
        Ok(days.filter_map(|text| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()).min())
    }

    /// The legs of a department from a day to a day, by day, ticket and leg.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn legs_between(&self, department: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<LegRow>, Fault> {
        self.read(|c| {
            visits::table
                .filter(visits::department.eq(department))
                .filter(visits::day.between(day::written(from), day::written(to)))
                .order((visits::day, visits::ticket, visits::leg))
                .select((
                    visits::day,
                    visits::leg,
                    visits::channel,
                    visits::service,
                    visits::desk,
                    visits::served_by,
                    visits::state,
                    visits::began_ms,
                    visits::called_ms,
                    visits::walked_ms,
                    visits::started_ms,
                    visits::finished_ms,
                ))
                .load(c)
        })
    }

    /// The appointments of a department for the days from a day to a day.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn appointments_between(
        &self,
        department: &str,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<AppointmentRow>, Fault> {
        self.read(|c| {
            appointments::table
                .filter(appointments::department.eq(department))
                .filter(appointments::day.between(day::written(from), day::written(to)))
                .order((appointments::day, appointments::appointment))
                .load(c)
        })
    }

    /// The hours of a department's desks from a day to a day.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn desk_hours_between(
        &self,
        department: &str,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<DeskHourRow>, Fault> {
        self.read(|c| {
            desk_hours::table
                .filter(desk_hours::department.eq(department))
                .filter(desk_hours::day.between(day::written(from), day::written(to)))
                .order((desk_hours::day, desk_hours::desk, desk_hours::hour_ms))
                .load(c)
        })
    }

    /// What the days of a department planned, from a day to a day.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer, [`Fault::Broken`] when a plan cannot be read.
    pub fn plans_between(&self, department: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<PlanRow>, Fault> {
        let rows: Vec<(String, String)> = self.read(|c| {
            slot_plans::table
                .filter(slot_plans::department.eq(department))
                .filter(slot_plans::day.between(day::written(from), day::written(to)))
                .order(slot_plans::day)
                .select((slot_plans::day, slot_plans::places))
                .load(c)
        })?;
        let plan = |(day, places): (String, String)| {
            let broken = || Fault::Broken(format!("the plan of {department} for {day}; `okienko rebuild` helps"));
            let on = NaiveDate::parse_from_str(&day, "%Y-%m-%d").map_err(|_| broken())?;
            let places = PlanRow::read(&places).ok_or_else(broken)?;
            Ok(PlanRow { department: department.to_owned(), day: on, places })
        };
        rows.into_iter().map(plan).collect()
    }
}

impl Appender {
    /// Forgets the packed days of a department: they are packed again from the rows of the read model.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn forget_packed_days(&mut self, department: &str) -> Result<(), Fault> {
        let of_department = report_days::table.filter(report_days::department.eq(department));
        self.run(|c| diesel::delete(of_department).execute(c).map(drop))
    }

    /// Keeps packed days, all or none; one that another node has packed already stays as it is.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn put_packed_days(&mut self, days: &[PackedDay]) -> Result<(), Fault> {
        self.run(|c| {
            for packed in days {
                let row = (
                    report_days::department.eq(&packed.department),
                    report_days::day.eq(day::written(packed.day)),
                    report_days::facts.eq(&packed.facts),
                );
                on_each!(c, c => diesel::insert_into(report_days::table)
                    .values(row)
                    .on_conflict_do_nothing()
                    .execute(c))?;
            }
            Ok(())
        })
    }
}
