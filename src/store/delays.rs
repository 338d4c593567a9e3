//! How late booked visitors were called: what a letter may honestly say about its hour (R38).

use crate::day;
use crate::fault::Fault;
use crate::schema::visits;
use crate::store::Store;
use chrono::NaiveDate;
use diesel::prelude::*;

impl Store {
    /// Milliseconds from the booked hour to the first call, below zero when called before it, of a service's booked visits
    /// from a day on; the latest `limit` of them.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn call_delays(&self, department: &str, service: &str, from: NaiveDate, limit: i64) -> Result<Vec<i64>, Fault> {
        let rows: Vec<(Option<i64>, Option<i64>)> = self.read(|c| {
            visits::table
                .filter(visits::department.eq(department))
                .filter(visits::day.ge(day::written(from)))
                .filter(visits::service.eq(service))
                .filter(visits::leg.eq(1))
                .filter(visits::booked_for_ms.is_not_null())
                .filter(visits::called_ms.is_not_null())
                .order((visits::day.desc(), visits::ticket))
                .limit(limit)
                .select((visits::booked_for_ms, visits::called_ms))
                .load(c)
        })?;
        Ok(rows.into_iter().filter_map(|(booked, called)| Some(called? - booked?)).collect())
    }
}
