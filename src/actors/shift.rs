//! How far booked hours shift in a matter, from what the house measured (R38).

use crate::ask::Trouble;
use crate::directory;
use crate::office::Office;
use crate::shared::{Shared, lock};
use chrono::{Days, NaiveDate};
use okienko_queue::ids::ServiceId;
use okienko_queue::shift::{Call, Shift};
use okienko_queue::time::{day_of, from_ms};
use okienko_store::{BookedCall, Contact};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Days back that are looked at.
const DAYS: u64 = 28;
/// Visits that are looked at, the latest; so a page costs the same in any year.
const MOST: i64 = 300;
/// A letter never promises less than this many minutes: the day may differ from the weeks before.
const LEAST_TOLD: u32 = 5;

impl Office {
    /// What can be said of the hours of a matter, by the visits of the last four weeks.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn shift(&self, service: &ServiceId) -> Result<Shift, Trouble> {
        measured(&self.shared, service.to_string()).await
    }
}

async fn measured(shared: &Arc<Shared>, service: String) -> Result<Shift, Trouble> {
    let now = shared.clock.now();
    let today = day_of(shared.catalogue().office.time_zone, now);
    let from = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
    let rows = directory::read(shared, move |store| store.booked_calls(&service, from, MOST)).await?;
    let call = |row: &BookedCall| Call { booked_for: from_ms(row.booked_for_ms), called: from_ms(row.called_ms) };
    Ok(Shift::of(&rows.iter().map(call).collect::<Vec<_>>(), now))
}

/// What letters say of it, by service, as of a day: read once a day.
#[derive(Default)]
pub struct Shifts(Mutex<BTreeMap<String, (NaiveDate, Option<u32>)>>);

impl Shifts {
    /// Minutes for a visit's service; a letter goes without the sentence rather than not at all.
    pub async fn of(&self, shared: &Arc<Shared>, contact: &Contact) -> Option<u32> {
        let now = shared.clock.now();
        let today = day_of(shared.catalogue().office.time_zone, now);
        if let Some((day, minutes)) = lock(&self.0).get(&contact.service)
            && *day == today
        {
            return *minutes;
        }
        let shift = measured(shared, contact.service.clone()).await.ok()?;
        let minutes = shift.usual.map(|usual| usual.minutes.max(LEAST_TOLD));
        lock(&self.0).insert(contact.service.clone(), (today, minutes));
        minutes
    }
}
