//! Steps 2 and 3: the days of a service, the hours of a day.

use super::terms::term;
use super::{Found, not_bookable, own_frame, problem, service};
use crate::call::{Call, html};
use crate::errors::{Problem, stop_sentence};
use crate::instants::wall;
use crate::pages::booking::linked::Linked;
use crate::pages::booking::{DayTerms, DaysPage, HourTerm, HoursPage};
use actix_web::HttpResponse;
use chrono::{Days, NaiveDate, NaiveDateTime};
use okienko_queue::config::Service;
use okienko_queue::refusal::Refusal;
use okienko_queue::time;
use okienko_queue::today::StopReason;
use okienko_queue::{Department, Slot};

/// Terms in the plain list beside the calendar (law line 9).
const NEAREST: usize = 6;

/// Days after the last bookable one that are looked through for the next that opens: past a long holiday.
const LOOK_AHEAD: usize = 31;

/// Everything of a service that can be booked now.
struct Calendar {
    today: NaiveDate,
    until: NaiveDate,
    days: Vec<(NaiveDate, Vec<Slot>)>,
    opens: Option<(NaiveDate, NaiveDateTime)>,
    /// Why there is nothing of it today.
    stopped: Option<StopReason>,
}

/// `GET /s/{service}`.
pub(crate) async fn days(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let bookable = found.service.bookable();
    // Also of a service that has no calendar: its tickets may be stopped for today.
    let calendar = calendar(&call, &found).await?;
    let (frame, zone) = (own_frame(&call), call.office().zone());
    let lang = frame.t.lang;
    let linked = Linked { base: &frame.base_url, lang, today: calendar.today, office: &office };
    let linked = linked.service(found.department, found.service);
    let free = |slots: &[Slot]| u32::try_from(slots.len()).unwrap_or(u32::MAX);
    let page = DaysPage {
        frame,
        service: found.head_in(lang),
        card: found.card(&call, lang),
        bookable,
        walk_in: found.service.walk_in,
        today: calendar.today,
        until: calendar.until,
        days: calendar.days.iter().map(|(date, slots)| DayTerms { date: *date, free: free(slots) }).collect(),
        nearest: calendar.days.iter().flat_map(|(_, slots)| slots).take(NEAREST).map(|slot| term(zone, slot)).collect(),
        opens: calendar.opens,
        stopped: calendar.stopped.map(stop_sentence),
        rests: found.department.booking.rest_minutes.is_some(),
        linked,
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
        service: found.head_in(call.lang()),
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
    let look = move |department: &Department, _: &okienko_actors::Outlook, now| {
        let config = department.config();
        let (today, until) = (time::day_of(config.time_zone, now), department.last_day(now));
        let service = config.service(&id);
        let days = service.map(|service| department.calendar(service, today, until, now)).unwrap_or_default();
        let opens = service.and_then(|service| next_opening(department, service, until));
        let stopped = department.stopped_on(&id, today).map(|stopped| stopped.reason);
        Calendar { today, until, days, opens, stopped }
    };
    Ok(call.office().look(&found.department.id, look).await?)
}

/// The next day with terms of a service after the last bookable one, and when it opens: its distance before, at the release hour (R8).
fn next_opening(department: &Department, service: &Service, until: NaiveDate) -> Option<(NaiveDate, NaiveDateTime)> {
    let rules = &department.config().booking;
    // Without a release hour a day opens at midnight, when nobody waits for it.
    let hour = rules.release_hour?;
    let mut later = until.iter_days().skip(1).take(LOOK_AHEAD);
    let day = later.find(|day| !department.grid(service, *day).is_empty())?;
    let on = day.checked_sub_days(Days::new(u64::from(rules.horizon_days)))?;
    Some((day, on.and_time(hour)))
}
