//! Step 1: pick the service. Also the stable page of one department.

use askama::Template;

use super::Words;
use super::find::{Search, plain};
use crate::pages::{Frame, frame::segment, write};

/// A service in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceLine {
    /// Opaque id; the link is `/s/{id}`.
    pub id: String,
    /// The letter (R6).
    pub letter: String,
    /// The name (R6).
    pub name: Words,
    /// Planned length of a visit in minutes.
    pub duration_minutes: u32,
    /// False: it has a queue but no calendar; the page then says that a ticket is taken at the kiosk.
    pub bookable: bool,
    /// Whether it can be done without a visit.
    pub online: bool,
    /// All that the search looks in: names in every language, the letter, other words for it.
    pub words: String,
}

impl ServiceLine {
    /// The deep link of the service.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/s/{}", segment(&self.id))
    }
}

/// A department with its services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentServices {
    /// Opaque id; the link is `/d/{id}`.
    pub id: String,
    /// The name of the department.
    pub name: Words,
    /// Where it is; empty when the office has not said.
    pub place: Words,
    /// Its services, in the order of the configuration.
    pub services: Vec<ServiceLine>,
}

impl DepartmentServices {
    /// The deep link of the department.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/d/{}", segment(&self.id))
    }
}

/// The list of services by department, with a search (`GET /?q=`).
#[derive(Clone, Debug, Template)]
#[template(path = "booking/services.html")]
pub struct ServicesPage {
    /// The surroundings.
    pub frame: Frame,
    /// What was searched for, as typed; empty: everything is shown.
    pub query: String,
    /// All departments of the office, or the one of `/d/{id}`; the page itself does the search.
    pub departments: Vec<DepartmentServices>,
    /// True on `/d/{id}`: the heading is the department's name, and a link leads to all services.
    pub one_department: bool,
    /// How many calendar days ahead can be booked (R8, setting), for the introduction.
    pub horizon_days: u32,
    /// The office for search engines (JSON-LD), safe to stand in HTML.
    pub linked: String,
}

impl ServicesPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The departments with the services that the search finds; departments without any are left out.
    #[must_use]
    pub fn found(&self) -> Vec<DepartmentServices> {
        let search = Search::of(&self.query);
        let hit = |department: &DepartmentServices, service: &ServiceLine| {
            search.finds(&plain(&format!("{} {}", service.words, department.name)))
        };
        let only_hits = |department: &DepartmentServices| DepartmentServices {
            services: department.services.iter().filter(|service| hit(department, service)).cloned().collect(),
            ..department.clone()
        };
        self.departments.iter().map(only_hits).filter(|department| !department.services.is_empty()).collect()
    }

    /// How many services the search finds.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.found().iter().map(|department| u32::try_from(department.services.len()).unwrap_or(u32::MAX)).sum()
    }

    /// The department whose page this is.
    #[must_use]
    pub fn department(&self) -> Option<&DepartmentServices> {
        self.departments.first().filter(|_| self.one_department)
    }
}
