//! The auditor's own idea of who is next: a plain search through everybody who waits (waiting.md, "Disciplines").

use super::Auditor;
use super::picture::Seen;
use okienko_queue::discipline::Discipline;
use okienko_queue::ids::{DeskId, TicketId};
use okienko_queue::ticket::TicketState;

/// Smaller is called sooner: tier, key within it, issue order.
type Place = (u8, f64, u64);

const MINUTE: f64 = 60_000.0;

impl Auditor {
    /// Whether a desk may call a waiting ticket.
    pub(super) fn suits(&self, desk: &DeskId, ticket: &Seen) -> bool {
        match &ticket.only_at {
            Some(only) => only == desk,
            None => self.serves(desk).contains(&ticket.service),
        }
    }

    /// Everybody whom a desk could call.
    pub(super) fn eligible<'a>(&'a self, desk: &'a DeskId) -> impl Iterator<Item = &'a Seen> {
        let waiting = self.tickets.values().filter(|ticket| ticket.state == TicketState::Waiting);
        waiting.filter(|ticket| self.suits(desk, ticket))
    }

    /// Who must be next at a desk at `now` (ms).
    pub(super) fn expected_next(&self, desk: &DeskId, now: i64) -> Option<&TicketId> {
        let offered = |ticket: &&Seen| ticket.not_before.is_none_or(|from| from <= now);
        let first = |all: &mut dyn Iterator<Item = &'_ Seen>| -> Option<TicketId> {
            let placed = all.map(|ticket| (self.place(ticket, now), ticket.id.clone()));
            placed.min_by(|(left, _), (right, _)| compare(left, right)).map(|(_, id)| id)
        };
        let id = first(&mut self.eligible(desk).filter(offered)).or_else(|| first(&mut self.eligible(desk)))?;
        self.tickets.get(&id).map(|ticket| &ticket.id)
    }

    fn place(&self, ticket: &Seen, now: i64) -> Place {
        let (tier, key) = if ticket.is_top() {
            (0, ticket.place as f64)
        } else if ticket.booked.is_some() {
            booked(self.config.discipline, ticket, now)
        } else {
            walk_in(self.config.discipline, ticket, self.streak, now)
        };
        (tier, key, ticket.issue)
    }
}

fn compare(left: &Place, right: &Place) -> std::cmp::Ordering {
    left.0.cmp(&right.0).then(left.1.total_cmp(&right.1)).then(left.2.cmp(&right.2))
}

fn booked(discipline: Discipline, ticket: &Seen, now: i64) -> (u8, f64) {
    let hour = ticket.booked.as_ref().map_or(0, |(_, hour)| *hour) as f64;
    let due = |lead: u32| {
        if now as f64 >= hour - f64::from(lead) * MINUTE { 2 } else { 4 }
    };
    match discipline {
        Discipline::Fcfs => (2, ticket.place as f64),
        Discipline::Accumulating { .. } => (2, (ticket.place - now) as f64),
        Discipline::Strict | Discipline::Deadline { .. } => (2, ticket.due() as f64),
        Discipline::Due { lead }
        | Discipline::Punctual { lead, .. }
        | Discipline::Ratio { lead, .. }
        | Discipline::MaxWait { lead, .. } => (due(lead), ticket.due() as f64),
    }
}

fn walk_in(discipline: Discipline, ticket: &Seen, streak: u32, now: i64) -> (u8, f64) {
    let arrival = ticket.place as f64;
    let waited = now as f64 - arrival;
    match discipline {
        Discipline::Fcfs => (2, arrival),
        Discipline::Deadline { minutes } => (2, arrival + f64::from(minutes) * MINUTE),
        Discipline::Accumulating { b } => (2, -b * waited),
        Discipline::Punctual { cap, .. } if ticket.overtakes >= cap => (1, arrival),
        Discipline::Ratio { n, .. } if streak >= n => (1, arrival),
        Discipline::MaxWait { minutes, .. } if waited >= f64::from(minutes) * MINUTE => (1, arrival),
        _ => (3, arrival),
    }
}
