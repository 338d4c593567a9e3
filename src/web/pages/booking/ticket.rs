//! The ticket's page `/t/{token}`, reached by the QR code on the paper: go away and come back in time.

use askama::Template;

use super::ticket_words::TicketWords;
use crate::pages::{Frame, frame::segment, write};

/// State of a ticket as the contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// In the queue.
    Waiting,
    /// Called to a desk, not yet there.
    Called,
    /// At the desk.
    Serving,
    /// Put aside by the clerk; called again later.
    OnHold,
    /// Being handed over to another department.
    InTransit,
    /// Called and did not come.
    NoShow,
    /// Served.
    Finished,
    /// Given up by the citizen or by staff.
    Cancelled,
    /// The day ended before it was called.
    Closed,
}

impl TicketState {
    /// The state of a contract's name such as `on_hold`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "waiting" => Self::Waiting,
            "called" => Self::Called,
            "serving" => Self::Serving,
            "on_hold" => Self::OnHold,
            "in_transit" => Self::InTransit,
            "no_show" => Self::NoShow,
            "finished" => Self::Finished,
            "cancelled" => Self::Cancelled,
            "closed" => Self::Closed,
            _ => return None,
        })
    }

    /// The end of the text keys of this state.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::Serving => "serving",
            Self::OnHold => "on-hold",
            Self::InTransit => "in-transit",
            Self::NoShow => "no-show",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
        }
    }

    /// Whether anything can still change by itself, so that the page is kept live. A missed call can be brought back.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Finished | Self::Cancelled | Self::Closed)
    }

    /// Whether a call is still to come or has just come: without script the page refreshes only then.
    #[must_use]
    pub const fn awaits_call(self) -> bool {
        matches!(self, Self::Waiting | Self::Called | Self::OnHold | Self::InTransit)
    }

    /// Whether the citizen may give the place up (transition 19).
    #[must_use]
    pub const fn can_leave(self) -> bool {
        matches!(self, Self::Waiting | Self::OnHold)
    }
}

/// The status of one ticket.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/ticket.html")]
pub struct TicketPage {
    /// The surroundings; `path` is `/t/{token}`.
    pub frame: Frame,
    /// The secret of the link.
    pub token: String,
    /// The code on the paper, e.g. `U007`.
    pub code: String,
    /// Its state.
    pub state: TicketState,
    /// What is told of it.
    pub words: TicketWords,
    /// Whether the page refreshes itself where there is no script; the citizen can turn it off (WCAG 2.2.2).
    pub refreshes: bool,
    /// The code of a refusal of the last POST, e.g. `try_again`.
    pub refused: Option<String>,
}

impl TicketPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The ticket's page.
    #[must_use]
    pub fn path(&self) -> String {
        ticket_path(&self.token)
    }

    /// Where the live state comes from, in the language of this page.
    #[must_use]
    pub fn events_path(&self) -> String {
        format!("{}/events?lang={}", self.path(), self.frame.t.lang.code())
    }

    /// The sentence of the last refusal.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        self.refused.as_deref().map(|code| sentence(&self.frame, code))
    }
}

/// The step before leaving the queue: it shows what is given up, and asks for a tick and a press. The form posts `sure`, `csrf` and `key`
/// to `/t/{token}/leave`.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/leave.html")]
pub struct LeavePage {
    /// The surroundings; `path` is `/t/{token}/leave`.
    pub frame: Frame,
    /// The secret of the link.
    pub token: String,
    /// The code on the paper.
    pub code: String,
    /// What is told of the ticket.
    pub words: TicketWords,
    /// Codes of what was wrong with the last POST.
    pub errors: Vec<&'static str>,
    /// The CSRF token bound to the cookie of this answer.
    pub csrf: String,
    /// A fresh idempotency key.
    pub key: String,
}

impl LeavePage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The ticket's page.
    #[must_use]
    pub fn path(&self) -> String {
        ticket_path(&self.token)
    }

    /// Whether the tick is missing.
    #[must_use]
    pub fn not_sure(&self) -> bool {
        self.errors.contains(&"not_sure")
    }

    /// The sentence of an error.
    #[must_use]
    pub fn sentence(&self, code: &str) -> String {
        sentence(&self.frame, code)
    }
}

/// The page of a ticket.
#[must_use]
pub fn ticket_path(token: &str) -> String {
    format!("/t/{}", segment(token))
}

fn sentence(frame: &Frame, code: &str) -> String {
    let key = format!("web-refused-{}", code.replace('_', "-"));
    frame.t.get(if frame.t.has(&key) { &key } else { "web-refused-other" })
}
