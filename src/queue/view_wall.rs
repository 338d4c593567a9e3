//! The wall of a department: what its supervisor looks at all day. Whole in every message, without a name of anybody.

use crate::alarm::AlarmView;
use crate::config::{Desk, Service};
use crate::department::Department;
use crate::desk::DeskState;
use crate::forecast::{Forecast, People, Wait};
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::last_call::last_call;
use crate::thresholds::{Level, Thresholds};
use crate::ticket::{Ticket, TicketState};
use crate::time::Instant;
use crate::today::StopReason;
use crate::view_desk::{DepartmentName, ServiceName};
use crate::view_ticket::{TicketView, local};
use serde::Serialize;
use std::cmp::Reverse;

/// Waiting tickets shown, those who wait longest first.
const WAITING_SHOWN: usize = 100;
/// Tickets put aside that are shown.
const HELD_SHOWN: usize = 50;
/// Tickets that are over and can be brought back, the latest first.
const ENDED_SHOWN: usize = 30;

/// The wall of one department.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallView {
    pub department: DepartmentName,
    pub open: bool,
    pub opens_at: Option<String>,
    pub closes_at: Option<String>,
    /// The worst of its services.
    pub level: Level,
    /// How many of those who wait will not be called before closing.
    pub unserved: Option<People>,
    pub services: Vec<WallService>,
    pub desks: Vec<WallDesk>,
    pub waiting: Vec<WallTicket>,
    /// Waiting tickets beyond those shown.
    pub waiting_more: usize,
    pub on_hold: Vec<WallTicket>,
    /// Those put aside beyond the ones shown.
    pub on_hold_more: usize,
    /// Finished, missed and cancelled ones, the latest first.
    pub ended: Vec<WallTicket>,
    /// Those that are over beyond the ones shown.
    pub ended_more: usize,
    pub priority_classes: Vec<String>,
    /// Desks that ask for help.
    pub alarms: Vec<AlarmView>,
}

/// A service on the wall; counts of tickets are of this service day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallService {
    #[serde(flatten)]
    pub service: ServiceName,
    pub waiting: usize,
    pub walk_in: usize,
    pub booked: usize,
    /// Of those who wait, the holders of statutory priority.
    pub priority: usize,
    /// Booked visits of today that are still to come.
    pub expected: usize,
    pub longest: Option<Longest>,
    pub wait: Option<Wait>,
    pub open_desks: usize,
    pub finished: usize,
    pub no_shows: usize,
    pub not_collected: usize,
    pub level: Level,
    /// Which figures have reached a mark: `wait`, `people`.
    pub reached: Vec<&'static str>,
    pub thresholds: Thresholds,
    pub stopped: Option<WallStop>,
    pub unserved: Option<People>,
    pub last_call: Option<WallLastCall>,
}

/// Whoever waits longest for a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct Longest {
    pub code: String,
    pub since: String,
    pub minutes: u32,
}

/// That a service is stopped for today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallStop {
    pub reason: StopReason,
    pub since: String,
}

/// When to give no more tickets of a service, so that all are called before closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallLastCall {
    pub from: String,
    pub to: String,
}

/// A desk on the wall.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallDesk {
    pub id: DeskId,
    pub label: String,
    pub state: DeskState,
    pub paused_reason: Option<String>,
    /// Since when it is in that state; unknown for one that was not opened today.
    pub since: Option<String>,
    pub current: Option<WallCurrent>,
    /// What it serves now.
    pub services: Vec<ServiceId>,
    /// What it serves by the configuration.
    pub usual: Vec<ServiceId>,
    /// Moved to other services for today.
    pub moved: bool,
    pub served: u32,
}

/// The ticket at a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallCurrent {
    pub id: TicketId,
    pub code: String,
    pub service: ServiceId,
    pub called_at: Option<String>,
    pub started_at: Option<String>,
    pub recalls: u32,
}

/// A ticket on the wall.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the wall's view")]
pub struct WallTicket {
    #[serde(flatten)]
    pub ticket: TicketView,
    /// The only desk that may call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk_only: Option<DeskId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
}

impl Department {
    /// The wall as of now; what is expected comes from the latest forecast.
    pub fn wall_view(&self, forecast: Option<&Forecast>, now: Instant) -> WallView {
        let (config, zone) = (&self.config, self.config.time_zone);
        let open = config.hours.is_open(zone, now);
        let services: Vec<_> = config.services.iter().map(|one| self.wall_service(one, forecast, now)).collect();
        let mut waiting = self.tickets_in(&[TicketState::Waiting]);
        waiting.sort_by_key(|ticket| (ticket.issued_at, ticket.issue));
        let mut ended = self.tickets_in(&[TicketState::Finished, TicketState::NoShow, TicketState::Cancelled]);
        ended.retain(|ticket| self.may_come_back(ticket));
        ended.sort_by_key(|ticket| Reverse((ticket.times.ended_at, ticket.issue)));
        let held = self.tickets_in(&[TicketState::OnHold]);
        let shown = |tickets: &[&Ticket], most: usize| -> Vec<WallTicket> {
            tickets.iter().take(most).map(|one| self.wall_ticket(one)).collect()
        };
        WallView {
            department: DepartmentName { id: config.id.clone(), name: config.name.pl.clone() },
            open,
            opens_at: config.hours.opens_after(zone, now).filter(|_| !open).map(|at| local(zone, at)),
            closes_at: self.closing(now).map(|at| local(zone, at)),
            level: services.iter().map(|one| one.level).max().unwrap_or_default(),
            unserved: forecast.and_then(Forecast::late_in_all).filter(|_| self.closing(now).is_some()),
            services,
            desks: config.desks.iter().map(|desk| self.wall_desk(desk)).collect(),
            waiting: shown(&waiting, WAITING_SHOWN),
            waiting_more: waiting.len().saturating_sub(WAITING_SHOWN),
            on_hold: shown(&held, HELD_SHOWN),
            on_hold_more: held.len().saturating_sub(HELD_SHOWN),
            ended: shown(&ended, ENDED_SHOWN),
            ended_more: ended.len().saturating_sub(ENDED_SHOWN),
            priority_classes: config.priority_classes.clone(),
            alarms: self.alarms(),
        }
    }

    fn tickets_in(&self, states: &[TicketState]) -> Vec<&Ticket> {
        self.tickets.values().filter(|ticket| states.contains(&ticket.state)).collect()
    }

    fn wall_service(&self, service: &Service, forecast: Option<&Forecast>, now: Instant) -> WallService {
        let zone = self.config.time_zone;
        let own = || self.tickets.values().filter(|ticket| ticket.service == service.id);
        let in_state = |state: TicketState| own().filter(move |ticket| ticket.state == state);
        let waiting = in_state(TicketState::Waiting).count();
        let booked = in_state(TicketState::Waiting).filter(|ticket| ticket.booked_for().is_some()).count();
        let first = in_state(TicketState::Waiting).min_by_key(|ticket| (ticket.issued_at, ticket.issue));
        let figures = self.queue_figures(&service.id, now);
        let minutes = figures.as_ref().map_or(0, |figures| figures.minutes);
        let stopped = self.stopped(&service.id);
        let wait = forecast.and_then(|forecast| forecast.newcomer(&service.id));
        WallService {
            service: ServiceName::of(service, None),
            waiting,
            walk_in: waiting - booked,
            booked,
            priority: in_state(TicketState::Waiting).filter(|ticket| ticket.priority.is_some()).count(),
            expected: self.expected(self.service_day(now)).filter(|visit| visit.service == service.id).count(),
            longest: first.map(|ticket| Longest {
                code: ticket.code.clone(),
                since: local(zone, ticket.issued_at),
                minutes,
            }),
            wait,
            open_desks: self.open_desks(&service.id),
            finished: in_state(TicketState::Finished).count(),
            no_shows: in_state(TicketState::NoShow).count(),
            not_collected: self.not_collected(&service.id, now),
            level: figures.as_ref().map(|figures| figures.level).unwrap_or_default(),
            reached: figures.map(|figures| figures.reached).unwrap_or_default(),
            thresholds: service.thresholds,
            stopped: stopped.map(|one| WallStop { reason: one.reason, since: local(zone, one.since) }),
            unserved: forecast.and_then(|forecast| forecast.late(&service.id)).filter(|_| self.closing(now).is_some()),
            last_call: wait.filter(|_| stopped.is_none()).and_then(|wait| self.wall_last_call(&service.id, wait, now)),
        }
    }

    /// Nothing is said where too few came lately to tell a pace, unless already who comes now comes too late.
    fn wall_last_call(&self, service: &ServiceId, wait: Wait, now: Instant) -> Option<WallLastCall> {
        let (zone, closes) = (self.config.time_zone, self.closing(now)?);
        let open = self.config.hours.is_open(zone, now);
        let found = last_call(wait, self.load(service, now).unwrap_or(0.0), now, closes).filter(|_| open)?;
        Some(WallLastCall { from: local(zone, found.from), to: local(zone, found.to) })
    }

    fn not_collected(&self, service: &ServiceId, now: Instant) -> usize {
        let day = self.service_day(now);
        let of_day = self.visits_of(day).filter(|visit| visit.service == *service);
        of_day.filter(|visit| visit.state == crate::appointment::AppointmentState::NotCollected).count()
    }

    fn wall_desk(&self, desk: &Desk) -> WallDesk {
        let zone = self.config.time_zone;
        let status = self.desks.get(&desk.id);
        let current = status.and_then(|status| status.current.as_ref()).and_then(|id| self.tickets.get(id));
        WallDesk {
            id: desk.id.clone(),
            label: desk.label.clone(),
            state: self.desk_state(&desk.id),
            paused_reason: status.and_then(|status| status.paused.clone()).flatten(),
            since: status.and_then(|status| status.since).map(|at| local(zone, at)),
            current: current.map(|ticket| WallCurrent {
                id: ticket.id.clone(),
                code: ticket.code.clone(),
                service: ticket.service.clone(),
                called_at: ticket.announced_at.map(|at| local(zone, at)),
                started_at: ticket.times.started_at.map(|at| local(zone, at)),
                recalls: ticket.times.recalls,
            }),
            services: self.services_of(&desk.id).to_vec(),
            usual: desk.services.clone(),
            moved: self.is_moved(&desk.id),
            served: status.map_or(0, |status| status.served),
        }
    }

    fn wall_ticket(&self, ticket: &Ticket) -> WallTicket {
        let zone = self.config.time_zone;
        let hold = ticket.hold.as_ref();
        WallTicket {
            ticket: self.ticket_view(ticket),
            desk_only: ticket.only_at.clone(),
            hold_reason: hold.and_then(|hold| hold.reason.clone()),
            until: hold.and_then(|hold| hold.until).map(|until| local(zone, until)),
            ended_at: ticket.times.ended_at.filter(|_| !ticket.is_live()).map(|at| local(zone, at)),
        }
    }
}
