//! A visit as a calendar file of its own, to be downloaded: the very entry of its letters, with the same UID, so that a calendar that
//! gets both keeps one. It holds no name, phone, code or personal link.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::fault::Fault;
use crate::letter::{Letter, LetterKind, Sender};
use crate::message::compose;

/// What a calendar file says of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whether the visit is off: METHOD:CANCEL (RFC 5546 §3.2.5).
    pub cancelled: bool,
    /// `pl`, `en` or `uk`; anything else is written in Polish.
    pub language: String,
    /// The appointment's id; the root of the UID.
    pub appointment: String,
    /// `R: Rejestracja działalności gospodarczej`.
    pub service: String,
    /// Department, room, address; may be empty.
    pub place: String,
    /// The booked hour, in the office's zone.
    pub start: DateTime<Tz>,
    /// Length of the term in minutes.
    pub duration_minutes: u32,
    /// SEQUENCE: higher with every change of the visit.
    pub sequence: u32,
    /// When the file is written; becomes DTSTAMP.
    pub written_at: DateTime<Utc>,
}

/// The file's text (RFC 5545), CRLF lines.
///
/// # Errors
/// Those of [`compose`].
pub fn entry(entry: &Entry, sender: &Sender) -> Result<String, Fault> {
    let letter = Letter {
        kind: if entry.cancelled { LetterKind::Cancellation } else { LetterKind::Confirmation },
        language: entry.language.clone(),
        appointment: entry.appointment.clone(),
        to_name: String::new(),
        // A letter that nobody gets (RFC 6761 §6.4): only its calendar file leaves this function.
        to_email: "nobody@office.invalid".to_owned(),
        service: entry.service.clone(),
        place: entry.place.clone(),
        start: entry.start,
        duration_minutes: entry.duration_minutes,
        phone: String::new(),
        code: String::new(),
        manage_url: "https://office.invalid/".to_owned(),
        window_opens: entry.start,
        advice_minutes: ADVICE_MINUTES,
        previous: None,
        confirm: None,
        shift_minutes: None,
        sequence: entry.sequence,
        written_at: entry.written_at,
    };
    Ok(compose(&letter, sender)?.calendar().to_owned())
}

/// What the entry advises (R17), as its letters do.
const ADVICE_MINUTES: u32 = 10;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono::TimeZone;
    use chrono_tz::Europe::Warsaw;

    fn file(cancelled: bool) -> String {
        let visit = Entry {
            cancelled,
            language: "pl".into(),
            appointment: "so-a7".into(),
            service: "D: Dowody osobiste".into(),
            place: "parter".into(),
            start: Warsaw.with_ymd_and_hms(2026, 11, 24, 10, 20, 0).unwrap(),
            duration_minutes: 20,
            sequence: 2,
            written_at: Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap(),
        };
        let sender = Sender {
            office_name: "Urząd".into(),
            from: "Urząd <no-reply@um.example>".into(),
            reply_to: None,
            host: "wizyty.um.example".into(),
            privacy_url: "https://wizyty.um.example/privacy".into(),
            templates: Default::default(),
        };
        entry(&visit, &sender).unwrap()
    }

    #[test]
    fn the_file_is_the_entry_of_the_letters_without_the_person() {
        let published = file(false);
        for line in [
            "METHOD:PUBLISH",
            "UID:so-a7@wizyty.um.example",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Warsaw:20261124T102000",
        ] {
            assert!(published.contains(&format!("{line}\r\n")), "{line} in {published}");
        }
        assert!(!published.contains("office.invalid") && !published.contains("ATTENDEE"), "{published}");
        let off = file(true);
        assert!(off.contains("METHOD:CANCEL\r\n") && off.contains("STATUS:CANCELLED\r\n"), "{off}");
    }
}
