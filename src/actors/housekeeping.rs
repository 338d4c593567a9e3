//! What must not be kept: old idempotency records and sessions, and contact data after its time (law-and-standards, line 21).

use crate::clock::process_now_ms;
use crate::directory;
use crate::shared::Shared;
use chrono::Days;
use okienko_queue::time::day_of;
use okienko_store::{Appender, Fault};
use std::sync::Arc;
use std::time::Duration;

/// How often.
const EVERY: Duration = Duration::from_secs(600);
/// Idempotency records are kept so long (contract).
const ANSWERS_MS: i64 = 24 * 3_600_000;
/// Days after a visit for which its contact is kept.
const CONTACT_DAYS: u64 = 14;

/// Keeps house for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    while !shared.is_draining() {
        let today = day_of(shared.catalogue().office.time_zone, shared.clock.now());
        let oldest = today.checked_sub_days(Days::new(CONTACT_DAYS)).unwrap_or(today);
        // A database that is away is asked again the next time; it was logged.
        let _ = directory::write(&shared, move |appender| tidy(appender, oldest, process_now_ms())).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// Forgets what is over: contacts of visits before a day, records and sessions by the process clock.
pub fn tidy(appender: &mut Appender, oldest: chrono::NaiveDate, now_ms: i64) -> Result<(), Fault> {
    let answers = appender.prune_answers(now_ms - ANSWERS_MS)?;
    let sessions = appender.prune_sessions(now_ms)?;
    let pairings = appender.prune_pairings(now_ms)?;
    let contacts = appender.erase_contacts_before(oldest, now_ms)?;
    if answers + sessions + pairings + contacts > 0 {
        tracing::info!(answers, sessions, pairings, contacts, "forgotten");
    }
    Ok(())
}
