//! Who may what: rights are atoms, roles are bundles of them, and nobody grants more than they hold (parts.md §5).

use crate::ids::{DepartmentId, DeskId};
use crate::office::{OfficeFile, Role, Staff};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One thing that a person may do. It cannot be split further; a role bundles several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Call and serve tickets at a desk.
    Serve,
    /// Give out tickets, check booked visitors in, print again: what a reception does.
    Issue,
    /// Find, book, move and cancel visits for callers (R36).
    Visits,
    /// Book beyond the limits per person, in the own departments.
    PassLimits,
    /// Look after the day: the wall, any desk, tickets and services at once, messages on boards, suspicious patterns.
    Oversee,
    /// Read figures by service, hour, day and desk.
    Reports,
    /// Read figures by person too.
    ReportsPeople,
    /// Set the office up: departments, services, desks, hours, letters, tickets, boards, kiosks, retention.
    Configure,
    /// Let devices in, look after them, take them out.
    Devices,
    /// Accounts of others and their roles.
    Staff,
    /// Read who did or saw what.
    Audit,
    /// Find, hand out and erase the personal data of somebody who asks (Art. 15 and 17 GDPR).
    Privacy,
}

impl Right {
    /// All of them, in the order in which a person reads them.
    pub const ALL: [Self; 12] = [
        Self::Serve,
        Self::Issue,
        Self::Visits,
        Self::PassLimits,
        Self::Oversee,
        Self::Reports,
        Self::ReportsPeople,
        Self::Configure,
        Self::Devices,
        Self::Staff,
        Self::Audit,
        Self::Privacy,
    ];

    /// The word of files, JSON and text keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::Issue => "issue",
            Self::Visits => "visits",
            Self::PassLimits => "pass_limits",
            Self::Oversee => "oversee",
            Self::Reports => "reports",
            Self::ReportsPeople => "reports_people",
            Self::Configure => "configure",
            Self::Devices => "devices",
            Self::Staff => "staff",
            Self::Audit => "audit",
            Self::Privacy => "privacy",
        }
    }

    /// Whether it is used at one desk, so that a person bound to a desk has it there only.
    pub fn is_at_a_desk(self) -> bool {
        matches!(self, Self::Serve | Self::Issue)
    }
}

/// A set of rights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Right>", into = "Vec<Right>")]
pub struct Rights(u16);

impl Rights {
    /// Every right there is.
    pub const ALL: Self = Self::of(&Right::ALL);

    /// These rights.
    pub const fn of(list: &[Right]) -> Self {
        let (mut bits, mut rest) = (0, list);
        while let [first, others @ ..] = rest {
            bits |= 1 << (*first as u16);
            rest = others;
        }
        Self(bits)
    }

    /// Whether a right is among them.
    pub const fn holds(self, right: Right) -> bool {
        self.0 & (1 << (right as u16)) != 0
    }

    /// Whether all of others are among them.
    pub const fn cover(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// One after the other.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        Right::ALL.into_iter().filter(move |right| self.holds(*right))
    }
}

impl From<Vec<Right>> for Rights {
    fn from(list: Vec<Right>) -> Self {
        Self::of(&list)
    }
}

impl From<Rights> for Vec<Right> {
    fn from(rights: Rights) -> Self {
        rights.iter().collect()
    }
}

/// What a person holds, and where: the product of an account, its role's bundle and its departments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// What.
    pub rights: Rights,
    /// In which departments; empty for all.
    pub departments: Vec<DepartmentId>,
    /// The only desk, for what is done at one; `None` for any. Whoever oversees is bound to none.
    pub desk: Option<DeskId>,
}

impl Holder {
    /// Whether they hold a right, somewhere.
    pub fn holds(&self, right: Right) -> bool {
        self.rights.holds(right)
    }

    /// Whether a department is theirs.
    pub fn is_at(&self, department: &DepartmentId) -> bool {
        self.departments.is_empty() || self.departments.contains(department)
    }

    /// Whether somebody of these departments works in theirs only; an empty list stands for all departments.
    pub fn spans(&self, departments: &[DepartmentId]) -> bool {
        match departments {
            [] => self.departments.is_empty(),
            named => named.iter().all(|department| self.is_at(department)),
        }
    }

    /// Whether they hold a right in a department.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn may(&self, right: Right, department: &DepartmentId) -> Result<(), Refusal> {
        if self.holds(right) && self.is_at(department) { Ok(()) } else { Err(Refusal::Forbidden) }
    }

    /// Whether they may do something at a desk of a department.
    ///
    /// # Errors
    /// [`Refusal::NotYourDesk`] for somebody bound to another desk, else [`Refusal::Forbidden`].
    pub fn may_at_desk(&self, right: Right, department: &DepartmentId, desk: &DeskId) -> Result<(), Refusal> {
        self.may(right, department)?;
        if self.bound().is_none_or(|own| own == desk) { Ok(()) } else { Err(Refusal::NotYourDesk) }
    }

    /// The desk that they cannot leave.
    fn bound(&self) -> Option<&DeskId> {
        self.desk.as_ref().filter(|_| !self.holds(Right::Oversee))
    }

    /// Whether everything that `other` could do, they could do themselves.
    pub fn covers(&self, other: &Self) -> bool {
        let at_a_desk = other.rights.iter().any(Right::is_at_a_desk);
        let desk = !at_a_desk || self.bound().is_none_or(|own| other.bound() == Some(own));
        self.rights.cover(other.rights) && self.spans(&other.departments) && desk
    }
}

/// Whether somebody may give, change or take an account of `given`: they need the right to, and everything in it themselves.
///
/// # Errors
/// [`Refusal::BeyondRights`] when more is in it than they hold, [`Refusal::Forbidden`] without the right.
pub fn may_grant(giver: &Holder, given: &Holder) -> Result<(), Refusal> {
    if !giver.holds(Right::Staff) {
        return Err(Refusal::Forbidden);
    }
    if giver.covers(given) { Ok(()) } else { Err(Refusal::BeyondRights) }
}

/// Whether somebody may turn one file of the office into another, as far as people are concerned: each account that is new,
/// gone or other must be one that [`may_grant`] allows, before and after; so must each bundle that is. Rules on how people sign
/// on are for who looks after the accounts of all departments. What the file says of the office itself is not judged here.
///
/// # Errors
/// As [`may_grant`], for the first that is not allowed.
pub fn may_grant_all(giver: &Holder, old: &OfficeFile, new: &OfficeFile) -> Result<(), Refusal> {
    let everywhere = |rights| Holder { rights, departments: giver.departments.clone(), desk: giver.desk.clone() };
    let names: BTreeSet<&str> = old.roles.iter().chain(&new.roles).map(|role| role.name.as_str()).collect();
    for name in names {
        let bundles = [old, new].map(|file| file.roles.iter().find(|role| role.name == name).map(|role| role.rights));
        if let [before, after] = bundles
            && before != after
        {
            for rights in [before, after].into_iter().flatten() {
                may_grant(giver, &everywhere(rights))?;
            }
        }
    }
    let logins: BTreeSet<&str> = old.staff.iter().chain(&new.staff).map(|person| person.login.as_str()).collect();
    for login in logins {
        let before = account(old, login);
        let after = account(new, login);
        if before != after {
            for (_, holder) in [before, after].into_iter().flatten() {
                may_grant(giver, &holder)?;
            }
        }
    }
    if old.office.security == new.office.security {
        return Ok(());
    }
    may_grant(giver, &Holder { rights: Rights::of(&[Right::Staff]), ..Holder::default() })
}

/// An account as a file lists it, and what it comes to.
fn account<'f>(file: &'f OfficeFile, login: &str) -> Option<(&'f Staff, Holder)> {
    file.staff.iter().find(|person| person.login == login).map(|person| (person, file.holder(person)))
}

impl OfficeFile {
    /// The rights in a role: the house's bundle, or the office's own one; none for a name that nobody gave a meaning.
    pub fn rights_of(&self, role: &Role) -> Rights {
        role.bundle().unwrap_or_else(|| {
            let own = self.roles.iter().find(|own| own.name == role.as_str());
            own.map(|own| own.rights).unwrap_or_default()
        })
    }

    /// What a listed person holds.
    pub fn holder(&self, person: &Staff) -> Holder {
        Holder {
            rights: self.rights_of(&person.role),
            departments: person.departments.clone(),
            desk: person.desk.clone(),
        }
    }
}

#[cfg(test)]
#[path = "rights_tests.rs"]
mod tests;
