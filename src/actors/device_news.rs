//! What the office is told of its kiosks and lobby screens: an alarm or an all-clear and its letter, written in one transaction by whichever
//! node finds it first.

use crate::directory;
use crate::kiosk_letters::{ALARM, CLEAR, Params, letter};
use crate::mailer::Wake;
use crate::shared::Shared;
use okienko_queue::office::OfficeFile;
use okienko_queue::time::Instant;
use okienko_store::{Alarm, Device};
use std::sync::Arc;

/// A device as it was found.
pub struct Found<'a> {
    /// Which.
    pub device: &'a Device,
    /// What was told of it before.
    pub alarms: Vec<&'a Alarm>,
    /// When, process clock.
    pub now_ms: i64,
}

impl Found<'_> {
    /// The next entry about a trouble.
    fn turned(&self, trouble: &str, open: bool) -> Alarm {
        let last = self.alarms.iter().find(|alarm| alarm.trouble == trouble);
        Alarm {
            device: self.device.id.clone(),
            trouble: trouble.to_owned(),
            state: if open { "open" } else { "clear" }.to_owned(),
            raised_ms: if open { self.now_ms } else { last.map_or(self.now_ms, |last| last.raised_ms) },
            turn: last.map_or(0, |last| last.turn) + 1,
        }
    }
}

/// Whether some department has been open for as long as a device may be silent.
pub fn open_for(catalogue: &OfficeFile, silence: chrono::TimeDelta, now: Instant) -> bool {
    let (before, zone) = (now - silence, catalogue.office.time_zone);
    catalogue.departments.iter().any(|one| one.hours.is_open(zone, before) && one.hours.is_open(zone, now))
}

/// Tells of troubles, in their words, that have come (`open`) or are over; of none nothing. `since_ms` is the process clock's.
pub async fn tell(shared: &Arc<Shared>, found: &Found<'_>, troubles: &[&str], since_ms: i64, open: bool) {
    let alarms: Vec<Alarm> = troubles.iter().map(|trouble| found.turned(trouble, open)).collect();
    let Some(first) = alarms.first() else { return };
    let now = shared.clock.now().timestamp_millis();
    let params = Params {
        kiosk: found.device.name.clone(),
        troubles: alarms.iter().map(|alarm| alarm.trouble.clone()).collect(),
        since_ms: now - (found.now_ms - since_ms).max(0),
        written_at_ms: now,
    };
    let key = format!("kiosk:{}:{}:{}", found.device.id, first.trouble, first.turn);
    let kind = if open { ALARM } else { CLEAR };
    let Some(letter) = letter(kind, key, &found.device.id, &params) else { return };
    tracing::warn!(device = %found.device.id, troubles = ?params.troubles, open, "a device's state is told to the office");
    let told = directory::write(shared, move |appender| appender.tell_alarms(&alarms, &letter)).await;
    if let (Ok(true), Some(mailer)) = (told, shared.mailer.get()) {
        mailer.do_send(Wake);
    }
}
