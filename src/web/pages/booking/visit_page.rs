//! The visit's own page `/a/{token}`: confirmation right after booking, later the place to look and to do what can be done.

use askama::Template;
use chrono::{NaiveDateTime, NaiveTime};
use okienko_queue::shift::Shift;

use super::{Visit, VisitState, Words};
use crate::pages::{Frame, write};

/// What became of the letter about the visit as it stands (R15, R20).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// Handed over to the mail server.
    Sent,
    /// Still in the outbox.
    Pending,
    /// Refused so far; it is tried again. The page says that everything needed stands here.
    Failed,
    /// Letters to this address do not arrive (law line 34).
    Bounced,
    /// There is no address to write to.
    Absent,
}

impl Mail {
    /// The text's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "web-mail-sent",
            Self::Pending => "web-mail-pending",
            Self::Failed => "web-mail-failed",
            Self::Bounced => "web-mail-bounced",
            Self::Absent => "web-mail-absent",
        }
    }

    /// The design system's colour.
    #[must_use]
    pub const fn color(self) -> &'static str {
        match self {
            Self::Sent | Self::Pending => "info",
            Self::Failed | Self::Bounced | Self::Absent => "warning",
        }
    }
}

/// What was just done, told once by the page that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// The visit was booked.
    Booked,
    /// It was moved to another term.
    Moved,
    /// Its letter goes once more.
    Resent,
}

/// What to know before coming.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// Where it is.
    pub place: Words,
    /// What to bring.
    pub bring: Vec<Words>,
    /// What it costs.
    pub fee: Words,
}

/// The ticket of a collected visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Its code.
    pub code: String,
    /// Its own page.
    pub path: String,
    /// The honest range of its wait in minutes, while it waits and something is known (R30).
    pub wait: Option<(u32, u32)>,
    /// Whether it will not be called any more.
    pub over: bool,
}

/// The page of one appointment.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/visit.html")]
pub struct VisitPage {
    /// The surroundings; `path` is `/a/{token}`.
    pub frame: Frame,
    /// The appointment.
    pub visit: Visit,
    /// What was just done.
    pub news: News,
    /// What became of the letter.
    pub mail: Mail,
    /// It lapses then unless it is confirmed by the link of its letter.
    pub confirm_by: Option<NaiveDateTime>,
    /// From when the ticket can be collected (R24: 30 minutes before).
    pub opens_at: NaiveTime,
    /// Until when the ticket can be collected (R24: the booked hour and the grace).
    pub closes_at: NaiveTime,
    /// Place, papers, fee.
    pub preparation: Preparation,
    /// How far the hour may shift (R38).
    pub shift: Shift,
    /// Whether it can be changed: booked, and the hour has not passed.
    pub open: bool,
    /// Whether the link is alive: the hour has not passed.
    pub alive: bool,
    /// Whether the holder's data was erased.
    pub erased: bool,
    /// The ticket, once collected.
    pub ticket: Option<Glance>,
    /// Days after the visit for which contact data is kept.
    pub kept_days: u32,
}

impl VisitPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The heading: what was just done, else the state.
    #[must_use]
    pub fn heading(&self) -> String {
        let t = self.frame.t;
        match self.news {
            _ if self.erased => t.get("web-erased-title"),
            _ if self.waits_for_confirmation() => t.get("web-unconfirmed-title"),
            News::Booked if self.booked() => t.get("web-visit-thanks"),
            News::Moved if self.booked() => t.get("web-moved-title"),
            _ => t.get(format!("web-visit-title-{}", self.visit.state.key())),
        }
    }

    /// The sentence below it.
    #[must_use]
    pub fn lead(&self) -> String {
        let t = self.frame.t;
        match self.confirm_by {
            _ if self.erased => t.get(format!("web-erased-lead-{}", self.visit.state.key())),
            Some(by) if self.booked() => t.with("web-unconfirmed-lead", "moment", t.moment(by)),
            _ if self.news == News::Moved && self.booked() => t.get("web-moved-lead"),
            _ if self.ticket.as_ref().is_some_and(|glance| glance.over) => t.get("web-visit-lead-over"),
            _ => t.get(format!("web-visit-lead-{}", self.visit.state.key())),
        }
    }

    /// The words of the state.
    #[must_use]
    pub fn state_words(&self) -> String {
        let unconfirmed = self.waits_for_confirmation();
        let key = if unconfirmed { "unconfirmed" } else { self.visit.state.key() };
        self.frame.t.get(format!("web-state-{key}"))
    }

    /// The colour of the state.
    #[must_use]
    pub fn state_color(&self) -> &'static str {
        if self.waits_for_confirmation() { "warning" } else { self.visit.state.color() }
    }

    /// How far the hour may shift, sentence by sentence: what is usual, and what is so today (R38).
    #[must_use]
    pub fn shift_words(&self) -> Vec<String> {
        let t = self.frame.t;
        let usual = match self.shift.usual {
            Some(usual) if usual.minutes == 0 => t.with("web-shift-on-time", "visits", usual.visits),
            Some(usual) => t.with2("web-shift-usual", "minutes", usual.minutes, "visits", usual.visits),
            None => t.with("web-shift-unknown", "minutes", self.visit.service.duration_minutes),
        };
        let lately = self.shift.lately.map(|minutes| match minutes {
            0 => t.get("web-shift-today-on-time"),
            minutes => t.with("web-shift-today", "minutes", minutes),
        });
        [usual].into_iter().chain(lately).chain([t.get("web-shift-valid")]).collect()
    }

    /// The wait of a collected ticket, as on its own page.
    #[must_use]
    pub fn wait_words(&self, glance: &Glance) -> Option<String> {
        let (t, (from, to)) = (self.frame.t, glance.wait?);
        Some(match (from, to) {
            (_, 0) => t.get("web-wait-now"),
            (0, to) => t.with("web-wait-up-to", "to", to),
            (from, to) => t.with2("web-wait-range", "from", from, "to", to),
        })
    }

    fn booked(&self) -> bool {
        self.visit.state == VisitState::Booked && !self.erased
    }

    fn waits_for_confirmation(&self) -> bool {
        self.booked() && self.confirm_by.is_some()
    }
}
