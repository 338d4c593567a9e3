//! How far booked hours shift in a matter, from what the house measured (R38).

use crate::ask::Trouble;
use crate::office::Office;
use chrono::Days;
use okienko_queue::ids::ServiceId;
use okienko_queue::shift::{Call, Shift};
use okienko_queue::time::{day_of, from_ms};

/// Days back that are looked at.
const DAYS: u64 = 28;
/// Visits that are looked at, the latest; so a page costs the same in any year.
const MOST: i64 = 300;

impl Office {
    /// What can be said of the hours of a matter, by the visits of the last four weeks.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn shift(&self, service: &ServiceId) -> Result<Shift, Trouble> {
        let (now, service) = (self.clock().now(), service.to_string());
        let today = day_of(self.zone(), now);
        let from = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
        let rows = self.read(move |store| store.booked_calls(&service, from, MOST)).await?;
        let call = |row: &okienko_store::BookedCall| Call {
            booked_for: from_ms(row.booked_for_ms),
            called: from_ms(row.called_ms),
        };
        Ok(Shift::of(&rows.iter().map(call).collect::<Vec<_>>(), now))
    }
}
