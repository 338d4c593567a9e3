//! Office time: Europe/Warsaw, written with its offset and never with `Z`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Warsaw;

/// An instant with the office's offset.
pub type When = DateTime<FixedOffset>;

/// The usual opening of a test: a Monday morning, half an hour after the doors opened, an hour before the first slot.
pub const MONDAY: &str = "2026-11-23T08:00:00+01:00";

/// Reads an RFC 3339 instant and insists that it carries an offset, not `Z`.
pub fn instant(text: &str) -> When {
    assert!(!text.ends_with('Z') && !text.ends_with('z'), "instants carry the office's offset, never Z: {text}");
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|why| panic!("{text} is no RFC 3339 instant: {why}"))
}

/// The instant of a wall-clock time in the office, such as `("2026-11-23", "10:20:00")`.
pub fn warsaw(day: &str, time: &str) -> When {
    let day = date(day);
    let padded = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    let time = NaiveTime::parse_from_str(&padded, "%H:%M:%S").expect("HH:MM or HH:MM:SS");
    Warsaw.from_local_datetime(&day.and_time(time)).earliest().expect("an hour that exists").fixed_offset()
}

/// Reads `YYYY-MM-DD`.
pub fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap_or_else(|why| panic!("{text} is no date: {why}"))
}

/// The office-local day of an instant as `YYYY-MM-DD`.
pub fn day_of(when: When) -> String {
    when.with_timezone(&Warsaw).format("%Y-%m-%d").to_string()
}

/// The same instant written with the office's offset of that day.
pub fn written(when: When) -> String {
    when.with_timezone(&Warsaw).to_rfc3339()
}
