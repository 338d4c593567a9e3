//! A lobby screen as its administrator sees it: what it last said, whether it still speaks, and whether its page is this server's.

use crate::assets::digest;
use crate::instants::local;
use crate::screens::ScreenReport;
use okienko_queue::office::OfficeFile;
use okienko_queue::screen_alarm::silent_after_ms;
use okienko_queue::time::from_ms;
use okienko_store::{ScreenReport as Kept, Wish};
use serde_json::{Value, json};

/// What is known of a screen.
pub(super) struct Seen<'a> {
    /// Its last report.
    pub report: &'a Kept,
    /// What it was asked and has not done.
    pub wishes: Vec<&'a Wish>,
    /// The office's configuration.
    pub office: &'a OfficeFile,
    /// The process clock.
    pub now_ms: i64,
}

/// The view; `None` for a report that this program cannot read.
pub(super) fn screen(seen: Seen<'_>) -> Option<Value> {
    let Seen { report, wishes, office, now_ms } = seen;
    let said: ScreenReport = serde_json::from_str(&report.report).ok()?;
    let zone = office.office.time_zone;
    Some(json!({
        "online": now_ms - report.at_ms < silent_after_ms(office.office.kiosk.silent_seconds),
        "sound": { "state": report.sound, "since": local(zone, from_ms(report.sound_since_ms)) },
        "layout": said.layout,
        "version": said.version,
        "up_to_date": said.version.as_deref() == Some(digest()),
        "seq": said.seq,
        "calls": said.calls,
        "errors": said.errors,
        "heap_mb": said.heap_mb,
        "wishes": wishes.iter().map(|wish| wish.kind.as_str()).collect::<Vec<_>>(),
    }))
}
