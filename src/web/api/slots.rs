//! Free terms.

use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use chrono::NaiveDate;
use okienko_queue::ids::ServiceId;
use okienko_queue::refusal::Refusal;
use okienko_queue::{Department, Slot};
use serde_json::{Value, json as object};
use std::collections::HashMap;

/// Days that one question may span.
const MOST_DAYS: i64 = 92;

/// `GET /services/{id}/slots?from=&to=`. A service without a calendar has days without terms.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let id = ServiceId::from(call.param("id"));
    let department = call.office().department_of_service(&id).ok_or(Refusal::NotFound)?;
    let (from, to) = range(&call.query())?;
    let days = call.office().look(&department, move |department, _, now| {
        let service = department.config().service(&id)?;
        Some(
            department
                .calendar(service, from, to, now)
                .into_iter()
                .map(|(date, slots)| day(department, date, &slots))
                .collect(),
        )
    });
    let days: Vec<Value> = days.await?.ok_or(Refusal::NotFound)?;
    json(&object!({ "days": days }))
}

/// The days of a question, `from` and `to`.
pub(crate) fn range(query: &HashMap<String, String>) -> Result<(NaiveDate, NaiveDate), Problem> {
    let day = |name: &'static str| {
        let text = query.get(name).map_or("", String::as_str);
        let parsed = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
        parsed.ok_or(Problem::fields(&[(name, "invalid_range")]))
    };
    let (from, to) = (day("from")?, day("to")?);
    let days = (to - from).num_days();
    if (0..MOST_DAYS).contains(&days) { Ok((from, to)) } else { Err(Problem::fields(&[("to", "invalid_range")])) }
}

fn day(department: &Department, date: NaiveDate, slots: &[Slot]) -> Value {
    let zone = department.config().time_zone;
    let slots = slots.iter().map(|slot| object!({ "start": local(zone, slot.start), "free": slot.free }));
    object!({ "date": date, "slots": slots.collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    fn of(from: &str, to: &str) -> Result<(NaiveDate, NaiveDate), Problem> {
        range(&HashMap::from([("from".to_owned(), from.to_owned()), ("to".to_owned(), to.to_owned())]))
    }

    #[test]
    fn a_range_is_two_days_in_order_and_at_most_a_quarter() {
        assert!(of("2026-11-23", "2026-11-23").is_ok());
        assert!(of("2026-11-01", "2027-01-31").is_ok(), "92 days");
        for (from, to) in [
            ("2026-11-01", "2027-02-01"),
            ("2026-11-24", "2026-11-23"),
            ("0001-01-01", "9999-12-31"),
            ("", ""),
            ("2026-13-45", "2026-11-24"),
            ("yesterday", "today"),
            ("2026-11-24T00:00:00Z", "2026-11-24"),
            ("99999-01-01", "99999-01-02"),
        ] {
            assert_eq!(of(from, to).unwrap_err().code, "invalid_range", "{from} {to}");
        }
    }
}
