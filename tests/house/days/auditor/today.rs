//! What holds for one day only, as the auditor judges it: services that are stopped, desks that were moved.

use super::picture::Seen;
use super::visits::complain_unless;
use super::{Auditor, Complaint};
use okienko_queue::Department;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::Event;
use okienko_queue::ids::{DeskId, ServiceId};
use okienko_queue::ticket::TicketState;
use okienko_queue::time::Instant;
use okienko_queue::today::StopReason;
use std::collections::{BTreeMap, BTreeSet};

/// Everything of that sort.
#[derive(Clone, Default)]
pub struct Today {
    stopped: BTreeMap<ServiceId, StopReason>,
    moved: BTreeMap<DeskId, Vec<ServiceId>>,
}

impl Today {
    /// What a new configuration does not know is forgotten.
    pub fn configured(&mut self, config: &DepartmentConfig) {
        let known = |service: &ServiceId| config.services.iter().any(|one| one.id == *service);
        self.stopped.retain(|service, _| known(service));
        self.moved.values_mut().for_each(|services| services.retain(known));
        self.moved.retain(|desk, services| !services.is_empty() && config.desks.iter().any(|one| one.id == *desk));
    }
}

impl Auditor {
    /// The events of a supervisor about a whole department.
    pub(super) fn overseen(&mut self, event: &Event) -> Result<(), Complaint> {
        match event {
            Event::ServiceStopped { service, reason } => {
                let old = self.today.stopped.insert(service.clone(), *reason);
                complain_unless(old != Some(*reason), || format!("{service} was stopped twice"))
            }
            Event::ServiceReopened { service } => {
                let old = self.today.stopped.remove(service);
                complain_unless(old.is_some(), || format!("{service} was reopened without being stopped"))
            }
            Event::DeskServices { desk, services } => {
                let known = self.config.desks.iter().find(|one| one.id == *desk);
                let known = known.ok_or_else(|| format!("an unknown desk {desk} was moved"))?;
                let usual = known.services == *services;
                let changed = self.serves(desk) != *services;
                let old = if usual {
                    self.today.moved.remove(desk)
                } else {
                    self.today.moved.insert(desk.clone(), services.clone())
                };
                complain_unless(changed, || format!("desk {desk} was moved to where it was: {old:?}"))?;
                let offered = |id: &ServiceId| self.config.services.iter().any(|one| one.id == *id);
                let real = !services.is_empty() && services.iter().all(offered);
                complain_unless(real, || format!("desk {desk} was moved to {services:?}"))
            }
            _ => Ok(()),
        }
    }

    /// What a desk serves today.
    pub(super) fn serves(&self, desk: &DeskId) -> &[ServiceId] {
        let usual = || self.config.desks.iter().find(|one| one.id == *desk).map(|one| &one.services);
        self.today.moved.get(desk).or_else(usual).map(Vec::as_slice).unwrap_or_default()
    }

    /// A service that is stopped gives no tickets.
    pub(super) fn gives_tickets(&self, service: &ServiceId, code: &str) -> Result<(), Complaint> {
        let stopped = self.today.stopped.get(service);
        complain_unless(stopped.is_none(), || format!("{code} was given though {service} is stopped: {stopped:?}"))
    }

    /// A service that is stopped gives no terms of the day.
    pub(super) fn gives_terms(&self, service: &ServiceId, start: Instant) -> Result<(), Complaint> {
        let of_today = self.day == Some(start.with_timezone(&self.config.time_zone).date_naive());
        let stopped = of_today && self.today.stopped.contains_key(service);
        complain_unless(!stopped, || format!("a term of {service} at {start} was given though it is stopped"))
    }

    /// Services for which somebody waits and some working desk is there.
    pub fn attended(&self) -> BTreeSet<ServiceId> {
        let waits = |ticket: &&Seen| ticket.state == TicketState::Waiting && ticket.only_at.is_none();
        let working = self.benches.iter().filter(|(_, bench)| bench.open && !bench.paused);
        let served: BTreeSet<&ServiceId> = working.flat_map(|(desk, _)| self.serves(desk)).collect();
        let wanted = self.tickets.values().filter(waits).map(|ticket| ticket.service.clone());
        wanted.filter(|service| served.contains(service)).collect()
    }

    /// Whether the live state holds the same for today.
    pub(super) fn today_agrees(&self, live: &Department) -> Result<(), Complaint> {
        for service in &self.config.services {
            let (told, now) = (self.today.stopped.get(&service.id), live.stopped(&service.id));
            let same = told.copied() == now.map(|stopped| stopped.reason);
            complain_unless(same, || format!("the records tell {} {told:?}, the live state {now:?}", service.id))?;
        }
        for desk in &self.config.desks {
            let (told, now) = (self.serves(&desk.id), live.services_of(&desk.id));
            complain_unless(told == now, || format!("the records tell desk {} {told:?}, not {now:?}", desk.id))?;
        }
        Ok(())
    }
}
