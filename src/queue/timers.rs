//! Timers as commands: day change, uncollected visits, holds, automatic no-shows, end of day.

use crate::appointment::{AppointmentState, By};
use crate::department::Department;
use crate::event::{Event, Opening};
use crate::ids::TicketId;
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};
use std::collections::BTreeMap;

impl Department {
    /// Whether a new service day has begun since the last one was opened.
    pub fn day_is_over(&self, now: Instant) -> bool {
        self.seq > 0 && self.day.is_none_or(|day| time::day_of(self.config.time_zone, now) > day)
    }

    /// Whether a tick would change anything.
    pub fn is_due(&self, now: Instant) -> bool {
        self.day_is_over(now) || !self.timers(now).is_empty()
    }

    /// Ends the old day and opens the new one, which carries all that a restart needs.
    pub(crate) fn open_day(&self, now: Instant) -> Vec<Event> {
        let day = self.service_day(now);
        let mut events: Vec<Event> = self.expired(now).chain(self.lapsed(now)).collect();
        let begins = time::start_of(self.config.time_zone, day);
        let unserved = self.left_over().into_iter().chain(self.astray());
        events.extend(unserved.map(|ticket| Event::TicketClosed { ticket }));
        let ended: Vec<_> = events
            .iter()
            .filter_map(|event| match event {
                Event::NotCollected { appointment } => Some((appointment.clone(), AppointmentState::NotCollected)),
                Event::AppointmentCancelled { appointment, .. } => {
                    Some((appointment.clone(), AppointmentState::Cancelled))
                }
                _ => None,
            })
            .collect();
        let visits = self.appointments.values().filter(|visit| visit.start >= begins).cloned().map(|mut visit| {
            if let Some((_, state)) = ended.iter().find(|(id, _)| *id == visit.id) {
                (visit.state, visit.confirm_by) = (*state, None);
            }
            visit
        });
        let visits: Vec<_> = visits.collect();
        let resting = self.resting.iter().filter(|rest| rest.until > now && rest.start >= begins).cloned();
        let opening = Opening {
            config: self.of_new_day(&visits),
            tickets: self.tickets_ever,
            appointments: self.appointments_ever,
            last_arrival: self.last_arrival,
            visits,
            resting: resting.collect(),
            numbers: BTreeMap::new(),
        };
        events.push(Event::DayOpened { day, opening: Box::new(opening) });
        events
    }

    /// What the clock alone brings about by `now`.
    pub(crate) fn timers(&self, now: Instant) -> Vec<Event> {
        let holds = self.holds.iter().take_while(|(until, _)| *until <= now);
        let unheld = holds.map(|(_, ticket)| Event::Unheld { ticket: ticket.clone() });
        let mut events: Vec<Event> =
            self.expired(now).chain(self.lapsed(now)).chain(unheld).chain(self.missed(now)).collect();
        if self.has_closed(now) {
            let untimed = |ticket: &TicketId| !events.iter().any(|event| touches(event, ticket));
            let closed: Vec<Event> = (self.left_over().into_iter().filter(untimed))
                .filter(|id| self.tickets.get(id).is_some_and(|ticket| ticket.state != TicketState::Serving))
                .map(|ticket| Event::TicketClosed { ticket })
                .collect();
            events.extend(closed);
        }
        events
    }

    /// Booked visits whose window has closed: at T + grace the ticket can still be taken, after it no more (R24, R29).
    fn expired(&self, now: Instant) -> impl Iterator<Item = Event> {
        let rules = &self.config.check_in;
        let over = self.expiries.iter().take_while(move |(start, _)| rules.is_over(*start, now));
        over.map(|(_, appointment)| Event::NotCollected { appointment: appointment.clone() })
    }

    /// Visits that nobody confirmed in time. Their hour is still ahead, so none of them is also expired.
    fn lapsed(&self, now: Instant) -> impl Iterator<Item = Event> {
        let over = self.unconfirmed.iter().take_while(move |(by, _)| *by <= now);
        let open = over.filter_map(|(_, id)| self.appointments.get(id));
        let open = open.filter(move |visit| !self.config.check_in.is_over(visit.start, now));
        open.map(|visit| Event::AppointmentCancelled {
            appointment: visit.id.clone(),
            by: By::Timeout,
            rests_until: None,
        })
    }

    fn missed(&self, now: Instant) -> Vec<Event> {
        let Some(recalls) = self.config.desk_rules.no_show_after_recalls else { return Vec::new() };
        let patience = time::seconds(self.config.desk_rules.no_show_after_seconds.max(1));
        let currents = self.desks.iter().filter_map(|(desk, status)| Some((desk, status.current.as_ref()?)));
        let called = currents.filter_map(|(desk, id)| Some((desk, self.tickets.get(id)?)));
        called
            .filter(|(_, ticket)| ticket.state == TicketState::Called && ticket.times.recalls >= recalls)
            .filter(|(_, ticket)| ticket.announced_at.is_some_and(|at| at + patience <= now))
            .map(|(desk, ticket)| Event::NoShow { ticket: ticket.id.clone(), desk: desk.clone() })
            .collect()
    }

    fn has_closed(&self, now: Instant) -> bool {
        let closing = self.day.and_then(|day| self.config.hours.closes_on(self.config.time_zone, day));
        let after = self.config.close_tickets_after_minutes.map(time::minutes);
        closing.zip(after).is_some_and(|(closing, after)| closing + after <= now)
    }

    /// Tickets that would be left when the day ends.
    fn left_over(&self) -> Vec<TicketId> {
        self.tickets.values().filter(|ticket| ticket.is_live()).map(|ticket| ticket.id.clone()).collect()
    }

    /// Tickets that never reached the department they were sent to.
    fn astray(&self) -> impl Iterator<Item = TicketId> {
        let away = |ticket: &&Ticket| ticket.state == TicketState::InTransit;
        let lost = |ticket: &&Ticket| ticket.sent_to.as_ref().is_some_and(|to| !to.arrived);
        self.tickets.values().filter(away).filter(lost).map(|ticket| ticket.id.clone())
    }
}

fn touches(event: &Event, id: &TicketId) -> bool {
    matches!(event, Event::Unheld { ticket } | Event::NoShow { ticket, .. } if ticket == id)
}
