//! The last report of each lobby screen: how it is and whether it can be heard.

use crate::append::Appender;
use crate::connection::on_each;
use crate::devices::{Device, DeviceKind};
use crate::fault::Fault;
use crate::schema::{devices, screen_reports};
use crate::store::Store;
use diesel::prelude::*;

/// A screen's report is written no more often than this while its sound stays as it is, milliseconds: many screens say the same all day.
pub const SCREEN_REPORT_MS: i64 = 20_000;

/// A screen's last report. All instants are on the process clock.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = screen_reports)]
pub struct ScreenReport {
    /// The device's id.
    pub device: String,
    /// What it said, JSON; the caller bounds its size.
    pub report: String,
    /// When it came.
    pub at_ms: i64,
    /// Its sound in one word: `on`, `blocked`, `off`, `quiet` or `no_speech`.
    pub sound: String,
    /// Since when the sound has been so.
    pub sound_since_ms: i64,
}

impl Store {
    /// The active lobby screen of a token; a kiosk's token is none.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn screen_of_token(&self, token: &str) -> Result<Option<Device>, Fault> {
        Ok(self.device_by_token(token)?.filter(|device| device.kind == DeviceKind::Board.as_str()))
    }

    /// The lobby screens that are active, by id.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn screens(&self) -> Result<Vec<Device>, Fault> {
        self.read(|c| {
            devices::table
                .filter(devices::kind.eq(DeviceKind::Board.as_str()))
                .filter(devices::state.eq("active"))
                .order(devices::id)
                .load(c)
        })
    }

    /// The last reports of the screens that are active, by device.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn screen_reports(&self) -> Result<Vec<ScreenReport>, Fault> {
        self.read(|c| {
            screen_reports::table
                .inner_join(devices::table)
                .filter(devices::state.eq("active"))
                .select(screen_reports::all_columns)
                .order(screen_reports::device)
                .load(c)
        })
    }
}

impl Appender {
    /// Keeps a screen's report instead of its last one, and notes that it was seen. Answers `false`, and does nothing, when the last
    /// one came within [`SCREEN_REPORT_MS`] with the same sound.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer, [`Fault::Broken`] for a device that does not exist or no word of sound.
    pub fn put_screen_report(&mut self, device: &str, report: &str, sound: &str, now_ms: i64) -> Result<bool, Fault> {
        self.run(|c| {
            let of_device = screen_reports::table.filter(screen_reports::device.eq(device));
            let same = of_device.filter(screen_reports::sound.eq(sound));
            let due = same.filter(screen_reports::at_ms.le(now_ms - SCREEN_REPORT_MS));
            let told = (screen_reports::report.eq(report), screen_reports::at_ms.eq(now_ms));
            if diesel::update(due).set(told).execute(c)? == 0 {
                // Set back only a clock can be; a report from ahead of it must not silence all that follow.
                let fresh = same.filter(screen_reports::at_ms.le(now_ms)).count().get_result::<i64>(c)? > 0;
                if fresh {
                    return Ok(false);
                }
                diesel::delete(of_device).execute(c)?;
                let row = ScreenReport {
                    device: device.to_owned(),
                    report: report.to_owned(),
                    at_ms: now_ms,
                    sound: sound.to_owned(),
                    sound_since_ms: now_ms,
                };
                on_each!(c, c => diesel::insert_into(screen_reports::table)
                    .values(row)
                    .on_conflict_do_nothing()
                    .execute(c))?;
            }
            let seen = devices::last_seen_ms.eq(now_ms);
            diesel::update(devices::table.find(device)).set(seen).execute(c).map(|_| true)
        })
    }
}
