//! A kiosk as its administrator sees it: what it last said, whether it still speaks, and how long its paper lasts.

use super::kiosk_health::Health;
use crate::instants::local;
use okienko_queue::kiosk::{PaperEnd, paper_end};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{Instant, from_ms};
use okienko_store::{Report, Wish};
use serde_json::{Value, json};

/// What is known of a kiosk.
pub(super) struct Known<'a> {
    /// Its last report.
    pub report: &'a Report,
    /// What it was asked and has not done.
    pub wishes: Vec<&'a Wish>,
    /// The office's configuration.
    pub office: &'a OfficeFile,
    /// The office clock.
    pub now: Instant,
    /// The process clock.
    pub now_ms: i64,
}

/// The view; `None` for a report that this program cannot read.
pub(super) fn kiosk(known: Known<'_>) -> Option<Value> {
    let Known { report, wishes, office, now, now_ms } = known;
    let said: Health = serde_json::from_str(&report.report).ok()?;
    let zone = office.office.time_zone;
    let ends = said.printed.left.and_then(|left| paper_end(&office.departments, zone, left, said.printed.today, now));
    let paper = ends.map(|ends| match ends {
        PaperEnd::Today(at) => json!({ "ends": "today", "at": local(zone, at) }),
        PaperEnd::Later => json!({ "ends": "later", "at": null }),
    });
    Some(json!({
        "online": now_ms - report.at_ms < i64::from(office.office.kiosk.silent_seconds) * 1_000,
        "version": said.version,
        "printer": { "state": report.printer, "since": local(zone, from_ms(report.printer_since_ms)) },
        "printed": said.printed,
        "paper": paper,
        "unsynced": said.unsynced,
        "refused": said.refused,
        "page_alive": said.page_alive,
        "clock_offset_ms": said.clock_offset_ms,
        "wishes": wishes.iter().map(|wish| wish.kind.as_str()).collect::<Vec<_>>(),
    }))
}
