//! Instants on their way in and out: RFC 3339, out with the office's offset, never `Z`.

use chrono::{DateTime, NaiveDateTime};
use chrono_tz::Tz;
use okienko_queue::time::{self, Instant};

pub(crate) use okienko_queue::view_ticket::local;

/// An instant as it may come in, with any offset.
pub(crate) fn parse(text: &str) -> Option<Instant> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| time::millis(at.to_utc()))
}

/// The office's wall clock at an instant.
pub(crate) fn wall(zone: Tz, at: Instant) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}
