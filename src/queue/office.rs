//! The whole configuration of an office, as one file that a person can read and edit.

use crate::config::DepartmentConfig;
use crate::ids::{DepartmentId, DeskId};
use crate::kiosk::Kiosk;
use crate::law::Law;
use crate::notices::Notices;
use crate::text::Text;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub use crate::board::Board;

/// An office, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficeFile {
    /// What it is.
    pub office: Office,
    /// Who works there, without secrets.
    #[serde(default)]
    pub staff: Vec<Staff>,
    /// Its screens.
    #[serde(default)]
    pub boards: Vec<Board>,
    /// Its departments.
    pub departments: Vec<DepartmentConfig>,
}

/// What an office says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where it is.
    #[serde(default)]
    pub address: String,
    /// A phone that people answer.
    #[serde(default)]
    pub phone: String,
    /// Sender of letters, `Urząd Miejski <no-reply@…>`.
    pub mail_from: String,
    /// Where answers go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_reply_to: Option<String>,
    /// Its time zone (R35).
    pub time_zone: Tz,
    /// Classes of statutory priority (tickets.md).
    #[serde(default)]
    pub priority_classes: Vec<String>,
    /// Its own page on the web; `https://` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The office's own words instead of the house's, by text key: `web-footer-other-ways` …
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, Text>,
    /// Letters and text messages.
    #[serde(default)]
    pub notices: Notices,
    /// Kiosks.
    #[serde(default)]
    pub kiosk: Kiosk,
    /// What the law asks for.
    #[serde(default)]
    pub law: Law,
}

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works at one desk.
    Clerk,
    /// Looks after departments and any of their desks.
    Supervisor,
    /// Sets the office up.
    Admin,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The name to sign on with.
    pub login: String,
    /// What the person may do.
    pub role: Role,
    /// A clerk's desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<DeskId>,
    /// Departments of a supervisor; empty = all.
    #[serde(default)]
    pub departments: Vec<DepartmentId>,
}

/// Minutes that a visit or a grid may have.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=480;

impl OfficeFile {
    /// The file with everything filled in that follows from the office: zone, place in the list, priority classes.
    pub fn settled(mut self) -> Self {
        for (ordinal, department) in self.departments.iter_mut().enumerate() {
            department.ordinal = u16::try_from(ordinal).unwrap_or(u16::MAX);
            department.time_zone = self.office.time_zone;
            department.priority_classes.clone_from(&self.office.priority_classes);
        }
        self
    }

    /// The department that has a desk.
    pub fn department_of_desk(&self, desk: &DeskId) -> Option<&DepartmentConfig> {
        self.departments.iter().find(|department| department.desk(desk).is_some())
    }

    /// Everything that is wrong, in words for the person who edits the file; empty when it can be used.
    pub fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        let departments = self.departments.iter();
        unique("department", departments.clone().map(|one| one.id.as_str()), &mut found);
        unique("service", departments.clone().flat_map(|one| &one.services).map(|one| one.id.as_str()), &mut found);
        unique("letter", departments.clone().flat_map(|one| &one.services).map(|one| one.letter.as_str()), &mut found);
        unique("desk", departments.clone().flat_map(|one| &one.desks).map(|one| one.id.as_str()), &mut found);
        unique("board", self.boards.iter().map(|one| one.id.as_str()), &mut found);
        unique("login", self.staff.iter().map(|one| one.login.as_str()), &mut found);
        for department in departments {
            found.extend(department.problems().into_iter().map(|what| format!("department {}: {what}", department.id)));
        }
        found.extend(self.office.law.problems());
        found.extend(self.office.notices.problems());
        found.extend(self.office.kiosk.problems(&self.office.priority_classes));
        self.check_ranges(&mut found);
        self.check_references(&mut found);
        found
    }

    fn check_ranges(&self, found: &mut Vec<String>) {
        for (n, one) in self.departments.iter().enumerate() {
            for other in self.departments.iter().skip(n + 1) {
                if one.u_numbers.first <= other.u_numbers.last && other.u_numbers.first <= one.u_numbers.last {
                    found.push(format!("u_numbers of {} and {} overlap", one.id, other.id));
                }
            }
        }
    }

    fn check_references(&self, found: &mut Vec<String>) {
        let known = |id: &DepartmentId| self.departments.iter().any(|department| department.id == *id);
        for board in &self.boards {
            found.extend(board.problems(self).into_iter().map(|what| format!("board {}: {what}", board.id)));
        }
        for person in &self.staff {
            let desk = person.desk.as_ref().filter(|desk| self.department_of_desk(desk).is_none());
            found.extend(desk.map(|desk| format!("staff {}: unknown desk {desk}", person.login)));
            let unknown = person.departments.iter().filter(|id| !known(id));
            found.extend(unknown.map(|id| format!("staff {}: unknown department {id}", person.login)));
        }
    }
}

impl DepartmentConfig {
    fn problems(&self) -> Vec<String> {
        let mut found = self.hours.problems();
        found.extend(self.discipline.problem());
        found.extend(self.booking.problems());
        let usable = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !usable(self.id.as_str()) {
            found.push("id: letters, digits and hyphens only".into());
        }
        if self.u_numbers.first == 0 || self.u_numbers.first > self.u_numbers.last {
            found.push("u_numbers: first must be at least 1 and not above last".into());
        }
        for service in &self.services {
            found.extend(service.problems().into_iter().map(|what| format!("service {}: {what}", service.id)));
        }
        for desk in &self.desks {
            let unknown = desk.services.iter().filter(|id| self.service(id).is_none());
            found.extend(unknown.map(|id| format!("desk {}: unknown service {id}", desk.id)));
        }
        found
    }
}

impl crate::config::Service {
    fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        let letters = (1..=2).contains(&self.letter.len()) && self.letter.chars().all(|c| c.is_ascii_uppercase());
        if !letters || self.letter == "U" {
            found.push(format!("letter {}: one or two of A to Z, and never U", self.letter));
        }
        if !MINUTES.contains(&self.duration_minutes) {
            found.push("duration_minutes: 1 to 480".into());
        }
        found.extend(self.card.problems());
        found.extend(self.thresholds.problems());
        if let Some(rule) = &self.slots {
            if !MINUTES.contains(&rule.every_minutes) {
                found.push("slots.every_minutes: 1 to 480".into());
            }
            if rule.capacity == 0 {
                found.push("slots.capacity: at least 1".into());
            }
        }
        found
    }
}

impl crate::config::Booking {
    fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        if self.rest_minutes.is_some_and(|rest| rest.first > rest.last || rest.last > 24 * 60) {
            found.push("booking.rest_minutes: first not above last, last at most 1440".into());
        }
        if self.confirm_minutes == 0 {
            found.push("booking.confirm_minutes: at least 1".into());
        }
        let zero = |limit: Option<u32>| limit == Some(0);
        if self.per_phone_and_day == 0 || zero(self.per_email_and_day) || zero(self.open_per_phone) {
            found.push("booking: a limit of 0 would allow nothing; leave it out for none".into());
        }
        found
    }
}

fn unique<'a>(what: &str, names: impl Iterator<Item = &'a str>, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    found.extend(names.filter(|name| !seen.insert(*name)).map(|name| format!("{what} {name} stands twice")));
}
