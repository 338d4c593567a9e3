//! Which days a report is about, and which it is compared with.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Days that one report may span: a year that is compared with the year before.
pub const MOST_DAYS: i64 = 366;

/// A stretch of service days, up to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Today.
    Today,
    /// From Monday on.
    Week,
    /// From the first of the month on.
    Month,
    /// From 1 January on.
    Year,
    /// From a day to a day, both included.
    Between(NaiveDate, NaiveDate),
}

impl Period {
    /// First and last day.
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let back = |days: u32| today.checked_sub_days(Days::new(u64::from(days))).unwrap_or(today);
        match self {
            Self::Today => (today, today),
            Self::Week => (back(today.weekday().num_days_from_monday()), today),
            Self::Month => (today.with_day(1).unwrap_or(today), today),
            Self::Year => (NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today), today),
            Self::Between(from, to) => (from, to),
        }
    }

    /// The days it is compared with: the same days of the week, month or year before; else as many days just before.
    pub fn before(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.days(today);
        let days = |day: NaiveDate, days: i64| day.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(day);
        let months = |day: NaiveDate, months| day.checked_sub_months(Months::new(months)).unwrap_or(day);
        match self {
            Self::Week => (days(from, 7), days(to, 7)),
            // On 31 March the whole of February: there is no 31st to compare with.
            Self::Month => (months(from, 1), months(to, 1)),
            Self::Year => (months(from, 12), months(to, 12)),
            Self::Today | Self::Between(..) => {
                let length = (to - from).num_days() + 1;
                (days(from, length), days(to, length))
            }
        }
    }

    /// Whether the days are in order, and not too many for one report.
    pub fn is_sound(self, today: NaiveDate) -> bool {
        let (from, to) = self.days(today);
        from.year() > 1900 && to.year() < 3000 && (0..MOST_DAYS).contains(&(to - from).num_days())
    }
}
