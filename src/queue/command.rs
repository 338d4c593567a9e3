//! What can be asked of a department. Timers are commands too, so a restart loses none.

use crate::appointment::By;
use crate::config::DepartmentConfig;
use crate::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use crate::note::Sealed;
use crate::text::Language;
use crate::ticket::{Destination, Mode, Ticket};
use crate::time::Instant;
use crate::today::StopReason;

/// A wish; `decide` turns it into events or a refusal.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// New configuration.
    Configure(Box<DepartmentConfig>),
    /// Let timers act: day change, expiry, end of hold, end of day.
    Tick,
    /// Book a term (R7). Whose it is stays with the caller.
    Book {
        /// The matter.
        service: ServiceId,
        /// The term.
        start: Instant,
        /// Under which terms.
        terms: Terms,
    },
    /// Confirm a visit by the link of its letter.
    ConfirmAppointment {
        /// The visit.
        appointment: AppointmentId,
    },
    /// Move a booked visit to another term of its service; the old one is free only when the new one is firm.
    MoveAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// The new term.
        start: Instant,
        /// Under which terms.
        terms: Terms,
    },
    /// Cancel a booked visit (R18).
    CancelAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// Who cancels.
        by: By,
        /// Decides how long its term rests, see [`Chance`].
        chance: Chance,
    },
    /// Turn a booked visit into a U ticket (R23).
    CheckIn {
        /// The visit.
        appointment: AppointmentId,
        /// The language that the visitor chose at the kiosk.
        language: Option<Language>,
    },
    /// Take a check-in back: collected by mistake (transition 3).
    RevertCheckIn {
        /// The ticket.
        ticket: TicketId,
    },
    /// A walk-in ticket (R31).
    IssueTicket {
        /// The matter.
        service: ServiceId,
        /// Class of statutory priority.
        priority: Option<String>,
        /// The language that the visitor chose at the kiosk.
        language: Option<Language>,
    },
    /// Lend a kiosk numbers for the time when it cannot reach us: fill up its blocks that are less than half full.
    LeaseNumbers {
        /// The kiosk.
        kiosk: String,
        /// Numbers of each walk-in service that it shall hold.
        walk_in: u32,
        /// Numbers of the booked series that it shall hold.
        booked: u32,
    },
    /// A walk-in ticket that a kiosk gave by itself (R35).
    SettleOfflineTicket {
        /// The paper.
        paper: Paper,
        /// The matter.
        service: ServiceId,
        /// Class of statutory priority.
        priority: Option<String>,
    },
    /// A booked visit's ticket that a kiosk gave by itself (R35).
    SettleOfflineCheckIn {
        /// The paper.
        paper: Paper,
        /// The visit, where one of today was found.
        visit: Option<AppointmentId>,
        /// The matter, for a place as a walk-in where none was.
        service: Option<ServiceId>,
    },
    /// Give up a waiting ticket (transition 19).
    CancelTicket {
        /// The ticket.
        ticket: TicketId,
        /// Who gives it up.
        by: By,
    },
    /// Change what a waiting ticket is for (transition 21).
    ChangeTicket {
        /// The ticket.
        ticket: TicketId,
        /// The new matter.
        service: Option<ServiceId>,
        /// The new class of priority; `Some(None)` takes it away.
        priority: Option<Option<String>>,
    },
    /// Something at a desk.
    AtDesk {
        /// The desk.
        desk: DeskId,
        /// What.
        action: DeskAction,
    },
    /// Something that a supervisor does to a whole department.
    Oversee(Oversight),
    /// Take over a ticket that another department sent (idempotent by ticket and leg).
    Accept(Box<Handover>),
    /// The other department holds the ticket now.
    Delivered {
        /// The ticket.
        ticket: TicketId,
        /// The leg that left: a late word about an earlier journey says nothing about this one.
        leg: u32,
    },
}

/// A ticket that was printed without the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The kiosk that printed it.
    pub kiosk: String,
    /// The number that stands on it.
    pub number: u32,
    /// When, by the kiosk's own clock corrected by its last known offset.
    pub at: Instant,
    /// The language that the visitor chose there.
    pub language: Option<Language>,
}

/// A draw that the caller made: the core itself knows no chance. 0 is the start of a range, `u16::MAX` its end.
pub type Chance = u16;

/// What may differ from one booking to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// A supervisor lets it be beyond the limits per person and the lead time (R36); the event says so.
    pub beyond_limits: bool,
    /// It lapses unless it is confirmed by the link of a letter.
    pub to_confirm: bool,
    /// Decides how long a term that is left rests.
    pub chance: Chance,
}

/// What a clerk does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskAction {
    /// The next ticket by the discipline (transition 5).
    CallNext,
    /// This ticket (transition 6, 14).
    Call {
        /// The ticket.
        ticket: TicketId,
        /// Finish the one being served first.
        finish_current: bool,
    },
    /// This ticket, for a coded reason that the journal keeps (transition 6).
    CallFor {
        /// The ticket.
        ticket: TicketId,
        /// Finish the one being served first.
        finish_current: bool,
        /// Coded reason.
        why: String,
    },
    /// Announce again (transition 7).
    Recall,
    /// The visitor is here (transition 8).
    Start,
    /// The visit is over (transition 17).
    Finish,
    /// The visitor did not come (transition 9).
    NoShow,
    /// Put aside (transition 12).
    Hold {
        /// Coded reason.
        reason: Option<String>,
        /// Minutes after which the ticket waits again.
        minutes: Option<u32>,
    },
    /// Let a ticket wait again (transition 13).
    Unhold {
        /// The ticket.
        ticket: TicketId,
    },
    /// Back to the queue (transition 10).
    Return,
    /// To a service, a desk or another department (transition 15).
    Transfer {
        /// Where to.
        to: Target,
        /// Where in that queue.
        mode: Mode,
    },
    /// The next matter of the same visit (transition 16).
    NextService {
        /// The matter.
        service: ServiceId,
    },
    /// Let a finished, missed or cancelled ticket wait again (transition 18).
    Reactivate {
        /// The ticket.
        ticket: TicketId,
    },
    /// Take back the desk's last command (transition 11).
    Undo,
    /// Stop calling for a while.
    Pause {
        /// Coded reason.
        reason: Option<String>,
    },
    /// Go on.
    Resume,
    /// Close the desk for today.
    Close,
    /// Ask the colleagues of the department quietly for help.
    RaiseAlarm,
    /// Somebody of this desk comes to help.
    AnswerAlarm {
        /// The desk that asked.
        at: DeskId,
    },
    /// Help is needed no more.
    EndAlarm {
        /// The desk that asked.
        at: DeskId,
    },
    /// Write a note on a ticket, in place of the one that stands there.
    Note {
        /// The ticket.
        ticket: TicketId,
        /// The number of the note that the clerk saw; 0 for none.
        number: u32,
        /// The text; `None` takes the note away.
        text: Option<Sealed>,
    },
    /// A command decided on a view: refused when the desk is no more as it was seen.
    AsSeen {
        /// What was seen.
        seen: Seen,
        /// The command.
        action: Box<DeskAction>,
    },
}

/// What a clerk saw of the own desk when a command was given; what is left out is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The ticket at hand, or that there was none.
    pub ticket: Option<Option<TicketId>>,
    /// The number of the command that could be taken back.
    pub last: Option<u64>,
}

impl DeskAction {
    /// The note that it writes: on which ticket, and what.
    pub fn note(&self) -> Option<(&TicketId, Option<&Sealed>)> {
        match self {
            Self::Note { ticket, text, .. } => Some((ticket, text.as_ref())),
            Self::AsSeen { action, .. } => action.note(),
            _ => None,
        }
    }

    /// Whether it opens a desk that is closed. Help is asked for and given, and a note is written, without beginning to work.
    pub(crate) fn opens_desk(&self) -> bool {
        match self {
            Self::Close | Self::RaiseAlarm | Self::AnswerAlarm { .. } | Self::EndAlarm { .. } | Self::Note { .. } => {
                false
            }
            Self::AsSeen { action, .. } => action.opens_desk(),
            _ => true,
        }
    }
}

/// What a supervisor does from the wall; all of it holds for the present service day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oversight {
    /// No new walk-in tickets of a service, and no new bookings of today's terms. Who has a ticket or a visit keeps it.
    StopService {
        /// The matter.
        service: ServiceId,
        /// Why, told at the kiosk and on the web.
        reason: StopReason,
    },
    /// Tickets and terms are given again.
    ReopenService {
        /// The matter.
        service: ServiceId,
    },
    /// A desk serves these services until the day ends.
    MoveDesk {
        /// The desk.
        desk: DeskId,
        /// All that it serves from now on.
        services: Vec<ServiceId>,
        /// Even where people would be left without a desk.
        anyway: bool,
    },
    /// Pauses or closes a desk that its clerk has left.
    RestDesk {
        /// The desk.
        desk: DeskId,
        /// How.
        rest: Rest,
        /// Even where people would be left without a desk.
        anyway: bool,
    },
    /// A called ticket goes back to the queue, at whichever desk it is (transition 10).
    TakeBack {
        /// The ticket.
        ticket: TicketId,
    },
    /// A finished, missed or cancelled ticket waits again (transition 18).
    Reactivate {
        /// The ticket.
        ticket: TicketId,
    },
    /// The supervisor comes to help.
    AnswerAlarm {
        /// The desk that asked.
        at: DeskId,
    },
    /// Help is needed no more.
    EndAlarm {
        /// The desk that asked.
        at: DeskId,
    },
}

/// How a desk stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// For a while.
    Pause {
        /// Coded reason.
        reason: Option<String>,
    },
    /// For today.
    Close,
}

/// Where a transfer goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A service of the same department.
    Service(ServiceId),
    /// One desk of the same department.
    Desk(DeskId),
    /// A service of another department.
    Elsewhere(Destination),
}

/// A ticket on its way between departments.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// The ticket as it left; `sent_to` names the service.
    pub ticket: Ticket,
}
