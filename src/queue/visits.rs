//! The read model of visits: one row a leg, derived from tickets alone and so rebuildable from the journal at any time.

use crate::department::Department;
use crate::ids::{DeskId, ServiceId};
use crate::ticket::{LegTimes, Ticket, TicketState};

/// One leg of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg<'a> {
    /// The ticket, with what all legs share.
    pub ticket: &'a Ticket,
    /// The leg's number, from 1.
    pub number: u32,
    /// Its matter.
    pub service: &'a ServiceId,
    /// Its desk.
    pub desk: Option<&'a DeskId>,
    /// Its times.
    pub times: &'a LegTimes,
    /// How it stands; an earlier leg is finished.
    pub state: TicketState,
}

impl Department {
    /// All legs of a ticket, the present one last.
    pub fn legs<'a>(&self, ticket: &'a Ticket) -> Vec<Leg<'a>> {
        let earlier = ticket.legs.iter().map(|leg| Leg {
            ticket,
            number: leg.leg,
            service: &leg.service,
            desk: leg.desk.as_ref(),
            times: &leg.times,
            state: TicketState::Finished,
        });
        let present = Leg {
            ticket,
            number: ticket.leg,
            service: &ticket.service,
            desk: ticket.desk.as_ref(),
            times: &ticket.times,
            state: ticket.state,
        };
        earlier.chain([present]).collect()
    }
}
