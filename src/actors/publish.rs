//! After the commit: every view is made once and handed to the sockets; letters and hand-overs are set going.

use crate::boards::Part;
use crate::department::DepartmentActor;
use crate::mailer::Wake;
use crate::outlook::Outlook;
use crate::shared::lock;
use crate::stats::Stats;
use actix::prelude::*;
use okienko_queue::event::{Event, Record};
use okienko_queue::forecast::forecast;
use okienko_queue::ids::DeskId;
use std::sync::Arc;

/// Days simulated for one forecast (waiting.md).
const RUNS: u32 = 200;

impl DepartmentActor {
    /// Tells everybody what these events changed.
    pub(crate) fn publish(&mut self, records: &[Record]) {
        if records.is_empty() {
            return;
        }
        self.stirred = true;
        self.show();
        self.shared.changes.tell(&self.confirmed.config().id);
        let mut sent_away = false;
        for record in records {
            match &record.event {
                Event::Booked { .. }
                | Event::AppointmentConfirmed { .. }
                | Event::AppointmentMoved { .. }
                | Event::AppointmentCancelled { .. }
                | Event::NotCollected { .. } => {
                    if let Some(mailer) = self.shared.mailer.get() {
                        mailer.do_send(Wake);
                    }
                }
                Event::SentAway { .. } => sent_away = true,
                _ => {}
            }
        }
        if sent_away {
            self.send_in_transit();
        }
    }

    /// Gives the present views to all who watch. A socket that does not keep up is dropped; it heals on reconnect.
    pub(crate) fn show(&mut self) {
        // First: a screen may say something about a call as soon as it has seen it.
        self.shared.announced.calls(&self.confirmed, self.shared.clock.now());
        if let Some(boards) = self.shared.boards.get().filter(|_| self.shared.is_watched(&self.confirmed.config().id)) {
            let now = self.shared.clock.now();
            let part = self.confirmed.board_part(|service| self.outlook.newcomer(service), now);
            boards.do_send(Part { department: self.confirmed.config().id.clone(), part });
        }
        self.show_desks(|_| true);
    }

    /// Gives their present views to the clerks of some desks.
    pub(crate) fn show_desks(&mut self, which: impl Fn(&DeskId) -> bool) {
        let mut watched = lock(&self.shared.desks);
        for desk in self.confirmed.config().desks.iter().filter(|desk| which(&desk.id)) {
            let Some(sockets) = watched.get_mut(&desk.id) else { continue };
            if let Some(frame) = self.desk_frame(&desk.id) {
                let before = sockets.len();
                sockets.retain(|socket| socket.try_send(frame.clone()).is_ok());
                Stats::add(&self.shared.stats.frames, sockets.len());
                Stats::add(&self.shared.stats.sockets_dropped, before - sockets.len());
            }
            if sockets.is_empty() {
                watched.remove(&desk.id);
            }
        }
    }

    /// Makes a new forecast, beside the hot path and at most once a second, when something has changed.
    pub(crate) fn forecast(&mut self, ctx: &mut Context<Self>) {
        if !self.stirred || self.forecasting {
            return;
        }
        (self.stirred, self.forecasting) = (false, true);
        let input = self.confirmed.forecast_input(self.shared.clock.now());
        let seed = self.confirmed.seq();
        let made = tokio::task::spawn_blocking(move || Outlook::new(forecast(&input, RUNS, seed)));
        ctx.spawn(actix::fut::wrap_future::<_, Self>(made).map(|made, actor, _| {
            actor.forecasting = false;
            match made {
                Ok(outlook) => {
                    actor.outlook = Arc::new(outlook);
                    actor.show();
                    actor.shared.changes.tell(&actor.confirmed.config().id);
                }
                Err(error) => tracing::error!(%error, "a forecast failed"),
            }
        }));
    }
}
