//! A ticket: one place in one queue, on one leg of a visit.

use crate::ids::{AppointmentId, DepartmentId, DeskId, ServiceId, TicketId};
use crate::lease::Conflict;
use crate::note::Note;
use crate::text::Language;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Where a ticket stands (tickets.md, "States").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// In the queue.
    Waiting,
    /// Announced, the visitor walks to the desk.
    Called,
    /// At the desk.
    Serving,
    /// Put aside by the clerk.
    OnHold,
    /// On its way to another department.
    InTransit,
    /// Called and did not come.
    NoShow,
    /// Served.
    Finished,
    /// Given up by the visitor or cancelled by staff.
    Cancelled,
    /// Never served before the day ended; counted apart from no-shows.
    Closed,
}

impl TicketState {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Called => "called",
            Self::Serving => "serving",
            Self::OnHold => "on_hold",
            Self::InTransit => "in_transit",
            Self::NoShow => "no_show",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
        }
    }
}

/// How a visitor came to the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Channel {
    /// Pulled at a kiosk or given at a desk.
    WalkIn,
    /// A booked visit that was collected.
    Booked {
        /// The visit.
        appointment: AppointmentId,
        /// Its hour.
        booked_for: Instant,
    },
}

/// Where a visitor was put aside, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Coded reason.
    pub reason: Option<String>,
    /// When the timer brings the ticket back; without it the clerk does.
    pub until: Option<Instant>,
}

/// The times and counts of one leg.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegTimes {
    /// First call of the leg: waiting time ends.
    pub called_at: Option<Instant>,
    /// Start of service: walking time ends.
    pub started_at: Option<Instant>,
    /// End of the leg, however it ended.
    pub ended_at: Option<Instant>,
    /// Recalls.
    pub recalls: u32,
    /// When the leg began, where that is not when the ticket was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Instant>,
    /// The latest call; recalls are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_called_at: Option<Instant>,
    /// Milliseconds from the call that the visitor followed to the first start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walked_ms: Option<i64>,
    /// Who started the service, as the journal names actors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served_by: Option<String>,
}

/// A leg that is over: the visit went on elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedLeg {
    /// Its number.
    pub leg: u32,
    /// What it was for.
    pub service: ServiceId,
    /// Where it was served.
    pub desk: Option<DeskId>,
    /// Its times.
    pub times: LegTimes,
}

/// A ticket, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Its id for ever.
    pub id: TicketId,
    /// What stands on paper and on the boards, `R012` or `U007`.
    pub code: String,
    /// How the visitor came to it.
    #[serde(flatten)]
    pub channel: Channel,
    /// The matter of this leg.
    pub service: ServiceId,
    /// Class of statutory priority.
    pub priority: Option<String>,
    /// The language in which the visitor took it, where it is known; never from contact data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where it stands.
    pub state: TicketState,
    /// Issue or check-in; waiting time runs from here.
    pub issued_at: Instant,
    /// The arrival that the order of calls goes by; later than issue only after a transfer to the end.
    pub place: Instant,
    /// Issue order in the department that serves it now.
    pub issue: u64,
    /// Sent to the front of its queue.
    pub front: bool,
    /// The only desk that may call it.
    pub only_at: Option<DeskId>,
    /// Returned: not offered before this unless nobody else is there.
    pub not_before: Option<Instant>,
    /// Put aside.
    pub hold: Option<Hold>,
    /// The desk that called it last.
    pub desk: Option<DeskId>,
    /// Why it was called, as `code argument`.
    pub reason: Option<String>,
    /// Last announcement.
    pub announced_at: Option<Instant>,
    /// The leg of the visit, from 1.
    pub leg: u32,
    /// The first leg in this department; earlier ones were another's, which tells of them.
    #[serde(skip)]
    pub first_leg: u32,
    /// The times of this leg.
    pub times: LegTimes,
    /// Legs that are over.
    pub legs: Vec<ClosedLeg>,
    /// Booked visitors who went ahead, as of the last call.
    pub overtakes: u32,
    /// Where it went, once in transit.
    pub sent_to: Option<Destination>,
    /// Given by a kiosk without the server and told later: it took its place among those who were there already.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub offline: bool,
    /// The booked visit that it was printed for could not be collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
    /// That a clerk wrote a note on it; what it says stands beside the journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// Counts changes, so that an undo sees whether somebody touched the ticket since.
    pub revision: u32,
}

/// A queue of another department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The department.
    pub department: DepartmentId,
    /// Its service.
    pub service: ServiceId,
    /// Where in the queue.
    pub mode: Mode,
    /// The other department holds it now.
    #[serde(default)]
    pub arrived: bool,
}

/// Where in the new queue a transferred ticket goes (tickets.md, transition 15).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Before everybody.
    First,
    /// By its own arrival, as if it had always waited there.
    #[default]
    ByTime,
    /// Behind everybody of its class.
    Last,
}

impl Ticket {
    /// A ticket of somebody who arrived; `issue` is counted when it enters the queue.
    pub(crate) fn fresh(id: &TicketId, code: &str, service: &ServiceId, channel: Channel, arrival: Instant) -> Self {
        Self {
            id: id.clone(),
            code: code.to_owned(),
            channel,
            service: service.clone(),
            priority: None,
            language: None,
            state: TicketState::Waiting,
            issued_at: arrival,
            place: arrival,
            issue: 0,
            front: false,
            only_at: None,
            not_before: None,
            hold: None,
            desk: None,
            reason: None,
            announced_at: None,
            leg: 1,
            first_leg: 1,
            times: LegTimes::default(),
            legs: Vec::new(),
            overtakes: 0,
            sent_to: None,
            offline: false,
            conflict: None,
            note: None,
            revision: 0,
        }
    }

    /// The booked hour of a booked ticket.
    pub fn booked_for(&self) -> Option<Instant> {
        match self.channel {
            Channel::Booked { booked_for, .. } => Some(booked_for),
            Channel::WalkIn => None,
        }
    }

    /// The word of the contract for the channel.
    pub fn channel_name(&self) -> &'static str {
        match self.channel {
            Channel::Booked { .. } => "booked",
            Channel::WalkIn => "walk_in",
        }
    }

    /// Whether a desk holds it: called or serving.
    pub fn at_desk(&self) -> bool {
        matches!(self.state, TicketState::Called | TicketState::Serving)
    }

    /// Whether the visit is still going on here.
    pub fn is_live(&self) -> bool {
        self.at_desk() || matches!(self.state, TicketState::Waiting | TicketState::OnHold)
    }

    /// Closes the present leg into the list of those that are over and begins the next.
    pub fn next_leg(&mut self, service: ServiceId, at: Instant) {
        self.legs.push(ClosedLeg {
            leg: self.leg,
            service: std::mem::replace(&mut self.service, service),
            desk: self.desk.clone(),
            times: std::mem::replace(&mut self.times, LegTimes { began_at: Some(at), ..LegTimes::default() }),
        });
        self.leg += 1;
    }
}
