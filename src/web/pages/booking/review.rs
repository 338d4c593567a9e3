//! The check before booking (law line 6): everything once more, with a way to change each part. Nothing is booked until its button is
//! pressed. Also the answer when the last POST was refused: nothing typed is lost.

use askama::Template;

use super::form::{refusal_text, term_is_gone};
use super::{CardView, FieldError, FormValues, ServiceHead, Term};
use crate::guard::Demand;
use crate::pages::{Frame, write};

/// The review of one term. Its form posts `csrf`, `key`, `act` (`book`, `email`, `discard`) and, when another term is chosen, `start`.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/review.html")]
pub struct ReviewPage {
    /// The surroundings; `path` is `/s/{id}/{YYYY-MM-DD}/{HH:MM}/review`.
    pub frame: Frame,
    /// The service.
    pub service: ServiceHead,
    /// Its card: the place and what to bring are shown.
    pub card: CardView,
    /// The term; its `free` is not shown.
    pub term: Term,
    /// What was typed; the phone as the office will show it: digits with 48 in front (R14).
    pub values: FormValues,
    /// The address that was probably meant, when the typed one looks like a slip.
    pub meant: Option<String>,
    /// Why the last POST was refused.
    pub errors: Vec<FieldError>,
    /// After `slot_taken` and its kin: the nearest free terms, offered as a choice in the same form.
    pub nearest: Vec<Term>,
    /// Minutes for which the browser keeps what was typed.
    pub keep_minutes: u32,
    /// The proof of work that is asked for while a rule against bots has tripped; usually none.
    pub demand: Option<Demand>,
    /// The idempotency key: a double click is one booking.
    pub key: String,
    /// The CSRF token bound to the cookie of this answer.
    pub csrf: String,
}

impl ReviewPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// This page's own path.
    #[must_use]
    pub fn path(&self) -> String {
        self.service.review_path(self.term.start)
    }

    /// The form behind it, where a field can be changed.
    #[must_use]
    pub fn form_path(&self) -> String {
        self.service.term_path(self.term.start)
    }

    /// The sentence of a refusal.
    #[must_use]
    pub fn sentence(&self, error: &FieldError) -> String {
        refusal_text(self.frame.t, error)
    }

    /// Whether the term cannot be had any more, so that no button for it is shown.
    #[must_use]
    pub fn term_gone(&self) -> bool {
        term_is_gone(&self.errors)
    }

    /// Whether another term is chosen on this page.
    #[must_use]
    pub fn chooses_again(&self) -> bool {
        self.term_gone() && !self.nearest.is_empty()
    }

    /// Whether only another day helps: the limits of a day are reached, or no term is left.
    #[must_use]
    pub fn needs_another_day(&self) -> bool {
        let limit = self.errors.iter().any(|error| error.code == "limit_reached");
        limit || (self.term_gone() && self.nearest.is_empty())
    }
}
