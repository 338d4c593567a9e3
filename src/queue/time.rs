//! Instants and office-local days. Time always arrives as an argument; nothing here looks at a clock.

use chrono::{DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// A moment, in UTC, cut to milliseconds so that both SQL engines keep it exactly.
pub type Instant = DateTime<Utc>;

/// The office-local calendar day of an instant (R35).
pub fn day_of(zone: Tz, instant: Instant) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The instant of a wall-clock time on an office day; `None` in the hour that a spring clock change skips,
/// the first of the two in the hour that an autumn change repeats.
pub fn at(zone: Tz, day: NaiveDate, time: NaiveTime) -> Option<Instant> {
    match zone.from_local_datetime(&day.and_time(time)) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => Some(instant.to_utc()),
        LocalResult::None => None,
    }
}

/// The first instant of an office day, also where a clock change skips midnight.
pub fn start_of(zone: Tz, day: NaiveDate) -> Instant {
    (0..24)
        .filter_map(|hour| NaiveTime::from_hms_opt(hour, 0, 0))
        .find_map(|time| at(zone, day, time))
        .unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
}

/// The same instant cut to whole milliseconds.
pub fn millis(instant: Instant) -> Instant {
    from_ms(instant.timestamp_millis())
}

/// Milliseconds since 1970 to an instant; far outside any calendar it becomes the epoch.
pub fn from_ms(ms: i64) -> Instant {
    DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH)
}

/// So many minutes as a span.
pub fn minutes(n: u32) -> Duration {
    Duration::minutes(i64::from(n))
}

/// So many seconds as a span.
pub fn seconds(n: u32) -> Duration {
    Duration::seconds(i64::from(n))
}

/// Whole minutes from `earlier` to `later`, never below zero.
pub fn minutes_between(earlier: Instant, later: Instant) -> u32 {
    u32::try_from((later - earlier).num_minutes()).unwrap_or(0)
}

/// True on Saturday and Sunday.
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
