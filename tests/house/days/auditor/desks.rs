//! Calls, moves and undos as the auditor judges them.

use super::picture::{Last, Seen};
use super::{Auditor, Complaint, table};
use chrono::Duration;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{DeskId, TicketId};
use okienko_queue::ticket::TicketState;
use okienko_queue::time::Instant;

impl Auditor {
    pub(super) fn desk_changed(&mut self, event: &Event) -> Result<(), Complaint> {
        let (Event::DeskOpened { desk }
        | Event::DeskPaused { desk, .. }
        | Event::DeskResumed { desk }
        | Event::DeskClosed { desk }) = event
        else {
            return Ok(());
        };
        let bench = self.benches.entry(desk.clone()).or_default();
        match event {
            Event::DeskOpened { .. } => bench.open = true,
            Event::DeskPaused { .. } => bench.paused = true,
            Event::DeskResumed { .. } => bench.paused = false,
            _ => (bench.open, bench.paused) = (false, false),
        }
        let busy = bench.current.is_some() && matches!(event, Event::DeskPaused { .. } | Event::DeskClosed { .. });
        if busy { Err(format!("desk {desk} stopped with a ticket at hand")) } else { Ok(()) }
    }

    /// Any event that moves one known ticket.
    pub(super) fn moved(&mut self, event: &Event, record: &Record) -> Result<(), Complaint> {
        let id = table::ticket_of(event).ok_or_else(|| format!("unknown event {}", event.kind()))?;
        let before = self.seen(id)?.clone();
        let state = table::after(event, before.state).map_err(|why| format!("{why} ({})", before.code))?;
        if let Some(desk) = table::desk_of(event) {
            let current = self.benches.get(desk).and_then(|bench| bench.current.as_ref());
            if current != Some(id) {
                return Err(format!("{} of {} at desk {desk}, which has {current:?}", event.kind(), before.code));
            }
        }
        let at_ms = record.at.timestamp_millis();
        let passed = match event {
            Event::Called { desk, reason, .. } => Some(self.called(desk, &before, reason, at_ms)?),
            _ => None,
        };
        if let Event::Unheld { .. } = event
            && record.actor == "timer"
            && before.until.is_none_or(|until| until > at_ms)
        {
            return Err(format!("the timer brought {} back too early", before.code));
        }
        if let (Event::CheckInReverted { appointment, .. }, seen) = (event, &before) {
            self.reverted(appointment, seen, record.at)?;
        }
        let after = self.changed(event, before.clone(), state, at_ms)?;
        self.tickets.insert(id.clone(), after);
        self.touch(id);
        self.settle(event, before, record.at, passed);
        Ok(())
    }

    /// The ticket after the event; only what the rules name changes.
    fn changed(&self, event: &Event, mut ticket: Seen, state: TicketState, at: i64) -> Result<Seen, Complaint> {
        let was = std::mem::replace(&mut ticket.state, state);
        match event {
            Event::Called { desk, .. } => {
                (ticket.desk, ticket.ever_called) = (Some(desk.clone()), true);
                (ticket.not_before, ticket.until) = (None, None);
            }
            Event::Returned { not_before, .. } => {
                let expected = at + i64::from(self.config.desk_rules.return_minutes) * 60_000;
                if not_before.timestamp_millis() != expected {
                    return Err(format!("{} was returned for another while than the setting", ticket.code));
                }
                ticket.not_before = Some(expected);
            }
            Event::Held { until, .. } => ticket.until = until.map(|until| until.timestamp_millis()),
            Event::Unheld { .. } | Event::TicketCancelled { .. } | Event::TicketClosed { .. } => ticket.until = None,
            Event::Transferred { service, only_at, mode, .. } => {
                ticket.leg += 1;
                ticket.service = service.clone();
                ticket.only_at = only_at.clone();
                ticket.take_place(*mode, at);
            }
            Event::NextService { service, .. } => {
                ticket.leg += 1;
                ticket.service = service.clone();
            }
            Event::TicketChanged { service, priority, .. } => {
                ticket.service = service.clone();
                ticket.priority.clone_from(priority);
            }
            Event::Reactivated { .. } if was == TicketState::Finished => ticket.leg += 1,
            Event::Delivered { .. } => ticket.delivered = true,
            _ => {}
        }
        Ok(ticket)
    }

    /// Judges a call; gives whom it passed and the streak before it.
    fn called(
        &mut self,
        desk: &DeskId,
        ticket: &Seen,
        reason: &str,
        now: i64,
    ) -> Result<Option<(Vec<TicketId>, u32)>, Complaint> {
        let bench = self.benches.get(desk).filter(|bench| bench.open && !bench.paused);
        let bench = bench.ok_or_else(|| format!("desk {desk} called {} without being open", ticket.code))?;
        if let Some(current) = &bench.current {
            return Err(format!("desk {desk} called {} with {current} at hand", ticket.code));
        }
        if !self.suits(desk, ticket) {
            return Err(format!("desk {desk} called {}, which it does not serve", ticket.code));
        }
        let by_hand = matches!(reason, "chosen" | "held");
        let expected = self.expected_next(desk, now);
        if !by_hand && expected != Some(&ticket.id) {
            let expected = expected.and_then(|id| self.tickets.get(id)).map(|ticket| &ticket.code);
            return Err(format!("desk {desk} called {} ({reason}) where {expected:?} was next", ticket.code));
        }
        Ok((ticket.state == TicketState::Waiting).then(|| self.pass(desk, ticket)))
    }

    fn pass(&mut self, desk: &DeskId, ticket: &Seen) -> (Vec<TicketId>, u32) {
        let walk_ins: Vec<TicketId> = (self.eligible(desk))
            .filter(|other| other.id != ticket.id && other.booked.is_none() && !other.is_top())
            .map(|other| other.id.clone())
            .collect();
        let before = self.streak;
        self.streak = if ticket.booked.is_some() && !walk_ins.is_empty() { before + 1 } else { 0 };
        let counts = ticket.booked.is_some() && !ticket.is_top();
        let passed: Vec<TicketId> = (walk_ins.into_iter())
            .filter(|id| counts && self.tickets.get(id).is_some_and(|other| ticket.due() > other.place))
            .collect();
        for id in &passed {
            if let Some(other) = self.tickets.get_mut(id) {
                other.overtakes += 1;
            }
        }
        (passed, before)
    }

    /// What the desk remembers and holds after the event.
    fn settle(&mut self, event: &Event, before: Seen, at: Instant, passed: Option<Option<(Vec<TicketId>, u32)>>) {
        let seq = self.seq;
        if let Event::TicketClosed { ticket } = event {
            let holders = self.benches.values_mut().filter(|bench| bench.current.as_ref() == Some(ticket));
            holders.for_each(|bench| bench.current = None);
        }
        let called = if let Event::Called { desk, .. } = event { Some(desk) } else { None };
        let Some(desk) = called.or(table::desk_of(event)).cloned() else {
            return;
        };
        let bench = self.benches.entry(desk).or_default();
        let old = bench.last.take().filter(|last| last.implied && last.seq + 1 == seq);
        let served = old.as_ref().map_or(bench.served, |last| last.served);
        let mut tickets = vec![(before.clone(), seq)];
        tickets.extend(old.into_iter().flat_map(|last| last.before));
        let implied = matches!(event, Event::Finished { implied: true, .. });
        bench.last = Some(Last { at, seq, implied, before: tickets, served, passed: passed.flatten() });
        match event {
            Event::Called { .. } => bench.current = Some(before.id),
            Event::Recalled { .. } | Event::Started { .. } | Event::NextService { .. } => {}
            _ => bench.current = None,
        }
        match event {
            Event::Finished { .. } => bench.served += 1,
            Event::SentAway { .. } => bench.last = None,
            _ => {}
        }
    }

    pub(super) fn undone(&mut self, desk: &DeskId, at: Instant) -> Result<(), Complaint> {
        let limit = Duration::seconds(i64::from(self.config.desk_rules.undo_seconds));
        let bench = self.benches.get_mut(desk).ok_or_else(|| format!("undo at unknown desk {desk}"))?;
        let last = bench.last.take().ok_or_else(|| format!("undo at desk {desk} of nothing"))?;
        if at - last.at > limit {
            return Err(format!("undo at desk {desk} too late"));
        }
        bench.served = last.served;
        bench.current = None;
        if let Some((passed, streak)) = &last.passed {
            self.streak = *streak;
            for id in passed {
                // Whoever left the queue meanwhile keeps the count of that stay.
                let stayed = self.tickets.get_mut(id).filter(|other| other.waits_since < last.seq);
                if let Some(other) = stayed {
                    other.overtakes -= 1;
                }
            }
        }
        for (ticket, touched) in last.before {
            let now = self.seen(&ticket.id)?;
            if now.touched != touched {
                return Err(format!("undo at desk {desk} over {}, which somebody touched since", ticket.code));
            }
            if ticket.at_desk() && ticket.desk.as_ref() == Some(desk) {
                self.benches.entry(desk.clone()).or_default().current = Some(ticket.id.clone());
            }
            let id = ticket.id.clone();
            self.tickets.insert(id.clone(), ticket);
            self.touch(&id);
        }
        Ok(())
    }
}
