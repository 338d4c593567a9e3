//! The independent auditor: reads the records of one department and complains about every broken invariant of
//! tickets.md. It shares no decision with the core: own data, own table of transitions, own search for who is next.

mod across;
mod agree;
mod desks;
mod lent;
mod order;
mod picture;
mod table;
mod terms;
mod today;
mod visits;

pub use across::Across;
use lent::Lent;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{AppointmentId, DeskId, TicketId};
use okienko_queue::ticket::TicketState;
use okienko_queue::time::Instant;
use picture::{Bench, Seen, Visit};
use std::collections::{BTreeMap, BTreeSet};
use terms::Term;
use today::Today;

/// What is wrong, in words.
pub type Complaint = String;

/// Judges one department.
#[derive(Clone)]
pub struct Auditor {
    config: DepartmentConfig,
    seq: u64,
    day: Option<chrono::NaiveDate>,
    last_arrival: Option<Instant>,
    issued_ever: u64,
    booked_ever: u64,
    streak: u32,
    numbers: BTreeMap<String, u32>,
    codes: BTreeSet<String>,
    lent: BTreeMap<String, Lent>,
    tickets: BTreeMap<TicketId, Seen>,
    visits: BTreeMap<AppointmentId, Visit>,
    resting: Vec<(Term, Instant)>,
    benches: BTreeMap<DeskId, Bench>,
    today: Today,
}

impl Auditor {
    /// An auditor before the first record.
    pub fn new(config: DepartmentConfig) -> Self {
        Self {
            config,
            seq: 0,
            day: None,
            last_arrival: None,
            issued_ever: 0,
            booked_ever: 0,
            streak: 0,
            numbers: BTreeMap::new(),
            codes: BTreeSet::new(),
            lent: BTreeMap::new(),
            tickets: BTreeMap::new(),
            visits: BTreeMap::new(),
            resting: Vec::new(),
            benches: BTreeMap::new(),
            today: Today::default(),
        }
    }

    /// Reads one record; an error is a broken invariant.
    pub fn read(&mut self, record: &Record) -> Result<(), Complaint> {
        if record.seq != self.seq + 1 {
            return Err(format!("record {} follows {}", record.seq, self.seq));
        }
        self.seq = record.seq;
        match &record.event {
            Event::Configured { config } => {
                self.config = (**config).clone();
                self.today.configured(config);
            }
            Event::DayOpened { day, opening } => self.day_opened(*day, opening)?,
            Event::Booked { appointment, service, start, seat, confirm_by, .. } => {
                let term = Term { service: service.clone(), start: *start, seat: *seat };
                self.booked(appointment, term, *confirm_by, record.at)?;
            }
            Event::AppointmentConfirmed { appointment } => self.visit_confirmed(appointment, record.at)?,
            Event::AppointmentMoved { appointment, start, seat, rests_until, .. } => {
                self.visit_moved(appointment, (*start, *seat), *rests_until, record.at)?;
            }
            Event::AppointmentCancelled { appointment, by, rests_until } => {
                self.visit_cancelled(appointment, *by, *rests_until, record.at)?;
            }
            Event::NotCollected { appointment } => self.not_collected(appointment, record.at)?,
            Event::Collected { appointment, ticket, code, arrival, offline: false, .. } => {
                self.collected(appointment, ticket, code, *arrival, record.at)?;
            }
            Event::TicketIssued { ticket, code, service, priority, arrival, offline: false, .. } => {
                self.issued(ticket, code, service, *arrival, record.at)?;
                self.seen(ticket)?.priority.clone_from(priority);
            }
            Event::NumbersLeased { .. } => self.numbers_leased(&record.event, record.at)?,
            Event::Collected { .. } | Event::TicketIssued { .. } => self.told(record)?,
            Event::Arrived { ticket } => {
                self.issued_ever += 1;
                if ticket.state != TicketState::Waiting {
                    return Err(format!("{} arrived {}", ticket.id, ticket.state.as_str()));
                }
                let old = self.tickets.insert(ticket.id.clone(), Seen::arrived(ticket, self.issued_ever));
                if old.is_some_and(|old| old.state != TicketState::InTransit) {
                    return Err(format!("{} arrived a second time", ticket.id));
                }
                self.touch(&ticket.id);
            }
            Event::DeskOpened { .. }
            | Event::DeskPaused { .. }
            | Event::DeskResumed { .. }
            | Event::DeskClosed { .. } => {
                self.desk_changed(&record.event)?;
            }
            Event::ServiceStopped { .. } | Event::ServiceReopened { .. } | Event::DeskServices { .. } => {
                self.overseen(&record.event)?;
            }
            Event::Undone { desk } => self.undone(desk, record.at)?,
            event => self.moved(event, record)?,
        }
        // Whoever is at a desk got there by an event of a desk.
        let at_desks = table::ticket_of(&record.event).is_some() || matches!(record.event, Event::Undone { .. });
        if at_desks { self.one_ticket_per_desk() } else { Ok(()) }
    }

    fn seen(&mut self, id: &TicketId) -> Result<&mut Seen, Complaint> {
        self.tickets.get_mut(id).ok_or_else(|| format!("{id} was never issued"))
    }

    fn touch(&mut self, id: &TicketId) {
        let seq = self.seq;
        if let Some(ticket) = self.tickets.get_mut(id) {
            ticket.touched = seq;
            ticket.waits_since = seq;
        }
    }

    /// A desk was told that nobody is there.
    pub fn told_empty(&self, desk: &DeskId) -> Result<(), Complaint> {
        match self.eligible(desk).next() {
            Some(ticket) => Err(format!("desk {desk} was told empty while {} waits for it", ticket.code)),
            None => Ok(()),
        }
    }

    fn one_ticket_per_desk(&self) -> Result<(), Complaint> {
        let mut desks = BTreeSet::new();
        for ticket in self.tickets.values().filter(|ticket| ticket.at_desk()) {
            let desk = ticket.desk.as_ref().ok_or_else(|| format!("{} is called nowhere", ticket.code))?;
            if !desks.insert(desk) {
                return Err(format!("desk {desk} holds two tickets, one is {}", ticket.code));
            }
            if self.benches.get(desk).and_then(|bench| bench.current.as_ref()) != Some(&ticket.id) {
                return Err(format!("{} is at desk {desk}, which does not know it", ticket.code));
            }
        }
        Ok(())
    }

    /// The day is over: every ticket has ended, in exactly one way.
    pub fn day_ended(&self) -> Result<(), Complaint> {
        let ended = |ticket: &&Seen| {
            table::is_final(ticket.state) || (ticket.state == TicketState::InTransit && ticket.delivered)
        };
        match self.tickets.values().find(|ticket| !ended(ticket)) {
            Some(ticket) => Err(format!("the day ended with {} {}", ticket.code, ticket.state.as_str())),
            None => Ok(()),
        }
    }
}
