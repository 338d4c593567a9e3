//! The day list, and what was collected here without the server.

use super::Journal;
use super::schema::{collected, visits};
use crate::failure::Failure;
use diesel::prelude::*;
use serde::Deserialize;

/// A booked visit as the day list tells it.
#[derive(Clone, Debug, Queryable, Insertable, Deserialize)]
#[diesel(table_name = visits)]
#[allow(missing_docs, reason = "the members of the server's answer")]
pub struct Visit {
    pub entry: String,
    #[serde(default)]
    pub day: String,
    pub department: String,
    pub service: String,
    pub start: String,
    pub opens_at: String,
    pub until: String,
    pub state: String,
}

impl Journal {
    /// Takes the list of a day in place of what was there.
    pub fn set_visits(&self, day: &str, list: &[Visit]) -> Result<(), Failure> {
        self.write(|db| {
            diesel::delete(visits::table).execute(db)?;
            diesel::delete(collected::table.filter(collected::day.lt(day))).execute(db)?;
            for visit in list {
                diesel::insert_or_ignore_into(visits::table).values(visit).execute(db)?;
            }
            Ok(())
        })
    }

    /// The visit of an entry of the day's list, and whether it was collected here.
    pub fn visit(&self, day: &str, entry: &str) -> Result<Option<(Visit, bool)>, Failure> {
        let mut db = self.connection();
        let row = visits::table.find(entry).filter(visits::day.eq(day));
        let Some(visit) = row.first::<Visit>(&mut *db).optional()? else { return Ok(None) };
        let here: i64 = collected::table.find(entry).count().get_result(&mut *db)?;
        Ok(Some((visit, here > 0)))
    }

    /// Forgets all visits: the list is of another day, or of another kiosk.
    pub fn forget_visits(&self) -> Result<(), Failure> {
        self.write(|db| diesel::delete(visits::table).execute(db).map(drop))
    }
}
