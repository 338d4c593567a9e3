//! What an office sets about its kiosks: numbers for times without the network, who hears of trouble, the printed ticket, the PIN
//! of the service menu.

use crate::config::DepartmentConfig;
use crate::text::Text;
use crate::time::{self, Instant};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Numbers that a kiosk may hold ahead for one walk-in service.
pub const OFFLINE_NUMBERS: RangeInclusive<u32> = 0..=200;
/// U numbers that a kiosk may hold ahead for one department.
pub const OFFLINE_BOOKED: RangeInclusive<u32> = 0..=50;
/// Seconds after which a kiosk that says nothing counts as silent.
pub const SILENT_SECONDS: RangeInclusive<u32> = 15..=3_600;
/// Digits that a service PIN may have: short ones are guessed, long ones are written on the kiosk.
pub const PIN_DIGITS: RangeInclusive<usize> = 6..=12;
/// Bytes that a ticket template may have.
pub const TEMPLATE_MOST: usize = 8 * 1024;
/// A year: nobody asks further.
const MINUTES_MOST: u32 = 525_600;

/// Settings of the kiosks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kiosk {
    /// Numbers that each kiosk holds ahead for each walk-in service, so that it can give tickets without the network; 0 to 200.
    pub offline_numbers: u32,
    /// U numbers that each kiosk holds ahead for each department, for visits collected without the network; 0 to 50.
    pub offline_booked: u32,
    /// Seconds without a word after which a kiosk counts as silent during opening hours; 15 to 3600.
    pub silent_seconds: u32,
    /// Who is written to when a kiosk is in trouble and when it is well again; without it nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert_mail: Option<String>,
    /// The printed ticket in the office's own layout; without it the house's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// What the kiosk calls the classes of statutory priority; a class without a name has the house's words.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub priority_names: BTreeMap<String, Text>,
    /// The PIN of the kiosk's service menu as an Argon2 hash (PHC string), never in clear; without it the menu stays shut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin: Option<String>,
}

impl Default for Kiosk {
    fn default() -> Self {
        Self {
            offline_numbers: 20,
            offline_booked: 5,
            silent_seconds: 120,
            alert_mail: None,
            template: None,
            priority_names: BTreeMap::new(),
            pin: None,
        }
    }
}

impl Kiosk {
    /// What is wrong, in words for the person who edits the file. Whether a template can be printed is not known here.
    pub fn problems(&self, priority_classes: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        let numbers = [
            ("offline_numbers", self.offline_numbers, OFFLINE_NUMBERS),
            ("offline_booked", self.offline_booked, OFFLINE_BOOKED),
        ];
        for (key, _, range) in numbers.into_iter().filter(|(_, value, range)| !range.contains(value)) {
            found.push(format!("kiosk.{key}: {} to {}", range.start(), range.end()));
        }
        if self.alert_mail.as_deref().is_some_and(|mail| crate::person::email(mail).is_err()) {
            found.push("kiosk.alert_mail: no address".into());
        }
        if self.template.as_ref().is_some_and(|template| template.len() > TEMPLATE_MOST) {
            found.push(format!("kiosk.template: at most {TEMPLATE_MOST} bytes"));
        }
        if self.pin.as_ref().is_some_and(|pin| !pin.starts_with("$argon2") || pin.len() > 200) {
            found.push("kiosk.pin: an Argon2 hash, never the PIN itself; the page of devices sets it".into());
        }
        let unknown = self.priority_names.keys().filter(|class| !priority_classes.contains(class));
        found.extend(unknown.map(|class| format!("kiosk.priority_names: there is no priority class {class}")));
        found
    }
}

/// Whether a PIN may be one: digits only, not all the same.
pub fn is_pin(pin: &str) -> bool {
    let mut digits = pin.bytes();
    let first = digits.next();
    PIN_DIGITS.contains(&pin.len())
        && pin.bytes().all(|byte| byte.is_ascii_digit())
        && digits.any(|byte| Some(byte) != first)
}

/// Minutes for which the paper of a roll lasts at the pace of today, of `left` tickets after `printed` in `open` minutes of opening.
/// `None` while too little was printed to say so: an estimate from a handful of tickets would be a guess.
fn paper_lasts(left: u32, printed: u32, open: u32) -> Option<u32> {
    const LEAST_PRINTED: u32 = 10;
    (printed >= LEAST_PRINTED && open > 0).then(|| {
        let minutes = u64::from(left) * u64::from(open) / u64::from(printed);
        u32::try_from(minutes).unwrap_or(u32::MAX)
    })
}

/// When the paper of a kiosk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperEnd {
    /// Before the office closes, about then.
    Today(Instant),
    /// Not today.
    Later,
}

/// When the paper ends at the pace of today; `None` on a closed day, or while too little was printed to say so.
pub fn paper_end(
    departments: &[DepartmentConfig],
    zone: Tz,
    left: u32,
    printed: u32,
    now: Instant,
) -> Option<PaperEnd> {
    let today = time::day_of(zone, now);
    let opened = departments.iter().filter_map(|one| one.hours.on(today).first()).map(|span| span.from).min()?;
    let closes = departments.iter().filter_map(|one| one.hours.closes_on(zone, today)).max()?;
    let open = time::minutes_between(time::at(zone, today, opened)?, now);
    let end = now + time::minutes(paper_lasts(left, printed, open)?.min(MINUTES_MOST));
    Some(if end < closes { PaperEnd::Today(end) } else { PaperEnd::Later })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn problems(change: impl FnOnce(&mut Kiosk)) -> Vec<String> {
        let mut kiosk = Kiosk::default();
        change(&mut kiosk);
        kiosk.problems(&["disability".to_owned()])
    }

    #[test]
    fn what_cannot_be_used_is_named_by_its_key() {
        assert_eq!(problems(|_| {}), Vec::<String>::new());
        for (key, found) in [
            ("offline_numbers", problems(|kiosk| kiosk.offline_numbers = 201)),
            ("offline_booked", problems(|kiosk| kiosk.offline_booked = 51)),
            ("alert_mail", problems(|kiosk| kiosk.alert_mail = Some("serwis".into()))),
            ("template", problems(|kiosk| kiosk.template = Some("x".repeat(TEMPLATE_MOST + 1)))),
            ("pin", problems(|kiosk| kiosk.pin = Some("123456".into()))),
            ("priority_names", problems(|kiosk| drop(kiosk.priority_names.insert("rich".into(), "Bogaci".into())))),
        ] {
            assert!(found.len() == 1 && found[0].starts_with(&format!("kiosk.{key}: ")), "{key}: {found:?}");
        }
    }

    #[test]
    fn a_pin_is_six_to_twelve_digits_and_not_one_digit_over_and_over() {
        for good in ["204718", "100000", "123456789012"] {
            assert!(is_pin(good), "{good}");
        }
        for bad in ["", "12345", "1234567890123", "111111", "12345a", "12 456"] {
            assert!(!is_pin(bad), "{bad}");
        }
    }

    #[test]
    fn paper_lasts_by_the_pace_of_today_or_nothing_is_said() {
        assert_eq!(paper_lasts(60, 30, 120), Some(240));
        assert_eq!(paper_lasts(60, 9, 120), None);
        assert_eq!(paper_lasts(u32::MAX, 10, u32::MAX), Some(u32::MAX));
    }
}
