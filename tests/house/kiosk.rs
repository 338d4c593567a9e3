//! The kiosk in the hall: check-in of booked visits and tickets for walk-ins.

use serde_json::{Value, json};

use crate::http::{Answer, Http};

/// A kiosk with its device token.
#[derive(Clone)]
pub struct Kiosk {
    /// The way to the server.
    pub http: Http,
    /// The device token.
    pub token: String,
}

impl Kiosk {
    /// The kiosk that holds `token`.
    pub fn new(http: &Http, token: &str) -> Self {
        Self { http: http.clone(), token: token.to_owned() }
    }

    /// Check-in by the phone number typed.
    pub async fn check_in_by_phone(&self, phone: &str) -> Answer {
        self.post("kiosk/check-ins", json!({ "phone": phone })).await
    }

    /// Check-in by the code of the visit.
    pub async fn check_in_by_code(&self, code: &str) -> Answer {
        self.post("kiosk/check-ins", json!({ "code": code })).await
    }

    /// A walk-in ticket for `service`.
    pub async fn takes_ticket(&self, service: &str) -> Answer {
        self.post("kiosk/tickets", json!({ "service": service })).await
    }

    /// A walk-in ticket with statutory priority (`act`, `disability`, `pregnancy`).
    pub async fn takes_priority_ticket(&self, service: &str, priority: &str) -> Answer {
        self.post("kiosk/tickets", json!({ "service": service, "priority": priority })).await
    }

    /// Any POST with the kiosk's token.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.http.post(path, Some(&self.token), body).await
    }
}
