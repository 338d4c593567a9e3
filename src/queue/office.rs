//! The whole configuration of an office, as one file that a person can read and edit.

use crate::config::DepartmentConfig;
use crate::ids::{DepartmentId, DeskId};
use crate::kiosk::Kiosk;
use crate::law::Law;
use crate::notices::Notices;
use crate::roles::{OwnRole, Security};
use crate::text::Text;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use crate::board::Board;
pub use crate::roles::Role;

/// An office, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficeFile {
    /// What it is.
    pub office: Office,
    /// Bundles of rights beside the house's own ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<OwnRole>,
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
    /// How people sign on.
    #[serde(default, skip_serializing_if = "Security::is_usual")]
    pub security: Security,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The name to sign on with.
    pub login: String,
    /// What the person may do: a bundle of the house or of [`OfficeFile::roles`].
    pub role: Role,
    /// The only desk, for a person who works at one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<DeskId>,
    /// The departments that the role holds in; empty = all.
    #[serde(default)]
    pub departments: Vec<DepartmentId>,
}

impl OfficeFile {
    /// The file with everything filled in that follows from the office: zone, place in the list, priority classes.
    pub fn settled(mut self) -> Self {
        for (ordinal, department) in self.departments.iter_mut().enumerate() {
            department.ordinal = u16::try_from(ordinal).unwrap_or(u16::MAX);
            department.time_zone = self.office.time_zone;
            department.priority_classes.clone_from(&self.office.priority_classes);
            department.retired.clear();
        }
        self
    }

    /// Whether somebody of the staff may set the whole office up.
    pub fn has_admin(&self) -> bool {
        self.staff.iter().any(|person| person.role == Role::Admin && person.departments.is_empty())
    }

    /// The department that has a desk.
    pub fn department_of_desk(&self, desk: &DeskId) -> Option<&DepartmentConfig> {
        self.departments.iter().find(|department| department.desk(desk).is_some())
    }
}
