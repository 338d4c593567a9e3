//! What a walk-in who comes now would get, told before the ticket is taken (roles.md, "Citizen" 1 and 4). Asked of the very decision
//! that gives the ticket, so that the two never disagree.

use crate::command::Command;
use crate::config::Service;
use crate::department::Department;
use crate::refusal::Refusal;
use crate::time::Instant;

/// What a walk-in would get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Why there would be no ticket.
    pub refusal: Option<Refusal>,
    /// How many would be called before.
    pub people_ahead: usize,
    /// Tickets that are left today; `None` for no limit.
    pub tickets_left: Option<u32>,
}

impl Department {
    /// What a walk-in without statutory priority would get for a service now. The night is over before the first ticket is given: what
    /// is left of the day before counts no more.
    pub fn prospect(&self, service: &Service, now: Instant) -> Prospect {
        let wish = Command::IssueTicket { service: service.id.clone(), priority: None, language: None };
        let refusal = self.decide(&wish, now).err();
        if self.day_is_over(now) {
            let of_the_day = |refusal: &Refusal| matches!(refusal, Refusal::NoTicketsLeft | Refusal::Stopped { .. });
            let refusal = refusal.filter(|refusal| !of_the_day(refusal));
            return Prospect { refusal, people_ahead: 0, tickets_left: service.tickets_per_day };
        }
        let given = self.numbers.get(&service.letter).map_or(0, |next| next.saturating_sub(1));
        Prospect {
            refusal,
            people_ahead: self.waiting().ahead_of_newcomer(&service.id, self.moment(now)),
            tickets_left: service.tickets_per_day.map(|most| most.saturating_sub(given)),
        }
    }
}
