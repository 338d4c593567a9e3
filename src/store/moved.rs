//! A contact follows its visit to another term.

use crate::connection::Connection;
use crate::day;
use crate::schema::contacts;
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;

/// The new term of a visit, written with the event that moves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactMove {
    /// Index of the command in its batch; echoed when the code is not free on the new day.
    pub command: usize,
    /// Id of the appointment.
    pub appointment: String,
    /// Office-local day of the new term.
    pub day: NaiveDate,
    /// The new hour, milliseconds since 1970 (UTC).
    pub start_ms: i64,
    /// The code for the kiosk, unique on the new day.
    pub code: String,
}

/// Moves one contact; answers whether its code was free on the new day. One that was erased follows too.
pub(crate) fn put(c: &mut Connection, to: &ContactMove) -> QueryResult<bool> {
    let new_day = day::written(to.day);
    let others = contacts::table
        .filter(contacts::day.eq(&new_day))
        .filter(contacts::code.eq(&to.code))
        .filter(contacts::appointment.ne(&to.appointment));
    if diesel::select(exists(others)).get_result::<bool>(c)? {
        return Ok(false);
    }
    diesel::update(contacts::table.find(&to.appointment))
        .set((contacts::day.eq(&new_day), contacts::start_ms.eq(to.start_ms), contacts::code.eq(&to.code)))
        .execute(c)?;
    Ok(true)
}
