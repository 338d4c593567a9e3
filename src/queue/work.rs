//! How a desk's time passes, and who serves: what reports about desks and people rest on, derived from the journal alone.

use crate::department::Department;
use crate::desk::DeskState;
use crate::event::{Event, Record};
use crate::ids::{DeskId, TicketId};
use crate::time::{Instant, from_ms};
use chrono::{Duration, Timelike};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Milliseconds that a desk spent in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeskTimes {
    /// Ready to call.
    pub free_ms: i64,
    /// On a break.
    pub paused_ms: i64,
    /// Somebody was on the way.
    pub called_ms: i64,
    /// Somebody was served.
    pub serving_ms: i64,
}

/// Counts a desk's time from one command at it to the next, in the state that the first one left. After the last command of a day nothing
/// counts: a desk that nobody closed is not at work all night.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskClock {
    since: Option<(Instant, DeskState)>,
    hours: BTreeMap<Instant, DeskTimes>,
}

/// The first instant of the office-local hour that an instant lies in.
pub fn hour_of(zone: Tz, at: Instant) -> Instant {
    let local = at.with_timezone(&zone);
    let past = i64::from(local.minute()) * 60_000 + i64::from(local.second()) * 1_000;
    from_ms(at.timestamp_millis() - past - i64::from(local.timestamp_subsec_millis()))
}

impl DeskTimes {
    fn add(&mut self, state: DeskState, ms: i64) {
        match state {
            DeskState::Free => self.free_ms += ms,
            DeskState::Paused => self.paused_ms += ms,
            DeskState::Called => self.called_ms += ms,
            DeskState::Serving => self.serving_ms += ms,
            DeskState::Closed => {}
        }
    }
}

impl DeskClock {
    /// What passed in the hour that begins so.
    pub fn hour(&self, hour: Instant) -> Option<DeskTimes> {
        self.hours.get(&hour).copied()
    }

    /// A command left the desk in a state; answers the hours to which the time before it was added.
    fn turns(&mut self, zone: Tz, at: Instant, now: DeskState) -> Vec<Instant> {
        let mut touched = Vec::new();
        if let Some((mut from, state)) = self.since.replace((at, now)).filter(|(_, state)| *state != DeskState::Closed)
        {
            while from < at {
                let hour = hour_of(zone, from);
                let to = (hour + Duration::hours(1)).min(at);
                self.hours.entry(hour).or_default().add(state, (to - from).num_milliseconds());
                touched.push(hour);
                from = to;
            }
        }
        touched
    }

    /// The desk is gone: after its last command nothing counts.
    pub(crate) fn stops(&mut self) {
        self.since = None;
    }
}

impl Department {
    /// Notes what an event, already applied, means for the time of its desk and for who serves.
    pub(crate) fn note_work(&mut self, record: &Record) {
        match &record.event {
            Event::Started { ticket, .. } | Event::NextService { ticket, .. } => {
                if let Some(ticket) = self.tickets.get_mut(ticket) {
                    ticket.times.served_by = Some(record.actor.clone());
                }
            }
            Event::TicketClosed { ticket } => self.closed_at_desk(ticket),
            _ => {}
        }
        if let Some(desk) = record.event.at_desk() {
            self.desk_turns(desk, record.at);
        }
    }

    fn desk_turns(&mut self, desk: &DeskId, at: Instant) {
        let (state, zone) = (self.desk_state(desk), self.config.time_zone);
        let Some(status) = self.desks.get_mut(desk) else { return };
        let hours = status.clock.turns(zone, at, state);
        self.touched.hours.extend(hours.into_iter().map(|hour| (desk.clone(), hour)));
    }

    /// The day ended over a ticket that a desk had at hand: from the desk's last command on nothing counts.
    fn closed_at_desk(&mut self, ticket: &TicketId) {
        let desk = self.tickets.get(ticket).and_then(|ticket| ticket.desk.as_ref());
        if let Some(status) = desk.and_then(|desk| self.desks.get_mut(desk)).filter(|status| status.current.is_none()) {
            let busy = |(_, state): &(Instant, DeskState)| matches!(state, DeskState::Called | DeskState::Serving);
            status.clock.since = status.clock.since.filter(|since| !busy(since));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono_tz::Europe::Warsaw;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn time_between_two_commands_is_split_at_the_hours_of_the_office_clock() {
        let mut clock = DeskClock::default();
        assert!(clock.turns(Warsaw, at("2026-03-29T00:50:00+00:00"), DeskState::Free).is_empty());
        // 01:50 to 03:10 on the wall are twenty minutes in the night of the spring change.
        let touched = clock.turns(Warsaw, at("2026-03-29T01:10:00+00:00"), DeskState::Serving);
        assert_eq!(touched, [at("2026-03-29T00:00:00+00:00"), at("2026-03-29T01:00:00+00:00")]);
        let each = DeskTimes { free_ms: 600_000, ..DeskTimes::default() };
        assert_eq!(touched.iter().map(|hour| clock.hour(*hour)).collect::<Vec<_>>(), [Some(each), Some(each)]);
        assert!(clock.turns(Warsaw, at("2026-03-29T01:05:00+00:00"), DeskState::Closed).is_empty(), "set back");
        assert!(clock.turns(Warsaw, at("2026-03-29T09:00:00+00:00"), DeskState::Free).is_empty(), "closed");
    }
}
