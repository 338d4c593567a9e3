//! What a kiosk tells afterwards of the tickets that it gave without the server (R35). A paper that is in somebody's hand
//! keeps a place: after closing, beyond the day's limit, and where the visit that it was printed for is gone.

use crate::appointment::{Appointment, AppointmentState};
use crate::check_in::Candidate;
use crate::command::Paper;
use crate::decide::{Answer, Decision};
use crate::department::Department;
use crate::event::Event;
use crate::ids::{AppointmentId, ServiceId};
use crate::lease::{Conflict, Lease};
use crate::refusal::Refusal;
use crate::time::{self, Instant};

impl Department {
    /// A walk-in ticket. A class of priority that the office does not know any more is left out.
    pub(crate) fn settle_ticket(
        &self,
        paper: &Paper,
        service: &ServiceId,
        priority: Option<&String>,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let lease = self.lent(paper, Some(service), now)?;
        let answer = Answer::Ticket(lease.ticket.clone());
        if self.is_used(lease) {
            return Ok((vec![], answer));
        }
        self.config.service(service).ok_or(Refusal::NotFound)?;
        let event = Event::TicketIssued {
            ticket: lease.ticket.clone(),
            code: lease.code(),
            service: service.clone(),
            priority: priority.filter(|class| self.config.priority_classes.contains(class)).cloned(),
            arrival: corrected(paper, lease, now),
            offline: true,
            conflict: None,
            appointment: None,
            language: paper.language,
        };
        Ok((vec![event], answer))
    }

    /// A booked visit's ticket. The window is judged by when the paper was printed, not by when we hear of it (R24, R30);
    /// so a visit that the timer ended meanwhile is collected after all. One that cannot be collected is a conflict: the
    /// paper gets a place as a walk-in of the visit's service, or of `service` where the visit is not known.
    pub(crate) fn settle_check_in(
        &self,
        paper: &Paper,
        visit: Option<&AppointmentId>,
        service: Option<&ServiceId>,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let lease = self.lent(paper, None, now)?;
        let answer = Answer::Ticket(lease.ticket.clone());
        if self.is_used(lease) {
            return Ok((vec![], answer));
        }
        let (ticket, code, arrival) = (lease.ticket.clone(), lease.code(), corrected(paper, lease, now));
        let visit = visit.and_then(|id| self.appointments.get(id));
        let conflict = visit.map_or(Err(Conflict::NotToday), |visit| self.collectable(visit, arrival));
        let event = match (visit, conflict) {
            (Some(visit), Ok(())) => {
                let appointment = visit.id.clone();
                Event::Collected { appointment, ticket, code, arrival, offline: true, language: paper.language }
            }
            (visit, conflict) => Event::TicketIssued {
                ticket,
                code,
                service: self.still_offered(visit.map(|visit| &visit.service).or(service))?,
                priority: None,
                arrival,
                offline: true,
                conflict: conflict.err(),
                appointment: visit.map(|visit| visit.id.clone()),
                language: paper.language,
            },
        };
        Ok((vec![event], answer))
    }

    /// The number that a paper stands on. One of an earlier day means nothing today, though it may be lent again.
    fn lent(&self, paper: &Paper, service: Option<&ServiceId>, now: Instant) -> Result<&Lease, Refusal> {
        if time::day_of(self.config.time_zone, paper.at) < self.service_day(now) {
            return Err(Refusal::DayOver);
        }
        self.lease(&paper.kiosk, service, paper.number).ok_or(Refusal::NotLeased)
    }

    fn still_offered(&self, service: Option<&ServiceId>) -> Result<ServiceId, Refusal> {
        let found = service.and_then(|id| self.config.service(id));
        found.map(|service| service.id.clone()).ok_or(Refusal::NotFound)
    }

    fn collectable(&self, visit: &Appointment, arrival: Instant) -> Result<(), Conflict> {
        let ended_by_timer = visit.state == AppointmentState::NotCollected;
        let state = if ended_by_timer { AppointmentState::Booked } else { visit.state };
        let candidate = Candidate { state, ..self.candidate(visit) };
        candidate.admitted(arrival).map_err(|refusal| Conflict::of(&refusal))
    }
}

/// When a paper was printed: as its kiosk says, but not before its number was lent and not after now (R35).
fn corrected(paper: &Paper, lease: &Lease, now: Instant) -> Instant {
    time::millis(paper.at).max(lease.at).min(now)
}
