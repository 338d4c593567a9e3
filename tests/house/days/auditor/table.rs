//! The auditor's own table of legal transitions of a ticket (tickets.md, "Transitions").

use okienko_queue::event::Event;
use okienko_queue::ids::{DeskId, TicketId};
use okienko_queue::ticket::TicketState::{
    self, Called, Cancelled, Closed, Finished, InTransit, NoShow, OnHold, Serving, Waiting,
};

type Row = (&'static str, &'static [TicketState], TicketState);

const TABLE: [Row; 17] = [
    ("called", &[Waiting, OnHold, NoShow], Called),
    ("recalled", &[Called], Called),
    ("started", &[Called], Serving),
    ("finished", &[Serving], Finished),
    ("no_show", &[Called], NoShow),
    ("returned", &[Called], Waiting),
    ("held", &[Called, Serving], OnHold),
    ("unheld", &[OnHold], Waiting),
    ("transferred", &[Called, Serving], Waiting),
    ("sent_away", &[Called, Serving], InTransit),
    ("delivered", &[InTransit], InTransit),
    ("next_service", &[Serving], Serving),
    ("reactivated", &[Finished, NoShow, Cancelled], Waiting),
    ("ticket_cancelled", &[Waiting, OnHold], Cancelled),
    ("check_in_reverted", &[Waiting], Cancelled),
    ("ticket_changed", &[Waiting], Waiting),
    ("ticket_closed", &[Waiting, Called, Serving, OnHold, InTransit], Closed),
];

/// The state after an event, or why the event may not happen to a ticket in that state.
pub fn after(event: &Event, from: TicketState) -> Result<TicketState, String> {
    let kind = event.kind();
    let row = TABLE.iter().find(|(name, ..)| *name == kind).ok_or(format!("{kind} is no transition of a ticket"))?;
    if row.1.contains(&from) { Ok(row.2) } else { Err(format!("{kind} of a ticket that is {}", from.as_str())) }
}

/// Whether a ticket can stay like this for ever.
pub fn is_final(state: TicketState) -> bool {
    matches!(state, Finished | NoShow | Cancelled | Closed)
}

/// The ticket that an event changes, when it is one that exists already.
pub fn ticket_of(event: &Event) -> Option<&TicketId> {
    match event {
        Event::CheckInReverted { ticket, .. }
        | Event::TicketCancelled { ticket, .. }
        | Event::TicketChanged { ticket, .. }
        | Event::TicketClosed { ticket }
        | Event::Called { ticket, .. }
        | Event::Recalled { ticket, .. }
        | Event::Started { ticket, .. }
        | Event::Finished { ticket, .. }
        | Event::NoShow { ticket, .. }
        | Event::Returned { ticket, .. }
        | Event::Held { ticket, .. }
        | Event::Unheld { ticket }
        | Event::Transferred { ticket, .. }
        | Event::SentAway { ticket, .. }
        | Event::Delivered { ticket }
        | Event::NextService { ticket, .. }
        | Event::Reactivated { ticket } => Some(ticket),
        _ => None,
    }
}

/// The desk that must have the ticket at hand for an event; calls have their own rule.
pub fn desk_of(event: &Event) -> Option<&DeskId> {
    match event {
        Event::Recalled { desk, .. }
        | Event::Started { desk, .. }
        | Event::Finished { desk, .. }
        | Event::NoShow { desk, .. }
        | Event::Returned { desk, .. }
        | Event::Held { desk, .. }
        | Event::Transferred { desk, .. }
        | Event::SentAway { desk, .. }
        | Event::NextService { desk, .. } => Some(desk),
        _ => None,
    }
}
