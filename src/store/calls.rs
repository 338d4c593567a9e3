//! When booked visits were really called, for telling honestly how far their hours shift (R38). Instants only, nobody's data.

use crate::day;
use crate::fault::Fault;
use crate::schema::visits;
use crate::store::Store;
use chrono::NaiveDate;
use diesel::prelude::*;

/// One booked visit that was called, milliseconds since 1970 (UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookedCall {
    /// The booked hour.
    pub booked_for_ms: i64,
    /// The first call.
    pub called_ms: i64,
}

impl Store {
    /// Calls of visits booked for a matter, from a day on, the latest first and at most `limit`.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn booked_calls(&self, service: &str, from: NaiveDate, limit: i64) -> Result<Vec<BookedCall>, Fault> {
        let rows: Vec<(Option<i64>, Option<i64>)> = self.read(|c| {
            visits::table
                .filter(visits::day.ge(day::written(from)))
                .filter(visits::service.eq(service))
                .filter(visits::channel.eq("booked"))
                // What follows a transfer has waited for more than its hour.
                .filter(visits::leg.eq(1))
                .filter(visits::called_ms.is_not_null())
                .order((visits::day.desc(), visits::called_ms.desc(), visits::ticket))
                .select((visits::booked_for_ms, visits::called_ms))
                .limit(limit)
                .load(c)
        })?;
        let call =
            |(hour, called): (Option<i64>, Option<i64>)| Some(BookedCall { booked_for_ms: hour?, called_ms: called? });
        Ok(rows.into_iter().filter_map(call).collect())
    }
}
