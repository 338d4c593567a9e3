//! Numbers lent to kiosks, and the papers that kiosks tell of afterwards, as the auditor judges them.

use super::picture::Seen;
use super::visits::complain_unless;
use super::{Auditor, Complaint};
use okienko_queue::appointment::AppointmentState;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{AppointmentId, ServiceId, TicketId};
use okienko_queue::lease::Conflict;
use okienko_queue::time::Instant;

/// A number that only one kiosk may give, once.
#[derive(Clone, Debug)]
pub struct Lent {
    kiosk: String,
    service: Option<ServiceId>,
    ticket: TicketId,
    at: Instant,
}

impl Auditor {
    pub(super) fn numbers_leased(&mut self, event: &Event, at: Instant) -> Result<(), Complaint> {
        let Event::NumbersLeased { kiosk, service, series, first, count, tickets } = event else { return Ok(()) };
        let rule = service.as_ref().map(|id| self.config.services.iter().find(|known| known.id == *id));
        let (letter, begins, last) = match rule {
            None => ("U", self.config.u_numbers.first, self.config.u_numbers.last),
            Some(Some(rule)) if rule.walk_in => (rule.letter.as_str(), 1, rule.tickets_per_day.unwrap_or(u32::MAX)),
            Some(_) => return Err(format!("numbers of {service:?} were lent, which gives no tickets")),
        };
        complain_unless(letter == series, || format!("numbers of {series} were lent for {letter}"))?;
        let next = self.numbers.entry(series.clone()).or_insert(begins);
        let expected = *next;
        *next += count;
        complain_unless(expected == *first && *count > 0, || {
            format!("{series}{first} lent where {expected} was next")
        })?;
        complain_unless(first + (count - 1) <= last, || format!("{series} was lent beyond {last}"))?;
        complain_unless(*tickets == self.issued_ever + 1, || format!("{series}{first} was lent ids that are taken"))?;
        self.issued_ever += u64::from(*count);
        for (number, ticket) in (*first..first + count).zip(*tickets..) {
            let ticket = TicketId::numbered(&self.config.id, ticket);
            let lent = Lent { kiosk: kiosk.clone(), service: service.clone(), ticket, at };
            self.lent.insert(format!("{series}{number:03}"), lent);
        }
        Ok(())
    }

    /// A paper that a kiosk tells of: printed with its own number, never before that was lent and never in the future.
    pub(super) fn told(&mut self, record: &Record) -> Result<(), Complaint> {
        let (Event::TicketIssued { ticket, code, arrival, .. } | Event::Collected { ticket, code, arrival, .. }) =
            &record.event
        else {
            return Ok(());
        };
        let lent = self.lent.remove(code).ok_or_else(|| format!("{code} was not lent, or was told twice"))?;
        let own = record.actor == format!("kiosk:{}", lent.kiosk) && lent.ticket == *ticket;
        complain_unless(own, || format!("{code} of {lent:?} was told by {} as {ticket}", record.actor))?;
        let in_time = *arrival <= record.at && (lent.at <= *arrival || *arrival == record.at);
        complain_unless(in_time, || {
            format!("{code} was printed at {arrival}, lent {} and told {}", lent.at, record.at)
        })?;
        match &record.event {
            Event::Collected { appointment, .. } => {
                complain_unless(lent.service.is_none(), || format!("{code} is no number for {appointment}"))?;
                let collectable = [AppointmentState::Booked, AppointmentState::NotCollected];
                let state = self.visits.get(appointment).map(|visit| visit.state);
                let open = state.is_some_and(|state| collectable.contains(&state));
                complain_unless(open, || format!("{appointment} was collected again, it is {state:?}"))?;
                let (service, start) = self.is_collected(appointment, ticket, *arrival)?;
                self.takes_its_place(ticket, code, &service, *arrival)?;
                self.seen(ticket)?.booked = Some((appointment.clone(), start.timestamp_millis()));
            }
            Event::TicketIssued { service, priority, conflict, appointment, .. } => {
                match conflict {
                    None => {
                        complain_unless(lent.service.as_ref() == Some(service), || format!("{code} for {service}"))?
                    }
                    Some(conflict) => self.conflicts(*conflict, appointment.as_ref(), *arrival)?,
                }
                self.takes_its_place(ticket, code, service, *arrival)?;
                self.seen(ticket)?.priority.clone_from(priority);
            }
            _ => {}
        }
        Ok(())
    }

    /// A visit is left uncollected only for the reason that the event names.
    fn conflicts(
        &self,
        conflict: Conflict,
        appointment: Option<&AppointmentId>,
        arrival: Instant,
    ) -> Result<(), Complaint> {
        let visit = appointment.and_then(|id| self.visits.get(id));
        let in_window = visit.is_some_and(|visit| self.in_window(visit.start, arrival));
        let true_reason = match (conflict, visit) {
            (Conflict::NotToday, visit) => visit.is_none(),
            (Conflict::AlreadyCollected, Some(visit)) => visit.state == AppointmentState::Collected,
            (Conflict::AppointmentCancelled, Some(visit)) => visit.state == AppointmentState::Cancelled,
            (Conflict::TooEarly, Some(visit)) => !in_window && arrival < visit.start,
            (Conflict::TooLate, Some(visit)) => !in_window && arrival > visit.start,
            (_, None) => false,
        };
        complain_unless(true_reason, || format!("{conflict:?} is not why {appointment:?} was not collected: {visit:?}"))
    }

    /// Among those who were there already: the order of arrivals is not that of the records.
    fn takes_its_place(
        &mut self,
        id: &TicketId,
        code: &str,
        service: &ServiceId,
        arrival: Instant,
    ) -> Result<(), Complaint> {
        complain_unless(self.codes.insert(code.to_owned()), || format!("code {code} twice on one day"))?;
        self.issued_ever += 1;
        let old = self.tickets.insert(id.clone(), Seen::new(id, code, service, arrival, self.issued_ever));
        self.touch(id);
        complain_unless(old.is_none(), || format!("{id} was issued twice"))
    }
}
