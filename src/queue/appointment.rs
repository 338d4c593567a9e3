//! A booked visit. Whose it is stands beside the journal, never in it.

use crate::ids::{AppointmentId, ServiceId, TicketId};
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Who ended something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The citizen.
    Citizen,
    /// Staff.
    Staff,
    /// Nobody confirmed it in time.
    Timeout,
}

/// Where a visit stands (tickets.md, "States").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentState {
    /// Expected.
    Booked,
    /// A U ticket exists.
    Collected,
    /// Cancelled by the citizen or by staff.
    Cancelled,
    /// Nobody came by the hour (R29).
    NotCollected,
}

impl AppointmentState {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Collected => "collected",
            Self::Cancelled => "cancelled",
            Self::NotCollected => "not_collected",
        }
    }
}

/// A booked visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// The one matter it is for (R12).
    pub service: ServiceId,
    /// Its hour.
    pub start: Instant,
    /// Which of the term's seats it holds, from 0 (R9).
    pub seat: u16,
    /// Where it stands.
    pub state: AppointmentState,
    /// The ticket, once collected.
    pub ticket: Option<TicketId>,
    /// How often it was moved to another term; also the SEQUENCE of its calendar entry (RFC 5546 §2.1.4).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub moves: u32,
    /// Cancelled then unless it is confirmed before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm_by: Option<Instant>,
}

/// A seat that was given back and is not offered yet (R19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestingSeat {
    /// The matter.
    pub service: ServiceId,
    /// The term.
    pub start: Instant,
    /// The seat.
    pub seat: u16,
    /// Until when it rests.
    pub until: Instant,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
