//! Reading on in the journal: what another node appended, or what an append of unknown fate left there.

use crate::ask::Trouble;
use crate::department::DepartmentActor;
use crate::reading::Look;
use crate::rows::{record_of, signed};
use actix::prelude::*;
use okienko_queue::event::Record;
use okienko_store::{Fault, Store};

/// Events read at once.
const PAGE: i64 = 2_000;

impl DepartmentActor {
    /// Reads what the journal holds beyond confirmed state, then answers the looks and decides what waits. Not while a batch is
    /// decided and not landed: the working state is ahead by it, and its landing tells the looks all there is to know.
    pub(crate) fn read_on(&mut self, ctx: &mut Context<Self>) {
        if self.reading || self.in_flight.is_some() || self.boarding.is_some() {
            return;
        }
        self.reading = true;
        // Only who asked before this read began is answered by it: a later look may follow an append that it misses.
        let served = std::mem::take(&mut self.looks);
        let (store, department) = (self.shared.store.clone(), self.confirmed.config().id.to_string());
        let from = signed(self.confirmed.seq()) + 1;
        let read = tokio::task::spawn_blocking(move || events(&store, &department, from));
        let done = actix::fut::wrap_future::<_, Self>(read).map(|read, actor, ctx| {
            actor.reading = false;
            actor.has_read(read.unwrap_or_else(|error| Err(Fault::Broken(error.to_string()))), served, ctx);
        });
        ctx.spawn(done);
    }

    fn has_read(&mut self, read: Result<Vec<Record>, Fault>, served: Vec<Look>, ctx: &mut Context<Self>) {
        let records = match read {
            Ok(records) => records,
            Err(fault) => {
                let trouble = Trouble::from(fault);
                return self.turn_away(&trouble);
            }
        };
        let page_is_full = records.len() as i64 == PAGE;
        for record in &records {
            self.confirmed.apply(record);
            self.working.apply(record);
        }
        self.confirmed.take_touched();
        self.working.take_touched();
        self.publish(&records);
        if page_is_full {
            self.looks.splice(0..0, served);
            return self.read_on(ctx);
        }
        self.doubtful = false;
        served.into_iter().for_each(|look| self.look(look));
        self.pump(ctx);
        if !self.looks.is_empty() {
            self.read_on(ctx);
        }
    }
}

fn events(store: &Store, department: &str, from: i64) -> Result<Vec<Record>, Fault> {
    store.events_from(department, from, PAGE)?.iter().map(record_of).collect()
}
