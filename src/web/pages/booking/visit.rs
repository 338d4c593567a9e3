//! The visit's own page `/a/{token}`: confirmation right after booking, later the place to look and to cancel.

use askama::Template;
use chrono::{NaiveDateTime, NaiveTime};

use super::ServiceHead;
use crate::pages::{Frame, frame::segment, write};

/// State of an appointment (tickets.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitState {
    /// Booked, the ticket is not collected yet.
    Booked,
    /// The ticket was collected at a kiosk.
    Collected,
    /// Cancelled by the citizen or by staff.
    Cancelled,
    /// Not collected in time, cancelled automatically (R29).
    NotCollected,
}

impl VisitState {
    /// The end of the text keys of this state.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Collected => "collected",
            Self::Cancelled => "cancelled",
            Self::NotCollected => "not-collected",
        }
    }

    /// The design system's colour of this state; the state is always told in words too.
    #[must_use]
    pub const fn color(self) -> &'static str {
        match self {
            Self::Booked | Self::Collected => "success",
            Self::Cancelled => "neutral",
            Self::NotCollected => "warning",
        }
    }
}

/// What became of the confirming letter (R15, R20).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// Handed over to the mail server.
    Sent,
    /// Still in the outbox.
    Pending,
    /// Refused so far; it is tried again. The page says that everything needed stands here.
    Failed,
}

/// An appointment as its holder sees it. Never log it.
#[derive(Clone, PartialEq, Eq)]
pub struct Visit {
    /// The secret of the link.
    pub token: String,
    /// Its state.
    pub state: VisitState,
    /// The six digits that can be typed at the kiosk instead of the phone.
    pub code: String,
    /// First name as given.
    pub name: String,
    /// The phone as shown everywhere: digits with 48 in front (R14, R16).
    pub phone: String,
    /// The service.
    pub service: ServiceHead,
    /// The booked beginning, office-local.
    pub start: NaiveDateTime,
}

impl std::fmt::Debug for Visit {
    // Personal data and the secret must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Visit({:?})", self.state)
    }
}

impl Visit {
    /// This visit's page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/a/{}", segment(&self.token))
    }

    /// Its page of cancellation.
    #[must_use]
    pub fn cancel_path(&self) -> String {
        format!("{}/cancel", self.path())
    }

    /// The code in two groups, easier to read aloud and to type: "482 913".
    #[must_use]
    pub fn code_spaced(&self) -> String {
        match self.code.split_at_checked(3) {
            Some((first, second)) if self.code.len() == 6 => format!("{first} {second}"),
            _ => self.code.clone(),
        }
    }
}

/// The page of one appointment.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/visit.html")]
pub struct VisitPage {
    /// The surroundings; `path` is `/a/{token}`.
    pub frame: Frame,
    /// The appointment.
    pub visit: Visit,
    /// True right after the redirect from the form: the heading thanks.
    pub just_booked: bool,
    /// What became of the letter.
    pub mail: Mail,
    /// From when the ticket can be collected (R24: 30 minutes before).
    pub opens_at: NaiveTime,
    /// Until when the ticket can be collected (R24: the booked hour and the grace).
    pub closes_at: NaiveTime,
    /// Whether it can still be cancelled: booked, and the hour has not passed.
    pub can_cancel: bool,
    /// The ticket's page `/t/{token}`, once the ticket was collected.
    pub ticket_path: Option<String>,
}

impl VisitPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The heading: thanks right after booking, else the state.
    #[must_use]
    pub fn heading(&self) -> String {
        let t = self.frame.t;
        if self.just_booked && self.visit.state == VisitState::Booked {
            return t.get("web-visit-thanks");
        }
        t.get(format!("web-visit-title-{}", self.visit.state.key()))
    }
}
