//! What only somebody sees who reads the journals of all departments: hand-overs and codes of the whole office.

use super::Complaint;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::TicketId;
use std::collections::BTreeMap;

/// Judges the office as a whole.
#[derive(Clone, Default)]
pub struct Across {
    codes: BTreeMap<String, TicketId>,
    legs: BTreeMap<TicketId, u32>,
    /// Leg left behind → how often it was taken over, and whether the sender knows.
    sent: BTreeMap<(TicketId, u32), (u32, bool)>,
}

impl Across {
    /// Reads a record of any department.
    pub fn read(&mut self, record: &Record) -> Result<(), Complaint> {
        match &record.event {
            Event::TicketIssued { ticket, code, .. } | Event::Collected { ticket, code, .. } => {
                self.legs.insert(ticket.clone(), 1);
                match self.codes.insert(code.clone(), ticket.clone()) {
                    Some(other) => Err(format!("{code} stands on {other} and on {ticket}")),
                    None => Ok(()),
                }
            }
            Event::Transferred { ticket, .. } | Event::NextService { ticket, .. } => {
                *self.legs.entry(ticket.clone()).or_default() += 1;
                Ok(())
            }
            Event::SentAway { ticket, .. } => {
                let open = self.sent.iter().any(|((id, _), (arrived, _))| id == ticket && *arrived == 0);
                *self.legs.entry(ticket.clone()).or_default() += 1;
                let leg = self.legs.get(ticket).copied().unwrap_or_default();
                // Sent on from here, so it is here: the sender need not be told any more.
                let earlier = self.sent.iter_mut().filter(|((id, _), (arrived, _))| id == ticket && *arrived == 1);
                earlier.for_each(|(_, (_, known))| *known = true);
                self.sent.insert((ticket.clone(), leg), (0, false));
                if open { Err(format!("{ticket} was sent away twice")) } else { Ok(()) }
            }
            Event::Arrived { ticket } => {
                let open = self.sent.iter_mut().rev().find(|((id, _), (arrived, _))| *id == ticket.id && *arrived == 0);
                open.map(|(_, (arrived, _))| *arrived = 1)
                    .ok_or_else(|| format!("{} arrived without being sent: a hand-over doubled", ticket.id))
            }
            Event::Delivered { ticket } => {
                // The word about an earlier journey may come after the ticket went on: it says nothing new then.
                let arrived = |(id, _): &(TicketId, u32), times: u32| id == ticket && times == 1;
                let open = self.sent.iter_mut().find(|(key, (times, known))| arrived(key, *times) && !known);
                if let Some((_, (_, known))) = open {
                    *known = true;
                    return Ok(());
                }
                let told_before = self.sent.iter().any(|(key, (times, _))| arrived(key, *times));
                if told_before { Ok(()) } else { Err(format!("{ticket} was called delivered before it arrived")) }
            }
            _ => Ok(()),
        }
    }

    /// The day is over: every hand-over came to its end.
    pub fn day_ended(&mut self) -> Result<(), Complaint> {
        self.codes.clear();
        self.legs.clear();
        let lost = std::mem::take(&mut self.sent).into_iter().find(|(_, (arrived, known))| *arrived != 1 || !known);
        lost.map_or(Ok(()), |((ticket, _), _)| Err(format!("the hand-over of {ticket} was lost")))
    }
}
