//! Names of things: opaque strings that differ by type, so that a desk is never taken for a service.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in addresses, JSON and the journal.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A department: the owner of one queue and one journal.
    DepartmentId
);
id!(
    /// A service (a matter that citizens come with).
    ServiceId
);
id!(
    /// A desk where a clerk sits.
    DeskId
);
id!(
    /// A lobby screen.
    BoardId
);
id!(
    /// A ticket, `{department}-t{n}`; it keeps the id of the department that issued it.
    TicketId
);
id!(
    /// A booked visit, `{department}-a{n}`.
    AppointmentId
);

impl TicketId {
    /// The n-th ticket that a department ever issued.
    pub fn numbered(department: &DepartmentId, n: u64) -> Self {
        format!("{department}-t{n}").into()
    }

    /// The department that issued the ticket, read from the id.
    pub fn department(&self) -> Option<DepartmentId> {
        self.0.rsplit_once("-t").map(|(department, _)| department.into())
    }
}

impl AppointmentId {
    /// The n-th appointment that a department ever booked.
    pub fn numbered(department: &DepartmentId, n: u64) -> Self {
        format!("{department}-a{n}").into()
    }

    /// The department that holds the appointment, read from the id.
    pub fn department(&self) -> Option<DepartmentId> {
        self.0.rsplit_once("-a").map(|(department, _)| department.into())
    }
}
