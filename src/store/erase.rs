//! Erasing personal data: the contact stays as a blank row, its code and day still taken.

use crate::append::Appender;
use crate::day;
use crate::fault::Fault;
use crate::schema::contacts;
use chrono::NaiveDate;
use diesel::prelude::*;

impl Appender {
    /// Erases name, phone, e-mail and person of one appointment; answers whether there was anything to erase.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_contact(&mut self, appointment: &str, now_ms: i64) -> Result<bool, Fault> {
        self.run(|c| {
            let unerased =
                contacts::table.filter(contacts::appointment.eq(appointment)).filter(contacts::erased_ms.is_null());
            Ok(diesel::update(unerased).set(blank(now_ms)).execute(c)? > 0)
        })
    }

    /// Erases the personal data of all visits before a day (retention); answers how many contacts.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_contacts_before(&mut self, day: NaiveDate, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| {
            let unerased =
                contacts::table.filter(contacts::day.lt(day::written(day))).filter(contacts::erased_ms.is_null());
            diesel::update(unerased).set(blank(now_ms)).execute(c)
        })
    }

    /// Erases the personal data of visits that were cancelled or not collected and whose hour lies before an instant
    /// (law line 21); answers how many contacts.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_ended_before(&mut self, start_ms: i64, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| {
            let ended = contacts::table
                .filter(contacts::start_ms.lt(start_ms))
                .filter(contacts::state.eq_any(["cancelled", "not_collected"]))
                .filter(contacts::erased_ms.is_null());
            diesel::update(ended).set(blank(now_ms)).execute(c)
        })
    }
}

#[derive(AsChangeset)]
#[diesel(table_name = contacts)]
pub(crate) struct Blank {
    person: &'static str,
    name: &'static str,
    phone: &'static str,
    email: &'static str,
    origin: &'static str,
    erased_ms: i64,
}

pub(crate) fn blank(now_ms: i64) -> Blank {
    Blank { person: "", name: "", phone: "", email: "", origin: "", erased_ms: now_ms }
}
