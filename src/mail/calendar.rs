//! The calendar file of a visit (RFC 5545, RFC 5546): PUBLISH when booked or moved, CANCEL when it is over, same UID, rising SEQUENCE.
//!
//! Only what the citizen's own calendar needs: no name, phone, code or personal link, because calendars are shared. No ATTENDEE,
//! so nobody is asked for an answer.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

use crate::clean::{host_text, id_text};
use crate::content_line::{Lines, quoted};
use crate::fault::Fault;
use crate::letter::{Letter, LetterKind};
use crate::wording::Wording;

/// The method of a letter's calendar file, for the MIME type and the file alike (RFC 6047 §2.4 wants them equal).
pub(crate) fn method(kind: LetterKind) -> &'static str {
    if kind.ends() { "CANCEL" } else { "PUBLISH" }
}

/// The file's text. `organizer` is the office's bare mail address.
///
/// # Errors
/// [`Fault::Assembly`] when the visit would end outside the calendar.
pub(crate) fn file(letter: &Letter, wording: &Wording, organizer: &str, host: &str) -> Result<String, Fault> {
    let end = Duration::try_minutes(i64::from(letter.duration_minutes))
        .and_then(|length| letter.start.checked_add_signed(length))
        .ok_or_else(|| Fault::Assembly("the visit has no end".to_owned()))?;
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("PRODID", "-//okienko//visits//EN");
    lines.raw("VERSION", "2.0");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", method(letter.kind));
    if letter.start.timezone() == Tz::Europe__Warsaw {
        warsaw(&mut lines);
    }
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", &format!("{}@{}", id_text(&letter.appointment), host_text(host)));
    lines.raw("DTSTAMP", &utc(&letter.written_at));
    lines.raw("SEQUENCE", &letter.effective_sequence().to_string());
    instant(&mut lines, "DTSTART", &letter.start);
    instant(&mut lines, "DTEND", &end);
    words(&mut lines, letter, wording, organizer);
    lines.raw("END", "VEVENT");
    lines.raw("END", "VCALENDAR");
    Ok(lines.into_string())
}

fn words(lines: &mut Lines, letter: &Letter, wording: &Wording, organizer: &str) {
    let confirmed = !letter.kind.ends();
    lines.text("SUMMARY", &wording.summary);
    lines.text("DESCRIPTION", &wording.description);
    lines.text("LOCATION", &wording.location);
    lines.raw(&format!("ORGANIZER;CN={}", quoted(&wording.office)), &format!("mailto:{organizer}"));
    lines.raw("CLASS", "PRIVATE");
    lines.raw("STATUS", if confirmed { "CONFIRMED" } else { "CANCELLED" });
    lines.raw("TRANSP", if confirmed { "OPAQUE" } else { "TRANSPARENT" });
    if confirmed {
        alarm(lines, "-P1D", &wording.summary);
        alarm(lines, "-PT1H", &wording.summary);
    }
}

fn alarm(lines: &mut Lines, trigger: &str, words: &str) {
    lines.raw("BEGIN", "VALARM");
    lines.raw("ACTION", "DISPLAY");
    lines.raw("TRIGGER", trigger);
    lines.text("DESCRIPTION", words);
    lines.raw("END", "VALARM");
}

/// The office's wall clock with its zone; a zone whose rules are not written out below goes as UTC, which is always right.
fn instant(lines: &mut Lines, name: &str, at: &DateTime<Tz>) {
    if at.timezone() == Tz::Europe__Warsaw {
        lines.raw(&format!("{name};TZID=Europe/Warsaw"), &at.format("%Y%m%dT%H%M%S").to_string());
    } else {
        lines.raw(name, &utc(&at.with_timezone(&Utc)));
    }
}

fn utc(at: &DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The rule of the European Union since 1996: last Sundays of March and October.
fn warsaw(lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", "Europe/Warsaw");
    observance(lines, ["DAYLIGHT", "+0100", "+0200", "CEST", "19960331T020000", "3"]);
    observance(lines, ["STANDARD", "+0200", "+0100", "CET", "19961027T030000", "10"]);
    lines.raw("END", "VTIMEZONE");
}

fn observance(lines: &mut Lines, [kind, from, to, name, start, month]: [&str; 6]) {
    lines.raw("BEGIN", kind);
    lines.raw("TZOFFSETFROM", from);
    lines.raw("TZOFFSETTO", to);
    lines.raw("TZNAME", name);
    lines.raw("DTSTART", start);
    lines.raw("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
    lines.raw("END", kind);
}
