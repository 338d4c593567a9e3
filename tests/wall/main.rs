//! The supervisor's wall: what it shows live, and what is done from it at once, for today.

mod desks;
mod help;
mod live;
mod mail;
mod page;
mod rights;
mod stop;
mod tickets;

use okienko_tests::sample::Service;
use okienko_tests::{Answer, Office, admin};
use serde_json::{Value, json};

/// Somebody who looks after departments.
struct Supervisor<'a> {
    office: &'a Office,
    token: String,
}

impl<'a> Supervisor<'a> {
    async fn of(office: &'a Office) -> Self {
        Self { office, token: admin::supervisor(office).await }
    }

    /// The wall of the department that a service belongs to.
    async fn sees(&self, service: &Service) -> Value {
        let id = &self.office.sample.department_of(&service.id).id;
        let path = format!("departments/{id}/wall");
        self.office.http.get(&path, Some(&self.token)).await.with_status(200).body["view"].clone()
    }

    /// A command about a department.
    async fn does(&self, department: &str, path: &str, body: Value) -> Answer {
        self.office.http.post(&format!("departments/{department}/{path}"), Some(&self.token), body).await
    }

    async fn stops(&self, service: &Service, reason: &str) -> Answer {
        let department = &self.office.sample.department_of(&service.id).id;
        self.does(department, &format!("services/{}/stop", service.id), json!({ "reason": reason })).await
    }

    async fn reopens(&self, service: &Service) -> Answer {
        let department = &self.office.sample.department_of(&service.id).id;
        self.does(department, &format!("services/{}/reopen", service.id), json!({})).await
    }
}

/// One of the wall's services.
fn service<'a>(view: &'a Value, id: &str) -> &'a Value {
    let services = view["services"].as_array().expect("services");
    services.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no service {id}: {view}"))
}

/// One of the wall's desks.
fn desk<'a>(view: &'a Value, id: &str) -> &'a Value {
    let desks = view["desks"].as_array().expect("desks");
    desks.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no desk {id}: {view}"))
}
