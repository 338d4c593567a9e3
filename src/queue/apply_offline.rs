//! How numbers that are lent to kiosks change the state.

use crate::department::Department;
use crate::ids::{ServiceId, TicketId};
use crate::lease::Lease;
use crate::time::Instant;

/// A block of numbers as its event tells it.
pub(crate) struct Block<'a> {
    pub(crate) kiosk: &'a str,
    pub(crate) service: Option<&'a ServiceId>,
    pub(crate) series: &'a str,
    pub(crate) first: u32,
    pub(crate) count: u32,
    pub(crate) tickets: u64,
}

impl Department {
    pub(crate) fn numbers_leased(&mut self, block: &Block<'_>, at: Instant) {
        for (number, ticket) in (block.first..).zip(block.tickets..).take(block.count as usize) {
            let lease = Lease {
                kiosk: block.kiosk.to_owned(),
                service: block.service.cloned(),
                series: block.series.to_owned(),
                number,
                ticket: TicketId::numbered(&self.config.id, ticket),
                at,
            };
            self.leases.insert((lease.series.clone(), number), lease);
        }
        self.numbers.insert(block.series.to_owned(), block.first.saturating_add(block.count));
        self.tickets_ever += u64::from(block.count);
    }
}
