//! What `demo.json` says about the sample office.

use std::path::PathBuf;

use serde::Deserialize;

/// The whole of `demo.json`, as the contract words it.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Sample {
    pub base_url: String,
    pub office: Site,
    pub departments: Vec<Department>,
    pub kiosk: Device,
    pub board: BoardFace,
    pub clerks: Vec<ClerkFace>,
    pub supervisor: Login,
    pub admin: Login,
    pub mail_dir: PathBuf,
    pub pages: Pages,
}

/// The office (site) itself.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Site {
    pub id: String,
    pub name: String,
    pub time_zone: String,
}

/// A department: one queue, its services and desks.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Department {
    pub id: String,
    pub name: String,
    pub services: Vec<Service>,
    pub desks: Vec<Desk>,
}

/// A service with the letter of its tickets.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Service {
    pub id: String,
    pub letter: String,
    pub name: String,
    pub bookable: bool,
}

/// A desk and the ids of the services it offers.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Desk {
    pub id: String,
    pub label: String,
    pub services: Vec<String>,
}

/// A kiosk; the token is `null` on a second node.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Device {
    pub id: String,
    pub token: Option<String>,
}

/// The lobby's board.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct BoardFace {
    pub id: String,
    pub token: Option<String>,
    pub url: String,
}

/// A clerk and the desk that is theirs.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ClerkFace {
    pub login: String,
    pub password: Option<String>,
    pub desk: String,
}

/// Login and password of the supervisor or the administrator.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Login {
    pub login: String,
    pub password: Option<String>,
}

/// Addresses of the pages people look at.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Pages {
    pub booking: String,
    pub kiosk: String,
    pub desk: String,
    pub lobby: String,
    pub admin: String,
}

impl Sample {
    /// All services of all departments.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.departments.iter().flat_map(|department| &department.services)
    }

    /// The ids of the desks that offer `service`.
    pub fn desks_of(&self, service: &str) -> Vec<String> {
        let desks = self.departments.iter().flat_map(|department| &department.desks);
        desks.filter(|desk| desk.services.iter().any(|id| id == service)).map(|desk| desk.id.clone()).collect()
    }

    /// The department `service` belongs to.
    pub fn department_of(&self, service: &str) -> &Department {
        let owns = |department: &&Department| department.services.iter().any(|one| one.id == service);
        self.departments.iter().find(owns).expect("every service belongs to a department")
    }

    /// The bookable service offered at the most desks (the contract promises at least two desks).
    pub fn shared_service(&self) -> Service {
        let bookable = self.services().filter(|service| service.bookable);
        let best = bookable.max_by_key(|service| self.desks_of(&service.id).len()).expect("a bookable service");
        assert!(self.desks_of(&best.id).len() >= 2, "some bookable service is offered at two or more desks");
        best.clone()
    }

    /// A bookable service of another department than that of `service`.
    pub fn service_elsewhere(&self, service: &str) -> Service {
        let here = &self.department_of(service).id;
        let elsewhere = self.departments.iter().filter(|department| &department.id != here);
        let mut offered = elsewhere.flat_map(|department| &department.services);
        offered
            .find(|one| one.bookable && !self.desks_of(&one.id).is_empty())
            .expect("a bookable service in another department")
            .clone()
    }

    /// Another service of the same department, offered at some desk.
    pub fn sibling_service(&self, service: &str) -> Service {
        let department = self.department_of(service);
        let offered = |one: &&Service| one.id != service && !self.desks_of(&one.id).is_empty();
        department.services.iter().find(offered).expect("a second service in the department").clone()
    }

    /// Copies the secrets that a second node does not know from the first node's file.
    pub fn learn_secrets(&mut self, first: &Self) {
        self.kiosk.token = first.kiosk.token.clone();
        self.board.token = first.board.token.clone();
        self.clerks = first.clerks.clone();
        self.supervisor = first.supervisor.clone();
        self.admin = first.admin.clone();
    }
}
