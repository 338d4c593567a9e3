//! Step 4: one form (R7, R11, R12), followed by its review. Also the answer to a POST that was refused: nothing typed is lost.

use askama::Template;

use super::{ServiceHead, Term};
use crate::pages::{Frame, write};
use crate::texts::Texts;

/// What was typed, unchanged. Never log it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FormValues {
    /// Field `name`: first name.
    pub name: String,
    /// Field `phone`, as typed (R14 is judged by the core).
    pub phone: String,
    /// Field `email`.
    pub email: String,
}

impl std::fmt::Debug for FormValues {
    // Personal data must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormValues(…)")
    }
}

/// One refusal. The page turns the code into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// `name`, `phone`, `email`; anything else (e.g. `start`) is about the form as a whole.
    pub field: String,
    /// The stable code: `invalid_name`, `invalid_phone`, `invalid_email`, `slot_taken`, `slot_in_past`, `outside_horizon`, `not_a_slot`,
    /// `overlapping_appointment`, `limit_reached`, `key_reused`, `throttled`, `try_again`, `form_expired`. A typed-nothing field has the same
    /// `invalid_*` code: the sentence fits both.
    pub code: String,
}

impl FieldError {
    /// A refusal of a field by a code.
    #[must_use]
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into() }
    }
}

/// The form of one term. It posts to its own address the fields `name`, `phone`, `email`, `start` (`YYYY-MM-DDTHH:MM`, office-local), `key`
/// (idempotency key) and `csrf`; the button of the mail hint sends `fix` beside them. The answer is the review of the term named by `start`:
/// after `slot_taken` it may differ from the address.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/form.html")]
pub struct FormPage {
    /// The surroundings; `path` is `/s/{id}/{YYYY-MM-DD}/{HH:MM}`.
    pub frame: Frame,
    /// The service.
    pub service: ServiceHead,
    /// The term; its `free` is not shown.
    pub term: Term,
    /// What was typed, or nothing on the first visit.
    pub values: FormValues,
    /// Why the last POST was refused, in the order of the fields.
    pub errors: Vec<FieldError>,
    /// After `slot_taken` and its kin: the nearest free terms, offered as a choice inside the same form.
    pub nearest: Vec<Term>,
    /// The address that was probably meant, when the typed one looks like a slip.
    pub meant: Option<String>,
    /// Whether the values come from a draft of this browser.
    pub kept: bool,
    /// Days after the visit for which the office keeps the data (law line 21).
    pub keep_days: u32,
    /// A fresh idempotency key: one per form shown, so that a double click is one booking.
    pub key: String,
    /// The CSRF token bound to the cookie of this answer.
    pub csrf: String,
}

impl FormPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The sentence of the first refusal of a field.
    #[must_use]
    pub fn error(&self, field: &str) -> Option<String> {
        self.errors.iter().find(|error| error.field == field).map(|error| self.sentence(error))
    }

    /// The sentence of a refusal.
    #[must_use]
    pub fn sentence(&self, error: &FieldError) -> String {
        refusal_text(self.frame.t, error)
    }

    /// Where the summary's link of a refusal leads: the field, or the choice of terms.
    #[must_use]
    pub fn target(&self, error: &FieldError) -> Option<&'static str> {
        match error.field.as_str() {
            "name" => Some("#name"),
            "phone" => Some("#phone"),
            "email" => Some("#email"),
            _ if self.chooses_again() => Some("#start-0"),
            _ => None,
        }
    }

    /// Whether the term of this page cannot be had any more, so that no button for it is shown.
    #[must_use]
    pub fn term_gone(&self) -> bool {
        term_is_gone(&self.errors)
    }

    /// Whether another term is chosen in this form.
    #[must_use]
    pub fn chooses_again(&self) -> bool {
        self.term_gone() && !self.nearest.is_empty()
    }
}

/// The sentence of a refusal.
pub(super) fn refusal_text(t: Texts, error: &FieldError) -> String {
    let key = format!("web-refused-{}", error.code.replace('_', "-"));
    t.get(if t.has(&key) { &key } else { "web-refused-other" })
}

/// Whether some refusal says that the term itself cannot be had.
pub(super) fn term_is_gone(errors: &[FieldError]) -> bool {
    let gone = ["slot_taken", "slot_in_past", "outside_horizon", "not_a_slot", "overlapping_appointment"];
    errors.iter().any(|error| gone.contains(&error.code.as_str()))
}
