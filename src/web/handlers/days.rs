//! Steps 2 and 3: the days of a service, the hours of a day.

use super::{Found, not_bookable, own_frame, problem, service, term};
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{DayTerms, DaysPage, HourTerm, HoursPage};
use actix_web::HttpResponse;
use chrono::{Days, NaiveDate};
use okienko_queue::Slot;
use okienko_queue::refusal::Refusal;
use okienko_queue::time;

/// Terms in the plain list beside the calendar (law line 9).
const NEAREST: usize = 6;

/// Everything of a service that can be booked now.
struct Calendar {
    today: NaiveDate,
    until: NaiveDate,
    days: Vec<(NaiveDate, Vec<Slot>)>,
}

/// `GET /s/{service}`.
pub(crate) async fn days(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    if !found.service.bookable() {
        return Ok(not_bookable(&call, &found));
    }
    let (calendar, zone) = (calendar(&call, &found).await?, call.office().zone());
    let free = |slots: &[Slot]| u32::try_from(slots.len()).unwrap_or(u32::MAX);
    let page = DaysPage {
        frame: own_frame(&call),
        service: found.head(),
        today: calendar.today,
        until: calendar.until,
        days: calendar.days.iter().map(|(date, slots)| DayTerms { date: *date, free: free(slots) }).collect(),
        nearest: calendar.days.iter().flat_map(|(_, slots)| slots).take(NEAREST).map(|slot| term(zone, slot)).collect(),
    };
    Ok(html(200, page.html()))
}

/// `GET /s/{service}/{date}`.
pub(crate) async fn hours(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let date = day(call.param("date"))?;
    if !found.service.bookable() {
        return Ok(not_bookable(&call, &found));
    }
    let (calendar, zone) = (calendar(&call, &found).await?, call.office().zone());
    let outside = if date < calendar.today {
        Some(Refusal::SlotInPast)
    } else {
        (date > calendar.until).then_some(Refusal::OutsideHorizon)
    };
    if let Some(refusal) = outside {
        return Ok(problem(&call.state, &call.req, &refusal.into(), Some(found.head().path())));
    }
    let open = |(day, slots): &(NaiveDate, Vec<Slot>)| (!slots.is_empty()).then_some(*day);
    let hour = |slot: &Slot| HourTerm {
        time: wall(zone, slot.start).time(),
        free: u32::try_from(slot.free).unwrap_or(u32::MAX),
    };
    let of_day = calendar.days.iter().find(|(day, _)| *day == date);
    let page = HoursPage {
        frame: own_frame(&call),
        service: found.head(),
        date,
        hours: of_day.map(|(_, slots)| slots.iter().map(hour).collect()).unwrap_or_default(),
        before: calendar.days.iter().filter_map(open).rfind(|day| *day < date),
        after: calendar.days.iter().filter_map(open).find(|day| *day > date),
    };
    Ok(html(200, page.html()))
}

/// A day of an address; anything but `YYYY-MM-DD` is no page.
pub(crate) fn day(text: &str) -> Result<NaiveDate, Problem> {
    let parsed = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    Ok(parsed.ok_or(Refusal::NotFound)?)
}

async fn calendar(call: &Call, found: &Found<'_>) -> Result<Calendar, Problem> {
    let id = found.service.id.clone();
    let look = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, now| {
        let config = department.config();
        let today = time::day_of(config.time_zone, now);
        let until = today.checked_add_days(Days::new(u64::from(config.booking.horizon_days))).unwrap_or(today);
        let days =
            config.service(&id).map(|service| department.calendar(service, today, until, now)).unwrap_or_default();
        Calendar { today, until, days }
    };
    Ok(call.office().look(&found.department.id, look).await?)
}
