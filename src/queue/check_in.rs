//! The check-in window, and which of a person's visits a phone number means (R23–R30).

use crate::appointment::{Appointment, AppointmentState};
use crate::config::CheckIn;
use crate::department::Department;
use crate::ids::{AppointmentId, ServiceId};
use crate::refusal::Refusal;
use crate::time::{self, Instant};
use chrono::NaiveDate;

/// What a choice between visits looks at; visits may lie in several departments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The visit.
    pub appointment: AppointmentId,
    /// Its hour.
    pub start: Instant,
    /// Where it stands.
    pub state: AppointmentState,
    /// The window's rules in its department.
    pub rules: CheckIn,
}

/// A visit of a day with its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The visit.
    pub appointment: AppointmentId,
    /// Its matter.
    pub service: ServiceId,
    /// Its hour.
    pub start: Instant,
    /// From when it can be collected (R24).
    pub opens_at: Instant,
    /// Until when; all of that second still belongs to the window.
    pub until: Instant,
    /// Where it stands.
    pub state: AppointmentState,
}

impl Candidate {
    /// In the window or why not; a state other than booked comes first.
    pub fn admitted(&self, now: Instant) -> Result<(), Refusal> {
        let opens_at = self.start - time::minutes(self.rules.opens_minutes);
        match self.state {
            AppointmentState::Collected => Err(Refusal::AlreadyCollected),
            AppointmentState::Cancelled => Err(Refusal::AppointmentCancelled),
            AppointmentState::NotCollected => Err(Refusal::TooLate),
            AppointmentState::Booked if now < opens_at => Err(Refusal::TooEarly { opens_at }),
            AppointmentState::Booked if self.rules.is_over(self.start, now) => Err(Refusal::TooLate),
            AppointmentState::Booked => Ok(()),
        }
    }
}

impl CheckIn {
    /// Whether the window of a visit has closed. Hours are told in whole seconds: all of the second T + grace still
    /// belongs to the window, the next one does not (R24).
    pub fn is_over(&self, start: Instant, now: Instant) -> bool {
        now >= start + time::minutes(self.grace_minutes) + time::seconds(1)
    }
}

impl Department {
    /// A visit as the choice at the kiosk sees it.
    pub fn candidate(&self, visit: &Appointment) -> Candidate {
        Candidate {
            appointment: visit.id.clone(),
            start: visit.start,
            state: visit.state,
            rules: self.config.check_in.clone(),
        }
    }

    /// The visits of a service day in whatever state, with their windows: what a kiosk goes by without the server.
    pub fn visits_of(&self, day: NaiveDate) -> impl Iterator<Item = Listed> {
        let (zone, rules) = (self.config.time_zone, &self.config.check_in);
        let of_day = self.appointments.values().filter(move |visit| time::day_of(zone, visit.start) == day);
        of_day.map(move |visit| Listed {
            appointment: visit.id.clone(),
            service: visit.service.clone(),
            start: visit.start,
            opens_at: visit.start - time::minutes(rules.opens_minutes),
            until: visit.start + time::minutes(rules.grace_minutes),
            state: visit.state,
        })
    }

    pub(crate) fn window(&self, visit: &Appointment, now: Instant) -> Result<(), Refusal> {
        self.candidate(visit).admitted(now)
    }
}

/// The visit that one entry at a kiosk collects: the nearest one in its window (R28). Otherwise the most helpful
/// reason: a visit that can still be collected today, then collected, missed and cancelled ones (R25).
/// `today` holds the person's visits of the office day, in any state; `known` tells whether there are any on other days.
pub fn choose(today: &[Candidate], known: bool, now: Instant) -> Result<AppointmentId, Refusal> {
    let admitted = today.iter().filter(|visit| visit.admitted(now).is_ok());
    if let Some(visit) = admitted.min_by_key(|visit| (visit.start, visit.appointment.clone())) {
        return Ok(visit.appointment.clone());
    }
    let refusals = today.iter().filter_map(|visit| visit.admitted(now).err());
    let best = refusals.min_by_key(|refusal| match refusal {
        Refusal::TooEarly { opens_at } => (0, Some(*opens_at)),
        Refusal::AlreadyCollected => (1, None),
        Refusal::TooLate => (2, None),
        _ => (3, None),
    });
    Err(best.unwrap_or(if known { Refusal::NotToday } else { Refusal::UnknownPhone }))
}
