//! What templates may be filled with: plain strings about one visit.

use std::collections::BTreeMap;

use chrono::DateTime;
use chrono_tz::Tz;

use crate::clean::one_line;
use crate::letter::{Letter, Sender};

/// The names a template may use, in the order in which an editor lists them. `ticket` is filled in `near.sms` only,
/// `previous_date` and `previous_hour` in the letter of a change only; elsewhere they are empty.
pub const VALUES: [&str; 13] = [
    "office",
    "name",
    "service",
    "date",
    "hour",
    "code",
    "phone",
    "place",
    "link",
    "opens",
    "previous_date",
    "previous_hour",
    "ticket",
];

/// Values by name; all of [`VALUES`] are there.
pub(crate) type Values = BTreeMap<&'static str, String>;

/// Every name with nothing in it.
pub(crate) fn blank() -> Values {
    VALUES.into_iter().map(|name| (name, String::new())).collect()
}

/// The day as the city writes it (R16).
pub(crate) fn date(at: &DateTime<Tz>) -> String {
    at.format("%d/%m/%Y").to_string()
}

/// The hour as the city writes it (R16).
pub(crate) fn hour(at: &DateTime<Tz>) -> String {
    at.format("%H:%M").to_string()
}

/// The values of a letter.
pub(crate) fn of_letter(letter: &Letter, sender: &Sender) -> Values {
    let link = letter.confirm.as_ref().map_or(&letter.manage_url, |confirm| &confirm.url);
    let mut values = blank();
    values.extend([
        ("office", one_line(&sender.office_name)),
        ("name", one_line(&letter.to_name)),
        ("service", one_line(&letter.service)),
        ("date", date(&letter.start)),
        ("hour", hour(&letter.start)),
        ("code", one_line(&letter.code)),
        ("phone", one_line(&letter.phone)),
        ("place", one_line(&letter.place)),
        ("link", one_line(link)),
        ("opens", hour(&letter.window_opens)),
        ("previous_date", letter.previous.as_ref().map(date).unwrap_or_default()),
        ("previous_hour", letter.previous.as_ref().map(hour).unwrap_or_default()),
    ]);
    values
}
