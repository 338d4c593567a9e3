//! When a department is open, as people say it and as search engines read it.

use std::borrow::Borrow;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use okienko_queue::hours::{Hours, Span};

use crate::texts::Texts;

/// Days ahead that are looked through for exceptions.
const AHEAD: u64 = 31;
/// The keys of the configuration, Monday first; also the names of schema.org, in small letters.
pub(crate) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Opening hours of a department: the usual week, and the days ahead that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Weekdays (1 is Monday) that follow each other and share their hours; closed days are left out.
    pub week: Vec<(Vec<u32>, Vec<Span>)>,
    /// Days of the next month that differ from the usual week; no span: closed.
    pub special: Vec<(NaiveDate, Vec<Span>)>,
}

impl Opening {
    /// The hours as of a day.
    #[must_use]
    pub fn of(hours: &Hours, today: NaiveDate) -> Self {
        let usual = |name: &str| hours.week.get(name).cloned().unwrap_or_default();
        let mut week: Vec<(Vec<u32>, Vec<Span>)> = Vec::new();
        let mut follows = false;
        for (weekday, name) in (1..).zip(WEEKDAYS) {
            let spans = usual(name);
            match week.last_mut().filter(|(_, last)| follows && *last == spans) {
                Some((days, _)) => days.push(weekday),
                None if !spans.is_empty() => week.push((vec![weekday], spans.clone())),
                None => {}
            }
            follows = !spans.is_empty();
        }
        let name = |day: NaiveDate| WEEKDAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or("");
        let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        let ahead = today.iter_days().take_while(|day| *day <= last);
        let differs = ahead.filter(|day| hours.on(*day) != usual(name(*day)).as_slice());
        let special = differs.map(|day| (day, hours.on(day).to_vec())).collect();
        Self { week, special }
    }

    /// Each line of the usual week: "poniedziałek – piątek", "07:30–16:00".
    #[must_use]
    pub fn lines(&self, t: impl Borrow<Texts>) -> Vec<(String, String)> {
        let t = *t.borrow();
        let days = |days: &[u32]| match (days.first(), days.last()) {
            (Some(first), Some(last)) if first != last => {
                format!("{} – {}", t.weekday_name(*first), t.weekday_name(*last))
            }
            (Some(only), _) => t.weekday_name(*only),
            _ => String::new(),
        };
        self.week.iter().map(|(weekdays, spans)| (days(weekdays), spans_text(t, spans))).collect()
    }

    /// Each day that differs: "czwartek, 24 grudnia", "nieczynne".
    #[must_use]
    pub fn exceptions(&self, t: impl Borrow<Texts>) -> Vec<(String, String)> {
        let t = *t.borrow();
        let day = |date: &NaiveDate| format!("{}, {}", t.weekday(date), t.day_month(date));
        self.special.iter().map(|(date, spans)| (day(date), spans_text(t, spans))).collect()
    }
}

fn spans_text(t: Texts, spans: &[Span]) -> String {
    if spans.is_empty() {
        return t.get("web-card-closed");
    }
    let hour = |time: NaiveTime| t.hour(time);
    let each: Vec<String> = spans.iter().map(|span| format!("{}–{}", hour(span.from), hour(span.to))).collect();
    each.join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn days_with_the_same_hours_are_one_line_and_other_days_are_told() {
        let span = |from: &str, to: &str| Span { from: from.parse().unwrap(), to: to.parse().unwrap() };
        let mut hours = Hours::working_days(span("07:30:00", "16:00:00"));
        hours.week.insert("thursday".into(), vec![span("07:30:00", "12:00:00"), span("13:00:00", "18:00:00")]);
        hours.week.remove("tuesday");
        let opening = Opening::of(&hours, "2026-12-20".parse().unwrap());
        let t = Texts::new(Lang::Pl);
        let lines = opening.lines(t);
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert_eq!(lines[0], ("poniedziałek".to_owned(), "07:30–16:00".to_owned()));
        assert_eq!(lines[2], ("czwartek".to_owned(), "07:30–12:00, 13:00–18:00".to_owned()));
        let special: Vec<String> = opening.special.iter().map(|(day, _)| day.to_string()).collect();
        assert_eq!(special, ["2026-12-24", "2026-12-25", "2027-01-01", "2027-01-06"]);
        assert_eq!(opening.exceptions(t)[0], ("czwartek, 24 grudnia".to_owned(), "nieczynne".to_owned()));
        let whole = Opening::of(&Hours::working_days(span("07:30:00", "16:00:00")), "2026-11-23".parse().unwrap());
        assert_eq!(whole.lines(t), [("poniedziałek – piątek".to_owned(), "07:30–16:00".to_owned())]);
    }
}
