//! Why this ticket is next: recorded with every call, for the desk, the audit and complaints (waiting.md).

use crate::department::Department;
use crate::discipline::{Discipline, Facts, Rank};
use crate::ids::TicketId;
use crate::time::{self, Instant};
use crate::waiting::Pool;

impl Department {
    /// The reason of a call as `code` or `code argument`: `booked 10:20`, `due 10:20`, `oldest`, `priority act`, `first`,
    /// `overtaken 17`, `waited 40`, `ratio 2`, `only one waiting`.
    pub(crate) fn reason(&self, id: &TicketId, rank: Rank, pools: &[Pool], now: Instant) -> String {
        let (Some(ticket), Some(facts)) = (self.tickets.get(id), self.waiting.facts(id)) else {
            return "chosen".into();
        };
        if let Some(class) = &ticket.priority {
            return format!("priority {class}");
        }
        if ticket.front {
            return "first".into();
        }
        if self.waiting.count(pools) == 1 {
            return "only one waiting".into();
        }
        match facts.booked_for {
            Some(booked) => self.booked_reason(booked, now),
            None => self.walk_in_reason(&facts, rank, now),
        }
    }

    fn booked_reason(&self, booked: i64, now: Instant) -> String {
        let hour = time::from_ms(booked).with_timezone(&self.config.time_zone).format("%H:%M");
        let lead = match self.config.discipline {
            Discipline::Due { lead }
            | Discipline::Punctual { lead, .. }
            | Discipline::Ratio { lead, .. }
            | Discipline::MaxWait { lead, .. } => Some(lead),
            _ => None,
        };
        let is_due = lead.is_some_and(|lead| now >= time::from_ms(booked) - time::minutes(lead));
        if is_due { format!("due {hour}") } else { format!("booked {hour}") }
    }

    fn walk_in_reason(&self, facts: &Facts, rank: Rank, now: Instant) -> String {
        let went_first = rank.0 < 2;
        match self.config.discipline {
            Discipline::Punctual { .. } if went_first => format!("overtaken {}", facts.overtakes),
            Discipline::Ratio { n, .. } if went_first => format!("ratio {n}"),
            Discipline::MaxWait { .. } if went_first => {
                format!("waited {}", time::minutes_between(time::from_ms(facts.arrival), now))
            }
            _ => "oldest".into(),
        }
    }
}
