//! An auditor's own recount: reads raw events, keeps its own picture of tickets and desks, and counts with sorted lists. It shares no line of code
//! with the figures of the server.

mod compare;
mod counted;
mod desks;
mod journal;
mod plan;

pub use compare::agrees;
pub use counted::counted;
pub use journal::{Facts, Leg, read};

use chrono::{DateTime, NaiveDate, Timelike};
use chrono_tz::Europe::Warsaw;

/// The day and the hour of the wall at an instant.
fn wall(ms: i64) -> (NaiveDate, u32) {
    let local = DateTime::from_timestamp_millis(ms).expect("an instant").with_timezone(&Warsaw);
    (local.date_naive(), local.hour())
}
