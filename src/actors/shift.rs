//! By how much the hour of a visit shifts, as letters say it (R38): what eight of ten booked visitors of the matter met with in
//! the last four weeks. Nothing is said while too few have come.

use crate::directory;
use crate::shared::{Shared, lock};
use chrono::{Days, NaiveDate};
use okienko_queue::time::day_of;
use okienko_store::Contact;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Days that count.
const LOOK_BACK: Days = Days::new(28);
/// Fewer visits than this say nothing.
const VISITS_LEAST: usize = 20;
/// More are not needed.
const VISITS_MOST: i64 = 500;

/// What is known, by service, as of a day: read once a day.
#[derive(Default)]
pub struct Shifts(Mutex<BTreeMap<String, (NaiveDate, Option<u32>)>>);

impl Shifts {
    /// Minutes for a visit's service.
    pub async fn of(&self, shared: &Arc<Shared>, contact: &Contact) -> Option<u32> {
        let today = day_of(shared.catalogue().office.time_zone, shared.clock.now());
        if let Some((day, minutes)) = lock(&self.0).get(&contact.service)
            && *day == today
        {
            return *minutes;
        }
        let (department, service) = (contact.department.clone(), contact.service.clone());
        let from = today.checked_sub_days(LOOK_BACK)?;
        let read = directory::read(shared, move |store| store.call_delays(&department, &service, from, VISITS_MOST));
        // A letter goes without the sentence rather than not at all.
        let minutes = within(read.await.ok()?);
        lock(&self.0).insert(contact.service.clone(), (today, minutes));
        minutes
    }
}

/// Minutes after the hour by which eight of ten were called, rounded up to five, at least five.
fn within(mut delays_ms: Vec<i64>) -> Option<u32> {
    if delays_ms.len() < VISITS_LEAST {
        return None;
    }
    delays_ms.sort_unstable();
    let last_of_eight_in_ten = (delays_ms.len() * 8).div_ceil(10) - 1;
    let minutes = u32::try_from(delays_ms.get(last_of_eight_in_ten)?.max(&0) / 60_000).ok()? + 1;
    Some(minutes.div_ceil(5) * 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r38_eight_of_ten_and_never_too_little() {
        assert_eq!(within(vec![0; 19]), None);
        assert_eq!(within(vec![-60_000; 20]), Some(5));
        let minutes = |list: &[i64]| list.iter().map(|minute| minute * 60_000).collect::<Vec<_>>();
        assert_eq!(within(minutes(&[&[1; 15][..], &[12; 1], &[60; 4]].concat())), Some(15));
        assert_eq!(within(minutes(&[&[1; 15][..], &[60; 5]].concat())), Some(65));
    }
}
