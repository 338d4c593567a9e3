//! Roles: the house's bundles of rights, the office's own ones, and how people with them sign on.

use crate::office::OfficeFile;
use crate::office_check::Fault;
use crate::rights::{Right, Rights};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Signs that the name of an office's own role may have.
const LONGEST_NAME: usize = 40;

/// A bundle of rights by its name. Files, the interface and the database write the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Role {
    /// Works at one desk and helps callers.
    Clerk,
    /// Gives out tickets, checks visitors in and helps callers.
    Reception,
    /// Looks after departments and any of their desks.
    Supervisor,
    /// Reads figures, those by person too.
    Manager,
    /// Sets the office up; everything.
    Admin,
    /// Reads who did what, and figures; changes nothing.
    Auditor,
    /// A bundle that the office made itself, by its name in `[[roles]]`.
    Own(String),
}

impl Role {
    /// The roles that every office has.
    pub const HOUSE: [Self; 6] =
        [Self::Clerk, Self::Reception, Self::Supervisor, Self::Manager, Self::Admin, Self::Auditor];

    /// Its name.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Clerk => "clerk",
            Self::Reception => "reception",
            Self::Supervisor => "supervisor",
            Self::Manager => "manager",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
            Self::Own(name) => name,
        }
    }

    /// The house's bundle; `None` for a role of the office's own.
    pub fn bundle(&self) -> Option<Rights> {
        use Right::{Audit, Issue, Oversee, PassLimits, Reports, ReportsPeople, Serve, Visits};
        let rights: &[Right] = match self {
            Self::Clerk => &[Serve, Issue, Visits],
            Self::Reception => &[Issue, Visits],
            Self::Supervisor => &[Serve, Issue, Visits, PassLimits, Oversee, Reports, Audit],
            Self::Manager => &[Reports, ReportsPeople],
            Self::Admin => return Some(Rights::ALL),
            Self::Auditor => &[Reports, Audit],
            Self::Own(_) => return None,
        };
        Some(Rights::of(rights))
    }
}

impl From<String> for Role {
    fn from(name: String) -> Self {
        let known = Self::HOUSE.into_iter().find(|role| role.as_str() == name);
        known.unwrap_or(Self::Own(name))
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.as_str().to_owned()
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A role that the office made itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRole {
    /// How people's entries name it.
    pub name: String,
    /// What is in it.
    pub rights: Rights,
}

/// How people sign on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Security {
    /// Roles that need a second factor: a code from an application on the phone (RFC 6238).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_factor: Vec<Role>,
}

impl Security {
    /// Whether it says nothing beyond the usual, so that it need not be written.
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl OfficeFile {
    /// Whether a role is one of the house or of the office's own.
    pub fn knows_role(&self, role: &Role) -> bool {
        role.bundle().is_some() || self.roles.iter().any(|own| own.name == role.as_str())
    }

    /// What is wrong with roles.
    pub(crate) fn role_faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        for (n, role) in self.roles.iter().enumerate() {
            let mut wrong = |key: &str, code, words: &str| {
                let words = format!("role {}: {words}", role.name);
                found.push(Fault::new(format!("roles.{n}.{key}"), code, &*role.name, words));
            };
            let sound = |c: char| c.is_alphanumeric() || c == '-';
            if role.name.is_empty() || role.name.chars().count() > LONGEST_NAME || !role.name.chars().all(sound) {
                wrong("name", "not_a_role_name", "a name of letters, digits and hyphens");
            }
            if Role::from(role.name.clone()).bundle().is_some() {
                wrong("name", "house_role", "the house has a role of this name; choose another");
            }
            if role.rights.is_empty() {
                wrong("rights", "no_rights", "at least one right");
            }
        }
        for (n, person) in self.staff.iter().enumerate().filter(|(_, person)| !self.knows_role(&person.role)) {
            let words = format!("staff {}: unknown role {}", person.login, person.role);
            found.push(Fault::new(format!("staff.{n}.role"), "unknown_role", person.role.as_str(), words));
        }
        for role in self.office.security.second_factor.iter().filter(|role| !self.knows_role(role)) {
            let words = format!("security.second_factor: unknown role {role}");
            found.push(Fault::new("office.security.second_factor", "unknown_role", role.as_str(), words));
        }
        found
    }
}
