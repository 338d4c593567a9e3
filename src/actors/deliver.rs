//! Hand-over between departments: the out-event leaves the ticket in transit until the other department's in-event exists.
//! Sent again after a crash; idempotent by the leg, so never lost and never doubled.

use crate::ask::{Ask, Trouble};
use crate::department::DepartmentActor;
use crate::directory;
use crate::shared::Shared;
use okienko_queue::command::{Command, Handover};
use okienko_queue::ids::DepartmentId;
use okienko_queue::ticket::{Destination, Ticket, TicketState};
use std::sync::Arc;

impl DepartmentActor {
    /// Sends every ticket in transit that has not arrived.
    pub(crate) fn send_in_transit(&self) {
        let on_the_way = |ticket: &&Ticket| ticket.state == TicketState::InTransit;
        for ticket in self.confirmed.tickets().filter(on_the_way) {
            if let Some(to) = ticket.sent_to.as_ref().filter(|to| !to.arrived) {
                let (shared, from) = (self.shared.clone(), self.confirmed.config().id.clone());
                actix::spawn(deliver(shared, from, ticket.clone(), to.clone()));
            }
        }
    }
}

async fn deliver(shared: Arc<Shared>, from: DepartmentId, ticket: Ticket, to: Destination) {
    let (id, leg) = (ticket.id.clone(), ticket.leg);
    let ask = |department: DepartmentId, command| Ask {
        department,
        command,
        actor: "handover".into(),
        key: None,
        person: None,
    };
    let accept = Command::Accept(Box::new(Handover { ticket }));
    let taken = directory::ask(&shared, ask(to.department.clone(), accept)).await;
    let outcome = match taken {
        Ok(_) => directory::ask(&shared, ask(from, Command::Delivered { ticket: id.clone(), leg })).await,
        Err(trouble) => Err(trouble),
    };
    match outcome {
        Ok(_) | Err(Trouble::TryAgain) => {}
        Err(trouble) => tracing::error!(ticket = %id, to = %to.department, ?trouble, "a ticket cannot be handed over"),
    }
}
