//! What the office was told of kiosks in trouble. A change and its letter are one transaction, so of several nodes one tells it.

use crate::append::Appender;
use crate::bulk;
use crate::connection::{Connection, on_each};
use crate::fault::Fault;
use crate::letters::NewLetter;
use crate::schema::device_alarms;
use crate::store::Store;
use diesel::prelude::*;

/// What was told last of one trouble of one device.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = device_alarms)]
pub struct Alarm {
    /// The device's id.
    pub device: String,
    /// The trouble in one word.
    pub trouble: String,
    /// `open` after an alarm, `clear` after an all-clear.
    pub state: String,
    /// When the last alarm was raised, process clock.
    pub raised_ms: i64,
    /// Changes so far.
    pub turn: i32,
}

impl Store {
    /// All that was told.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn alarms(&self) -> Result<Vec<Alarm>, Fault> {
        self.read(|c| device_alarms::table.order((device_alarms::device, device_alarms::trouble)).load(c))
    }
}

impl Appender {
    /// Makes these alarms stand as they are given, each exactly one turn after what is stored, and writes the letter that says so.
    /// Answers `false`, and does nothing, when another node was faster with the first of them.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn tell_alarms(&mut self, alarms: &[Alarm], letter: &NewLetter) -> Result<bool, Fault> {
        self.run(|c| {
            for (n, alarm) in alarms.iter().enumerate() {
                if !turned(c, alarm)? && n == 0 {
                    return Ok(false);
                }
            }
            bulk::insert(c, &[letter])?;
            Ok(true)
        })
    }
}

fn turned(c: &mut Connection, alarm: &Alarm) -> QueryResult<bool> {
    if alarm.turn == 1 {
        let row = alarm.clone();
        let added = on_each!(c, c => diesel::insert_into(device_alarms::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
        return Ok(added == 1);
    }
    let before = device_alarms::table
        .filter(device_alarms::device.eq(&alarm.device))
        .filter(device_alarms::trouble.eq(&alarm.trouble))
        .filter(device_alarms::turn.eq(alarm.turn - 1));
    let stands = (
        device_alarms::state.eq(&alarm.state),
        device_alarms::raised_ms.eq(alarm.raised_ms),
        device_alarms::turn.eq(alarm.turn),
    );
    Ok(diesel::update(before).set(stands).execute(c)? == 1)
}
