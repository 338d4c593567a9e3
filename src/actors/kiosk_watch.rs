//! The watch over the kiosks: trouble is told to the office before citizens meet it, and so is its end. Every node watches; the store
//! sees to it that each change is told once.

use crate::clock::process_now_ms;
use crate::device_news::{Found, open_for, tell};
use crate::directory;
use crate::shared::Shared;
use okienko_queue::kiosk_alarm::{News, Printer, Pulse, Told, Trouble, news};
use okienko_queue::time::seconds;
use okienko_store::{Alarm, Report};
use std::sync::Arc;
use std::time::Duration;

/// The kiosks are looked at so often.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Watches for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let began_ms = process_now_ms();
    while !shared.is_draining() {
        round(&shared, began_ms, process_now_ms()).await;
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// One look at all kiosks that have ever reported, at an instant of the process clock. While this process was not there nobody could be
/// heard: silence counts from `began_ms` on. A database that is away is asked again the next time.
pub async fn round(shared: &Arc<Shared>, began_ms: i64, now_ms: i64) {
    let catalogue = shared.catalogue();
    if catalogue.office.kiosk.alert_mail.is_none() {
        return;
    }
    let known = directory::read(shared, |store| Ok((store.reports()?, store.alarms()?, store.devices()?)));
    let Ok((reports, alarms, devices)) = known.await else { return };
    let silent_after_ms = i64::from(catalogue.office.kiosk.silent_seconds) * 1_000;
    let expected = open_for(&catalogue, seconds(catalogue.office.kiosk.silent_seconds), shared.clock.now());
    for report in &reports {
        let Some(device) = devices.iter().find(|device| device.id == report.device) else { continue };
        let alarms: Vec<&Alarm> = alarms.iter().filter(|alarm| alarm.device == device.id).collect();
        let pulse = Pulse {
            printer: Printer::parse(&report.printer).unwrap_or(Printer::Error),
            printer_ms: now_ms - report.printer_since_ms,
            quiet_ms: now_ms - report.at_ms.max(began_ms),
            silent_after_ms,
            expected,
        };
        let News { alarm, cured } = news(&pulse, &told(&alarms, now_ms));
        let found = Found { device, alarms, now_ms };
        for (troubles, open) in [(Vec::from_iter(alarm), true), (cured, false)] {
            let words: Vec<_> = troubles.iter().map(|trouble| trouble.as_str()).collect();
            tell(shared, &found, &words, since_ms(report, &troubles), open).await;
        }
    }
}

fn told(alarms: &[&Alarm], now_ms: i64) -> Vec<Told> {
    let known = alarms.iter().filter_map(|alarm| Some((Trouble::parse(&alarm.trouble)?, alarm)));
    known
        .map(|(trouble, alarm)| Told { trouble, open: alarm.state == "open", ago_ms: now_ms - alarm.raised_ms })
        .collect()
}

/// Since when it is so, process clock: a silent kiosk since it was last heard, a printer since it changed.
fn since_ms(report: &Report, troubles: &[Trouble]) -> i64 {
    if troubles == [Trouble::Silent] { report.at_ms } else { report.printer_since_ms }
}
