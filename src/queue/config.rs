//! What a department decides by: services, desks, hours, limits. An event of its journal, so a replay never decides by other rules.

use crate::card::Card;
use crate::discipline::Discipline;
use crate::hours::Hours;
use crate::ids::{DepartmentId, DeskId, ServiceId};
use crate::queue_alarm::QueueAlerts;
use crate::text::Text;
use crate::thresholds::Thresholds;
use chrono::NaiveTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// One department, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepartmentConfig {
    /// Its id.
    pub id: DepartmentId,
    /// Its place in the office's list, from 0; makes call numbers differ between departments on one board.
    #[serde(default)]
    pub ordinal: u16,
    /// Its name.
    pub name: Text,
    /// Where it is: floor, rooms.
    #[serde(default)]
    pub place: Text,
    /// The office's time zone; filled in from the office.
    #[serde(default = "warsaw")]
    pub time_zone: Tz,
    /// When it is open.
    pub hours: Hours,
    /// What it does.
    pub services: Vec<Service>,
    /// Where it does it.
    pub desks: Vec<Desk>,
    /// Who is next.
    #[serde(default)]
    pub discipline: Discipline,
    /// Its own range of U numbers, so that two departments never show one U number in one lobby.
    pub u_numbers: Range,
    /// Rules of booking.
    #[serde(default)]
    pub booking: Booking,
    /// Rules of check-in.
    #[serde(default)]
    pub check_in: CheckIn,
    /// Rules at the desk.
    #[serde(default)]
    pub desk_rules: DeskRules,
    /// Classes of statutory priority that kiosk and desk may give.
    #[serde(default)]
    pub priority_classes: Vec<String>,
    /// Minutes after closing at which tickets still waiting are closed; without it they close when the day ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_tickets_after_minutes: Option<u32>,
    /// Who is told by letter when a service has reached its marks.
    #[serde(default, skip_serializing_if = "QueueAlerts::is_usual")]
    pub alerts: QueueAlerts,
    /// Services that the office's document has no more and that somebody still needs (see [`crate::keep`]); never of a file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<ServiceId>,
}

/// A matter that citizens come with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Its id, unique in the office.
    pub id: ServiceId,
    /// Its letter on tickets, unique in the office and never U (R31).
    pub letter: String,
    /// Its name (R6).
    pub name: Text,
    /// How long one visit usually takes, minutes, 1 to 480.
    pub duration_minutes: u32,
    /// Whether the kiosk gives walk-in tickets for it.
    #[serde(default = "yes")]
    pub walk_in: bool,
    /// Terms on the web; without it the service has a queue but no calendar (R2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slots: Option<SlotRule>,
    /// Walk-in tickets a day; without it no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tickets_per_day: Option<u32>,
    /// What citizens should know before they come.
    #[serde(default, skip_serializing_if = "Card::is_empty")]
    pub card: Card,
    /// From when on supervisors are warned of it.
    #[serde(default, skip_serializing_if = "Thresholds::is_usual")]
    pub thresholds: Thresholds,
}

/// Which terms a service offers within opening hours (R10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotRule {
    /// The first term of the day, office-local, at any minute; the grid runs from here.
    pub first: NaiveTime,
    /// Minutes from one term to the next, 1 to 480.
    pub every_minutes: u32,
    /// How many visits one term holds (R9).
    pub capacity: u16,
}

/// A desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Its id, unique in the office.
    pub id: DeskId,
    /// What stands above it and on the boards.
    pub label: String,
    /// The services it offers, all of its own department.
    pub services: Vec<ServiceId>,
}

/// Numbers from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The first number of a day.
    pub first: u32,
    /// The last one.
    pub last: u32,
}

/// Rules of booking; numbers are the city's unless set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Booking {
    /// Days ahead that can be booked, calendar days (R8).
    pub horizon_days: u32,
    /// Minutes before a term after which it cannot be booked any more (R8).
    pub lead_minutes: u32,
    /// Visits a day under one phone (R13).
    pub per_phone_and_day: u32,
    /// Whether one phone may hold overlapping visits (R13).
    pub overlap_allowed: bool,
    /// Visits a day under one e-mail address; without it no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_email_and_day: Option<u32>,
    /// Visits that one phone may have ahead at once, on all days together; without it no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_per_phone: Option<u32>,
    /// How often one visit may be moved to another term.
    pub moves_most: u32,
    /// The hour at which the furthest day of the horizon opens; without it at midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release_hour: Option<NaiveTime>,
    /// Minutes for which a term that was given back rests before others can book it, drawn anew each time: nobody can
    /// pass a term on by cancelling at an agreed moment (R19). Without it terms are free at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_minutes: Option<Range>,
    /// Whether a visit booked on the web must be confirmed by the link in a letter, else it is cancelled.
    pub confirm_email: bool,
    /// Minutes within which it must be.
    pub confirm_minutes: u32,
}

/// Rules of check-in (R24).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckIn {
    /// Minutes before the booked hour at which the window opens.
    pub opens_minutes: u32,
    /// Minutes after the booked hour at which it closes.
    pub grace_minutes: u32,
}

/// Rules at the desk (tickets.md, transitions 7–11 and 16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeskRules {
    /// Seconds between two announcements of one ticket.
    pub recall_after_seconds: u32,
    /// Seconds from the last announcement to a no-show.
    pub no_show_after_seconds: u32,
    /// Recalls after which the next tick marks a no-show; without it never by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_show_after_recalls: Option<u32>,
    /// Minutes for which a returned ticket is not offered again unless nobody else is there.
    pub return_minutes: u32,
    /// Seconds within which a desk's last command can be undone.
    pub undo_seconds: u32,
    /// Whether a booked visit may go on to a second matter (R12 says one booking, one matter).
    pub second_matter_for_booked: bool,
}

impl Default for Booking {
    fn default() -> Self {
        Self {
            horizon_days: 14,
            lead_minutes: 0,
            per_phone_and_day: 3,
            overlap_allowed: false,
            per_email_and_day: None,
            open_per_phone: None,
            moves_most: 5,
            release_hour: None,
            rest_minutes: None,
            confirm_email: false,
            confirm_minutes: 60,
        }
    }
}

impl Default for CheckIn {
    fn default() -> Self {
        Self { opens_minutes: 30, grace_minutes: 0 }
    }
}

impl Default for DeskRules {
    fn default() -> Self {
        Self {
            recall_after_seconds: 0,
            no_show_after_seconds: 0,
            no_show_after_recalls: None,
            return_minutes: 2,
            undo_seconds: 30,
            second_matter_for_booked: false,
        }
    }
}

impl DepartmentConfig {
    /// As the department's own journal holds it: without addresses, which no journal ever holds.
    pub fn of_journal(&self) -> Self {
        Self { alerts: QueueAlerts::default(), ..self.clone() }
    }
}

impl DepartmentConfig {
    /// A service of this department.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// A desk of this department.
    pub fn desk(&self, id: &DeskId) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.id == *id)
    }
}

impl Service {
    /// Whether citizens can book it on the web.
    pub fn bookable(&self) -> bool {
        self.slots.is_some()
    }

    /// `R: Rejestracja działalności gospodarczej` (R6).
    pub fn title(&self, language: &str) -> String {
        format!("{}: {}", self.letter, self.name.in_language(language))
    }
}

fn warsaw() -> Tz {
    chrono_tz::Europe::Warsaw
}

fn yes() -> bool {
    true
}
