//! Leased numbers and what is given from them.

use super::schema::{collected, entries, leases, touches};
use super::{Entry, Journal, NewTouch};
use crate::failure::Failure;
use diesel::prelude::*;

/// A leased number.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = leases)]
#[allow(missing_docs, reason = "the members of the server's answer")]
pub struct Lease {
    pub ticket: String,
    pub day: String,
    pub department: String,
    pub service: Option<String>,
    pub number: i32,
    pub code: String,
    pub status_url: String,
    pub token: String,
    pub used: bool,
}

/// What a number is given for.
pub struct Leased<'a> {
    /// The touch: its row if it has none yet, else its key.
    pub touch: Given<'a>,
    /// What the server is told.
    pub entry: &'a Entry,
    /// The visit that is collected by it.
    pub visit: Option<&'a str>,
    /// The number's ticket.
    pub lease: &'a str,
    /// What the page is told.
    pub answer: &'a str,
    /// `waiting` or `none`.
    pub paper: &'static str,
    /// Whether the server may hold a ticket for the same touch.
    pub twin: bool,
}

/// A touch that gets a number.
pub enum Given<'a> {
    /// The server was not asked.
    New(&'a NewTouch),
    /// It stands in the journal.
    Key(&'a str),
}

impl Journal {
    /// Takes the server's list of the unused numbers of `day`: other unused ones are gone, used ones stay used.
    pub fn set_leases(&self, day: &str, list: &[Lease]) -> Result<(), Failure> {
        self.write(|db| {
            diesel::delete(leases::table.filter(leases::used.eq(false))).execute(db)?;
            diesel::delete(leases::table.filter(leases::day.lt(day))).execute(db)?;
            for lease in list {
                diesel::insert_or_ignore_into(leases::table).values(lease).execute(db)?;
            }
            Ok(())
        })
    }

    /// The lowest unused number of a service, or of the department's U series (`service` none).
    pub fn lowest(&self, day: &str, department: &str, service: Option<&str>) -> Result<Option<Lease>, Failure> {
        let free = leases::table
            .filter(leases::day.eq(day).and(leases::used.eq(false)).and(leases::department.eq(department)))
            .order(leases::number)
            .into_boxed();
        let free = match service {
            Some(service) => free.filter(leases::service.eq(service.to_owned())),
            None => free.filter(leases::service.is_null()),
        };
        Ok(free.first(&mut *self.connection()).optional()?)
    }

    /// How many numbers are left for a day, all series together.
    pub fn leases_left(&self, day: &str) -> Result<i64, Failure> {
        let free = leases::table.filter(leases::day.eq(day).and(leases::used.eq(false)));
        Ok(free.count().get_result(&mut *self.connection())?)
    }

    /// Gives a leased number for a touch: number used, visit collected, entry for the server, answer for the page, all or nothing.
    pub fn give(&self, given: &Leased) -> Result<(), Failure> {
        self.write(|db| {
            let key = match &given.touch {
                Given::New(touch) => {
                    diesel::insert_into(touches::table).values(*touch).execute(db)?;
                    touch.key.as_str()
                }
                Given::Key(key) => key,
            };
            let free = leases::table.find(given.lease).filter(leases::used.eq(false));
            if diesel::update(free).set(leases::used.eq(true)).execute(db)? != 1 {
                return Err(diesel::result::Error::NotFound);
            }
            if let Some(visit) = given.visit {
                let row = (collected::entry.eq(visit), collected::day.eq(&given.entry.day));
                diesel::insert_into(collected::table).values(row).execute(db)?;
            }
            diesel::insert_into(entries::table).values(given.entry).execute(db)?;
            let change = (
                touches::state.eq("offline"),
                touches::answer.eq(given.answer),
                touches::ticket.eq(given.lease),
                touches::paper.eq(given.paper),
                touches::twin.eq(if given.twin { "sought" } else { "none" }),
            );
            diesel::update(touches::table.find(key)).set(change).execute(db)?;
            Ok(())
        })
    }
}
