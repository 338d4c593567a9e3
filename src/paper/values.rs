//! What a template may be filled with: the slip in words.

use std::collections::BTreeMap;

use crate::words::Words;
use crate::{PaperFault, Slip, Wait};

/// The names a template may use, in the order in which an editor lists them. All are texts; one that does not apply is empty.
/// The module documentation of `template` says what each of them holds.
pub const VALUES: [&str; 21] = [
    "office",
    "department",
    "place",
    "code",
    "service",
    "priority",
    "booked",
    "hour",
    "approximate",
    "delay",
    "valid",
    "ahead",
    "wait",
    "watch",
    "scan",
    "one_matter",
    "issued",
    "date",
    "time",
    "link",
    "language",
];

/// Values by name; all of [`VALUES`] are there.
pub(crate) type Values = BTreeMap<&'static str, String>;

/// The values of a slip.
pub(crate) fn of_slip(slip: &Slip) -> Result<Values, PaperFault> {
    let words = Words::of(slip.language);
    let mut values: Values = VALUES.into_iter().map(|name| (name, String::new())).collect();
    let mut put = |name: &'static str, text: String| values.insert(name, one_line(&text));
    put("office", slip.office.clone());
    put("department", slip.department.clone());
    put("place", slip.place.clone());
    put("code", slip.code.clone());
    put("service", slip.service.clone());
    put("date", slip.date.clone());
    put("time", slip.time.clone());
    put("language", slip.language.tag().to_owned());
    put("one_matter", words.say("paper-one-matter", &[])?);
    put("watch", words.say("paper-watch", &[])?);
    put("issued", words.say("paper-issued", &[("date", &slip.date), ("time", &slip.time)])?);
    if let Some(class) = &slip.priority {
        put("priority", words.say("paper-priority", &[("name", class)])?);
    }
    if let Some(address) = &slip.status_url {
        put("link", address.clone());
        put("scan", words.say("paper-scan", &[])?);
    }
    if let Some(hour) = &slip.booked_for {
        put("hour", hour.clone());
        put("booked", words.say("paper-booked", &[("hour", hour)])?);
        put("approximate", words.say("paper-approximate", &[])?);
        put("delay", delay(words, slip)?);
        put("valid", words.say("paper-valid", &[])?);
    }
    put("ahead", ahead(words, slip)?);
    put("wait", wait(words, slip)?);
    Ok(values)
}

/// How many people are ahead, or when that will be known.
fn ahead(words: &Words, slip: &Slip) -> Result<String, PaperFault> {
    match (slip.offline, slip.people_ahead) {
        (true, _) => words.say("paper-offline", &[]),
        (false, Some(0)) => words.say("paper-first", &[]),
        (false, Some(people)) => words.count("paper-ahead", 0, people),
        (false, None) => Ok(String::new()),
    }
}

/// The wait as a range; nothing is said about it without the server.
fn wait(words: &Words, slip: &Slip) -> Result<String, PaperFault> {
    match slip.wait {
        _ if slip.offline => Ok(String::new()),
        None => words.say("paper-wait-unknown", &[]),
        Some(wait) => range(words, "paper-wait-range", "paper-wait-upto", wait),
    }
}

/// By how much the booked hour shifts (R30, R38); nothing is said about it without the server.
fn delay(words: &Words, slip: &Slip) -> Result<String, PaperFault> {
    match slip.delay {
        _ if slip.offline => Ok(String::new()),
        None => words.say("paper-delay-unknown", &[]),
        Some(Wait { to_minutes: 0, .. }) => words.say("paper-delay-none", &[]),
        Some(late) => range(words, "paper-delay-range", "paper-delay-upto", late),
    }
}

fn range(words: &Words, both: &str, upto: &str, wait: Wait) -> Result<String, PaperFault> {
    // "0 to 0 minutes" is said as "up to 1 minute": nobody is called before the paper is in the hand.
    let most = wait.to_minutes.max(wait.from_minutes).max(1);
    let key = if wait.from_minutes == 0 || wait.from_minutes >= most { upto } else { both };
    words.count(key, wait.from_minutes, most)
}

/// What must be said whatever the office's layout: that this is a test, or a second paper.
pub(crate) fn notice(slip: &Slip) -> Result<Option<String>, PaperFault> {
    let key = match (slip.test, slip.reprint) {
        (true, _) => "paper-test",
        (false, true) => "paper-reprint",
        (false, false) => return Ok(None),
    };
    Words::of(slip.language).say(key, &[]).map(Some)
}

/// One line without control characters: a value never breaks a template's lines.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
