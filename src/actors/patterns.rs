//! The facts that suspicious patterns are looked for in: the latest bookings, and when their terms had become free. What
//! a pattern is decides the core ([`okienko_queue::patterns`]).

use crate::ask::Trouble;
use crate::office::Office;
use crate::rows::record_of;
use chrono::{Days, NaiveTime};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::{Event, Record};
use okienko_queue::office::OfficeFile;
use okienko_queue::patterns::{Booking, Limits, Pattern, find};
use okienko_queue::time::{self, Instant, day_of, from_ms};
use okienko_store::{Access, Contact, Fault, Store};
use std::collections::BTreeMap;

/// Bookings looked at, the latest first: some weeks of a city, and a few megabytes.
const MOST_BOOKINGS: usize = 20_000;
/// Events of each department's journal that are searched for terms given back: some weeks of a busy one.
const MOST_EVENTS: i64 = 50_000;
/// Days back: nothing older is kept of people (law line 21).
const DAYS_BACK: u64 = 14;
/// Events by which a term becomes free.
const GIVEN_BACK: [&str; 2] = ["appointment_cancelled", "appointment_moved"];

/// What was found, and in how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The patterns.
    pub patterns: Vec<Pattern>,
    /// Bookings that were looked at.
    pub bookings: usize,
    /// Whether those were all that there are.
    pub complete: bool,
}

/// Instants at which each term (service, hour) was given back.
type Releases = BTreeMap<(String, i64), Vec<Instant>>;

impl Office {
    /// Suspicious patterns in the latest bookings whose contacts are not erased; that they were asked for is logged.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away.
    pub async fn patterns(&self, who: &str) -> Result<Findings, Trouble> {
        let (office, now) = (self.catalogue(), self.clock().now());
        self.log_access(vec![Access::new(now.timestamp_millis(), who, "saw_patterns", "", "")?]).await?;
        self.read(move |store| findings(store, &office, now)).await
    }
}

fn findings(store: &Store, office: &OfficeFile, now: Instant) -> Result<Findings, Fault> {
    let today = day_of(office.office.time_zone, now);
    let from = today.checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(today);
    let contacts = store.latest_contacts(from, MOST_BOOKINGS as i64)?;
    let releases = releases(store, office, &contacts)?;
    let bookings: Vec<Booking> = contacts.iter().map(|contact| booking(contact, office, &releases)).collect();
    Ok(Findings {
        patterns: find(&bookings, &Limits::default()),
        bookings: bookings.len(),
        complete: bookings.len() < MOST_BOOKINGS,
    })
}

fn releases(store: &Store, office: &OfficeFile, contacts: &[Contact]) -> Result<Releases, Fault> {
    let known: BTreeMap<&str, &Contact> = contacts.iter().map(|one| (one.appointment.as_str(), one)).collect();
    let mut releases = Releases::new();
    for department in &office.departments {
        for row in store.latest_events(department.id.as_str(), &GIVEN_BACK, MOST_EVENTS)? {
            let Some((term, at)) = given_back(&record_of(&row)?, &known) else { continue };
            releases.entry(term).or_default().push(at);
        }
    }
    Ok(releases)
}

/// The term that an event gave back, and since when others may book it.
fn given_back(record: &Record, known: &BTreeMap<&str, &Contact>) -> Option<((String, i64), Instant)> {
    let contact = |id: &okienko_queue::ids::AppointmentId| known.get(id.as_str()).copied();
    match &record.event {
        Event::AppointmentCancelled { appointment, rests_until, .. } => {
            let visit = contact(appointment)?;
            Some(((visit.service.clone(), visit.start_ms), rests_until.unwrap_or(record.at)))
        }
        Event::AppointmentMoved { appointment, from, rests_until, .. } => {
            let visit = contact(appointment)?;
            Some(((visit.service.clone(), from.timestamp_millis()), rests_until.unwrap_or(record.at)))
        }
        _ => None,
    }
}

fn booking(contact: &Contact, office: &OfficeFile, releases: &Releases) -> Booking {
    let booked = from_ms(contact.booked_ms);
    let department = office.departments.iter().find(|department| department.id.as_str() == contact.department);
    let opened = department.and_then(|department| opened(department, contact.day));
    let given_back = releases.get(&(contact.service.clone(), contact.start_ms)).into_iter().flatten().copied();
    Booking {
        appointment: contact.appointment.as_str().into(),
        person: contact.person.clone(),
        phone: contact.phone.parse().unwrap_or(0),
        email: contact.email.to_lowercase(),
        origin: contact.origin.clone(),
        booked,
        released: given_back.chain(opened).filter(|at| *at <= booked).max(),
        cancelled: contact.state == "cancelled",
    }
}

/// When a day became bookable: as many days before as the horizon reaches, at the hour of release or at midnight (R8).
fn opened(department: &DepartmentConfig, day: chrono::NaiveDate) -> Option<Instant> {
    let rules = &department.booking;
    let released = day.checked_sub_days(Days::new(u64::from(rules.horizon_days)))?;
    time::at(department.time_zone, released, rules.release_hour.unwrap_or(NaiveTime::MIN))
}
