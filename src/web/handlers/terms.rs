//! Terms on their way between addresses, pages and the core.

use super::Found;
use super::days::day;
use crate::call::Call;
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::Term;
use chrono::{NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use okienko_queue::Slot;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::{self, Instant};

/// A free term as pages show it.
pub(crate) fn term(zone: Tz, slot: &Slot) -> Term {
    Term { start: wall(zone, slot.start), free: u32::try_from(slot.free).unwrap_or(u32::MAX) }
}

/// Free terms of which only the beginnings are known.
pub(crate) fn terms(zone: Tz, starts: &[Instant]) -> Vec<Term> {
    starts.iter().map(|start| Term { start: wall(zone, *start), free: 1 }).collect()
}

/// The term of the address; anything but `YYYY-MM-DD/HH:MM` is no page.
pub(crate) fn address(call: &Call) -> Result<NaiveDateTime, Problem> {
    let text = call.param("time");
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
    Ok(day(call.param("date"))?.and_time(time.ok_or(Refusal::NotFound)?))
}

/// The term that a form names, see [`Term::value`].
pub(crate) fn named(value: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(value, "%Y-%m-%dT%H:%M").ok().filter(|_| value.len() == 16)
}

/// The instant of a term; none in an hour that a clock change skips.
pub(crate) fn instant(found: &Found<'_>, start: NaiveDateTime) -> Option<Instant> {
    time::at(found.department.time_zone, start.date(), start.time())
}

/// Why a term cannot be booked now, if so. A look, not a hold: it may be another answer a moment later.
pub(crate) async fn refused(call: &Call, found: &Found<'_>, start: NaiveDateTime) -> Result<Option<Refusal>, Problem> {
    let Some(at) = instant(found, start) else { return Ok(Some(Refusal::NotASlot)) };
    let id = found.service.id.clone();
    let look = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, now| {
        department.seat_for(&id, at, false, now).err()
    };
    Ok(call.office().look(&found.department.id, look).await?)
}

/// Other terms to offer after a refusal that is about the term; none after any other.
pub(crate) async fn nearest(
    call: &Call,
    found: &Found<'_>,
    refusal: &Refusal,
    start: NaiveDateTime,
) -> Result<Vec<Term>, Problem> {
    let zone = found.department.time_zone;
    let about_the_term = match refusal {
        Refusal::SlotTaken { nearest } => return Ok(terms(zone, nearest)),
        Refusal::SlotInPast | Refusal::OutsideHorizon | Refusal::NotASlot | Refusal::OverlappingAppointment => true,
        _ => false,
    };
    if !about_the_term {
        return Ok(Vec::new());
    }
    let (id, wished) = (found.service.id.clone(), instant(found, start).unwrap_or_else(|| start.and_utc()));
    let near = call.office().look(&found.department.id, move |department, _, now| {
        let service = department.config().service(&id)?;
        Some(department.nearest(service, wished, now))
    });
    let near = near.await?.unwrap_or_default();
    Ok(terms(zone, &near).into_iter().filter(|term| term.start != start).collect())
}
