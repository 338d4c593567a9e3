//! What a new configuration would mean for those who wait and those who booked, before it is put to use. Everything is named: what is
//! refused, what somebody has to say yes to, and what is only told.

use crate::appointment::{Appointment, AppointmentState};
use crate::config::DepartmentConfig;
use crate::department::Department;
use crate::ids::{AppointmentId, DepartmentId, DeskId, ServiceId, TicketId};
use crate::keep::Unserved;
use crate::lease::BOOKED;
use crate::office::OfficeFile;
use crate::time::{self, Instant};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Days ahead whose terms are counted at most.
const DAYS_MOST: u32 = 31;

/// What a new configuration of one department would mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Places of terms on each day from tomorrow to the horizon.
    pub days: Vec<Places>,
    /// Booked visits that would be outside the terms. They stay valid and are honoured unless staff cancel them.
    pub outside: Vec<Outside>,
    /// Waiting tickets that no desk could call any more.
    pub stranded: Vec<Stranded>,
    /// What cannot be done as long as it is in use.
    pub blocked: Vec<Blocked>,
    /// Nobody can say: the department is out of service.
    pub unknown: Option<Unknown>,
}

/// What a change does to a department whose journal cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Nothing: its own configuration stays as it is.
    Untouched,
    /// It gets another configuration, and whom that would concern cannot be seen.
    Changed,
}

/// The places of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// The office day.
    pub day: NaiveDate,
    /// Visits that its terms hold now.
    pub before: usize,
    /// And then.
    pub after: usize,
}

/// A booked visit that would be outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The visit.
    pub appointment: AppointmentId,
    /// Its matter.
    pub service: ServiceId,
    /// Its hour.
    pub start: Instant,
    /// Why.
    pub why: Misfit,
}

/// Why a booked visit is outside the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// No desk would offer its service.
    NoDesk,
    /// The service would not be bookable.
    NotBookable,
    /// The department would be closed that day.
    Closed,
    /// There would be no term at that hour.
    NotATerm,
    /// The term would hold fewer visits than are booked.
    Full,
}

impl Misfit {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoDesk => "no_desk",
            Self::NotBookable => "not_bookable",
            Self::Closed => "closed",
            Self::NotATerm => "not_a_term",
            Self::Full => "full",
        }
    }
}

/// A waiting ticket that no desk could call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// The ticket.
    pub ticket: TicketId,
    /// Its code.
    pub code: String,
    /// Its matter.
    pub service: ServiceId,
    /// Why.
    pub why: Unserved,
}

/// What is refused, and what holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// A removed service that somebody waits for or has booked: stop offering it instead, and remove it when they are through.
    Service {
        /// The service.
        service: ServiceId,
        /// Tickets that wait or are at a desk.
        tickets: usize,
        /// Visits booked ahead.
        visits: usize,
    },
    /// A removed desk with somebody at it, or with tickets that were sent to it alone.
    Desk {
        /// The desk.
        desk: DeskId,
        /// Those tickets, by code.
        codes: Vec<String>,
    },
    /// A removed department that still gives tickets or terms, or with anybody in it.
    Department {
        /// The department.
        department: DepartmentId,
        /// Tickets that wait or are at a desk, and numbers lent to kiosks for today.
        tickets: usize,
        /// Visits booked ahead.
        visits: usize,
    },
    /// A letter under which another department gave tickets today: its codes would stand in the lobby twice.
    Letter {
        /// The letter.
        letter: String,
        /// The service that should have it.
        service: ServiceId,
    },
    /// A new range of U numbers that leaves out numbers given today.
    Numbers {
        /// The last one given or lent.
        last: u32,
    },
}

impl Blocked {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Service { .. } => "service_in_use",
            Self::Desk { .. } => "desk_in_use",
            Self::Department { .. } => "department_in_use",
            Self::Letter { .. } => "letter_in_use",
            Self::Numbers { .. } => "numbers_in_use",
        }
    }
}

impl Effects {
    /// What a department that was not there before begins with.
    fn of_new(config: &DepartmentConfig, now: Instant) -> Self {
        let days = time::day_of(config.time_zone, now).iter_days().skip(1);
        let days = days.take(config.booking.horizon_days.clamp(1, DAYS_MOST) as usize);
        Self { days: days.map(|day| Places { day, before: 0, after: config.seats(day) }).collect(), ..Self::default() }
    }

    /// What a new document (`after`; `None` takes it away) means for a department that is out of service.
    pub fn of_unreadable(before: &DepartmentConfig, after: Option<&DepartmentConfig>) -> Self {
        let same = after.is_some_and(|after| after.of_journal() == before.of_journal());
        let unknown = if same { Unknown::Untouched } else { Unknown::Changed };
        Self { unknown: Some(unknown), ..Self::default() }
    }

    /// Whether it can be done only when somebody has said yes: people are concerned who would not be served as things stand, or nobody
    /// can see whether they are.
    pub fn asks(&self) -> bool {
        self.unknown == Some(Unknown::Changed)
            || !self.stranded.is_empty()
            || self.outside.iter().any(|one| one.why == Misfit::NoDesk)
    }

    /// Whether it cannot be done.
    pub fn is_refused(&self) -> bool {
        !self.blocked.is_empty()
    }
}

/// What a new document of the whole office would mean, department by department.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeEffects {
    /// Every department of the old document and of the new one.
    pub departments: Vec<(DepartmentId, Effects)>,
}

impl OfficeEffects {
    /// Puts together what the departments of the old document said, each with its series of today.
    pub fn of(seen: Vec<(DepartmentId, Effects, Series)>, wanted: &OfficeFile, now: Instant) -> Self {
        let used: Vec<(DepartmentId, Series)> =
            seen.iter().map(|(id, _, series)| (id.clone(), series.clone())).collect();
        let mut departments: Vec<(DepartmentId, Effects)> =
            seen.into_iter().map(|(id, effects, _)| (id, effects)).collect();
        let new = wanted.departments.iter().filter(|one| used.iter().all(|(id, _)| *id != one.id));
        departments.extend(new.map(|one| (one.id.clone(), Effects::of_new(one, now))));
        for (id, blocked) in letters_in_use(&used, wanted) {
            let place = departments.iter_mut().find(|(one, _)| *one == id);
            place.into_iter().for_each(|(_, effects)| effects.blocked.push(blocked.clone()));
        }
        Self { departments }
    }

    /// Whether it can be done only when somebody has said yes.
    pub fn asks(&self) -> bool {
        self.departments.iter().any(|(_, effects)| effects.asks())
    }

    /// Whether it cannot be done.
    pub fn is_refused(&self) -> bool {
        self.departments.iter().any(|(_, effects)| effects.is_refused())
    }
}

/// The series that a department has given or lent tickets in today.
pub type Series = BTreeSet<String>;

/// Letters of a new document under which another department gave tickets today, by the department that would have them.
pub fn letters_in_use(used: &[(DepartmentId, Series)], wanted: &OfficeFile) -> Vec<(DepartmentId, Blocked)> {
    let services = wanted.departments.iter().flat_map(|one| one.services.iter().map(move |service| (&one.id, service)));
    let of_another =
        |id: &DepartmentId, letter: &str| used.iter().any(|(of, series)| of != id && series.contains(letter));
    let found = services.filter(|(id, service)| of_another(id, &service.letter));
    found
        .map(|(id, one)| (id.clone(), Blocked::Letter { letter: one.letter.clone(), service: one.id.clone() }))
        .collect()
}

impl Department {
    /// The series of today, but for that of booked visits, which has a range of its own in each department.
    pub fn series_of_today(&self, now: Instant) -> Series {
        let given = self.numbers.keys().filter(|_| !self.day_is_over(now));
        given.filter(|series| *series != BOOKED).cloned().collect()
    }

    /// What a new configuration would mean now.
    pub fn effects(&self, wanted: &DepartmentConfig, now: Instant) -> Effects {
        Effects {
            days: self.places(wanted, now),
            outside: self.outside(wanted, now),
            stranded: self.stranded(wanted, now),
            blocked: self.blocked(wanted, now),
            unknown: None,
        }
    }

    /// What it would mean that the department is removed.
    pub fn effects_of_removal(&self, now: Instant) -> Effects {
        let lent = self.leases.values().filter(|lease| !self.is_used(lease) && !self.day_is_over(now)).count();
        let (tickets, visits) = (self.live(now).count() + lent, self.ahead(now).count());
        let offers = self.config.services.iter().any(|service| service.walk_in || service.bookable());
        let was_used = self.tickets_ever + self.appointments_ever > 0;
        let department = self.config.id.clone();
        let in_use = tickets + visits > 0 || (offers && was_used);
        let blocked = in_use.then_some(Blocked::Department { department, tickets, visits });
        Effects { blocked: blocked.into_iter().collect(), ..Effects::default() }
    }

    /// Tickets of this very day that are not over; those of a day that is over are closed when the next begins.
    fn live(&self, now: Instant) -> impl Iterator<Item = &crate::ticket::Ticket> {
        let is_over = self.day_is_over(now);
        self.tickets.values().filter(move |ticket| !is_over && ticket.is_live())
    }

    /// Visits that are still expected.
    fn ahead(&self, now: Instant) -> impl Iterator<Item = &Appointment> {
        let over = move |visit: &Appointment| self.config.check_in.is_over(visit.start, now);
        self.appointments.values().filter(move |visit| visit.state == AppointmentState::Booked && !over(visit))
    }

    fn places(&self, wanted: &DepartmentConfig, now: Instant) -> Vec<Places> {
        let ahead = self.config.booking.horizon_days.max(wanted.booking.horizon_days).clamp(1, DAYS_MOST);
        let days = self.service_day(now).iter_days().skip(1).take(ahead as usize);
        days.map(|day| Places { day, before: self.config.seats(day), after: wanted.seats(day) }).collect()
    }

    fn outside(&self, wanted: &DepartmentConfig, now: Instant) -> Vec<Outside> {
        let mut left: BTreeMap<(&ServiceId, Instant), usize> = BTreeMap::new();
        let mut ahead: Vec<&Appointment> = self.ahead(now).collect();
        ahead.sort_by_key(|visit| (visit.start, visit.id.clone()));
        let mut found = Vec::new();
        for visit in ahead {
            let taken = left.entry((&visit.service, visit.start)).or_default();
            *taken += 1;
            let why = wanted.misfit(visit, *taken);
            // What is outside already is no effect of this change.
            if let Some(why) = why.filter(|_| self.config.misfit(visit, *taken) != why) {
                let (appointment, service) = (visit.id.clone(), visit.service.clone());
                found.push(Outside { appointment, service, start: visit.start, why });
            }
        }
        found
    }

    fn stranded(&self, wanted: &DepartmentConfig, now: Instant) -> Vec<Stranded> {
        // Desks that a supervisor has moved go on so until the day ends, whatever the document says.
        let (now_serving, kept) = (self.serving_today(&self.config), self.serving_today(&self.kept(wanted)));
        let is_new = |ticket: &&crate::ticket::Ticket| now_serving.unserved_ticket(ticket).is_none();
        let found = self.live(now).filter(is_new).filter_map(|ticket| {
            // Whoever sits at a desk that is removed is named with the desk.
            let why = kept.unserved_ticket(ticket)?;
            let (id, code, service) = (ticket.id.clone(), ticket.code.clone(), ticket.service.clone());
            Some(Stranded { ticket: id, code, service, why })
        });
        found.collect()
    }

    fn blocked(&self, wanted: &DepartmentConfig, now: Instant) -> Vec<Blocked> {
        let mut found = Vec::new();
        for service in self.config.services.iter().filter(|one| wanted.service(&one.id).is_none()) {
            if self.config.retired.contains(&service.id) {
                continue;
            }
            let tickets = self.live(now).filter(|ticket| ticket.service == service.id).count();
            let visits = self.ahead(now).filter(|visit| visit.service == service.id).count();
            if tickets + visits > 0 {
                found.push(Blocked::Service { service: service.id.clone(), tickets, visits });
            }
        }
        for desk in self.config.desks.iter().filter(|desk| wanted.desk(&desk.id).is_none()) {
            let sent = |ticket: &crate::ticket::Ticket| ticket.only_at.as_ref() == Some(&desk.id);
            let at = |ticket: &crate::ticket::Ticket| ticket.at_desk() && ticket.desk.as_ref() == Some(&desk.id);
            let held = self.live(now).filter(|ticket| sent(ticket) || at(ticket));
            let codes: Vec<String> = held.map(|ticket| ticket.code.clone()).collect();
            if !codes.is_empty() {
                found.push(Blocked::Desk { desk: desk.id.clone(), codes });
            }
        }
        found.extend(self.numbers_left_out(wanted, now));
        found
    }

    /// U numbers of today outside a new range would stand beside another department's.
    fn numbers_left_out(&self, wanted: &DepartmentConfig, now: Instant) -> Option<Blocked> {
        let next = self.numbers.get(BOOKED).copied().filter(|_| !self.day_is_over(now))?;
        let (first, last) = (self.config.u_numbers.first, next.saturating_sub(1));
        let fits = wanted.u_numbers.first <= first && last <= wanted.u_numbers.last;
        (last >= first && !fits).then_some(Blocked::Numbers { last })
    }
}

impl DepartmentConfig {
    /// Why the `nth` visit of its term (from 1) would be outside; `None` when it has a place.
    fn misfit(&self, visit: &Appointment, nth: usize) -> Option<Misfit> {
        if self.unserved(&visit.service).is_some() {
            return Some(Misfit::NoDesk);
        }
        let service = self.service(&visit.service)?;
        let Some(rule) = &service.slots else { return Some(Misfit::NotBookable) };
        let day = time::day_of(self.time_zone, visit.start);
        if self.hours.on(day).is_empty() {
            return Some(Misfit::Closed);
        }
        if !self.grid(service, day).contains(&visit.start) {
            return Some(Misfit::NotATerm);
        }
        (nth > usize::from(rule.capacity)).then_some(Misfit::Full)
    }
}
