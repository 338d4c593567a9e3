//! What a holder of a visit's link can do there, each on a page of its own: opening it changes nothing, a button with one human act does
//! (law line 33). A link that can do no more says why and is no error.

use askama::Template;

use super::{FieldError, Visit, VisitState};
use crate::pages::{Frame, write};
use crate::texts::Texts;

/// The form of an act. It posts `digits` (the last three digits of the phone), `csrf` and `key` to `path`.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// Where it posts to.
    pub path: String,
    /// The CSRF token bound to the cookie of this answer.
    pub csrf: String,
    /// A fresh idempotency key.
    pub key: String,
    /// Refusals of the last POST: field `digits` with `wrong_digits`, or the form as a whole with `form_expired`, `throttled`, `try_again` …
    pub errors: Vec<FieldError>,
}

impl Act {
    /// Whether the digits were wrong.
    #[must_use]
    pub fn digits_wrong(&self) -> bool {
        self.errors.iter().any(|error| error.field == "digits")
    }

    /// The sentence of a refusal.
    #[must_use]
    pub fn sentence(&self, t: &Texts, error: &FieldError) -> String {
        let key = format!("web-refused-{}", error.code.replace('_', "-"));
        t.get(if t.has(&key) { &key } else { "web-refused-other" })
    }
}

/// Which act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Moving the visit to another term; its form is a page of its own.
    Move,
    /// Sending the letter once more.
    Resend,
    /// Erasing the holder's data.
    Erase,
    /// Confirming the visit by the link of a letter.
    Confirm,
}

impl Deed {
    /// The end of the text keys.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Resend => "resend",
            Self::Erase => "erase",
            Self::Confirm => "confirm",
        }
    }

    /// How many sentences say what will follow.
    const fn notes(self) -> u32 {
        match self {
            Self::Move | Self::Confirm => 0,
            Self::Resend => 1,
            Self::Erase => 4,
        }
    }
}

/// Why an act is not possible (any more).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The visit was cancelled.
    Cancelled,
    /// The ticket was collected.
    Collected,
    /// The hour has passed.
    Past,
    /// The data was erased.
    Erased,
    /// The visit was moved, or the letter sent, as often as is allowed.
    Used,
    /// No e-mail address was given.
    NoMail,
    /// It is confirmed, or never needed to be.
    Confirmed,
    /// Nobody confirmed it in time.
    Lapsed,
}

impl Why {
    /// The end of the text keys.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Collected => "collected",
            Self::Past => "past",
            Self::Erased => "erased",
            Self::Used => "used",
            Self::NoMail => "no-mail",
            Self::Confirmed => "confirmed",
            Self::Lapsed => "lapsed",
        }
    }
}

/// The page of an act: the question with its form, or why it cannot be.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/act.html")]
pub struct ActPage {
    /// The surroundings.
    pub frame: Frame,
    /// The visit.
    pub visit: Visit,
    /// Which act.
    pub deed: Deed,
    /// Why it is not possible; `None` asks.
    pub closed: Option<Why>,
    /// The form.
    pub act: Act,
}

impl ActPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The heading.
    #[must_use]
    pub fn heading(&self) -> String {
        let key = match self.closed {
            None => format!("web-{}-title", self.deed.key()),
            Some(Why::Confirmed) => "web-confirm-done".to_owned(),
            Some(_) => format!("web-{}-closed", self.deed.key()),
        };
        self.frame.t.get(key)
    }

    /// The sentence below it.
    #[must_use]
    pub fn lead(&self) -> String {
        let key = match self.closed {
            None => format!("web-{}-lead", self.deed.key()),
            Some(Why::Used) => format!("web-{}-used", self.deed.key()),
            Some(Why::Past) if self.deed == Deed::Erase => "web-erase-past".to_owned(),
            Some(why) => format!("web-closed-{}", why.key()),
        };
        self.frame.t.get(key)
    }

    /// The words of the button.
    #[must_use]
    pub fn button(&self) -> String {
        let only = self.deed == Deed::Erase && self.visit.state != VisitState::Booked;
        self.frame.t.get(format!("web-{}-button{}", self.deed.key(), if only { "-only" } else { "" }))
    }

    /// What will follow, sentence by sentence.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let t = self.frame.t;
        (1..=self.deed.notes()).map(|n| t.get(format!("web-{}-note-{n}", self.deed.key()))).collect()
    }

    /// Whether the page may lead to the visit's own page: the link of a confirming letter opens nothing else.
    #[must_use]
    pub fn leads_to_visit(&self) -> bool {
        self.deed != Deed::Confirm
    }
}
