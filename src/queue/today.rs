//! What a supervisor changed for the present service day alone: services that are stopped, desks that were moved. The next day begins
//! without it (roles.md, "Manager / supervisor" 3).

use crate::config::DepartmentConfig;
use crate::department::Department;
use crate::event::Event;
use crate::ids::{DeskId, ServiceId};
use crate::time::Instant;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a service is stopped: a code that kiosk and web tell in whole sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// So many wait that whoever comes now would not be served before closing.
    Overload,
    /// Those who serve it are not there.
    Staff,
    /// A computer system that it needs does not work.
    Fault,
    /// Something happened in the building.
    Incident,
    /// Something else.
    Other,
}

/// A service that is stopped for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Why.
    pub reason: StopReason,
    /// Since when.
    pub since: Instant,
}

/// Everything that holds for today only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    stopped: BTreeMap<ServiceId, Stopped>,
    /// Desks that serve other services than the configuration says.
    moved: BTreeMap<DeskId, Vec<ServiceId>>,
}

impl StopReason {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 5] = [Self::Overload, Self::Staff, Self::Fault, Self::Incident, Self::Other];

    /// The code, as it stands in the journal and in keys of texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overload => "overload",
            Self::Staff => "staff",
            Self::Fault => "fault",
            Self::Incident => "incident",
            Self::Other => "other",
        }
    }
}

impl Today {
    /// Forgets what a new configuration does not know.
    fn keep_known(&mut self, config: &DepartmentConfig) {
        self.stopped.retain(|service, _| config.service(service).is_some());
        for services in self.moved.values_mut() {
            services.retain(|service| config.service(service).is_some());
        }
        self.moved.retain(|desk, services| config.desk(desk).is_some() && !services.is_empty());
    }
}

impl Department {
    /// The services that a desk serves now: those of the configuration unless it was moved for today.
    pub fn services_of(&self, desk: &DeskId) -> &[ServiceId] {
        match self.today.moved.get(desk) {
            Some(services) => services,
            None => self.config.desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default(),
        }
    }

    /// A configuration with its desks as they would serve today: those that were moved by what holds for the day.
    pub(crate) fn serving_today(&self, config: &DepartmentConfig) -> DepartmentConfig {
        let mut today = self.today.clone();
        today.keep_known(config);
        let mut serving = config.clone();
        for desk in &mut serving.desks {
            if let Some(services) = today.moved.remove(&desk.id) {
                desk.services = services;
            }
        }
        serving
    }

    /// Whether a desk was moved to other services for today.
    pub fn is_moved(&self, desk: &DeskId) -> bool {
        self.today.moved.contains_key(desk)
    }

    /// Whether and why a service gives no tickets and no terms today.
    pub fn stopped(&self, service: &ServiceId) -> Option<Stopped> {
        self.today.stopped.get(service).copied()
    }

    /// As [`Department::stopped`], for terms of an office day: a stop is about the service day that it was made on.
    pub fn stopped_on(&self, service: &ServiceId, day: NaiveDate) -> Option<Stopped> {
        self.stopped(service).filter(|_| self.day == Some(day))
    }

    pub(crate) fn apply_today(&mut self, event: &Event, at: Instant) {
        match event {
            Event::Configured { config } => self.today.keep_known(config),
            Event::DayOpened { .. } => self.today = Today::default(),
            Event::ServiceStopped { service, reason } => {
                self.today.stopped.insert(service.clone(), Stopped { reason: *reason, since: at });
            }
            Event::ServiceReopened { service } => {
                self.today.stopped.remove(service);
            }
            Event::DeskServices { desk, services } => {
                let usual = self.config.desk(desk).is_some_and(|desk| desk.services == *services);
                if usual {
                    self.today.moved.remove(desk);
                } else {
                    self.today.moved.insert(desk.clone(), services.clone());
                }
            }
            _ => {}
        }
    }
}
