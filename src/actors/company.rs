//! Company: callers who were answered together ask again together, and a commit costs almost as much for one command as for thirty.
//!
//! With many callers a department would otherwise alternate between two halves, one in the journal and one boarding, and pay for
//! each half the price of the whole. So after a batch of several it waits a moment for its callers to come again, as PostgreSQL
//! does with `commit_delay` while `commit_siblings` are under way. Where nobody asks together nobody waits.

use crate::department::DepartmentActor;
use crate::flight::Flight;
use actix::prelude::*;
use std::time::Duration;

/// How long the next batch waits at most.
const PATIENCE: Duration = Duration::from_millis(1);

/// What the next batch waits for.
#[derive(Clone, Copy)]
pub struct Company {
    expected: usize,
    patience: SpawnHandle,
}

impl DepartmentActor {
    /// A batch has landed, and its callers are about to be told: with those who board already they may all ask again.
    pub(crate) fn expect_company(&mut self, landed: &Flight, ctx: &mut Context<Self>) {
        if landed.decided.len() < 2 {
            return;
        }
        let patience = ctx.run_later(PATIENCE, |actor, ctx| {
            actor.company = None;
            actor.pump(ctx);
        });
        self.company = Some(Company { expected: landed.decided.len() + self.aboard(), patience });
    }

    /// Whether nobody else is waited for.
    pub(crate) fn is_complete(&self) -> bool {
        self.company.is_none_or(|company| self.aboard() >= company.expected)
    }

    /// The batch leaves: nobody is waited for any more.
    pub(crate) fn leave_company(&mut self, ctx: &mut Context<Self>) {
        if let Some(company) = self.company.take() {
            ctx.cancel_future(company.patience);
        }
    }

    fn aboard(&self) -> usize {
        self.boarding.as_ref().map_or(0, |flight| flight.decided.len())
    }
}
