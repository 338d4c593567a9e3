//! The fate of a batch: confirmed and told, decided again, or given up.

use crate::ask::{Reply, Trouble};
use crate::department::DepartmentActor;
use crate::directory;
use crate::flight::{Decided, Flight, Pending};
use crate::shared::Shared;
use crate::stats::Stats;
use actix::prelude::*;
use okienko_queue::claims;
use okienko_queue::refusal::Refusal;
use okienko_store::{Fault, Outcome, Taken};
use std::sync::Arc;

impl DepartmentActor {
    pub(crate) fn land(&mut self, outcome: Result<Outcome, Fault>, ctx: &mut Context<Self>) {
        let Some(flight) = self.in_flight.take() else { return };
        self.ticking = false;
        match outcome {
            Ok(Outcome::Appended) => self.confirm(flight, ctx),
            Ok(Outcome::HeadMoved { .. }) => {
                Stats::add(&self.shared.stats.heads_moved, 1);
                self.doubtful = true;
                self.again(flight);
            }
            Ok(Outcome::Taken { command, what }) => self.taken(flight, command, what, ctx),
            Ok(Outcome::Broken(why)) => {
                tracing::error!(department = %self.confirmed.config().id, %why, "the journal refuses a batch");
                self.give_up(flight, &Trouble::Broken);
            }
            Err(fault) => self.give_up(flight, &Trouble::from(fault)),
        }
        self.pump(ctx);
        if !self.looks.is_empty() {
            self.read_on(ctx);
        }
    }

    /// After a batch of one the next leaves before anybody is told; after a larger one its callers are expected first.
    fn confirm(&mut self, flight: Flight, ctx: &mut Context<Self>) {
        for record in &flight.records {
            self.confirmed.apply(record);
        }
        self.confirmed.take_touched();
        let stats = &self.shared.stats;
        Stats::add(&stats.events, flight.records.len());
        Stats::add(&stats.appends, usize::from(!flight.records.is_empty()));
        for Decided { pending, outcome } in &flight.decided {
            if let (Ok(body), Some(key)) = (outcome, &pending.ask.key) {
                self.recent.remember(key, body);
            }
        }
        self.expect_company(&flight, ctx);
        self.pump(ctx);
        for Decided { pending, outcome } in flight.decided {
            match outcome {
                Ok(body) => {
                    Stats::add(&self.shared.stats.commands, 1);
                    pending.answer(Ok(Reply { body, repeated: false }));
                }
                Err(refusal) => {
                    Stats::add(&self.shared.stats.refusals, 1);
                    refuse(&self.shared, pending, refusal, ctx);
                }
            }
        }
        flight.looks.into_iter().for_each(|look| self.look(look));
        self.publish(&flight.records);
    }

    /// Decides the same commands again on what the journal really holds, in their order and before all others; the
    /// batch that was boarding had counted on this one.
    fn again(&mut self, flight: Flight) {
        self.working = self.confirmed.clone();
        self.working.take_touched();
        for flight in self.boarding.take().into_iter().chain([flight]) {
            flight.decided.into_iter().rev().for_each(|decided| self.queue.push_front(decided.pending));
            self.looks.extend(flight.looks);
        }
    }

    fn taken(&mut self, mut flight: Flight, command: usize, what: Taken, ctx: &mut Context<Self>) {
        let Some(decided) = flight.decided.get_mut(command) else { return self.again(flight) };
        match what {
            // The first of a person's claims that fails names the refusal; a taken code only wants another draw.
            Taken::Claim { kind, .. } => decided.pending.refused = Some(claims::refusal(&kind)),
            Taken::Code => decided.pending.forget_code(),
            Taken::Key => {
                let decided = flight.decided.remove(command);
                answered_before(&self.shared, decided.pending, Trouble::TryAgain, ctx);
            }
        }
        self.again(flight);
    }

    fn give_up(&mut self, flight: Flight, trouble: &Trouble) {
        Stats::add(&self.shared.stats.troubles, flight.decided.len());
        self.again(flight);
        self.doubtful = true;
        self.turn_away(trouble);
    }

    /// All that wait are told the same: the database is away.
    pub(crate) fn turn_away(&mut self, trouble: &Trouble) {
        self.ticking = false;
        self.looks.clear();
        for pending in self.queue.drain(..) {
            pending.answer(Err(trouble.clone()));
        }
    }
}

/// A refusal is only told once nobody has answered the same key before.
fn refuse(shared: &Arc<Shared>, pending: Pending, refusal: Refusal, ctx: &mut Context<DepartmentActor>) {
    if pending.ask.key.is_some() {
        answered_before(shared, pending, Trouble::Refused(refusal), ctx);
    } else {
        pending.answer(Err(Trouble::Refused(refusal)));
    }
}

/// Looks for an answer that was given under the same key, by any node and before any restart.
fn answered_before(shared: &Arc<Shared>, pending: Pending, otherwise: Trouble, ctx: &mut Context<DepartmentActor>) {
    let Some(key) = pending.ask.key.clone() else { return pending.answer(Err(otherwise)) };
    let shared = shared.clone();
    let look = async move {
        let answer = directory::answer_under(&shared, key).await;
        pending.answer(match answer {
            Ok(Some(answer)) => answer,
            Ok(None) => Err(otherwise),
            Err(trouble) => Err(trouble),
        });
    };
    ctx.spawn(actix::fut::wrap_future(look));
}
