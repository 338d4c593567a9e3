//! `apply`: how events change the state. Live and replayed, working and confirmed states go through this one door.

use crate::apply_offline::Block;
use crate::appointment::AppointmentState;
use crate::department::Department;
use crate::event::{Event, Opening, Record};
use crate::ids::TicketId;
use crate::ticket::{Channel, Ticket, TicketState};
use crate::time::Instant;
use crate::waiting::{Waiter, Waiting};
use chrono::NaiveDate;

/// Why a journal cannot be replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no event at all.
    Empty,
    /// The first event carries no configuration.
    NoBeginning,
    /// An event is missing before this position.
    Gap(u64),
}

impl Department {
    /// The state that a journal tells, read from its latest `DayOpened` or from the very first event.
    pub fn replay(records: impl IntoIterator<Item = Record>) -> Result<Self, Unreadable> {
        let mut records = records.into_iter();
        let first = records.next().ok_or(Unreadable::Empty)?;
        let config = match &first.event {
            Event::Configured { config } => (**config).clone(),
            Event::DayOpened { opening, .. } => opening.config.clone(),
            _ => return Err(Unreadable::NoBeginning),
        };
        let mut department = Self::new(config);
        department.seq = first.seq.saturating_sub(1);
        department.apply(&first);
        for record in records {
            if record.seq != department.seq + 1 {
                return Err(Unreadable::Gap(record.seq));
            }
            department.apply(&record);
        }
        Ok(department)
    }

    /// Moves the state by one event. Events are facts: nothing is refused here.
    pub fn apply(&mut self, record: &Record) {
        self.seq = record.seq;
        self.apply_today(&record.event, record.at);
        match &record.event {
            Event::Configured { config } => {
                self.configured(config);
                self.plan_follows(record.at);
            }
            Event::DayOpened { day, opening } => self.day_opened(*day, opening),
            Event::Booked { appointment, service, start, seat, confirm_by, .. } => {
                self.booked(appointment, service, *start, *seat, *confirm_by);
            }
            Event::AppointmentConfirmed { appointment } => self.visit_confirmed(appointment),
            Event::AppointmentMoved { appointment, start, seat, rests_until, .. } => {
                self.visit_moved(appointment, *start, *seat, *rests_until, record.at);
            }
            Event::AppointmentCancelled { appointment, rests_until, .. } => {
                self.visit_ended(appointment, AppointmentState::Cancelled, *rests_until, record.at);
            }
            Event::NotCollected { appointment } => {
                self.visit_ended(appointment, AppointmentState::NotCollected, None, record.at);
            }
            Event::Collected { appointment, ticket, code, arrival, offline, language } => {
                self.collected(appointment, ticket, code, *arrival, *offline, *language);
            }
            Event::CheckInReverted { appointment, ticket } => self.reverted(appointment, ticket, record.at),
            Event::TicketIssued { ticket, code, service, priority, arrival, offline, conflict, language, .. } => {
                if !offline {
                    let letter = self.config.service(service).map(|service| service.letter.clone());
                    self.count_number(&letter.unwrap_or_default(), 1);
                }
                let fresh = Ticket::fresh(ticket, code, service, Channel::WalkIn, *arrival);
                let (priority, offline, conflict, language) = (priority.clone(), *offline, *conflict, *language);
                self.enters(Ticket { priority, offline, conflict, language, ..fresh });
            }
            Event::NumbersLeased { kiosk, service, series, first, count, tickets } => {
                let (first, count, tickets) = (*first, *count, *tickets);
                let block = Block { kiosk, service: service.as_ref(), series, first, count, tickets };
                self.numbers_leased(&block, record.at);
            }
            Event::TicketCancelled { ticket, .. } => self.ended(ticket, TicketState::Cancelled, record.at),
            Event::TicketClosed { ticket } => self.closed(ticket, record.at),
            Event::TicketChanged { ticket, service, priority } => self.change(ticket, |ticket| {
                ticket.service = service.clone();
                ticket.priority = priority.clone();
            }),
            Event::Unheld { ticket } => self.change(ticket, |ticket| {
                ticket.state = TicketState::Waiting;
                ticket.hold = None;
            }),
            Event::Reactivated { ticket } => self.change(ticket, |ticket| reactivate(ticket, record.at)),
            Event::Arrived { ticket } => self.arrived(ticket),
            Event::Delivered { ticket } => self.change(ticket, |ticket| {
                if let Some(to) = &mut ticket.sent_to {
                    to.arrived = true;
                }
            }),
            at_desk => self.apply_at_desk(at_desk, record.at),
        }
        self.note_work(record);
    }

    fn day_opened(&mut self, day: NaiveDate, opening: &Opening) {
        self.day_is_forgotten();
        self.config = opening.config.clone();
        self.day = Some(day);
        self.last_arrival = opening.last_arrival;
        self.tickets_ever = opening.tickets;
        self.appointments_ever = opening.appointments;
        self.numbers = opening.numbers.clone();
        // What was lent for one day means nothing on another.
        self.leases.clear();
        self.tickets.clear();
        self.appointments.clear();
        self.seats.clear();
        self.resting.clone_from(&opening.resting);
        self.expiries.clear();
        self.unconfirmed.clear();
        self.holds.clear();
        self.waiting = Waiting::default();
        self.desks.clear();
        self.calls.clear();
        for visit in &opening.visits {
            if matches!(visit.state, AppointmentState::Booked | AppointmentState::Collected) {
                self.seats.entry((visit.service.clone(), visit.start)).or_default().insert(visit.seat);
            }
            if visit.state == AppointmentState::Booked {
                self.expiries.insert((visit.start, visit.id.clone()));
                self.unconfirmed.extend(visit.confirm_by.map(|by| (by, visit.id.clone())));
            }
            self.appointments.insert(visit.id.clone(), visit.clone());
        }
        self.plan_opens(day);
    }

    pub(crate) fn count_number(&mut self, series: &str, first: u32) {
        let next = self.numbers.entry(series.to_owned()).or_insert(first);
        // A range that was moved upwards since goes on from its own beginning.
        *next = (*next).max(first) + 1;
    }

    /// A ticket of somebody who arrived enters the queue.
    pub(crate) fn enters(&mut self, ticket: Ticket) {
        self.tickets_ever += 1;
        if !ticket.offline {
            self.last_arrival = Some(ticket.issued_at);
        }
        self.put(Ticket { issue: self.tickets_ever, ..ticket });
    }

    fn arrived(&mut self, ticket: &Ticket) {
        self.tickets_ever += 1;
        self.put(Ticket { issue: self.tickets_ever, first_leg: ticket.leg, ..ticket.clone() });
    }

    /// Puts a ticket in as it is; where it waits, the queue knows of it.
    pub(crate) fn put(&mut self, ticket: Ticket) {
        self.waiting.leave(&ticket.id);
        if ticket.state == TicketState::Waiting {
            self.waiting.join(Waiter::of(&ticket));
        }
        if let Some(until) = ticket.hold.as_ref().and_then(|hold| hold.until) {
            self.holds.insert((until, ticket.id.clone()));
        }
        self.touched.tickets.insert(ticket.id.clone());
        self.tickets.insert(ticket.id.clone(), ticket);
    }

    /// Changes a ticket; its place in the queue follows.
    pub(crate) fn change(&mut self, id: &TicketId, change: impl FnOnce(&mut Ticket)) {
        let Some(mut ticket) = self.tickets.remove(id) else { return };
        if let Some(until) = ticket.hold.as_ref().and_then(|hold| hold.until) {
            self.holds.remove(&(until, ticket.id.clone()));
        }
        if let Some(overtakes) = self.waiting.leave(id) {
            ticket.overtakes = overtakes;
        }
        change(&mut ticket);
        ticket.revision += 1;
        self.put(ticket);
    }

    pub(crate) fn ended(&mut self, id: &TicketId, state: TicketState, at: Instant) {
        self.change(id, |ticket| {
            ticket.state = state;
            ticket.hold = None;
            ticket.times.ended_at = Some(at);
        });
    }

    fn closed(&mut self, id: &TicketId, at: Instant) {
        for status in self.desks.values_mut().filter(|status| status.current.as_ref() == Some(id)) {
            (status.current, status.since) = (None, Some(at));
        }
        self.ended(id, TicketState::Closed, at);
    }
}

fn reactivate(ticket: &mut Ticket, at: Instant) {
    if ticket.state == TicketState::Finished {
        ticket.next_leg(ticket.service.clone(), at);
    }
    ticket.state = TicketState::Waiting;
    ticket.times.ended_at = None;
}
