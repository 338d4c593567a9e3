//! Cancelling by link: opening it changes nothing, a button with one human act cancels (R18).

use askama::Template;

use super::{Act, Visit};
use crate::pages::{Frame, write};

/// What the page has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelState {
    /// Can be cancelled: the form is shown.
    Ask,
    /// Cancelled by the POST that this page answers.
    Done,
    /// Had been cancelled before; nothing changed.
    Already,
    /// The hour has passed; nothing changed.
    Past,
    /// The ticket was collected; nothing changed.
    Collected,
}

/// The page of cancellation. Its form posts to its own address.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/cancel.html")]
pub struct CancelPage {
    /// The surroundings; `path` is `/a/{token}/cancel`.
    pub frame: Frame,
    /// The appointment.
    pub visit: Visit,
    /// What the page has to say.
    pub state: CancelState,
    /// The form.
    pub act: Act,
    /// Whether a letter will confirm it: there is an address to write to.
    pub by_mail: bool,
}

impl CancelPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The end of the text keys of the state.
    #[must_use]
    pub const fn state_key(&self) -> &'static str {
        match self.state {
            CancelState::Ask => "ask",
            CancelState::Done => "done",
            CancelState::Already => "already",
            CancelState::Past => "past",
            CancelState::Collected => "collected",
        }
    }

    /// Whether the form is shown.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.state == CancelState::Ask
    }
}
