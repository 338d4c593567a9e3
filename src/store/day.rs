//! Service days in SQL: TEXT `YYYY-MM-DD`, the same on both engines and in order when sorted.

use chrono::NaiveDate;
use diesel::backend::Backend;
use diesel::deserialize::{FromSql, Queryable, Result};
use diesel::sql_types::Text;

/// How a day is written into a column.
pub(crate) fn written(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A day read from a column.
pub struct Day(NaiveDate);

impl<DB: Backend> Queryable<Text, DB> for Day
where
    String: FromSql<Text, DB>,
{
    type Row = String;

    fn build(text: String) -> Result<Self> {
        Ok(Self(NaiveDate::parse_from_str(&text, "%Y-%m-%d")?))
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}
