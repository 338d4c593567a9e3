//! The watch over the kiosks: trouble is told to the office before citizens meet it, and so is its end. Every node watches; the store
//! sees to it that each change is told once.

use crate::clock::process_now_ms;
use crate::directory;
use crate::kiosk_letters::{ALARM, CLEAR, Params, letter};
use crate::mailer::Wake;
use crate::shared::Shared;
use okienko_queue::kiosk_alarm::{News, Printer, Pulse, Told, Trouble, news};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{Instant, seconds};
use okienko_store::{Alarm, Device, Report};
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
    let expected = open_for(&catalogue, shared.clock.now());
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
        let news = news(&pulse, &told(&alarms, now_ms));
        tell(shared, Found { device, report, alarms, now_ms }, news).await;
    }
}

/// Whether some department has been open for as long as a kiosk may be silent.
fn open_for(catalogue: &OfficeFile, now: Instant) -> bool {
    let before = now - seconds(catalogue.office.kiosk.silent_seconds);
    let zone = catalogue.office.time_zone;
    catalogue.departments.iter().any(|one| one.hours.is_open(zone, before) && one.hours.is_open(zone, now))
}

fn told(alarms: &[&Alarm], now_ms: i64) -> Vec<Told> {
    let known = alarms.iter().filter_map(|alarm| Some((Trouble::parse(&alarm.trouble)?, alarm)));
    known
        .map(|(trouble, alarm)| Told { trouble, open: alarm.state == "open", ago_ms: now_ms - alarm.raised_ms })
        .collect()
}

/// A kiosk as it was found.
struct Found<'a> {
    device: &'a Device,
    report: &'a Report,
    alarms: Vec<&'a Alarm>,
    now_ms: i64,
}

impl Found<'_> {
    /// The next entry about a trouble.
    fn turned(&self, trouble: Trouble, open: bool) -> Alarm {
        let last = self.alarms.iter().find(|alarm| alarm.trouble == trouble.as_str());
        Alarm {
            device: self.device.id.clone(),
            trouble: trouble.as_str().to_owned(),
            state: if open { "open" } else { "clear" }.to_owned(),
            raised_ms: if open { self.now_ms } else { last.map_or(self.now_ms, |last| last.raised_ms) },
            turn: last.map_or(0, |last| last.turn) + 1,
        }
    }

    /// Since when it is so, process clock: a silent kiosk since it was last heard, a printer since it changed.
    fn since_ms(&self, troubles: &[Trouble]) -> i64 {
        if troubles == [Trouble::Silent] { self.report.at_ms } else { self.report.printer_since_ms }
    }
}

async fn tell(shared: &Arc<Shared>, found: Found<'_>, news: News) {
    if let Some(trouble) = news.alarm {
        write(shared, &found, &[trouble], true).await;
    }
    if !news.cured.is_empty() {
        write(shared, &found, &news.cured, false).await;
    }
}

async fn write(shared: &Arc<Shared>, found: &Found<'_>, troubles: &[Trouble], open: bool) {
    let alarms: Vec<Alarm> = troubles.iter().map(|trouble| found.turned(*trouble, open)).collect();
    let Some(first) = alarms.first() else { return };
    let now = shared.clock.now().timestamp_millis();
    let params = Params {
        kiosk: found.device.name.clone(),
        troubles: alarms.iter().map(|alarm| alarm.trouble.clone()).collect(),
        since_ms: now - (found.now_ms - found.since_ms(troubles)).max(0),
        written_at_ms: now,
    };
    let key = format!("kiosk:{}:{}:{}", found.device.id, first.trouble, first.turn);
    let kind = if open { ALARM } else { CLEAR };
    let Some(letter) = letter(kind, key, &found.device.id, &params) else { return };
    tracing::warn!(device = %found.device.id, troubles = ?params.troubles, open, "a kiosk's state is told to the office");
    let told = directory::write(shared, move |appender| appender.tell_alarms(&alarms, &letter)).await;
    if let (Ok(true), Some(mailer)) = (told, shared.mailer.get()) {
        mailer.do_send(Wake);
    }
}
