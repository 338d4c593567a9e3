//! Terms as the auditor judges them: who holds which seat, which seats rest, what lapses.

use super::picture::Visit;
use super::visits::complain_unless;
use super::{Auditor, Complaint};
use chrono::Duration;
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::ids::{AppointmentId, ServiceId};
use okienko_queue::time::Instant;

/// One seat of one term.
#[derive(Clone, PartialEq, Eq)]
pub struct Term {
    pub service: ServiceId,
    pub start: Instant,
    pub seat: u16,
}

impl Auditor {
    /// Nobody sits where `term` is, nothing rests there, and the slot has room.
    fn seat_is_free(&self, id: &AppointmentId, term: &Term, at: Instant) -> Result<(), Complaint> {
        let rule = self.config.services.iter().find(|known| known.id == term.service);
        let capacity = rule.and_then(|known| known.slots.as_ref()).map_or(0, |rule| rule.capacity);
        let live = |visit: &&Visit| matches!(visit.state, AppointmentState::Booked | AppointmentState::Collected);
        let held = self.visits.values().filter(live).map(|visit| Term {
            service: visit.service.clone(),
            start: visit.start,
            seat: visit.seat,
        });
        let resting = self.resting.iter().filter(|(_, until)| *until > at).map(|(term, _)| term.clone());
        let mut taken = 0;
        for other in held.chain(resting) {
            if (&other.service, other.start) == (&term.service, term.start) {
                complain_unless(other != *term, || format!("{id} took seat {} that was taken", term.seat))?;
                taken += 1;
            }
        }
        self.gives_terms(&term.service, term.start)?;
        let fits = taken < capacity && term.seat < capacity;
        complain_unless(fits, || format!("the slot of {id} is over its capacity"))?;
        complain_unless(term.start > at, || format!("{id} was booked in the past"))
    }

    pub(super) fn booked(
        &mut self,
        id: &AppointmentId,
        term: Term,
        confirm_by: Option<Instant>,
        at: Instant,
    ) -> Result<(), Complaint> {
        self.booked_ever += 1;
        self.seat_is_free(id, &term, at)?;
        complain_unless(confirm_by.is_none_or(|by| at < by && by < term.start), || format!("{id} lapses too late"))?;
        let Term { service, start, seat } = term;
        let visit = Visit { service, start, seat, state: AppointmentState::Booked, ticket: None, confirm_by };
        let fresh = self.visits.insert(id.clone(), visit).is_none();
        complain_unless(fresh, || format!("{id} was booked twice"))
    }

    pub(super) fn visit_confirmed(&mut self, id: &AppointmentId, at: Instant) -> Result<(), Complaint> {
        let visit = self.visit_in(id, AppointmentState::Booked)?;
        let by = visit.confirm_by.take();
        complain_unless(by.is_some_and(|by| at < by), || format!("{id} was confirmed too late or twice"))
    }

    pub(super) fn visit_moved(
        &mut self,
        id: &AppointmentId,
        (start, seat): (Instant, u16),
        rests_until: Option<Instant>,
        at: Instant,
    ) -> Result<(), Complaint> {
        let old = self.visit_in(id, AppointmentState::Booked)?.clone();
        complain_unless(at < self.window_end(old.start), || format!("{id} was moved after its hour"))?;
        self.seat_is_free(id, &Term { service: old.service.clone(), start, seat }, at)?;
        self.given_back(&old, rests_until, at)?;
        let visit = self.visit_in(id, AppointmentState::Booked)?;
        (visit.start, visit.seat) = (start, seat);
        Ok(())
    }

    pub(super) fn visit_cancelled(
        &mut self,
        id: &AppointmentId,
        by: By,
        rests_until: Option<Instant>,
        at: Instant,
    ) -> Result<(), Complaint> {
        let visit = self.visit_in(id, AppointmentState::Booked)?;
        visit.state = AppointmentState::Cancelled;
        let old = visit.clone();
        visit.confirm_by = None;
        let lapsed = old.confirm_by.is_some_and(|by| by <= at);
        complain_unless((by == By::Timeout) <= lapsed, || format!("{id} lapsed before its time"))?;
        complain_unless(at < self.window_end(old.start), || format!("{id} was cancelled after its hour"))?;
        if by == By::Timeout {
            return complain_unless(rests_until.is_none(), || format!("the seat of {id} rests though it lapsed"));
        }
        self.given_back(&old, rests_until, at)
    }

    /// A seat rests within the configured minutes, or not at all.
    fn given_back(&mut self, visit: &Visit, rests_until: Option<Instant>, at: Instant) -> Result<(), Complaint> {
        let minutes = |n: u32| Duration::minutes(i64::from(n));
        let rule = self.config.booking.rest_minutes;
        let right = match (rule, rests_until) {
            (None, None) => true,
            (Some(rule), Some(until)) => at + minutes(rule.first) <= until && until <= at + minutes(rule.last),
            _ => false,
        };
        complain_unless(right, || format!("a seat rests until {rests_until:?}, given back at {at}"))?;
        let term = Term { service: visit.service.clone(), start: visit.start, seat: visit.seat };
        self.resting.retain(|(other, _)| *other != term);
        self.resting.extend(rests_until.map(|until| (term, until)));
        Ok(())
    }
}
