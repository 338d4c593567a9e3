//! Bookings, check-ins, codes and days as the auditor judges them.

use super::picture::{Seen, Visit};
use super::{Auditor, Complaint};
use chrono::{Duration, NaiveDate};
use okienko_queue::appointment::AppointmentState;
use okienko_queue::event::Opening;
use okienko_queue::ids::{AppointmentId, ServiceId, TicketId};
use okienko_queue::time::Instant;

pub(super) fn complain_unless(holds: bool, complaint: impl FnOnce() -> Complaint) -> Result<(), Complaint> {
    if holds { Ok(()) } else { Err(complaint()) }
}

impl Auditor {
    /// The first instant after a visit's window: all of the second T + grace still belongs to it (R24).
    pub(super) fn window_end(&self, start: Instant) -> Instant {
        start + Duration::seconds(i64::from(self.config.check_in.grace_minutes) * 60 + 1)
    }

    pub(super) fn day_opened(&mut self, day: NaiveDate, opening: &Opening) -> Result<(), Complaint> {
        complain_unless(self.day.is_none_or(|old| day > old), || format!("{day} opened after {:?}", self.day))?;
        self.day_ended()?;
        complain_unless(opening.config == self.config, || "a day opened with another configuration".into())?;
        let counted = (self.issued_ever, self.booked_ever) == (opening.tickets, opening.appointments);
        complain_unless(counted, || {
            format!("a day opened with counters {} {}", opening.tickets, opening.appointments)
        })?;
        let zone = self.config.time_zone;
        self.visits.retain(|_, visit| visit.start.with_timezone(&zone).date_naive() >= day);
        let carried = opening.visits.iter().all(|carried| {
            self.visits.get(&carried.id).is_some_and(|visit| {
                (visit.state, visit.start, visit.seat) == (carried.state, carried.start, carried.seat)
                    && visit.confirm_by == carried.confirm_by
            })
        });
        let same = carried && opening.visits.len() == self.visits.len();
        complain_unless(same, || "a day opened with other visits than were booked".into())?;
        self.day = Some(day);
        self.numbers.clear();
        self.codes.clear();
        self.lent.clear();
        self.tickets.clear();
        self.benches.clear();
        self.today = super::today::Today::default();
        self.streak = 0;
        Ok(())
    }

    pub(super) fn visit_in(&mut self, id: &AppointmentId, state: AppointmentState) -> Result<&mut Visit, Complaint> {
        let visit = self.visits.get_mut(id).ok_or_else(|| format!("{id} was never booked"))?;
        if visit.state == state {
            Ok(visit)
        } else {
            Err(format!("{id} is {}, not {}", visit.state.as_str(), state.as_str()))
        }
    }

    pub(super) fn not_collected(&mut self, id: &AppointmentId, at: Instant) -> Result<(), Complaint> {
        let visit = self.visit_in(id, AppointmentState::Booked)?;
        (visit.state, visit.confirm_by) = (AppointmentState::NotCollected, None);
        let start = visit.start;
        complain_unless(at >= self.window_end(start), || format!("{id} expired inside its window"))
    }

    pub(super) fn collected(
        &mut self,
        id: &AppointmentId,
        ticket: &TicketId,
        code: &str,
        arrival: Instant,
        at: Instant,
    ) -> Result<(), Complaint> {
        let first = self.config.u_numbers.first;
        self.visit_in(id, AppointmentState::Booked)?;
        let (service, start) = self.is_collected(id, ticket, at)?;
        self.enters(ticket, code, &service, ("U", first), arrival, at)?;
        self.seen(ticket)?.booked = Some((id.clone(), start.timestamp_millis()));
        Ok(())
    }

    /// The visit with its ticket, collected at `at`: inside its window, and only once.
    pub(super) fn is_collected(
        &mut self,
        id: &AppointmentId,
        ticket: &TicketId,
        at: Instant,
    ) -> Result<(ServiceId, Instant), Complaint> {
        let visit = self.visits.get_mut(id).ok_or_else(|| format!("{id} was never booked"))?;
        (visit.state, visit.confirm_by) = (AppointmentState::Collected, None);
        visit.ticket = Some(ticket.clone());
        let (service, start) = (visit.service.clone(), visit.start);
        complain_unless(self.in_window(start, at), || format!("{id} was collected outside its window"))?;
        let doubled = self.tickets.values().any(|other| {
            other.booked.as_ref().is_some_and(|(visit, _)| visit == id) && !super::table::is_final(other.state)
        });
        complain_unless(!doubled, || format!("{id} has two live tickets"))?;
        Ok((service, start))
    }

    pub(super) fn in_window(&self, start: Instant, at: Instant) -> bool {
        let opens = i64::from(self.config.check_in.opens_minutes);
        start - Duration::minutes(opens) <= at && at < self.window_end(start)
    }

    pub(super) fn reverted(&mut self, id: &AppointmentId, ticket: &Seen, at: Instant) -> Result<(), Complaint> {
        complain_unless(!ticket.ever_called, || format!("{} went back to booked after a call", ticket.code))?;
        let visit = self.visit_in(id, AppointmentState::Collected)?;
        complain_unless(visit.ticket.as_ref() == Some(&ticket.id), || format!("{id} belongs to another ticket"))?;
        (visit.state, visit.ticket) = (AppointmentState::Booked, None);
        let start = visit.start;
        complain_unless(at < self.window_end(start), || format!("{id} went back to booked after its window"))
    }

    pub(super) fn issued(
        &mut self,
        id: &TicketId,
        code: &str,
        service: &ServiceId,
        arrival: Instant,
        at: Instant,
    ) -> Result<(), Complaint> {
        let rule = self.config.services.iter().find(|known| known.id == *service);
        let rule = rule.ok_or_else(|| format!("{id} is for a service that does not exist"))?.clone();
        let local = at.with_timezone(&self.config.time_zone);
        let spans = self.config.hours.on(local.date_naive());
        let open = spans.iter().any(|span| span.from <= local.time() && local.time() < span.to);
        complain_unless(open, || format!("{code} was issued at {local}, when the doors are closed"))?;
        self.gives_tickets(service, code)?;
        self.enters(id, code, service, (&rule.letter, 1), arrival, at)?;
        let given = self.numbers.get(&rule.letter).map_or(0, |next| next - 1);
        let limit = rule.tickets_per_day.unwrap_or(u32::MAX);
        complain_unless(given <= limit, || format!("{code} is beyond the day's {limit} tickets"))
    }

    fn enters(
        &mut self,
        id: &TicketId,
        code: &str,
        service: &ServiceId,
        (series, first): (&str, u32),
        arrival: Instant,
        at: Instant,
    ) -> Result<(), Complaint> {
        let number = self.numbers.entry(series.to_owned()).or_insert(first);
        let expected = format!("{series}{number:03}");
        *number += 1;
        complain_unless(code == expected, || format!("code {code} where {expected} was next: a gap or a repetition"))?;
        complain_unless(self.codes.insert(code.to_owned()), || format!("code {code} twice on one day"))?;
        let in_order = arrival >= at && self.last_arrival.is_none_or(|last| last <= arrival);
        complain_unless(in_order, || format!("{code} arrived before the one before it"))?;
        self.last_arrival = Some(arrival);
        self.issued_ever += 1;
        let old = self.tickets.insert(id.clone(), Seen::new(id, code, service, arrival, self.issued_ever));
        self.touch(id);
        complain_unless(old.is_none(), || format!("{id} was issued twice"))
    }
}
