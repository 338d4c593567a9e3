//! What departments were told of queues that have reached their marks. A change and its letter are one transaction, so of several nodes one
//! tells it.

use crate::append::Appender;
use crate::bulk;
use crate::connection::{Connection, on_each};
use crate::fault::Fault;
use crate::letters::NewLetter;
use crate::schema::queue_alarms;
use crate::store::Store;
use diesel::prelude::*;

/// What was told last of one service.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = queue_alarms)]
pub struct QueueAlarm {
    /// The service's id.
    pub service: String,
    /// The trouble in one word; `clear` after an all-clear.
    pub told: String,
    /// When its first alarm was raised, office clock.
    pub raised_ms: i64,
    /// Changes so far.
    pub turn: i32,
}

impl Store {
    /// All that was told, by service.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn queue_alarms(&self) -> Result<Vec<QueueAlarm>, Fault> {
        self.read(|c| queue_alarms::table.order(queue_alarms::service).load(c))
    }
}

impl Appender {
    /// Makes an alarm stand as it is given, exactly one turn after what is stored, and writes the letter that says so. Answers `false`, and
    /// does nothing, when another node was faster.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn tell_queue_alarm(&mut self, alarm: &QueueAlarm, letter: &NewLetter) -> Result<bool, Fault> {
        self.run(|c| {
            if !turned(c, alarm)? {
                return Ok(false);
            }
            bulk::insert(c, &[letter])?;
            Ok(true)
        })
    }
}

fn turned(c: &mut Connection, alarm: &QueueAlarm) -> QueryResult<bool> {
    if alarm.turn == 1 {
        let row = alarm.clone();
        let added = on_each!(c, c => diesel::insert_into(queue_alarms::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
        return Ok(added == 1);
    }
    let before = queue_alarms::table
        .filter(queue_alarms::service.eq(&alarm.service))
        .filter(queue_alarms::turn.eq(alarm.turn - 1));
    let stands = (
        queue_alarms::told.eq(&alarm.told),
        queue_alarms::raised_ms.eq(alarm.raised_ms),
        queue_alarms::turn.eq(alarm.turn),
    );
    Ok(diesel::update(before).set(stands).execute(c)? == 1)
}
