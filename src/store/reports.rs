//! The last report of each kiosk: how it and its printer are.

use crate::append::Appender;
use crate::connection::on_each;
use crate::fault::Fault;
use crate::schema::{device_reports, devices};
use crate::store::Store;
use diesel::prelude::*;

/// A kiosk's last report. All instants are on the process clock.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = device_reports)]
pub struct Report {
    /// The device's id.
    pub device: String,
    /// What it said, JSON; the caller bounds its size.
    pub report: String,
    /// When it came.
    pub at_ms: i64,
    /// The printer's state in one word.
    pub printer: String,
    /// Since when the printer has been so.
    pub printer_since_ms: i64,
}

impl Store {
    /// The last reports of the devices that are active, by device.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn reports(&self) -> Result<Vec<Report>, Fault> {
        self.read(|c| {
            device_reports::table
                .inner_join(devices::table)
                .filter(devices::state.eq("active"))
                .select(device_reports::all_columns)
                .order(device_reports::device)
                .load(c)
        })
    }
}

impl Appender {
    /// Keeps a device's report instead of its last one, and notes that it was seen.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer, [`Fault::Broken`] for a device that does not exist.
    pub fn put_report(&mut self, device: &str, report: &str, printer: &str, now_ms: i64) -> Result<(), Fault> {
        self.run(|c| {
            let of_device = device_reports::table.filter(device_reports::device.eq(device));
            let same = of_device.filter(device_reports::printer.eq(printer));
            let told = (device_reports::report.eq(report), device_reports::at_ms.eq(now_ms));
            if diesel::update(same).set(told).execute(c)? == 0 {
                diesel::delete(of_device).execute(c)?;
                let row = Report {
                    device: device.to_owned(),
                    report: report.to_owned(),
                    at_ms: now_ms,
                    printer: printer.to_owned(),
                    printer_since_ms: now_ms,
                };
                on_each!(c, c => diesel::insert_into(device_reports::table)
                    .values(row)
                    .on_conflict_do_nothing()
                    .execute(c))?;
            }
            diesel::update(devices::table.find(device)).set(devices::last_seen_ms.eq(now_ms)).execute(c).map(drop)
        })
    }
}
