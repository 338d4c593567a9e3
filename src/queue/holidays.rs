//! Polish public holidays, computed and never listed by hand (R10).
//!
//! Source: act of 18 January 1951 on days free of work, with 24 December since 2025 (Dz.U. 2024 poz. 1965).

use chrono::{Datelike, Duration, NaiveDate};

const FIXED: [(u32, u32); 10] =
    [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26), (12, 24)];
const CHRISTMAS_EVE_SINCE: i32 = 2025;

/// Whether a day is a statutory day off in Poland. Sundays that are only Sundays are not counted here.
pub fn is_holiday(day: NaiveDate) -> bool {
    let date = (day.month(), day.day());
    if date == (12, 24) {
        return day.year() >= CHRISTMAS_EVE_SINCE;
    }
    FIXED.contains(&date) || easter(day.year()).is_some_and(|easter| movable(easter, day))
}

fn movable(easter: NaiveDate, day: NaiveDate) -> bool {
    // Easter Sunday, Easter Monday, Pentecost, Corpus Christi.
    [0, 1, 49, 60].iter().any(|&after| easter + Duration::days(after) == day)
}

/// Easter Sunday of a Gregorian year (the anonymous algorithm printed in Nature, 1876, also known as Butcher's).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn r10_holidays_are_computed() {
        for free in [
            "2026-01-01",
            "2026-01-06",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-03",
            "2026-05-24",
            "2026-06-04",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-24",
            "2026-12-25",
            "2026-12-26",
            "2025-12-24",
            "2027-03-29",
            "2038-04-25",
        ] {
            assert!(is_holiday(day(free)), "{free} is free");
        }
        for working in ["2024-12-24", "2026-12-23", "2026-12-31", "2026-04-03", "2026-06-05", "2026-11-12"] {
            assert!(!is_holiday(day(working)), "{working} is a working day");
        }
    }
}
