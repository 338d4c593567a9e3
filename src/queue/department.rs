//! The state of one department: a small deterministic machine. `decide` reads it, `apply` alone changes it.

use crate::appointment::{Appointment, AppointmentState, RestingSeat};
use crate::config::DepartmentConfig;
use crate::desk::DeskStatus;
use crate::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use crate::lease::Lease;
use crate::plan::Plan;
use crate::text::Language;
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};
use crate::today::Today;
use crate::visits::Changes;
use crate::waiting::{Moment, Pool, Waiting};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One announcement on the boards.
#[derive(Clone, Debug, PartialEq)]
pub struct CallEntry {
    /// Unique among all departments of an office, growing within one.
    pub number: u64,
    /// The ticket.
    pub ticket: TicketId,
    /// Its code.
    pub code: String,
    /// The desk.
    pub desk: DeskId,
    /// The matter.
    pub service: ServiceId,
    /// When.
    pub called_at: Instant,
    /// Announced again.
    pub recall: bool,
    /// The language in which the visitor took the ticket, where it is known.
    pub language: Option<Language>,
}

/// One department.
#[derive(Clone, Debug)]
pub struct Department {
    pub(crate) config: DepartmentConfig,
    pub(crate) seq: u64,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) last_arrival: Option<Instant>,
    pub(crate) tickets_ever: u64,
    pub(crate) appointments_ever: u64,
    pub(crate) numbers: BTreeMap<String, u32>,
    /// Numbers lent to kiosks today, by series and number.
    pub(crate) leases: BTreeMap<(String, u32), Lease>,
    pub(crate) tickets: BTreeMap<TicketId, Ticket>,
    pub(crate) appointments: BTreeMap<AppointmentId, Appointment>,
    pub(crate) seats: BTreeMap<(ServiceId, Instant), BTreeSet<u16>>,
    /// Seats that were given back and are not offered yet.
    pub(crate) resting: Vec<RestingSeat>,
    pub(crate) expiries: BTreeSet<(Instant, AppointmentId)>,
    /// Visits that lapse unless they are confirmed.
    pub(crate) unconfirmed: BTreeSet<(Instant, AppointmentId)>,
    pub(crate) holds: BTreeSet<(Instant, TicketId)>,
    pub(crate) waiting: Waiting,
    pub(crate) desks: BTreeMap<DeskId, DeskStatus>,
    pub(crate) calls: VecDeque<CallEntry>,
    pub(crate) today: Today,
    /// The terms of the service day.
    pub(crate) plan: Plan,
    pub(crate) touched: Touched,
}

/// What changed since it was last asked: the rows of the read model to write.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Tickets.
    pub tickets: BTreeSet<TicketId>,
    /// Appointments.
    pub appointments: BTreeSet<AppointmentId>,
    /// Hours of desks, by their first instant.
    pub hours: BTreeSet<(DeskId, Instant)>,
    /// Legs that an undo took back: there is nothing to tell of them any more.
    pub undone: BTreeSet<(TicketId, u32)>,
    /// The plan of the day.
    pub plan: bool,
    /// What changed on days that are forgotten since, whole.
    pub over: Vec<Changes>,
}

impl Department {
    /// A department with nothing in its journal yet.
    pub fn new(config: DepartmentConfig) -> Self {
        Self {
            config,
            seq: 0,
            day: None,
            last_arrival: None,
            tickets_ever: 0,
            appointments_ever: 0,
            numbers: BTreeMap::new(),
            leases: BTreeMap::new(),
            tickets: BTreeMap::new(),
            appointments: BTreeMap::new(),
            seats: BTreeMap::new(),
            resting: Vec::new(),
            expiries: BTreeSet::new(),
            unconfirmed: BTreeSet::new(),
            holds: BTreeSet::new(),
            waiting: Waiting::default(),
            desks: BTreeMap::new(),
            calls: VecDeque::new(),
            today: Today::default(),
            plan: Plan::default(),
            touched: Touched::default(),
        }
    }

    /// The configuration in force.
    pub fn config(&self) -> &DepartmentConfig {
        &self.config
    }

    /// The position of the last event applied.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The service day, once one was opened.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// A ticket of today.
    pub fn ticket(&self, id: &TicketId) -> Option<&Ticket> {
        self.tickets.get(id)
    }

    /// All tickets of today.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.values()
    }

    /// A visit of today or later.
    pub fn appointment(&self, id: &AppointmentId) -> Option<&Appointment> {
        self.appointments.get(id)
    }

    /// All visits of today and later.
    pub fn appointments(&self) -> impl Iterator<Item = &Appointment> {
        self.appointments.values()
    }

    /// Everybody who waits.
    pub fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    /// Announcements of today, newest first: those that boards show.
    pub fn calls(&self) -> impl Iterator<Item = &CallEntry> {
        self.calls.iter()
    }

    /// A desk's state of today.
    pub fn desk(&self, id: &DeskId) -> Option<&DeskStatus> {
        self.desks.get(id)
    }

    /// What changed since the last such question.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    /// The pools that a desk calls from: its services, and what was sent to it alone.
    pub fn pools_of(&self, desk: &DeskId) -> Vec<Pool> {
        let services = self.services_of(desk);
        let own = std::iter::once(Pool::Desk(desk.clone()));
        services.iter().cloned().map(Pool::Service).chain(own).collect()
    }

    /// Now, as the discipline sees it.
    pub fn moment(&self, now: Instant) -> Moment {
        Moment { discipline: self.config.discipline, now: now.timestamp_millis() }
    }

    /// The service day that an instant belongs to; it never goes back, so a clock set back repeats no number.
    pub fn service_day(&self, now: Instant) -> NaiveDate {
        let today = time::day_of(self.config.time_zone, now);
        self.day.map_or(today, |day| day.max(today))
    }

    /// The arrival of somebody who comes now: never before the one before, so arrival order is journal order. (Only of
    /// those who come while the server is there: an offline ticket is told later and keeps its own place.)
    pub(crate) fn arrival(&self, now: Instant) -> Instant {
        self.last_arrival.map_or(now, |last| last.max(now))
    }

    /// Seats of a term that nobody else can have now: taken, or given back and resting.
    pub(crate) fn taken(&self, service: &ServiceId, start: Instant, now: Instant) -> BTreeSet<u16> {
        let mut taken = self.seats.get(&(service.clone(), start)).cloned().unwrap_or_default();
        let rests = |seat: &&RestingSeat| seat.start == start && seat.service == *service && seat.until > now;
        taken.extend(self.resting.iter().filter(rests).map(|seat| seat.seat));
        taken
    }

    /// How many tickets are in a state.
    pub fn count(&self, state: TicketState) -> usize {
        self.tickets.values().filter(|ticket| ticket.state == state).count()
    }

    /// Visits of a service day that are still expected.
    pub fn expected(&self, day: NaiveDate) -> impl Iterator<Item = &Appointment> {
        let zone = self.config.time_zone;
        let (from, to) = (time::start_of(zone, day), day.succ_opt().map(|next| time::start_of(zone, next)));
        self.expiries
            .iter()
            .skip_while(move |(start, _)| *start < from)
            .take_while(move |(start, _)| to.is_none_or(|to| *start < to))
            .filter_map(|(_, id)| self.appointments.get(id))
            .filter(|visit| visit.state == AppointmentState::Booked)
    }
}

/// Equal in everything that decides; what is still to be written to the read model does not count.
impl PartialEq for Department {
    fn eq(&self, other: &Self) -> bool {
        self.config == other.config
            && (self.seq, self.day, self.last_arrival) == (other.seq, other.day, other.last_arrival)
            && (self.tickets_ever, self.appointments_ever) == (other.tickets_ever, other.appointments_ever)
            && self.numbers == other.numbers
            && self.leases == other.leases
            && self.tickets == other.tickets
            && self.appointments == other.appointments
            && self.seats == other.seats
            && self.resting == other.resting
            && self.expiries == other.expiries
            && self.unconfirmed == other.unconfirmed
            && self.holds == other.holds
            && self.desks == other.desks
            && self.calls == other.calls
            && self.today == other.today
            && self.plan == other.plan
            && self.waiting.all().eq(other.waiting.all())
    }
}
