//! A visit as its holder sees it on every page behind its link.

use std::borrow::Borrow;

use chrono::{NaiveDate, NaiveDateTime};

use super::ServiceHead;
use crate::pages::frame::segment;

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

/// An appointment as its holder sees it. Never log it.
#[derive(Clone, PartialEq, Eq)]
pub struct Visit {
    /// The secret of the link.
    pub token: String,
    /// Its state.
    pub state: VisitState,
    /// The six digits that can be typed at the kiosk instead of the phone.
    pub code: String,
    /// First name as given; empty once erased.
    pub name: String,
    /// The phone as shown everywhere: digits with 48 in front (R14, R16); empty once erased.
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

    /// The page that sends the letter once more.
    #[must_use]
    pub fn resend_path(&self) -> String {
        format!("{}/resend", self.path())
    }

    /// The page that erases the holder's data.
    #[must_use]
    pub fn erase_path(&self) -> String {
        format!("{}/erase", self.path())
    }

    /// The calendar file.
    #[must_use]
    pub fn calendar_path(&self) -> String {
        format!("{}/visit.ics", self.path())
    }

    /// Moving: pick the day.
    #[must_use]
    pub fn move_path(&self) -> String {
        format!("{}/move", self.path())
    }

    /// Moving: pick the hour of a day.
    #[must_use]
    pub fn move_day_path(&self, date: impl Borrow<NaiveDate>) -> String {
        format!("{}/{}", self.move_path(), date.borrow().format("%Y-%m-%d"))
    }

    /// Moving: look at both terms.
    #[must_use]
    pub fn move_term_path(&self, start: impl Borrow<NaiveDateTime>) -> String {
        format!("{}/{}", self.move_path(), start.borrow().format("%Y-%m-%d/%H:%M"))
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
