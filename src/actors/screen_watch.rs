//! The watch over the lobby screens: one that cannot be heard, or of which nothing is heard, is told to the office before citizens miss
//! their calls, and so is its end. As with kiosks every node watches and one tells.

use crate::clock::process_now_ms;
use crate::device_news::{Found, open_for, tell};
use crate::directory;
use crate::shared::Shared;
use okienko_queue::screen_alarm::{ScreenPulse, ScreenTold, ScreenTrouble, Sound, screen_news, silent_after_ms};
use okienko_store::{Alarm, ScreenReport};
use std::sync::Arc;
use std::time::Duration;

/// The screens are looked at so often.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Watches for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let began_ms = process_now_ms();
    while !shared.is_draining() {
        round(&shared, began_ms, process_now_ms()).await;
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// One look at all screens that have ever reported, at an instant of the process clock; silence counts from `began_ms` on, as nobody could
/// be heard before.
pub async fn round(shared: &Arc<Shared>, began_ms: i64, now_ms: i64) {
    let catalogue = shared.catalogue();
    if catalogue.office.kiosk.alert_mail.is_none() {
        return;
    }
    let known = directory::read(shared, |store| Ok((store.screen_reports()?, store.alarms()?, store.screens()?)));
    let Ok((reports, alarms, devices)) = known.await else { return };
    let silent_after_ms = silent_after_ms(catalogue.office.kiosk.silent_seconds);
    let silence = chrono::TimeDelta::milliseconds(silent_after_ms);
    let expected = open_for(&catalogue, silence, shared.clock.now());
    for report in &reports {
        let Some(device) = devices.iter().find(|device| device.id == report.device) else { continue };
        let Some(sound) = Sound::parse(&report.sound) else { continue };
        let alarms: Vec<&Alarm> = alarms.iter().filter(|alarm| alarm.device == device.id).collect();
        let pulse = ScreenPulse {
            sound,
            sound_ms: now_ms - report.sound_since_ms,
            quiet_ms: now_ms - report.at_ms.max(began_ms),
            silent_after_ms,
            expected,
        };
        let (alarm, cured) = screen_news(&pulse, &told(&alarms, now_ms));
        let found = Found { device, alarms, now_ms };
        for (troubles, open) in [(Vec::from_iter(alarm), true), (cured, false)] {
            let words: Vec<_> = troubles.iter().map(|trouble| trouble.as_str()).collect();
            tell(shared, &found, &words, since_ms(report, &troubles), open).await;
        }
    }
}

fn told(alarms: &[&Alarm], now_ms: i64) -> Vec<ScreenTold> {
    let known = alarms.iter().filter_map(|alarm| Some((ScreenTrouble::parse(&alarm.trouble)?, alarm)));
    known
        .map(|(trouble, alarm)| ScreenTold { trouble, open: alarm.state == "open", ago_ms: now_ms - alarm.raised_ms })
        .collect()
}

/// Since when it is so, process clock: a silent screen since it was last heard, a sound since it changed.
fn since_ms(report: &ScreenReport, troubles: &[ScreenTrouble]) -> i64 {
    if troubles == [ScreenTrouble::Silent] { report.at_ms } else { report.sound_since_ms }
}
