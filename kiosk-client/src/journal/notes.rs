//! What is remembered of the server and of this machine, one JSON text a name.

use super::Journal;
use super::schema::{leases, notes};
use crate::failure::Failure;
use diesel::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How many papers came out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The office's day that `today` counts.
    pub day: String,
    /// On that day.
    pub today: u32,
    /// Since the roll was changed.
    pub since_roll: u32,
    /// Office time of that day's first paper.
    #[serde(default)]
    pub first_ms: i64,
}

impl Journal {
    /// What is remembered under a name; nothing when it cannot be read.
    pub fn note<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let row = notes::table.find(name).select(notes::body);
        let body: Option<String> = row.first(&mut *self.connection()).optional().ok().flatten();
        body.and_then(|body| serde_json::from_str(&body).ok())
    }

    /// Remembers.
    pub fn remember<T: Serialize>(&self, name: &str, what: &T) -> Result<(), Failure> {
        let body = serde_json::to_string(what)?;
        let row = (notes::name.eq(name), notes::body.eq(body));
        self.write(|db| diesel::replace_into(notes::table).values(row).execute(db).map(drop))
    }

    /// Another kiosk's leases, lists and answers are of no use: the device token has changed.
    pub fn forget_server(&self) -> Result<(), Failure> {
        self.write(|db| {
            diesel::delete(leases::table.filter(leases::used.eq(false))).execute(db)?;
            diesel::delete(super::schema::visits::table).execute(db)?;
            diesel::delete(notes::table.filter(notes::name.eq_any(["setup", "services", "day"]))).execute(db)?;
            Ok(())
        })
    }

    /// One more paper came out.
    pub fn count_paper(&self, day: &str, now_ms: i64) -> Result<(), Failure> {
        let mut printed: Printed = self.note("printed").unwrap_or_default();
        if printed.day != day {
            printed.day = day.to_owned();
            printed.today = 0;
            printed.first_ms = now_ms;
        }
        printed.today = printed.today.saturating_add(1);
        printed.since_roll = printed.since_roll.saturating_add(1);
        self.remember("printed", &printed)
    }
}
