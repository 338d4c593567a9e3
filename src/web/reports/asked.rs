//! What is asked: period, departments, service, channel and rows, out of a query; and what a member of staff may ask.

use crate::auth::Member;
use crate::call::Call;
use crate::errors::Problem;
use chrono::NaiveDate;
use okienko_queue::figures::{By, Period, Question};
use okienko_queue::ids::DepartmentId;
use okienko_queue::office::OfficeFile;
use okienko_queue::rights::Right;
use okienko_queue::time::day_of;
use std::collections::HashMap;

/// The words for periods, in the order in which they are offered.
pub(crate) const PERIODS: [&str; 5] = ["today", "week", "month", "year", "between"];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The word for the period.
    pub period: &'static str,
    /// The departments to tell of.
    pub departments: Vec<DepartmentId>,
    /// One of them was chosen.
    pub department: Option<DepartmentId>,
    /// What is asked about them.
    pub question: Question,
    /// The days to compare with.
    pub before: (NaiveDate, NaiveDate),
}

/// Departments whose figures a member of staff may see: the own ones.
pub(crate) fn own_departments(member: &Member, office: &OfficeFile) -> Vec<DepartmentId> {
    let ids = office.departments.iter().map(|department| department.id.clone());
    ids.filter(|id| member.holder.is_at(id)).collect()
}

/// Whether a member of staff may see the figures of single colleagues. The one place that says so.
pub(crate) fn may_see_people(member: &Member) -> bool {
    member.holder.holds(Right::ReportsPeople)
}

/// The rows that a member of staff may choose.
pub(crate) fn rows_for(member: &Member) -> impl Iterator<Item = By> {
    let people = may_see_people(member);
    By::ALL.into_iter().filter(move |by| people || *by != By::Person)
}

impl Asked {
    /// What a call asks.
    pub fn of(call: &Call) -> Result<Self, Problem> {
        let today = day_of(call.office().zone(), call.office().clock().now());
        Self::read(&call.query(), call.member()?, &call.office().catalogue(), today)
    }

    fn read(
        query: &HashMap<String, String>,
        member: &Member,
        office: &OfficeFile,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let text = |name: &str| query.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let (word, period) = period(text("period"), text("from"), text("to"))?;
        if !period.is_sound(today) {
            return Err(Problem::fields(&[("to", "invalid_period")]));
        }
        let own = own_departments(member, office);
        let department = match text("department") {
            None => None,
            Some(id) => {
                let known = office.departments.iter().find(|one| one.id.as_str() == id);
                let id = known.ok_or(Problem::new("not_found"))?.id.clone();
                if !own.contains(&id) {
                    return Err(Problem::new("forbidden"));
                }
                Some(id)
            }
        };
        let departments = department.clone().map_or(own, |one| vec![one]);
        let by = By::named(text("by").unwrap_or("day")).ok_or(Problem::malformed("by"))?;
        if by == By::Person && !may_see_people(member) {
            return Err(Problem::new("forbidden"));
        }
        let booked = match text("channel") {
            None => None,
            Some("booked") => Some(true),
            Some("walk_in") => Some(false),
            Some(_) => return Err(Problem::malformed("channel")),
        };
        let service = text("service").map(|id| service(id, &departments, office)).transpose()?;
        let (from, to) = period.days(today);
        let question = Question { from, to, service, booked, by };
        Ok(Self { period: word, departments, department, question, before: period.before(today) })
    }

    /// The query that asks the same in another form.
    pub fn query(&self) -> String {
        let Question { from, to, service, booked, by } = &self.question;
        let mut parts = vec![format!("period={}", self.period)];
        if self.period == "between" {
            parts.push(format!("from={from}&to={to}"));
        }
        let channel = booked.map(|booked| if booked { "booked" } else { "walk_in" });
        let chosen = [
            ("department", self.department.as_ref().map(DepartmentId::as_str)),
            ("service", service.as_deref()),
            ("channel", channel),
            ("by", Some(by.word())),
        ];
        // Ids are letters, digits, hyphens and underscores: nothing to escape.
        parts.extend(chosen.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))));
        parts.join("&")
    }
}

/// A service of the departments asked about.
fn service(id: &str, departments: &[DepartmentId], office: &OfficeFile) -> Result<String, Problem> {
    let known = office.departments.iter().find(|one| one.services.iter().any(|service| service.id.as_str() == id));
    let department = known.ok_or(Problem::new("not_found"))?;
    if departments.contains(&department.id) { Ok(id.to_owned()) } else { Err(Problem::new("forbidden")) }
}

/// The period and its word. Two days without a word are a period, too.
fn period(word: Option<&str>, from: Option<&str>, to: Option<&str>) -> Result<(&'static str, Period), Problem> {
    let day = |name: &'static str, text: Option<&str>| {
        let text = text.filter(|text| text.len() == 10);
        let day = text.and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        day.ok_or(Problem::fields(&[(name, "invalid_period")]))
    };
    let word = word.unwrap_or(if from.or(to).is_some() { "between" } else { "today" });
    match word {
        "today" => Ok(("today", Period::Today)),
        "week" => Ok(("week", Period::Week)),
        "month" => Ok(("month", Period::Month)),
        "year" => Ok(("year", Period::Year)),
        "between" => Ok(("between", Period::Between(day("from", from)?, day("to", to)?))),
        _ => Err(Problem::malformed("period")),
    }
}

#[cfg(test)]
#[path = "asked_tests.rs"]
mod tests;
