//! What must not be kept: by the process clock old idempotency records, sessions and letters; by the office clock what `retention` erases.

use crate::clock::process_now_ms;
use crate::directory;
use crate::report_days;
use crate::retention::{self, LETTER_DAYS};
use crate::shared::Shared;
use okienko_queue::time::Instant;
use okienko_store::{Appender, Fault};
use std::sync::Arc;
use std::time::Duration;

/// How often the clocks are looked at.
const LOOK: Duration = Duration::from_secs(1);
/// How often the house is tidied, by the process clock.
const EVERY: Duration = Duration::from_secs(600);
/// Idempotency records are kept so long (contract).
const ANSWERS_MS: i64 = 24 * 3_600_000;
/// Letters are remembered so long, by the process clock that they were written by.
const LETTERS_MS: i64 = LETTER_DAYS as i64 * ANSWERS_MS;
/// Letters forgotten in one transaction.
const LETTERS_AT_ONCE: i64 = 1_000;

/// Keeps house for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let (mut tidied, mut erased): (Option<std::time::Instant>, Option<Instant>) = (None, None);
    while !shared.is_draining() {
        if tidied.is_none_or(|at| at.elapsed() >= EVERY) {
            tidied = Some(std::time::Instant::now());
            // A database that is away is asked again the next time; it was logged.
            let _ = directory::write(&shared, |appender| tidy(appender, process_now_ms())).await;
            let _ = report_days::pack(&shared).await;
        }
        let now = shared.clock.now();
        // A clock that was set back must not put erasing off.
        if erased.is_none_or(|at| now < at || now - at >= retention::EVERY) {
            erased = retention::run(&shared).await.is_ok().then_some(now);
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Forgets what is over by the process clock.
pub fn tidy(appender: &mut Appender, now_ms: i64) -> Result<(), Fault> {
    let answers = appender.prune_answers(now_ms - ANSWERS_MS)?;
    let sessions = appender.prune_sessions(now_ms)?;
    let links = appender.prune_account_links(now_ms)? + appender.prune_openid_states(now_ms)?;
    let pairings = appender.prune_pairings(now_ms)?;
    let letters = appender.forget_letters_before(now_ms - LETTERS_MS, LETTERS_AT_ONCE)?;
    let wishes = appender.prune_wishes(now_ms)?;
    let unprinted = appender.prune_unprinted(now_ms)?;
    if answers + sessions + links + pairings + letters + wishes + unprinted > 0 {
        tracing::info!(answers, sessions, links, pairings, letters, wishes, unprinted, "forgotten");
    }
    Ok(())
}
