//! The data of a letter: everything that is said in it, nothing about how.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use okienko_queue::text::Text;

/// Who writes: settings of the office, the same for every letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sender {
    /// The office's name as citizens know it, e.g. "Urząd Miejski w Dąbrowie Górniczej" (R16).
    pub office_name: String,
    /// The From mailbox, with or without a name: `Urząd Miejski <no-reply@example.pl>`.
    pub from: String,
    /// A real contact for questions; becomes Reply-To and is named in the footer. The mail itself asks not to be answered (R15).
    pub reply_to: Option<String>,
    /// The right side of Message-ID and calendar UID; must stay the same for as long as letters should thread.
    pub host: String,
    /// Where the information clause of Art. 13 GDPR stands (law line 19).
    pub privacy_url: String,
    /// The office's own words, see [`crate::check_templates`]; what is missing or broken is said in the house's words.
    pub templates: BTreeMap<String, Text>,
}

/// Which letter it is; each has its own keys in `mail.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// The visit is booked (R15–R17).
    Confirmation,
    /// The visit lapses unless it is confirmed by the link.
    ConfirmRequest,
    /// The visit was moved to another term.
    Change,
    /// The visit comes soon.
    Reminder,
    /// The visit is cancelled, by the citizen or by staff (R19).
    Cancellation,
    /// The visit is cancelled because nobody confirmed it.
    Lapsed,
    /// The visit is cancelled because its ticket was not collected (R29).
    NotCollected,
}

impl LetterKind {
    /// Every kind, in the order in which a visit may meet them.
    pub const ALL: [Self; 7] = [
        Self::ConfirmRequest,
        Self::Lapsed,
        Self::Confirmation,
        Self::Change,
        Self::Reminder,
        Self::Cancellation,
        Self::NotCollected,
    ];

    /// The stable word for the outbox, file names, text keys and templates.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::ConfirmRequest => "confirm_request",
            Self::Change => "change",
            Self::Reminder => "reminder",
            Self::Cancellation => "cancellation",
            Self::Lapsed => "lapsed",
            Self::NotCollected => "not_collected",
        }
    }

    /// The kind of a stable word, or `None` for a word this version does not know.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether the visit is over with this letter.
    #[must_use]
    pub fn ends(self) -> bool {
        matches!(self, Self::Cancellation | Self::Lapsed | Self::NotCollected)
    }

    /// Whether the letter tells how the ticket is collected: the visit stands (R17).
    #[must_use]
    pub fn explains(self) -> bool {
        matches!(self, Self::Confirmation | Self::Change | Self::Reminder)
    }

    /// Whether the letter carries a calendar file. A request is none to be put in a diary yet, a reminder adds nothing to it.
    #[must_use]
    pub fn has_calendar(self) -> bool {
        !matches!(self, Self::ConfirmRequest | Self::Reminder)
    }
}

/// What a letter asks to be confirmed with.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The personal link, absolute.
    pub url: String,
    /// Until when, in the office's zone.
    pub by: DateTime<Tz>,
    /// Minutes from the writing until then.
    pub minutes: u32,
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
    /// The hour before a change.
    pub previous: Option<DateTime<Tz>>,
    /// Length of the term in minutes, for the calendar file.
    pub duration_minutes: u32,
    /// Digits with the country's number in front, `48…` (R14).
    pub phone: String,
    /// Six digits, the second way at the kiosk; empty = there is none.
    pub code: String,
    /// The personal link of R18, absolute, `http` or `https`.
    pub manage_url: String,
    /// Of a confirm request: where and until when.
    pub confirm: Option<Confirm>,
    /// When check-in opens (R24), in the office's zone.
    pub window_opens: DateTime<Tz>,
    /// How many minutes before the hour the ticket should be collected (advice only, R17; 10 in the city).
    pub advice_minutes: u32,
    /// Within how many minutes of their hour nine of ten booked visitors of this matter were called lately; `None` while too
    /// few have come to say so (R38).
    pub shift_minutes: Option<u32>,
    /// How often the visit was moved: the calendar's SEQUENCE (RFC 5546), higher with every change. A reminder has no calendar
    /// and counts the minutes of its hour instead, so that each hour has its own Message-ID.
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
    /// The SEQUENCE that goes out: the end of a visit is newer than its last change, because calendars ignore what is not.
    #[must_use]
    pub fn effective_sequence(&self) -> u32 {
        self.sequence + u32::from(self.kind.ends())
    }
}
