//! Whether the live state of a department is the one that the auditor read out of the records.

use super::picture::Seen;
use super::{Auditor, Complaint};
use okienko_queue::Department;
use okienko_queue::ticket::{Ticket, TicketState};

fn ms(instant: Option<okienko_queue::time::Instant>) -> Option<i64> {
    instant.map(|instant| instant.timestamp_millis())
}

fn alike(seen: &Seen, live: &Ticket, overtakes: u32) -> bool {
    let same_place = (seen.issued, seen.place, seen.issue)
        == (live.issued_at.timestamp_millis(), live.place.timestamp_millis(), live.issue);
    let until = live.hold.as_ref().and_then(|hold| hold.until);
    same_place
        && (seen.state, seen.leg, seen.front) == (live.state, live.leg, live.front)
        && (&seen.code, &seen.service, &seen.priority) == (&live.code, &live.service, &live.priority)
        && (&seen.only_at, &seen.desk) == (&live.only_at, &live.desk)
        && (seen.not_before, seen.until) == (ms(live.not_before), ms(until))
        && seen.booked.as_ref().map(|(_, hour)| *hour) == ms(live.booked_for())
        && seen.overtakes == overtakes
}

impl Auditor {
    /// Complains about the first thing in which the live state differs from what the records tell.
    pub fn agrees_with(&self, live: &Department) -> Result<(), Complaint> {
        if live.tickets().count() != self.tickets.len() {
            return Err("the live state has other tickets than the records".into());
        }
        for seen in self.tickets.values() {
            let ticket = live.ticket(&seen.id).ok_or_else(|| format!("{} is not in the live state", seen.code))?;
            let waiting = live.waiting().overtakes(&seen.id);
            if waiting.is_some() != (ticket.state == TicketState::Waiting) {
                return Err(format!("{} is {} but the queue thinks otherwise", seen.code, ticket.state.as_str()));
            }
            let overtakes = waiting.unwrap_or(ticket.overtakes);
            if !alike(seen, ticket, overtakes) {
                return Err(format!("the records tell {seen:?}\nthe live state {ticket:?}, overtakes {overtakes}"));
            }
        }
        self.desks_agree(live)?;
        self.today_agrees(live)?;
        let differs = |(id, visit): &(&_, &super::Visit)| {
            live.appointment(id).is_none_or(|now| (now.state, &now.ticket) != (visit.state, &visit.ticket))
        };
        match self.visits.iter().find(differs) {
            Some((id, visit)) => Err(format!("the records tell {id} {visit:?}, not {:?}", live.appointment(id))),
            None => Ok(()),
        }
    }

    fn desks_agree(&self, live: &Department) -> Result<(), Complaint> {
        for (desk, bench) in &self.benches {
            let status = live.desk(desk).ok_or_else(|| format!("desk {desk} is not in the live state"))?;
            let same = (bench.open, bench.paused) == (status.open, status.paused.is_some())
                && (&bench.current, bench.served) == (&status.current, status.served);
            if !same {
                return Err(format!("the records tell desk {desk} {bench:?}\nthe live state {status:?}"));
            }
        }
        Ok(())
    }
}
