//! The data of a letter: everything that is said in it, nothing about how.

use std::fmt;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// Who writes: settings of the office, the same for every letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The office's name as citizens know it, e.g. "Urząd Miejski w Dąbrowie Górniczej" (R16).
    pub office_name: String,
    /// The From mailbox, with or without a name: `Urząd Miejski <no-reply@example.pl>`.
    pub from: String,
    /// A real contact for questions; becomes Reply-To and is named in the footer. The mail itself asks not to be answered (R15).
    pub reply_to: Option<String>,
    /// The right side of Message-ID and calendar UID; must stay the same for as long as letters should thread.
    pub host: String,
}

/// Which letter it is. Change, reminder and not collected would be further kinds, each with its own keys in `mail.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// The visit is booked (R15–R17).
    Confirmation,
    /// The visit is cancelled, by the citizen or by staff (R19).
    Cancellation,
}

impl LetterKind {
    /// Every kind, for tests and reports.
    pub const ALL: [Self; 2] = [Self::Confirmation, Self::Cancellation];

    /// The stable word for the outbox, file names and text keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Cancellation => "cancellation",
        }
    }

    /// The kind of a stable word, or `None` for a word this version does not know.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One letter to one citizen about one appointment. Holds personal data: its `Debug` shows kind and appointment only.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Which letter.
    pub kind: LetterKind,
    /// `pl`, `en` or `uk`; anything else is written in Polish.
    pub language: String,
    /// The appointment's id, opaque; the root of Message-ID and UID.
    pub appointment: String,
    /// The client's first name as typed.
    pub to_name: String,
    /// The client's e-mail address as typed.
    pub to_email: String,
    /// `R: Rejestracja działalności gospodarczej`, in the letter's language (R6).
    pub service: String,
    /// Department, room, address; may be empty.
    pub place: String,
    /// The booked hour, in the office's zone; date and hour are shown as they stand here.
    pub start: DateTime<Tz>,
    /// Length of the term in minutes, for the calendar file.
    pub duration_minutes: u32,
    /// Digits with the country's number in front, `48…` (R14).
    pub phone: String,
    /// Six digits, the second way at the kiosk; empty = there is none.
    pub code: String,
    /// The personal link of R18, absolute, `http` or `https`.
    pub manage_url: String,
    /// When check-in opens (R24), in the office's zone.
    pub window_opens: DateTime<Tz>,
    /// How many minutes before the hour the ticket should be collected (advice only, R17; 10 in the city).
    pub advice_minutes: u32,
    /// Calendar SEQUENCE (RFC 5546): 0 for the confirmation, higher with every later letter of the appointment.
    pub sequence: u32,
    /// When the letter was put in the outbox; becomes Date, DTSTAMP and the file's name, so keep it on a resend.
    pub written_at: DateTime<Utc>,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({} of {})", self.kind.as_str(), self.appointment)
    }
}

impl Letter {
    /// The SEQUENCE that goes out: a cancellation is never below 1, because calendars ignore one that is not newer than the visit.
    #[must_use]
    pub fn effective_sequence(&self) -> u32 {
        match self.kind {
            LetterKind::Confirmation => self.sequence,
            LetterKind::Cancellation => self.sequence.max(1),
        }
    }
}
