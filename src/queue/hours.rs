//! Opening hours: a weekly grid, computed holidays, and exceptions that override both (R10).

use crate::{holidays, time};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::collections::BTreeMap;

/// One stretch of opening, `from` included, `to` excluded; written `07:30-16:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When the doors open, office-local.
    pub from: NaiveTime,
    /// When they close, office-local; later than `from`.
    pub to: NaiveTime,
}

/// When a department is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Spans of each weekday, in order and not overlapping; keys `monday` … `sunday`.
    #[serde(default)]
    pub week: BTreeMap<String, Vec<Span>>,
    /// What holds on single days instead: no span = closed. Overrides holidays both ways.
    #[serde(default)]
    pub exceptions: BTreeMap<NaiveDate, Vec<Span>>,
}

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

/// How far ahead a next opening is looked for, in days.
const LOOK_AHEAD: u64 = 60;

impl Hours {
    /// The same spans Monday to Friday.
    pub fn working_days(span: Span) -> Self {
        let week = DAYS.iter().take(5).map(|(_, name)| ((*name).to_owned(), vec![span])).collect();
        Self { week, exceptions: BTreeMap::new() }
    }

    /// The spans of one day: the exception if there is one, else nothing on a holiday, else the weekday's.
    pub fn on(&self, day: NaiveDate) -> &[Span] {
        if let Some(spans) = self.exceptions.get(&day) {
            return spans;
        }
        if holidays::is_holiday(day) {
            return &[];
        }
        let name = DAYS.iter().find(|(weekday, _)| *weekday == day.weekday()).map_or("", |(_, name)| name);
        self.week.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether an instant lies in an open span of its office day.
    pub fn is_open(&self, zone: Tz, now: time::Instant) -> bool {
        let local = now.with_timezone(&zone);
        self.on(local.date_naive()).iter().any(|span| span.from <= local.time() && local.time() < span.to)
    }

    /// The next instant from `now` on at which a span begins; `None` when none begins within 60 days.
    pub fn opens_after(&self, zone: Tz, now: time::Instant) -> Option<time::Instant> {
        let today = time::day_of(zone, now);
        today
            .iter_days()
            .take(LOOK_AHEAD as usize)
            .flat_map(|day| self.on(day).iter().filter_map(move |span| time::at(zone, day, span.from)))
            .find(|opening| *opening >= now)
    }

    /// The end of the last span of a day; `None` on a closed day.
    pub fn closes_on(&self, zone: Tz, day: NaiveDate) -> Option<time::Instant> {
        self.on(day).iter().map(|span| span.to).max().and_then(|to| time::at(zone, day, to))
    }

    /// Keys of the week that are no weekday.
    pub(crate) fn unknown_weekdays(&self) -> impl Iterator<Item = &String> {
        self.week.keys().filter(|key| DAYS.iter().all(|(_, name)| name != key))
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{}-{}", self.from.format("%H:%M"), self.to.format("%H:%M")))
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is not a span of hours such as 07:30-16:00")))
    }
}

fn parse(text: &str) -> Option<Span> {
    let (from, to) = text.split_once('-')?;
    let read = |part: &str| NaiveTime::parse_from_str(part.trim(), "%H:%M").ok();
    Some(Span { from: read(from)?, to: read(to)? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono_tz::Europe::Warsaw;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r10_an_exception_overrides_a_holiday_both_ways() {
        let span = parse("07:30-16:00").unwrap();
        let mut hours = Hours::working_days(span);
        assert!(hours.on(day("2026-11-11")).is_empty());
        hours.exceptions.insert(day("2026-11-11"), vec![span]);
        hours.exceptions.insert(day("2026-11-12"), vec![]);
        assert_eq!(hours.on(day("2026-11-11")), [span]);
        assert!(hours.on(day("2026-11-12")).is_empty());
    }

    #[test]
    fn the_next_opening_skips_closed_days() {
        let hours = Hours::working_days(parse("07:30-16:00").unwrap());
        let friday_evening = "2026-11-20T18:00:00Z".parse().unwrap();
        assert_eq!(hours.opens_after(Warsaw, friday_evening), Some("2026-11-23T06:30:00Z".parse().unwrap()));
    }
}
