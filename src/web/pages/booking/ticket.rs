//! The ticket's page `/t/{token}`, reached by the QR code on the paper: go away and come back in time.

use askama::Template;
use chrono::NaiveTime;

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

    /// Whether anything can still change, so that the page renews itself.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Called | Self::Serving | Self::OnHold | Self::InTransit)
    }
}

/// The status of one ticket. The form "leave the queue" posts `csrf` and `key` to `/t/{token}/leave`.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/ticket.html")]
pub struct TicketPage {
    /// The surroundings; `path` is `/t/{token}`.
    pub frame: Frame,
    /// The secret of the link.
    pub token: String,
    /// The code on the paper, e.g. `U007`.
    pub code: String,
    /// The service as `letter: name` (R6).
    pub service: String,
    /// Its state.
    pub state: TicketState,
    /// How many people are ahead, while waiting.
    pub people_ahead: Option<u32>,
    /// The expected waiting time as a range in minutes; `None`: nobody can say, e.g. no desk is open.
    pub wait: Option<(u32, u32)>,
    /// The desk's label, once called.
    pub desk: Option<String>,
    /// The booked hour of a visit, office-local.
    pub booked_for: Option<NaiveTime>,
    /// The office's hour at which this picture was taken.
    pub as_of: NaiveTime,
    /// Whether the citizen may still leave the queue: only while waiting.
    pub can_leave: bool,
    /// The code of a refusal of the last POST, e.g. `try_again`.
    pub refused: Option<String>,
    /// The CSRF token bound to the cookie of this answer.
    pub csrf: String,
    /// A fresh idempotency key.
    pub key: String,
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
        format!("/t/{}", segment(&self.token))
    }

    /// "20–35 min", "about 5 min", or that it is not known.
    #[must_use]
    pub fn wait_text(&self) -> String {
        let t = self.frame.t;
        match self.wait {
            None => t.get("web-ticket-wait-unknown"),
            Some((_, to)) if to < 1 => t.get("web-ticket-wait-now"),
            Some((from, to)) if from >= to => t.with("web-ticket-wait-about", "to", to),
            Some((from, to)) => t.with2("web-ticket-wait-range", "from", from, "to", to),
        }
    }

    /// The sentence of the last refusal.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let t = self.frame.t;
        let key = format!("web-refused-{}", self.refused.as_ref()?.replace('_', "-"));
        Some(t.get(if t.has(&key) { &key } else { "web-refused-other" }))
    }
}
