//! Suspicious patterns in bookings, against trade in terms: hints where staff should look further, never a verdict and
//! never a refusal. What comes out names visits, kinds and counts; no phone, no address, no name.

use crate::ids::AppointmentId;
use crate::time::{self, Instant};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A booking as plain facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Which visit.
    pub appointment: AppointmentId,
    /// Keyed hash of the phone.
    pub person: String,
    /// The phone's digits as a number, to see neighbours; 0 when unknown.
    pub phone: u64,
    /// The e-mail address in small letters; empty for none.
    pub email: String,
    /// Keyed hash of the network address it came from; empty when unknown, and for bookings by staff.
    pub origin: String,
    /// When it was booked.
    pub booked: Instant,
    /// When its term became free the last time before that: given back by somebody, or the day was opened.
    pub released: Option<Instant>,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// What there is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One e-mail address with many phones; `count` is how many phones.
    OneEmailManyPhones,
    /// One network address with many bookings in short time; `count` is how many bookings.
    OneOriginManyBookings,
    /// Booked and cancelled again and again; `count` is how many cancelled visits.
    BookAndCancel,
    /// Phone numbers in a row; `count` is how many numbers.
    ConsecutivePhones,
    /// Booked within seconds after the term became free; `count` is how many such bookings.
    SecondsAfterRelease,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What it is.
    pub kind: Kind,
    /// How often, see [`Kind`].
    pub count: usize,
    /// The first booking of it.
    pub from: Instant,
    /// The last one.
    pub until: Instant,
    /// The visits, by booking; at most 50 of them.
    pub appointments: Vec<AppointmentId>,
}

/// From where on something is worth a look. Too low and staff learn to ignore the list, so honest people stay below:
/// each number says whom it spares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Phones under one e-mail address. A family shares an address: two parents and a grandparent are three.
    pub phones_per_email: usize,
    /// Bookings from one network address within [`Limits::origin_minutes`]. Mobile operators put hundreds of
    /// households behind one address and a library has one for all its computers: a dozen an hour is a busy day.
    pub bookings_per_origin: usize,
    /// See [`Limits::bookings_per_origin`].
    pub origin_minutes: u32,
    /// Cancelled visits of one person or address in the time looked at (some four weeks). Plans change twice, thrice.
    pub cancellations: usize,
    /// Neighbouring phone numbers. A couple buys two cards in one shop; four in a row are a company's, or bought by the box.
    pub phones_in_a_row: usize,
    /// Seconds from a term's release to its booking. Three steps and a form take a person longer than this, also with
    /// a browser that fills the form in.
    pub release_seconds: u32,
    /// Such quick bookings under one phone, address or origin. Once is luck.
    pub quick_bookings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            phones_per_email: 4,
            bookings_per_origin: 20,
            origin_minutes: 60,
            cancellations: 5,
            phones_in_a_row: 4,
            release_seconds: 5,
            quick_bookings: 3,
        }
    }
}

/// Visits named in one finding.
const MOST_NAMED: usize = 50;
/// Findings of one report: nobody reads more.
const MOST_FOUND: usize = 200;

/// All patterns, by kind and the strongest first; at most 200.
pub fn find(bookings: &[Booking], limits: &Limits) -> Vec<Pattern> {
    let mut sorted: Vec<&Booking> = bookings.iter().collect();
    sorted.sort_by_key(|booking| (booking.booked, booking.appointment.clone()));
    let mut found = many_phones(&sorted, limits);
    found.extend(from_one_origin(&sorted, limits));
    found.extend(cancelled(&sorted, limits));
    found.extend(rows(&sorted, limits));
    found.extend(quick(&sorted, limits));
    found.sort_by(|a, b| (a.kind, b.count, &a.appointments).cmp(&(b.kind, a.count, &b.appointments)));
    // One phone that always comes with one address is one finding, not two.
    found.dedup_by(|a, b| (a.kind, &a.appointments) == (b.kind, &b.appointments));
    found.truncate(MOST_FOUND);
    found
}

type Group<'a> = Vec<&'a Booking>;

/// Groups by a mark that bookings share; those without it are left out.
fn by<'a>(bookings: &[&'a Booking], mark: impl Fn(&'a Booking) -> &'a str) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<&str, Group<'a>> = BTreeMap::new();
    for booking in bookings.iter().filter(|booking| !mark(booking).is_empty()) {
        groups.entry(mark(booking)).or_default().push(booking);
    }
    groups.into_values().collect()
}

fn pattern(kind: Kind, count: usize, group: &[&Booking]) -> Option<Pattern> {
    let (first, last) = (group.first()?, group.last()?);
    let appointments = group.iter().take(MOST_NAMED).map(|booking| booking.appointment.clone()).collect();
    Some(Pattern { kind, count, from: first.booked, until: last.booked, appointments })
}

fn many_phones(sorted: &[&Booking], limits: &Limits) -> Vec<Pattern> {
    let groups = by(sorted, |booking| &booking.email).into_iter();
    let judged = groups.filter_map(|group| {
        let phones = group.iter().map(|booking| &booking.person).collect::<BTreeSet<_>>().len();
        (phones >= limits.phones_per_email).then(|| pattern(Kind::OneEmailManyPhones, phones, &group))?
    });
    judged.collect()
}

fn from_one_origin(sorted: &[&Booking], limits: &Limits) -> Vec<Pattern> {
    let groups = by(sorted, |booking| &booking.origin).into_iter();
    let judged = groups.filter_map(|group| {
        let busiest = busiest(&group, limits.origin_minutes);
        let many = busiest.len() >= limits.bookings_per_origin;
        many.then(|| pattern(Kind::OneOriginManyBookings, busiest.len(), busiest))?
    });
    judged.collect()
}

/// The longest stretch of a group, sorted by booking, that lies within so many minutes.
fn busiest<'g, 'a>(group: &'g [&'a Booking], within: u32) -> &'g [&'a Booking] {
    let (span, mut from, mut best) = (time::minutes(within), 0, 0..0);
    for (last, booking) in group.iter().enumerate() {
        while group.get(from).is_some_and(|first| booking.booked - first.booked > span) {
            from += 1;
        }
        if last + 1 - from > best.len() {
            best = from..last + 1;
        }
    }
    group.get(best).unwrap_or_default()
}

fn cancelled(sorted: &[&Booking], limits: &Limits) -> Vec<Pattern> {
    let ended: Vec<&Booking> = sorted.iter().filter(|booking| booking.cancelled).copied().collect();
    let of_phone = by(&ended, |booking| &booking.person).into_iter();
    let groups = of_phone.chain(by(&ended, |booking| &booking.email));
    let many = groups.filter(|group| group.len() >= limits.cancellations);
    many.filter_map(|group| pattern(Kind::BookAndCancel, group.len(), &group)).collect()
}

fn rows(sorted: &[&Booking], limits: &Limits) -> Vec<Pattern> {
    let phones: BTreeSet<u64> = sorted.iter().map(|booking| booking.phone).filter(|phone| *phone > 0).collect();
    let mut rows: Vec<(u64, u64)> = Vec::new();
    for phone in phones {
        match rows.last_mut() {
            Some((_, last)) if phone == *last + 1 => *last = phone,
            _ => rows.push((phone, phone)),
        }
    }
    let numbers = |(first, last): &(u64, u64)| usize::try_from(last - first + 1).unwrap_or(usize::MAX);
    rows.retain(|row| numbers(row) >= limits.phones_in_a_row);
    let judged = rows.iter().filter_map(|row| {
        let inside = |booking: &&&Booking| (row.0..=row.1).contains(&booking.phone);
        let group: Group<'_> = sorted.iter().filter(inside).copied().collect();
        pattern(Kind::ConsecutivePhones, numbers(row), &group)
    });
    judged.take(MOST_FOUND).collect()
}

fn quick(sorted: &[&Booking], limits: &Limits) -> Vec<Pattern> {
    let at_once = |booking: &&&Booking| {
        let since = booking.released.map(|released| booking.booked - released);
        since.is_some_and(|since| since >= time::seconds(0) && since <= time::seconds(limits.release_seconds))
    };
    let quick: Vec<&Booking> = sorted.iter().filter(at_once).copied().collect();
    let groups = by(&quick, |booking| &booking.person).into_iter();
    let groups = groups.chain(by(&quick, |booking| &booking.email)).chain(by(&quick, |booking| &booking.origin));
    let many = groups.filter(|group| group.len() >= limits.quick_bookings);
    many.filter_map(|group| pattern(Kind::SecondsAfterRelease, group.len(), &group)).collect()
}

#[cfg(test)]
#[path = "patterns_tests.rs"]
mod tests;
