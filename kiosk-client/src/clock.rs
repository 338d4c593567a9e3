//! The office's clock as this computer knows it (R35): what the server said last, run on by the monotonic clock; before the first
//! contact of this run, this computer's wall clock with the last known offset. Never before the last contact's server time.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What is remembered over a restart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Contact {
    /// Server time minus this computer's wall clock, milliseconds.
    pub offset_ms: i64,
    /// Server time of the last contact, milliseconds since 1970.
    pub server_ms: i64,
}

/// The clock. Cheap to ask.
#[derive(Debug)]
pub struct OfficeClock(Mutex<Known>);

#[derive(Debug)]
struct Known {
    contact: Option<Contact>,
    mark: Option<(Instant, i64)>,
    zone: Option<Tz>,
}

impl OfficeClock {
    /// A clock that remembers the last contact and the office's zone, if there were any.
    pub fn new(contact: Option<Contact>, zone: Option<Tz>) -> Self {
        Self(Mutex::new(Known { contact, mark: None, zone }))
    }

    /// The server said `server_ms` in an answer that was asked for at `asked` and came at `came`: it holds for the middle of the two.
    pub fn heard(&self, server_ms: i64, asked: Instant, came: Instant) -> Contact {
        let middle = asked + came.saturating_duration_since(asked) / 2;
        let behind = i64::try_from(middle.elapsed().as_millis()).unwrap_or(0);
        let contact = Contact { offset_ms: server_ms + behind - wall_ms(), server_ms };
        let mut known = self.known();
        known.mark = Some((middle, server_ms));
        known.contact = Some(contact);
        contact
    }

    /// The office's time zone.
    pub fn set_zone(&self, zone: Tz) {
        self.known().zone = Some(zone);
    }

    /// The last contact, of this run or of one before.
    pub fn contact(&self) -> Option<Contact> {
        self.known().contact
    }

    /// Office time, milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        let known = self.known();
        match (known.mark, known.contact) {
            (Some((mark, server_ms)), _) => server_ms + i64::try_from(mark.elapsed().as_millis()).unwrap_or(0),
            (None, Some(contact)) => (wall_ms() + contact.offset_ms).max(contact.server_ms),
            (None, None) => wall_ms(),
        }
    }

    /// The office's day, if its zone is known.
    pub fn day(&self) -> Option<NaiveDate> {
        let zone = self.known().zone?;
        Some(instant(self.now_ms()).with_timezone(&zone).date_naive())
    }

    /// An instant as the office writes it: RFC 3339 with its offset.
    pub fn written(&self, ms: i64) -> String {
        let zone = self.known().zone.unwrap_or(Tz::UTC);
        instant(ms).with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Millis, false)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The milliseconds of an RFC 3339 instant.
pub fn parsed(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_millis())
}

fn instant(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH)
}

/// This computer's own clock: never shown, only compared with the server's.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads this computer's clock, to know how far it is from the office's"
)]
fn wall_ms() -> i64 {
    Utc::now().timestamp_millis()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r35_office_time_is_the_servers_and_runs_on() {
        let clock = OfficeClock::new(None, None);
        let now = Instant::now();
        clock.heard(1_000_000, now, now);
        assert!((1_000_000..1_010_000).contains(&clock.now_ms()));
    }

    #[test]
    fn r35_after_a_restart_it_is_never_before_the_last_contact() {
        let ahead = Contact { offset_ms: 0, server_ms: wall_ms() + 3_600_000 };
        assert_eq!(OfficeClock::new(Some(ahead), None).now_ms(), ahead.server_ms);
        let shifted = Contact { offset_ms: 7_200_000, server_ms: wall_ms() };
        let ahead_of_wall = OfficeClock::new(Some(shifted), None).now_ms() - wall_ms();
        assert!((7_190_000..=7_210_000).contains(&ahead_of_wall));
    }

    #[test]
    fn instants_carry_the_offices_offset() {
        let clock = OfficeClock::new(None, Some(Tz::Europe__Warsaw));
        assert_eq!(clock.written(1_795_417_200_000), "2026-11-23T08:00:00.000+01:00");
    }
}
