//! What happened: the only truth about tickets and visits. Events hold coded reasons, never free text or personal data.

use crate::appointment::{Appointment, By, RestingSeat};
use crate::config::DepartmentConfig;
use crate::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use crate::lease::Conflict;
use crate::text::Language;
use crate::ticket::{Destination, Mode, Ticket};
use crate::time::Instant;
use crate::today::StopReason;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An event with its place in the department's journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Position, from 1, without gaps.
    pub seq: u64,
    /// When it was decided.
    pub at: Instant,
    /// Who: `kiosk:k1`, `staff:s3`, `citizen`, `timer`.
    pub actor: String,
    /// What.
    pub event: Event,
}

/// One change of a department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the docs above each event")]
pub enum Event {
    /// New configuration holds from here.
    Configured { config: Box<DepartmentConfig> },
    /// A service day begins; all that a restart needs.
    DayOpened { day: NaiveDate, opening: Box<Opening> },
    /// A term was booked.
    Booked {
        appointment: AppointmentId,
        service: ServiceId,
        start: Instant,
        seat: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confirm_by: Option<Instant>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        beyond_limits: bool,
    },
    /// A visit was confirmed by the link of its letter.
    AppointmentConfirmed { appointment: AppointmentId },
    /// A visit was moved to another term of its service; the seat it had is free, or rests until `rests_until`.
    AppointmentMoved {
        appointment: AppointmentId,
        from: Instant,
        start: Instant,
        seat: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rests_until: Option<Instant>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        beyond_limits: bool,
    },
    /// A visit was cancelled; its seat is free, or rests until `rests_until`.
    AppointmentCancelled {
        appointment: AppointmentId,
        by: By,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rests_until: Option<Instant>,
    },
    /// Nobody came by the hour; its seat is free (R29).
    NotCollected { appointment: AppointmentId },
    /// A visit became a U ticket.
    Collected {
        appointment: AppointmentId,
        ticket: TicketId,
        code: String,
        arrival: Instant,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        offline: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
    },
    /// A check-in was taken back.
    CheckInReverted { appointment: AppointmentId, ticket: TicketId },
    /// A walk-in ticket was given; with `conflict` instead of collecting `appointment`.
    TicketIssued {
        ticket: TicketId,
        code: String,
        service: ServiceId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        priority: Option<String>,
        arrival: Instant,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        offline: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conflict: Option<Conflict>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
    },
    /// Numbers were lent to a kiosk: `count` from `first` on, with as many tickets from the `tickets`-th ever on. What it
    /// gives of them while it cannot reach us is told later as an `offline` ticket or collection.
    NumbersLeased {
        kiosk: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<ServiceId>,
        series: String,
        first: u32,
        count: u32,
        tickets: u64,
    },
    /// A waiting ticket was given up.
    TicketCancelled { ticket: TicketId, by: By },
    /// A waiting ticket's matter or priority was changed.
    TicketChanged { ticket: TicketId, service: ServiceId, priority: Option<String> },
    /// The day ended with the ticket unserved.
    TicketClosed { ticket: TicketId },
    /// The first command of a clerk's day.
    DeskOpened { desk: DeskId },
    /// The desk stopped calling for a while.
    DeskPaused { desk: DeskId, reason: Option<String> },
    /// It went on.
    DeskResumed { desk: DeskId },
    /// It closed for today.
    DeskClosed { desk: DeskId },
    /// A ticket was called; `reason` says why this one.
    Called { ticket: TicketId, desk: DeskId, reason: String },
    /// Announced again.
    Recalled { ticket: TicketId, desk: DeskId },
    /// The visitor is at the desk.
    Started { ticket: TicketId, desk: DeskId },
    /// The visit is over; `implied` by a call of the next.
    Finished {
        ticket: TicketId,
        desk: DeskId,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        implied: bool,
    },
    /// The visitor did not come.
    NoShow { ticket: TicketId, desk: DeskId },
    /// Back in the queue with arrival and place.
    Returned { ticket: TicketId, desk: DeskId, not_before: Instant },
    /// Put aside.
    Held { ticket: TicketId, desk: DeskId, reason: Option<String>, until: Option<Instant> },
    /// Waiting again.
    Unheld { ticket: TicketId },
    /// Waiting for another service, or for one desk.
    Transferred { ticket: TicketId, desk: DeskId, service: ServiceId, only_at: Option<DeskId>, mode: Mode },
    /// On its way to another department.
    SentAway { ticket: TicketId, desk: DeskId, to: Destination },
    /// Come from another department; waiting here.
    Arrived { ticket: Box<Ticket> },
    /// The other department holds it.
    Delivered { ticket: TicketId },
    /// The next matter of the same visit at the same desk.
    NextService { ticket: TicketId, desk: DeskId, service: ServiceId },
    /// Waiting again after it had ended.
    Reactivated { ticket: TicketId },
    /// The desk's last command was taken back.
    Undone { desk: DeskId },
    /// No new tickets and no terms of today for a service.
    ServiceStopped { service: ServiceId, reason: StopReason },
    /// They are given again.
    ServiceReopened { service: ServiceId },
    /// A desk serves these services until the day ends.
    DeskServices { desk: DeskId, services: Vec<ServiceId> },
    /// A note was written on a ticket, or taken away; its text is not here.
    Noted {
        ticket: TicketId,
        desk: DeskId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentId>,
        written: bool,
    },
    /// A desk asked its colleagues for help.
    AlarmRaised { desk: DeskId },
    /// Somebody of the desk `by` comes; without it a supervisor.
    AlarmAnswered {
        desk: DeskId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<DeskId>,
    },
    /// Help is needed no more; told at the desk `by`, without it by a supervisor.
    AlarmEnded {
        desk: DeskId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<DeskId>,
    },
}

/// What a department carries into a new day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// The configuration in force.
    pub config: DepartmentConfig,
    /// Tickets ever issued.
    pub tickets: u64,
    /// Appointments ever booked.
    pub appointments: u64,
    /// The latest arrival so far.
    pub last_arrival: Option<Instant>,
    /// Visits of this day and later, in whatever state.
    pub visits: Vec<Appointment>,
    /// Seats that were given back and still rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resting: Vec<RestingSeat>,
    /// Numbers already used on this very day: series → next.
    #[serde(default)]
    pub numbers: BTreeMap<String, u32>,
}

impl Event {
    /// The desk that it happened at, for what clerks do.
    pub fn at_desk(&self) -> Option<&DeskId> {
        match self {
            Self::DeskOpened { desk }
            | Self::DeskPaused { desk, .. }
            | Self::DeskResumed { desk }
            | Self::DeskClosed { desk }
            | Self::Called { desk, .. }
            | Self::Recalled { desk, .. }
            | Self::Started { desk, .. }
            | Self::Finished { desk, .. }
            | Self::NoShow { desk, .. }
            | Self::Returned { desk, .. }
            | Self::Held { desk, .. }
            | Self::Transferred { desk, .. }
            | Self::SentAway { desk, .. }
            | Self::NextService { desk, .. }
            | Self::Undone { desk } => Some(desk),
            _ => None,
        }
    }

    /// The name of the event as it stands in the journal's own column.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Configured { .. } => "configured",
            Self::DayOpened { .. } => "day_opened",
            Self::Booked { .. } => "booked",
            Self::AppointmentConfirmed { .. } => "appointment_confirmed",
            Self::AppointmentMoved { .. } => "appointment_moved",
            Self::AppointmentCancelled { .. } => "appointment_cancelled",
            Self::NotCollected { .. } => "not_collected",
            Self::Collected { .. } => "collected",
            Self::CheckInReverted { .. } => "check_in_reverted",
            Self::TicketIssued { .. } => "ticket_issued",
            Self::NumbersLeased { .. } => "numbers_leased",
            Self::TicketCancelled { .. } => "ticket_cancelled",
            Self::TicketChanged { .. } => "ticket_changed",
            Self::TicketClosed { .. } => "ticket_closed",
            Self::DeskOpened { .. } => "desk_opened",
            Self::DeskPaused { .. } => "desk_paused",
            Self::DeskResumed { .. } => "desk_resumed",
            Self::DeskClosed { .. } => "desk_closed",
            Self::Called { .. } => "called",
            Self::Recalled { .. } => "recalled",
            Self::Started { .. } => "started",
            Self::Finished { .. } => "finished",
            Self::NoShow { .. } => "no_show",
            Self::Returned { .. } => "returned",
            Self::Held { .. } => "held",
            Self::Unheld { .. } => "unheld",
            Self::Transferred { .. } => "transferred",
            Self::SentAway { .. } => "sent_away",
            Self::Arrived { .. } => "arrived",
            Self::Delivered { .. } => "delivered",
            Self::NextService { .. } => "next_service",
            Self::Reactivated { .. } => "reactivated",
            Self::Undone { .. } => "undone",
            Self::ServiceStopped { .. } => "service_stopped",
            Self::ServiceReopened { .. } => "service_reopened",
            Self::DeskServices { .. } => "desk_services",
            Self::Noted { .. } => "noted",
            Self::AlarmRaised { .. } => "alarm_raised",
            Self::AlarmAnswered { .. } => "alarm_answered",
            Self::AlarmEnded { .. } => "alarm_ended",
        }
    }
}
