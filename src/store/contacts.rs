//! Contact data of appointments: the only personal data, beside the journal and never in it.

use crate::bulk::{Cell, Row};
use crate::day::{self, Day};
use crate::fault::Fault;
use crate::schema::contacts;
use crate::store::Store;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::borrow::Cow;

/// Who booked an appointment and how to reach them (R11).
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Index of the command in its batch; echoed when the code is not free, 0 when read back.
    pub command: usize,
    /// Id of the appointment.
    pub appointment: String,
    /// The department it is booked at.
    pub department: String,
    /// Office-local day of the visit.
    pub day: NaiveDate,
    /// Booked hour, milliseconds since 1970 (UTC).
    pub start_ms: i64,
    /// Id of the service.
    pub service: String,
    /// Keyed hash of the phone, see [`crate::Secrets::person_hash`]; empty once erased.
    pub person: String,
    /// First name, as typed; empty once erased.
    pub name: String,
    /// Phone as digits with the country's prefix (R14); empty once erased.
    pub phone: String,
    /// E-mail address; empty once erased.
    pub email: String,
    /// Language of the letters: `pl`, `en` or `uk`.
    pub language: String,
    /// Short code for the kiosk, unique in its day.
    pub code: String,
    /// When the personal data was erased.
    pub erased_ms: Option<i64>,
    /// State of the appointment as in the contract (`booked`, `collected` …), kept up by [`VisitState`].
    pub state: String,
    /// When it was booked, milliseconds since 1970 (UTC).
    pub booked_ms: i64,
    /// Keyed hash of the network address it was booked from, empty when unknown or erased.
    pub origin: String,
    /// Whether letters arrive: `fine` or `failed` (law line 34).
    pub mail: String,
}

/// Says which appointment, never who.
impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Contact").field("appointment", &self.appointment).finish_non_exhaustive()
    }
}

impl Row for Contact {
    const TABLE: &'static str = "contacts";
    const COLUMNS: &'static [&'static str] = &[
        "appointment",
        "department",
        "day",
        "start_ms",
        "service",
        "person",
        "name",
        "phone",
        "email",
        "language",
        "code",
        "erased_ms",
        "state",
        "booked_ms",
        "origin",
        "mail",
    ];
    const TAIL: &'static str = "ON CONFLICT DO NOTHING";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.appointment),
            Cell::text(&self.department),
            Cell::Text(Some(Cow::Owned(day::written(self.day)))),
            Cell::int(self.start_ms),
            Cell::text(&self.service),
            Cell::text(&self.person),
            Cell::text(&self.name),
            Cell::text(&self.phone),
            Cell::text(&self.email),
            Cell::text(&self.language),
            Cell::text(&self.code),
            Cell::Int(self.erased_ms),
            Cell::text(&self.state),
            Cell::int(self.booked_ms),
            Cell::text(&self.origin),
            Cell::text(&self.mail),
        ]);
    }
}

/// A contact as it is stored, without the command that made it.
#[derive(Queryable)]
struct Stored {
    appointment: String,
    department: String,
    day: Day,
    start_ms: i64,
    service: String,
    person: String,
    name: String,
    phone: String,
    email: String,
    language: String,
    code: String,
    erased_ms: Option<i64>,
    state: String,
    booked_ms: i64,
    origin: String,
    mail: String,
}

impl From<Stored> for Contact {
    fn from(row: Stored) -> Self {
        Self {
            command: 0,
            appointment: row.appointment,
            department: row.department,
            day: row.day.into(),
            start_ms: row.start_ms,
            service: row.service,
            person: row.person,
            name: row.name,
            phone: row.phone,
            email: row.email,
            language: row.language,
            code: row.code,
            erased_ms: row.erased_ms,
            state: row.state,
            booked_ms: row.booked_ms,
            origin: row.origin,
            mail: row.mail,
        }
    }
}

impl Store {
    /// All contacts of a person (keyed hash) from a day on, over all departments, nearest visit first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contacts_of_person(&self, person: &str, from_day: NaiveDate) -> Result<Vec<Contact>, Fault> {
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::person.eq(person))
                .filter(contacts::day.ge(day::written(from_day)))
                .order((contacts::day, contacts::start_ms, contacts::appointment))
                .load(c)
        })?;
        Ok(rows.into_iter().map(Contact::from).collect())
    }

    /// The contact of one appointment.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contact(&self, appointment: &str) -> Result<Option<Contact>, Fault> {
        let row: Option<Stored> = self.read(|c| contacts::table.find(appointment).first(c).optional())?;
        Ok(row.map(Contact::from))
    }

    /// The contact with a kiosk code on a day.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contact_by_code(&self, day: NaiveDate, code: &str) -> Result<Option<Contact>, Fault> {
        let row: Option<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::day.eq(day::written(day)))
                .filter(contacts::code.eq(code))
                .first(c)
                .optional()
        })?;
        Ok(row.map(Contact::from))
    }

    /// The contacts of an e-mail address, whatever its capitals: for the data-protection officer (law line 22).
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contacts_of_email(&self, email: &str) -> Result<Vec<Contact>, Fault> {
        let wanted = email.trim().to_lowercase();
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::erased_ms.is_null())
                .filter(contacts::email.ne(""))
                .order((contacts::day, contacts::start_ms, contacts::appointment))
                .load(c)
        })?;
        // Folded here: the engines disagree on what the small letters of Polish and Ukrainian ones are.
        Ok(rows.into_iter().filter(|row| row.email.to_lowercase() == wanted).map(Contact::from).collect())
    }

    /// The contacts with a kiosk code from a day on: a caller's visit may be on any of the days that can be booked.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contacts_by_code(&self, from_day: NaiveDate, code: &str) -> Result<Vec<Contact>, Fault> {
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::day.ge(day::written(from_day)))
                .filter(contacts::code.eq(code))
                .order((contacts::day, contacts::start_ms))
                .load(c)
        })?;
        Ok(rows.into_iter().map(Contact::from).collect())
    }

    /// All contacts from a day to another, of all departments, that are not erased: for reminders and patterns.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contacts_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Contact>, Fault> {
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::day.ge(day::written(from)))
                .filter(contacts::day.le(day::written(to)))
                .filter(contacts::erased_ms.is_null())
                .order((contacts::start_ms, contacts::appointment))
                .load(c)
        })?;
        Ok(rows.into_iter().map(Contact::from).collect())
    }

    /// The contacts booked last, of visits from a day on, that are not erased: at most `limit` of them.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn latest_contacts(&self, from_day: NaiveDate, limit: i64) -> Result<Vec<Contact>, Fault> {
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::day.ge(day::written(from_day)))
                .filter(contacts::erased_ms.is_null())
                .order((contacts::booked_ms.desc(), contacts::appointment))
                .limit(limit)
                .load(c)
        })?;
        Ok(rows.into_iter().map(Contact::from).collect())
    }

    /// All contacts of a department on a day, by hour: the staff's list of expected visits.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn contacts_of_day(&self, department: &str, day: NaiveDate) -> Result<Vec<Contact>, Fault> {
        let rows: Vec<Stored> = self.read(|c| {
            contacts::table
                .filter(contacts::day.eq(day::written(day)))
                .filter(contacts::department.eq(department))
                .order((contacts::start_ms, contacts::appointment))
                .load(c)
        })?;
        Ok(rows.into_iter().map(Contact::from).collect())
    }
}
