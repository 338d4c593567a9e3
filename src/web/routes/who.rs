//! Who may call an address: by right and place. Every row of the table says it; `x-who` of the description tells it on.

use okienko_queue::rights::{Right, Rights};
use serde_json::{Value, json};

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Public,
    /// The holder of the secret link in the path.
    Link,
    /// A kiosk by its token.
    Kiosk,
    /// Staff who hold one of these rights at the desk `{id}`.
    Desk(Rights),
    /// As [`AT_DESK`], with the token in the query.
    DeskSocket,
    /// Any member of staff: what is about themselves.
    Staff,
    /// Staff who hold a right in a place.
    Right(Right, Scope),
}

/// Where a right must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In some department; what is shown is for all of them, or the handler sorts it by department.
    Anywhere,
    /// In all departments: what is changed belongs to the whole office.
    Office,
    /// In the department that this part of the path names.
    Department(&'static str),
    /// In all departments of the board that this part of the path names.
    Board(&'static str),
}

/// Whoever works at the desk, in whichever way.
pub const AT_DESK: Who = Who::Desk(Rights::of(&[Right::Serve, Right::Issue]));
/// Who serves at the desk.
pub const SERVES: Who = Who::Desk(Rights::of(&[Right::Serve]));
/// Who gives out tickets at the desk.
pub const ISSUES: Who = Who::Desk(Rights::of(&[Right::Issue]));
/// Who helps callers: for any department, as whoever picks the phone up does.
pub const VISITS: Who = Who::Right(Right::Visits, Scope::Anywhere);
/// Who looks after the day.
pub const OVERSEES: Who = Who::Right(Right::Oversee, Scope::Anywhere);
/// Who looks after the day of the department `{id}`.
pub const OVERSEES_HERE: Who = Who::Right(Right::Oversee, Scope::Department("id"));
/// Who reads figures; of which departments is decided by where they hold the right.
pub const REPORTS: Who = Who::Right(Right::Reports, Scope::Anywhere);
/// Who reads what others did.
pub const AUDITS: Who = Who::Right(Right::Audit, Scope::Anywhere);
/// Who sets the whole office up.
pub const CONFIGURES: Who = Who::Right(Right::Configure, Scope::Office);
/// Who sets the board `{id}` up.
pub const BOARD: Who = Who::Right(Right::Configure, Scope::Board("id"));
/// Who looks after devices.
pub const DEVICES: Who = Who::Right(Right::Devices, Scope::Office);
/// The data-protection officer.
pub const OFFICER: Who = Who::Right(Right::Privacy, Scope::Office);
/// Who looks after accounts; whose account it may be is decided by what its holder holds.
pub const ACCOUNTS: Who = Who::Right(Right::Staff, Scope::Anywhere);

impl Who {
    /// As the description of the interface says it: `kind`, and for staff `rights` (one of them is enough) and `scope`.
    pub(crate) fn told(self) -> Value {
        let staff = |kind: &str, rights: Rights, scope: &str| json!({ "kind": kind, "rights": rights, "scope": scope });
        match self {
            Self::Public => json!({ "kind": "public" }),
            Self::Link => json!({ "kind": "link" }),
            Self::Kiosk => json!({ "kind": "kiosk" }),
            Self::Staff => json!({ "kind": "staff" }),
            Self::Desk(rights) => staff("right", rights, "desk"),
            Self::DeskSocket => staff("socket", Rights::of(&[Right::Serve, Right::Issue]), "desk"),
            Self::Right(right, scope) => staff("right", Rights::of(&[right]), scope.word()),
        }
    }
}

impl Scope {
    fn word(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Office => "office",
            Self::Department(_) => "department",
            Self::Board(_) => "board",
        }
    }
}
