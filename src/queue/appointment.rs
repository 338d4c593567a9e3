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
}
