//! How events about booked visits change the state.

use crate::appointment::{Appointment, AppointmentState, RestingSeat};
use crate::department::Department;
use crate::ids::{AppointmentId, ServiceId, TicketId};
use crate::lease::BOOKED;
use crate::text::Language;
use crate::ticket::{Channel, Ticket, TicketState};
use crate::time::Instant;

impl Department {
    pub(crate) fn booked(
        &mut self,
        id: &AppointmentId,
        service: &ServiceId,
        start: Instant,
        seat: u16,
        confirm_by: Option<Instant>,
    ) {
        self.appointments_ever += 1;
        let visit = Appointment {
            id: id.clone(),
            service: service.clone(),
            start,
            seat,
            state: AppointmentState::Booked,
            ticket: None,
            moves: 0,
            confirm_by,
        };
        self.unconfirmed.extend(confirm_by.map(|by| (by, id.clone())));
        self.seated(visit);
    }

    /// Gives a visit the seat that it names.
    fn seated(&mut self, visit: Appointment) {
        let (service, start, seat) = (&visit.service, visit.start, visit.seat);
        self.resting.retain(|rest| (&rest.service, rest.start, rest.seat) != (service, start, seat));
        self.seats.entry((service.clone(), start)).or_default().insert(seat);
        self.expiries.insert((start, visit.id.clone()));
        self.touched.appointments.insert(visit.id.clone());
        self.appointments.insert(visit.id.clone(), visit);
    }

    /// Takes a visit out of its seat.
    fn unseated(&mut self, visit: &Appointment, rests_until: Option<Instant>, at: Instant) {
        self.expiries.remove(&(visit.start, visit.id.clone()));
        let term = (visit.service.clone(), visit.start);
        if let Some(seats) = self.seats.get_mut(&term) {
            seats.remove(&visit.seat);
            if seats.is_empty() {
                self.seats.remove(&term);
            }
        }
        self.resting.retain(|rest| rest.until > at);
        if let Some(until) = rests_until {
            let (service, start) = term;
            self.resting.push(RestingSeat { service, start, seat: visit.seat, until });
        }
    }

    pub(crate) fn visit_confirmed(&mut self, id: &AppointmentId) {
        let Some(visit) = self.appointments.get_mut(id) else { return };
        if let Some(by) = visit.confirm_by.take() {
            self.unconfirmed.remove(&(by, id.clone()));
        }
        self.touched.appointments.insert(id.clone());
    }

    pub(crate) fn visit_moved(
        &mut self,
        id: &AppointmentId,
        start: Instant,
        seat: u16,
        rests_until: Option<Instant>,
        at: Instant,
    ) {
        let Some(visit) = self.appointments.get(id).cloned() else { return };
        self.unseated(&visit, rests_until, at);
        self.seated(Appointment { start, seat, moves: visit.moves + 1, ..visit });
    }

    pub(crate) fn visit_ended(
        &mut self,
        id: &AppointmentId,
        state: AppointmentState,
        rests_until: Option<Instant>,
        at: Instant,
    ) {
        self.visit_confirmed(id);
        let Some(visit) = self.appointments.get_mut(id) else { return };
        visit.state = state;
        let visit = visit.clone();
        self.unseated(&visit, rests_until, at);
    }

    pub(crate) fn collected(
        &mut self,
        id: &AppointmentId,
        ticket: &TicketId,
        code: &str,
        arrival: Instant,
        offline: bool,
        language: Option<Language>,
    ) {
        // Whoever stands before us needs no link to be believed.
        self.visit_confirmed(id);
        let Some(visit) = self.appointments.get_mut(id) else { return };
        visit.state = AppointmentState::Collected;
        visit.ticket = Some(ticket.clone());
        self.expiries.remove(&(visit.start, id.clone()));
        let channel = Channel::Booked { appointment: id.clone(), booked_for: visit.start };
        let service = visit.service.clone();
        if !offline {
            self.count_number(BOOKED, self.config.u_numbers.first);
        }
        self.enters(Ticket { offline, language, ..Ticket::fresh(ticket, code, &service, channel, arrival) });
    }

    pub(crate) fn reverted(&mut self, id: &AppointmentId, ticket: &TicketId, at: Instant) {
        self.ended(ticket, TicketState::Cancelled, at);
        let Some(visit) = self.appointments.get_mut(id) else { return };
        visit.state = AppointmentState::Booked;
        visit.ticket = None;
        self.expiries.insert((visit.start, id.clone()));
        self.touched.appointments.insert(id.clone());
    }
}
