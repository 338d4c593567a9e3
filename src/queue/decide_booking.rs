//! What the commands about booked visits mean (R7–R13, R18, R19, R36).

use crate::appointment::{Appointment, AppointmentState, By};
use crate::command::{Chance, Terms};
use crate::decide::{Answer, Decision};
use crate::department::Department;
use crate::event::Event;
use crate::ids::{AppointmentId, ServiceId};
use crate::refusal::Refusal;
use crate::time::{self, Instant};
use chrono::Duration;

impl Department {
    pub(crate) fn book(
        &self,
        service: &ServiceId,
        start: Instant,
        terms: Terms,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let seat = self.seat_for(service, start, terms.beyond_limits, now)?;
        let appointment = AppointmentId::numbered(&self.config.id, self.appointments_ever + 1);
        let answer = Answer::Appointment(appointment.clone());
        let lapses = now + time::minutes(self.config.booking.confirm_minutes);
        // A visit nearer than that lapses by itself when nobody comes (R29).
        let confirm_by = Some(lapses).filter(|lapses| terms.to_confirm && *lapses < start);
        let beyond_limits = terms.beyond_limits;
        let service = service.clone();
        Ok((vec![Event::Booked { appointment, service, start, seat, confirm_by, beyond_limits }], answer))
    }

    /// Confirming twice, or what needs no confirmation, shows the state and changes nothing.
    pub(crate) fn confirm_appointment(&self, id: &AppointmentId, now: Instant) -> Result<Decision, Refusal> {
        let visit = self.appointments.get(id).ok_or(Refusal::NotFound)?;
        let open = visit.state == AppointmentState::Booked && visit.confirm_by.is_some_and(|by| now < by);
        let event = Event::AppointmentConfirmed { appointment: id.clone() };
        Ok((if open { vec![event] } else { vec![] }, Answer::Appointment(id.clone())))
    }

    /// The new seat and the end of the old one are one event: nobody is ever without a term or with two.
    pub(crate) fn move_appointment(
        &self,
        id: &AppointmentId,
        start: Instant,
        terms: Terms,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let visit = self.appointments.get(id).ok_or(Refusal::NotFound)?;
        let answer = Answer::Appointment(id.clone());
        if is_open(visit, now) && visit.start == start {
            return Ok((vec![], answer));
        }
        self.may_move(visit, terms.beyond_limits, now)?;
        let seat = self.seat_for(&visit.service, start, terms.beyond_limits, now)?;
        let (appointment, from, beyond_limits) = (id.clone(), visit.start, terms.beyond_limits);
        let rests_until = self.rests_until(terms.chance, now);
        Ok((vec![Event::AppointmentMoved { appointment, from, start, seat, rests_until, beyond_limits }], answer))
    }

    /// Whether a visit can go to another term at all: a page asks before it offers any.
    pub fn may_move(&self, visit: &Appointment, beyond_limits: bool, now: Instant) -> Result<(), Refusal> {
        if !is_open(visit, now) {
            return Err(Refusal::WrongState);
        }
        let used = visit.moves >= self.config.booking.moves_most && !beyond_limits;
        if used { Err(Refusal::LimitReached) } else { Ok(()) }
    }

    /// Cancelling twice, too late or after collection shows the state and changes nothing (R18).
    pub(crate) fn cancel_appointment(
        &self,
        id: &AppointmentId,
        by: By,
        chance: Chance,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let visit = self.appointments.get(id).ok_or(Refusal::NotFound)?;
        let answer = Answer::Appointment(id.clone());
        if !is_open(visit, now) {
            return Ok((vec![], answer));
        }
        let rests_until = self.rests_until(chance, now);
        Ok((vec![Event::AppointmentCancelled { appointment: id.clone(), by, rests_until }], answer))
    }

    /// Until when a seat that is given back rests; drawn evenly from the configured minutes.
    fn rests_until(&self, chance: Chance, now: Instant) -> Option<Instant> {
        let rest = self.config.booking.rest_minutes?;
        let width = i64::from(rest.last.saturating_sub(rest.first)) * 60_000;
        let drawn = width * i64::from(chance) / i64::from(Chance::MAX);
        Some(now + time::minutes(rest.first) + Duration::milliseconds(drawn))
    }
}

/// Booked, and its hour is not over: the second of the hour still belongs to it.
fn is_open(visit: &Appointment, now: Instant) -> bool {
    visit.state == AppointmentState::Booked && now < visit.start + time::seconds(1)
}
