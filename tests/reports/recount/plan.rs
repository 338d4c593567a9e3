//! The terms of each day and what they held, from the configuration in the events: written anew, without the grid of the server.

use std::collections::BTreeMap;

use chrono::{Datelike, LocalResult, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Warsaw;
use serde_json::Value;

use super::wall;

/// A term and the visits that it held when it began.
#[derive(Clone, Debug)]
pub struct Term {
    pub department: String,
    pub service: String,
    pub day: NaiveDate,
    pub start: i64,
    pub places: u64,
}

impl Term {
    /// The hour of the wall in which it began.
    pub fn hour(&self) -> u32 {
        wall(self.start).1
    }
}

/// The terms of a day so far: by service and start.
pub type Terms = BTreeMap<(String, i64), u64>;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Another configuration holds from an instant on; what began before stays.
pub fn changes(terms: &mut Terms, config: &Value, day: NaiveDate, at: i64) {
    let kept = std::mem::take(terms).into_iter().filter(|((_, start), _)| *start < at).collect::<Vec<_>>();
    terms.extend(of(config, day).into_iter().filter(|((_, start), _)| *start >= at));
    terms.extend(kept);
}

/// All terms of a day. None of the days that are lived through is a public holiday.
pub fn of(config: &Value, day: NaiveDate) -> Terms {
    let hours = &config["hours"];
    let exception = hours["exceptions"].get(day.to_string());
    let spans = exception.unwrap_or(&hours["week"][DAYS[day.weekday().num_days_from_monday() as usize]]);
    let spans: Vec<(u32, u32)> = spans.as_array().into_iter().flatten().map(span).collect();
    let mut terms = Terms::new();
    for service in config["services"].as_array().expect("services") {
        let slots = &service["slots"];
        let Some(first) = slots["first"].as_str() else { continue };
        let number = |value: &Value| u32::try_from(value.as_u64().expect("a number")).expect("a small one");
        let (every, lasts) = (number(&slots["every_minutes"]), number(&service["duration_minutes"]));
        let mut minute = minutes(first);
        while minute < 24 * 60 {
            if spans.iter().any(|(from, to)| *from <= minute && minute + lasts <= *to) {
                let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).expect("a time");
                match Warsaw.from_local_datetime(&day.and_time(time)) {
                    LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => {
                        let service = service["id"].as_str().expect("an id").to_owned();
                        terms.insert((service, at.timestamp_millis()), slots["capacity"].as_u64().expect("a number"));
                    }
                    LocalResult::None => {}
                }
            }
            minute += every;
        }
    }
    terms
}

fn minutes(text: &str) -> u32 {
    let number = |range| text.get(range).and_then(|part: &str| part.parse::<u32>().ok()).expect("a time");
    number(0..2) * 60 + number(3..5)
}

fn span(text: &Value) -> (u32, u32) {
    let (from, to) = text.as_str().expect("a span").split_once('-').expect("two times");
    (minutes(from), minutes(to))
}
