//! `okienko rebuild`: the read model that reports are made of, derived from the journal again.

use crate::failure::Failure;
use crate::terminal::say;
use okienko_actors::{Rows, record_of};
use okienko_queue::Department;
use okienko_queue::event::Event;
use okienko_store::{Appender, EventRow, Store};
use std::collections::VecDeque;

/// Events read at once from one journal.
const PAGE: i64 = 1000;
/// Rows written at once.
const ROWS: usize = 500;

/// Replays every journal from its very first event and writes the rows that it leads to.
///
/// # Errors
/// Exit code 1 when the database is away or a journal cannot be read; started again, it begins anew.
pub fn run(store: &Store) -> Result<(), Failure> {
    let mut journals: Vec<Journal> =
        store.heads()?.into_iter().map(|(department, _)| Journal::new(department)).collect();
    let mut appender = store.appender()?;
    for journal in &journals {
        appender.clear_read_model(&journal.department)?;
    }
    let (mut events, mut rows) = (0_u64, Rows::default());
    // In the order of time over all journals: a ticket that was transferred has rows in one and then the other.
    while let Some(journal) = earliest(store, &mut journals)? {
        journal.step(&mut rows)?;
        events += 1;
        if rows.visits.len() + rows.appointments.len() >= ROWS {
            write(&mut appender, &mut rows)?;
        }
    }
    write(&mut appender, &mut rows)?;
    for journal in &journals {
        // A server that ran meanwhile may have packed days that were not whole.
        appender.forget_packed_days(&journal.department)?;
    }
    say(&format!("{events} events of {} departments replayed.", journals.len()));
    Ok(())
}

fn write(appender: &mut Appender, rows: &mut Rows) -> Result<(), Failure> {
    let written = std::mem::take(rows);
    if !written.is_empty() {
        appender.forget_legs(&written.undone)?;
        appender.put_visits(&written.visits)?;
        appender.put_read_model(&written.appointments, &written.desk_hours, &written.plans)?;
    }
    Ok(())
}

fn earliest<'j>(store: &Store, journals: &'j mut [Journal]) -> Result<Option<&'j mut Journal>, Failure> {
    for journal in journals.iter_mut() {
        journal.fill(store)?;
    }
    let ahead = journals.iter_mut().filter_map(|journal| Some((journal.ahead.front()?.at_ms, journal)));
    Ok(ahead.min_by_key(|(at, _)| *at).map(|(_, journal)| journal))
}

/// One department's journal and how far it was replayed.
struct Journal {
    department: String,
    machine: Option<Department>,
    ahead: VecDeque<EventRow>,
    next: i64,
    ended: bool,
}

impl Journal {
    fn new(department: String) -> Self {
        Self { department, machine: None, ahead: VecDeque::new(), next: 1, ended: false }
    }

    fn fill(&mut self, store: &Store) -> Result<(), Failure> {
        if !self.ahead.is_empty() || self.ended {
            return Ok(());
        }
        self.ahead = store.events_from(&self.department, self.next, PAGE)?.into();
        self.next = self.ahead.back().map_or(self.next, |last| last.seq + 1);
        self.ended = self.ahead.is_empty();
        Ok(())
    }

    fn step(&mut self, rows: &mut Rows) -> Result<(), Failure> {
        let Some(row) = self.ahead.pop_front() else { return Ok(()) };
        let record = record_of(&row)?;
        let machine = match (&mut self.machine, &record.event) {
            (Some(machine), _) => machine,
            (none, Event::Configured { config }) => none.insert(Department::new((**config).clone())),
            (none, Event::DayOpened { opening, .. }) => none.insert(Department::new(opening.config.clone())),
            (None, _) => return Err(Failure::undone(format!("the journal of {} has no beginning", self.department))),
        };
        machine.apply(&record);
        let touched = machine.take_touched();
        rows.append(Rows::of(machine, &touched));
        Ok(())
    }
}
