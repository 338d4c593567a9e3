//! The read model of visits: one row a leg, an appointment, an hour of a desk and the plan of a day, derived from the journal alone and so rebuildable from
//! it at any time.

use crate::appointment::Appointment;
use crate::department::{Department, Touched};
use crate::ids::{DeskId, ServiceId};
use crate::plan::PlannedHour;
use crate::ticket::{LegTimes, Ticket, TicketState};
use crate::time::Instant;
use crate::work::DeskTimes;
use chrono::NaiveDate;

/// One leg of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg<'a> {
    /// The ticket, with what all legs share.
    pub ticket: &'a Ticket,
    /// The leg's number, from 1.
    pub number: u32,
    /// Its matter.
    pub service: &'a ServiceId,
    /// Its desk.
    pub desk: Option<&'a DeskId>,
    /// Its times.
    pub times: &'a LegTimes,
    /// How it stands; an earlier leg is finished.
    pub state: TicketState,
}

/// An hour of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskHour {
    /// The desk.
    pub desk: DeskId,
    /// Its first instant.
    pub hour: Instant,
    /// What passed in it so far.
    pub times: DeskTimes,
}

/// What changed on one service day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The day; appointments may be for later ones. `None` before a first day was opened.
    pub day: Option<NaiveDate>,
    /// Tickets as they are now.
    pub tickets: Vec<Ticket>,
    /// Appointments as they are now.
    pub appointments: Vec<Appointment>,
    /// Hours of desks as they are now.
    pub hours: Vec<DeskHour>,
    /// The plan of the day as it is now, where it changed.
    pub plan: Option<Vec<PlannedHour>>,
}

impl Ticket {
    /// The legs that took place in the department that holds the ticket, the present one last.
    pub fn own_legs(&self) -> Vec<Leg<'_>> {
        let earlier = self.legs.iter().filter(|leg| leg.leg >= self.first_leg).map(|leg| Leg {
            ticket: self,
            number: leg.leg,
            service: &leg.service,
            desk: leg.desk.as_ref(),
            times: &leg.times,
            state: TicketState::Finished,
        });
        let present = Leg {
            ticket: self,
            number: self.leg,
            service: &self.service,
            desk: self.desk.as_ref(),
            times: &self.times,
            state: self.state,
        };
        earlier.chain([present]).collect()
    }
}

impl Leg<'_> {
    /// When it began to wait: the first with the ticket, a later one with the transfer or the return that made it.
    pub fn began_at(&self) -> Instant {
        self.times.began_at.unwrap_or(self.ticket.issued_at)
    }
}

impl Department {
    /// What was touched, as it is now.
    pub fn changes(&self, touched: &Touched) -> Changes {
        let hour = |(desk, hour): &(DeskId, Instant)| {
            let times = self.desks.get(desk)?.clock.hour(*hour)?;
            Some(DeskHour { desk: desk.clone(), hour: *hour, times })
        };
        Changes {
            day: self.day,
            tickets: touched.tickets.iter().filter_map(|id| self.tickets.get(id)).cloned().collect(),
            appointments: touched.appointments.iter().filter_map(|id| self.appointments.get(id)).cloned().collect(),
            hours: touched.hours.iter().filter_map(hour).collect(),
            plan: touched.plan.then(|| self.plan.hours(self.config.time_zone)),
        }
    }

    /// A new day begins: what changed on the old one is kept aside until it is written.
    pub(crate) fn day_is_forgotten(&mut self) {
        let changes = self.changes(&self.touched);
        self.touched.tickets.clear();
        self.touched.hours.clear();
        self.touched.plan = false;
        if changes.plan.is_some()
            || !(changes.tickets.is_empty() && changes.appointments.is_empty() && changes.hours.is_empty())
        {
            self.touched.over.push(changes);
        }
    }
}
