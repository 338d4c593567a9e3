//! After booking where the office asks for a confirmation by mail: where the letter went, and until when it counts. No link of the visit
//! stands here; only the letter has it.

use askama::Template;
use chrono::NaiveDateTime;

use super::ServiceHead;
use crate::pages::{Frame, write};

/// The page that sends the citizen to the mailbox.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/sent.html")]
pub struct SentPage {
    /// The surroundings.
    pub frame: Frame,
    /// The service.
    pub service: ServiceHead,
    /// The term, office-local.
    pub start: NaiveDateTime,
    /// The address, most of it hidden.
    pub to: String,
    /// Minutes within which the visit must be confirmed.
    pub minutes: u32,
    /// The end of them, office-local.
    pub until: NaiveDateTime,
}

impl SentPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }
}
