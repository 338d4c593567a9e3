//! The erasing job (law line 21): by the office clock, in bounded batches, never between 02:00 and 03:00, with a proof in the access log.

use crate::ask::Trouble;
use crate::directory;
use crate::shared::Shared;
use chrono::{Days, Duration, Timelike};
use chrono_tz::Tz;
use okienko_queue::law::Retention;
use okienko_queue::time::{Instant, day_of, start_of};
use okienko_store::Due;
use std::sync::Arc;

/// Days for which it is remembered that a letter was sent or dropped; its words are never kept.
pub const LETTER_DAYS: u32 = 30;
/// How often, by the office clock. What falls due before the next time is erased now, so that nothing is kept longer than was promised.
pub const EVERY: Duration = Duration::minutes(10);
/// Contacts in one transaction.
const BATCH: i64 = 200;

/// What has had its time at an instant; `None` in the hour that a clock change skips or repeats (law line 30).
fn due(rules: &Retention, zone: Tz, now: Instant) -> Option<Due> {
    let local = now.with_timezone(&zone);
    if local.hour() == 2 {
        return None;
    }
    // A visit of today is never over before its day is.
    let today = start_of(zone, day_of(zone, now));
    let promised = (local.naive_local() + EVERY).checked_sub_days(Days::new(u64::from(rules.contact_days)));
    let promised =
        promised.map_or(today, |wall| wall.and_local_timezone(zone).earliest().map_or(today, |at| at.to_utc()));
    let ended = (now + EVERY - Duration::hours(i64::from(rules.ended_hours))).min(now);
    Some(Due { all_before_ms: promised.min(today).timestamp_millis(), ended_before_ms: ended.timestamp_millis() })
}

/// Erases everything whose time is over; answers how many contacts.
///
/// # Errors
/// [`Trouble::TryAgain`] when the database is away; what was erased before stays erased.
pub async fn run(shared: &Arc<Shared>) -> Result<usize, Trouble> {
    let (office, now) = (shared.catalogue(), shared.clock.now());
    let rules = &office.office.law.retention;
    let Some(due) = due(rules, office.office.time_zone, now) else { return Ok(0) };
    let (now_ms, mut erased, mut notes) = (now.timestamp_millis(), 0, 0);
    loop {
        // One short transaction after the other: bookings go through the same writer.
        let some = directory::write(shared, move |appender| appender.erase_due(due, now_ms, BATCH)).await?;
        erased += some;
        if some < BATCH as usize || shared.is_draining() {
            break;
        }
    }
    loop {
        let before_ms = due.all_before_ms;
        let some =
            directory::write(shared, move |appender| appender.erase_notes_before(before_ms, now_ms, BATCH)).await?;
        notes += some;
        if some < BATCH as usize || shared.is_draining() {
            break;
        }
    }
    let log_before = (now - Duration::days(i64::from(rules.log_days))).timestamp_millis();
    let lines = directory::write(shared, move |appender| appender.prune_accesses(log_before)).await?;
    let history_before = (now - Duration::days(i64::from(rules.history_days))).timestamp_millis();
    let changes = directory::write(shared, move |appender| appender.prune_office_changes(history_before)).await?;
    if erased + notes + lines + changes > 0 {
        tracing::info!(contacts = erased, notes, access_log = lines, history = changes, "erased after their time");
    }
    Ok(erased)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono_tz::Europe::Warsaw;
    use okienko_queue::time::from_ms;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    fn due_at(contact_days: u32, ended_hours: u32, now: &str) -> Option<(Instant, Instant)> {
        let rules = Retention { contact_days, ended_hours, ..Retention::default() };
        due(&rules, Warsaw, at(now)).map(|due| (from_ms(due.all_before_ms), from_ms(due.ended_before_ms)))
    }

    #[test]
    fn law_21_nothing_is_kept_longer_than_promised_and_no_visit_of_today_is_erased() {
        let (all, ended) = due_at(14, 24, "2026-11-23T10:00:00+01:00").unwrap();
        assert_eq!(all, at("2026-11-09T10:10:00+01:00"), "before the next run it would be more than 14 days");
        assert_eq!(ended, at("2026-11-22T10:10:00+01:00"));
        let (all, ended) = due_at(0, 0, "2026-11-23T10:00:00+01:00").unwrap();
        assert_eq!(all, at("2026-11-23T00:00:00+01:00"), "0 days: at the end of the day");
        assert_eq!(ended, at("2026-11-23T10:00:00+01:00"), "0 hours: not before the booked hour");
    }

    #[test]
    fn law_30_the_job_rests_between_two_and_three_also_when_the_clocks_change() {
        for resting in [
            "2026-11-23T02:00:00+01:00",
            "2026-11-23T02:59:59+01:00",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
        ] {
            assert_eq!(due_at(14, 24, resting), None, "{resting}");
        }
        for working in ["2026-11-23T01:59:59+01:00", "2026-11-23T03:00:00+01:00", "2027-03-28T03:00:00+02:00"] {
            assert!(due_at(14, 24, working).is_some(), "{working}");
        }
        // Fourteen days of the calendar, also across the change in autumn.
        let (all, _) = due_at(14, 24, "2026-10-31T09:50:00+01:00").unwrap();
        assert_eq!(all, at("2026-10-17T10:00:00+02:00"));
    }
}
