//! Secret links: derived, never stored. A token names a ticket or a visit and proves that its holder may see it.

use okienko_queue::ids::{AppointmentId, TicketId};
use okienko_store::Secrets;

const TICKET: &str = "ticket";
const APPOINTMENT: &str = "appointment";
const CONFIRM: &str = "confirm";

/// Makes and opens links under one public address.
#[derive(Clone, Debug)]
pub struct Links {
    public_url: String,
    secrets: Secrets,
}

impl Links {
    /// Links under an address such as `https://kolejka.example.org`, without a slash at the end.
    pub fn new(public_url: &str, secrets: Secrets) -> Self {
        Self { public_url: public_url.trim_end_matches('/').to_owned(), secrets }
    }

    /// The address that all links begin with.
    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    /// The host of that address: the right side of what letters and calendar files are named by.
    pub fn host(&self) -> &str {
        let host = self.public_url.split("://").last().unwrap_or_default();
        host.split(['/', ':']).next().unwrap_or(host)
    }

    /// The token of a ticket's status.
    pub fn ticket_token(&self, id: &TicketId) -> String {
        self.secrets.link_token(TICKET, id.as_str())
    }

    /// The address of the status page that a token opens.
    pub fn status_url(&self, token: &str) -> String {
        format!("{}/t/{token}", self.public_url)
    }

    /// The address of a ticket's status page.
    pub fn ticket_url(&self, id: &TicketId) -> String {
        self.status_url(&self.ticket_token(id))
    }

    /// The ticket of a genuine token.
    pub fn open_ticket(&self, token: &str) -> Option<TicketId> {
        self.secrets.open_link(TICKET, token).map(TicketId::from)
    }

    /// The token of a visit.
    pub fn appointment_token(&self, id: &AppointmentId) -> String {
        self.secrets.link_token(APPOINTMENT, id.as_str())
    }

    /// The address where a citizen sees and cancels a visit.
    pub fn manage_url(&self, id: &AppointmentId) -> String {
        format!("{}/a/{}", self.public_url, self.appointment_token(id))
    }

    /// The address in a letter that confirms a visit; its token opens nothing else, and no other token confirms.
    pub fn confirm_url(&self, id: &AppointmentId) -> String {
        format!("{}/c/{}", self.public_url, self.secrets.link_token(CONFIRM, id.as_str()))
    }

    /// The visit that a genuine token confirms.
    pub fn open_confirm(&self, token: &str) -> Option<AppointmentId> {
        self.secrets.open_link(CONFIRM, token).map(AppointmentId::from)
    }

    /// The visit of a genuine token.
    pub fn open_appointment(&self, token: &str) -> Option<AppointmentId> {
        self.secrets.open_link(APPOINTMENT, token).map(AppointmentId::from)
    }
}
