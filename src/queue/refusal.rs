//! Refusals: what the rules do not allow, each with a stable code. Expected, polite, never a fault.

use crate::ids::{ServiceId, TicketId};
use crate::time::Instant;
use crate::today::StopReason;

/// Why a command is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such department, service, desk, ticket or appointment.
    NotFound,
    /// The thing is not in a state that allows this.
    WrongState,
    /// The first name cannot be used.
    InvalidName,
    /// The phone number cannot be used (R14).
    InvalidPhone,
    /// The e-mail address cannot be used.
    InvalidEmail,
    /// The term has begun or is nearer than the lead time (R8).
    SlotInPast,
    /// The term is further ahead than the horizon (R8).
    OutsideHorizon,
    /// No such term in the calendar (R10).
    NotASlot,
    /// The term is full; the nearest free ones (R9).
    SlotTaken {
        /// Free terms, nearest first.
        nearest: Vec<Instant>,
    },
    /// The same phone has a visit at that time (R13).
    OverlappingAppointment,
    /// The same phone has all the visits of that day (R13).
    LimitReached,
    /// Nothing is booked under this number (R25).
    UnknownPhone,
    /// Nothing is booked for today (R25).
    NotToday,
    /// The window has not opened (R24).
    TooEarly {
        /// When it opens.
        opens_at: Instant,
    },
    /// The window has closed (R24).
    TooLate,
    /// The visit was cancelled.
    AppointmentCancelled,
    /// The ticket was taken already; no more visits (R27, R28).
    AlreadyCollected,
    /// Too many unknown numbers at this kiosk (R25).
    Throttled,
    /// No tickets now: the department is closed.
    Closed {
        /// The next opening.
        opens_at: Option<Instant>,
    },
    /// All tickets of the day are given out.
    NoTicketsLeft,
    /// A supervisor has stopped the service for today.
    Stopped {
        /// Why.
        reason: StopReason,
    },
    /// The change would leave people waiting at no desk.
    LeavesWaiting {
        /// For which services.
        services: Vec<ServiceId>,
    },
    /// The desk has a ticket at hand.
    DeskBusy {
        /// That ticket.
        ticket: Option<TicketId>,
    },
    /// The desk is paused.
    DeskPaused,
    /// The desk has no ticket at hand.
    NoCurrentTicket,
    /// Not before an instant (recall, no-show).
    TooSoon {
        /// That instant.
        from: Instant,
    },
    /// The desk is no more as the clerk saw it: somebody else, or another page, was faster.
    DeskChanged,
    /// The note on the ticket is another one by now: somebody else was faster.
    NoteChanged,
    /// The ticket is at another desk, or the desk does not offer its service.
    NotYourDesk,
    /// Nothing to undo, too late, or somebody touched the ticket since.
    UndoExpired,
    /// The day of an offline ticket is over.
    DayOver,
    /// The number was not lent to this kiosk today.
    NotLeased,
    /// The ticket was lent to a kiosk that has had no connection since.
    KioskOffline,
    /// A setting forbids it.
    Forbidden,
    /// Nobody grants, changes or takes more than they hold.
    BeyondRights,
}

impl Refusal {
    /// The stable code of the contract.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::WrongState => "wrong_state",
            Self::InvalidName => "invalid_name",
            Self::InvalidPhone => "invalid_phone",
            Self::InvalidEmail => "invalid_email",
            Self::SlotInPast => "slot_in_past",
            Self::OutsideHorizon => "outside_horizon",
            Self::NotASlot => "not_a_slot",
            Self::SlotTaken { .. } => "slot_taken",
            Self::OverlappingAppointment => "overlapping_appointment",
            Self::LimitReached => "limit_reached",
            Self::UnknownPhone => "unknown_phone",
            Self::NotToday => "not_today",
            Self::TooEarly { .. } => "too_early",
            Self::TooLate => "too_late",
            Self::AppointmentCancelled => "appointment_cancelled",
            Self::AlreadyCollected => "already_collected",
            Self::Throttled => "throttled",
            Self::Closed { .. } => "closed",
            // Kiosks of the contract know what to do with it; the reason comes beside it.
            Self::NoTicketsLeft | Self::Stopped { .. } => "no_tickets_left",
            Self::LeavesWaiting { .. } => "leaves_waiting",
            Self::DeskBusy { .. } => "desk_busy",
            Self::DeskPaused => "desk_paused",
            Self::NoCurrentTicket => "no_current_ticket",
            Self::TooSoon { .. } => "too_soon",
            Self::DeskChanged => "desk_changed",
            Self::NoteChanged => "note_changed",
            Self::NotYourDesk => "not_your_desk",
            Self::UndoExpired => "undo_expired",
            Self::DayOver => "day_over",
            Self::NotLeased => "not_leased",
            Self::KioskOffline => "kiosk_offline",
            Self::Forbidden => "forbidden",
            Self::BeyondRights => "beyond_rights",
        }
    }
}
