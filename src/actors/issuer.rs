//! Which kiosk gave a ticket: its paper is printed again where its visitor stands.

use crate::ask::Trouble;
use crate::office::Office;
use crate::rows::record_of;
use okienko_queue::event::Event;
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;

/// How far back the journal is read, events: more than the busiest day has.
const DEPTH: i64 = 20_000;
/// The events that make a ticket.
const KINDS: [&str; 2] = ["ticket_issued", "collected"];

impl Office {
    /// The kiosk that gave a ticket of today; `None` for one given at a desk.
    pub async fn issuer(&self, ticket: &TicketId) -> Result<Option<String>, Trouble> {
        let (department, wanted) = (ticket.department().ok_or(Refusal::NotFound)?, ticket.clone());
        self.read(move |store| {
            for row in store.latest_events(department.as_str(), &KINDS, DEPTH)?.iter().rev() {
                let made = match record_of(row)?.event {
                    Event::TicketIssued { ticket, .. } | Event::Collected { ticket, .. } => ticket == wanted,
                    _ => false,
                };
                if made {
                    return Ok(row.actor.strip_prefix("kiosk:").map(str::to_owned));
                }
            }
            Ok(None)
        })
        .await
    }
}
