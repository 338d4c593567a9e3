//! What goes wrong with machines: lost memory and failed appends.

use super::town::{House, Town};
use okienko_queue::Department;
use okienko_queue::command::Command;
use okienko_queue::event::{Event, Record};
use okienko_queue::time::Instant;

impl House {
    /// Rebuilds the state from the journal, from its latest `DayOpened` or from the very first event; it must equal the
    /// live one, also in what a comparison of states leaves out: the counts behind the order of calls.
    pub(super) fn forget_and_replay(&mut self, from_first: bool, now: Instant) -> Result<(), String> {
        let opened = |record: &Record| matches!(record.event, Event::DayOpened { .. });
        let latest = self.journal.iter().rposition(opened).filter(|_| !from_first).unwrap_or(0);
        let records = self.journal.iter().skip(latest).cloned();
        let replayed = Department::replay(records).map_err(|why| format!("the journal cannot be replayed: {why:?}"))?;
        if replayed != self.live {
            return Err(format!("replay from record {} differs from the live state", latest + 1));
        }
        for desk in &self.live.config().desks {
            let pools = self.live.pools_of(&desk.id);
            let order = |state: &Department| state.waiting().in_order(&pools, state.moment(now), 20);
            let next = |state: &Department| state.waiting().next(&pools, state.moment(now));
            if (order(&replayed), next(&replayed)) != (order(&self.live), next(&self.live)) {
                return Err(format!("replay calls others at desk {} than the live state", desk.id));
            }
        }
        self.live = replayed;
        Ok(())
    }
}

impl Town {
    /// An append that fails: the state goes back to what the journal holds, nobody is told anything.
    pub(super) fn fail_an_append(&mut self, department: usize, command: &Command, now: Instant) -> Result<(), String> {
        let house = &mut self.houses[department];
        let confirmed = house.live.clone();
        let lost = house.live.step(command, "staff:lost", now);
        let again = confirmed.clone().step(command, "staff:lost", now);
        if lost != again {
            return Err("one command decided twice on one state gave two decisions".into());
        }
        house.live = confirmed;
        Ok(())
    }
}
