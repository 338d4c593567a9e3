//! Reminders: from an hour of the day before on, by the office clock, one for each booked visit. What is due follows from the
//! clock and the visit alone, and the outbox holds each key once: a restart, a second node or a clock that jumps neither doubles
//! nor loses one.

use crate::clock::process_now_ms;
use crate::directory;
use crate::mailer::Wake;
use crate::shared::Shared;
use chrono::{Duration as Span, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;
use okienko_queue::ids::DepartmentId;
use okienko_queue::notices::Notices;
use okienko_queue::time::{Instant, at, day_of, from_ms, start_of};
use okienko_store::{Contact, NewLetter};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// The office clock is looked at so often.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Visits moved since the last round are found so often.
const AGAIN_AFTER_MS: i64 = 600_000;
/// A reminder shorter before the hour is of no use.
const LEAST_AHEAD: Span = Span::hours(1);
/// Letters written at once.
const TOGETHER: usize = 200;
/// Office-local hours in which a telephone may ring.
const DAYTIME: std::ops::Range<u32> = 7..21;

/// Writes what is due for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let mut last = None;
    while !shared.is_draining() {
        let moment = Moment::of(&shared);
        let same = |(before, at_ms): &(Moment, i64)| *before == moment && process_now_ms() - at_ms < AGAIN_AFTER_MS;
        if !last.as_ref().is_some_and(same) && round(&shared).await {
            last = Some((moment, process_now_ms()));
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// What a round depends on, beside the visits.
#[derive(PartialEq)]
struct Moment {
    day: NaiveDate,
    hour: u32,
    after_reminder_hour: bool,
}

impl Moment {
    fn of(shared: &Shared) -> Self {
        let catalogue = shared.catalogue();
        let local = shared.clock.now().with_timezone(&catalogue.office.time_zone);
        let after_reminder_hour = local.time() >= catalogue.office.notices.reminder_hour;
        Self { day: local.date_naive(), hour: local.hour(), after_reminder_hour }
    }
}

/// One look at the visits of today and tomorrow, a department at a time; answers whether it was whole.
async fn round(shared: &Arc<Shared>) -> bool {
    let catalogue = shared.catalogue();
    let notices = &catalogue.office.notices;
    if !notices.reminder && !notices.sms.reminder {
        return true;
    }
    let today = day_of(catalogue.office.time_zone, shared.clock.now());
    let mut whole = true;
    for department in &catalogue.departments {
        for day in [Some(today), today.succ_opt()].into_iter().flatten() {
            whole &= remind(shared, &department.id, day, notices).await.is_some();
        }
    }
    whole
}

async fn remind(shared: &Arc<Shared>, department: &DepartmentId, day: NaiveDate, notices: &Notices) -> Option<()> {
    let name = department.to_string();
    let contacts = directory::read(shared, move |store| store.contacts_of_day(&name, day)).await.ok()?;
    let (zone, now) = (shared.catalogue().office.time_zone, shared.clock.now());
    let due = contacts.iter().filter(|contact| {
        contact.state == "booked"
            && contact.erased_ms.is_none()
            && is_due(zone, notices.reminder_hour, from_ms(contact.booked_ms), from_ms(contact.start_ms), now)
    });
    let letters: Vec<NewLetter> = due.flat_map(|contact| written(shared, contact, notices, zone, now)).collect();
    let mut new = 0;
    for some in letters.chunks(TOGETHER) {
        let some = some.to_vec();
        new += directory::write(shared, move |appender| appender.put_letters(&some)).await.ok()?;
    }
    if new > 0 {
        tracing::info!(%department, %day, new, "reminders are written");
        if let Some(mailer) = shared.mailer.get() {
            mailer.do_send(Wake);
        }
    }
    Some(())
}

/// Whether a visit is to be reminded of now: from the office's hour of the day before until an hour before it begins; never
/// between 02:00 and 03:00 (law line 30); not when it was booked on that very day before, or later.
pub fn is_due(zone: Tz, hour: NaiveTime, booked: Instant, start: Instant, now: Instant) -> bool {
    let Some(eve) = day_of(zone, start).pred_opt() else { return false };
    // An hour that the clock skips in spring begins with the one after it.
    let from = at(zone, eve, hour).or_else(|| at(zone, eve, hour + Span::hours(1)));
    let from = from.unwrap_or_else(|| start_of(zone, eve));
    from <= now && now + LEAST_AHEAD <= start && day_of(zone, booked) < eve && !is_night(zone, now)
}

/// Whether it is between 02:00 and 03:00, the hour that clock changes skip or repeat.
pub fn is_night(zone: Tz, now: Instant) -> bool {
    now.with_timezone(&zone).hour() == 2
}

fn written(shared: &Shared, contact: &Contact, notices: &Notices, zone: Tz, now: Instant) -> Vec<NewLetter> {
    let letter = |channel: &'static str, ending: &str| {
        let process = process_now_ms();
        NewLetter {
            dedupe_key: format!("{}:reminder:{}{ending}", contact.appointment, contact.start_ms),
            kind: "reminder".into(),
            appointment: contact.appointment.clone(),
            language: contact.language.clone(),
            // A moved visit's reminder must not look like the first one to mail programs: the hour counts (Message-ID).
            params: json!({
                "written_at_ms": now.timestamp_millis(),
                "start_ms": contact.start_ms,
                "sequence": contact.start_ms / 60_000,
            })
            .to_string(),
            created_ms: process,
            next_ms: process,
            not_after_ms: Some(process + (contact.start_ms - now.timestamp_millis()).max(0)),
            channel,
        }
    };
    let mail = notices.reminder && !contact.email.is_empty();
    let daytime = DAYTIME.contains(&now.with_timezone(&zone).hour());
    let sms = shared.has_sms && notices.sms.reminder && !contact.phone.is_empty() && daytime;
    [mail.then(|| letter("mail", "")), sms.then(|| letter("sms", ":sms"))].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono_tz::Europe::Warsaw;

    fn t(text: &str) -> Instant {
        let local: chrono::NaiveDateTime = text.parse().unwrap();
        local.and_local_timezone(Warsaw).earliest().unwrap().to_utc()
    }

    fn due(booked: &str, start: &str, now: &str) -> bool {
        is_due(Warsaw, NaiveTime::from_hms_opt(10, 0, 0).unwrap(), t(booked), t(start), t(now))
    }

    #[test]
    fn from_the_hour_of_the_day_before_until_an_hour_before_the_visit() {
        let (booked, start) = ("2026-11-20T12:00:00", "2026-11-24T09:00:00");
        for (now, wanted) in [
            ("2026-11-22T23:59:59", false),
            ("2026-11-23T09:59:59", false),
            ("2026-11-23T10:00:00", true),
            ("2026-11-23T23:59:59", true),
            ("2026-11-24T01:59:59", true),
            ("2026-11-24T02:00:00", false),
            ("2026-11-24T02:59:59", false),
            ("2026-11-24T03:00:00", true),
            ("2026-11-24T08:00:00", true),
            ("2026-11-24T08:00:01", false),
            ("2026-11-24T09:00:00", false),
            ("2026-11-25T10:00:00", false),
        ] {
            assert_eq!(due(booked, start, now), wanted, "{now}");
        }
    }

    #[test]
    fn who_booked_on_the_day_before_or_later_knows_it_still() {
        let (start, now) = ("2026-11-24T15:00:00", "2026-11-23T20:00:00");
        assert!(due("2026-11-22T23:59:59", start, now));
        assert!(!due("2026-11-23T00:00:00", start, now));
        assert!(!due("2026-11-24T00:10:00", start, "2026-11-24T12:00:00"));
    }

    #[test]
    fn law_line_30_the_nights_of_the_clock_change_have_nothing_due_in_their_third_hour() {
        // Sunday 29 March 2026: 02:00 does not exist. Sunday 25 October 2026: 02:00 to 03:00 comes twice.
        for (eve, change, monday) in
            [("2026-03-28", "2026-03-29", "2026-03-30"), ("2026-10-24", "2026-10-25", "2026-10-26")]
        {
            let sunday_visit = t(&format!("{change}T12:00:00"));
            let monday_visit = t(&format!("{monday}T09:00:00"));
            let booked = t("2026-02-01T12:00:00");
            let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
            let mut now = t(&format!("{eve}T00:00:00"));
            let mut begun = (None, None);
            while now < monday_visit {
                let (sunday, monday) =
                    (is_due(Warsaw, ten, booked, sunday_visit, now), is_due(Warsaw, ten, booked, monday_visit, now));
                let local = now.with_timezone(&Warsaw);
                assert!(local.hour() != 2 || !(sunday || monday), "{local}");
                begun.0 = begun.0.or(sunday.then_some(now));
                begun.1 = begun.1.or(monday.then_some(now));
                now += Span::minutes(5);
            }
            assert_eq!(
                begun,
                (Some(t(&format!("{eve}T10:00:00"))), Some(t(&format!("{change}T10:00:00")))),
                "wall time stays"
            );
        }
    }
}
