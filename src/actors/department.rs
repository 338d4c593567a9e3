//! The department actor: owns one machine in two states, confirmed (what the journal holds) and working (confirmed plus
//! what is being appended). Both are moved by the same `apply`.

use crate::ask::{Ask, Frame, Reply, Trouble};
use crate::company::Company;
use crate::flight::{Flight, Pending};
use crate::outlook::Outlook;
use crate::reading::Look;
use crate::recent::Recent;
use crate::shared::{Shared, lock};
use actix::prelude::*;
use okienko_queue::Department;
use okienko_queue::command::Command;
use okienko_queue::ids::DeskId;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// Commands that may wait in one department; beyond it the answer is "try again".
const WAITING_MOST: usize = 8_192;
/// Messages that may wait before the actor.
const MAILBOX: usize = 8_192;
/// Forecasts are at least so far apart.
const FORECAST_EVERY: Duration = Duration::from_secs(1);
/// While somebody waits, a forecast is made anew at least so often: time alone changes it.
const FORECAST_AT_LEAST_EVERY: Duration = Duration::from_secs(20);
/// Other nodes are looked after at least so often (PostgreSQL), and tickets in transit sent again.
const LOOK_AROUND_EVERY: Duration = Duration::from_secs(2);
/// After a notification, so that a burst of another node's appends is read at once.
const HEARD_AFTER: Duration = Duration::from_millis(5);

/// One department of this node.
pub struct DepartmentActor {
    pub(crate) shared: Arc<Shared>,
    pub(crate) confirmed: Department,
    pub(crate) working: Department,
    pub(crate) outlook: Arc<Outlook>,
    pub(crate) recent: Recent,
    pub(crate) queue: VecDeque<Pending>,
    pub(crate) in_flight: Option<Flight>,
    /// Decided and waiting for the one in flight.
    pub(crate) boarding: Option<Flight>,
    /// Callers that are about to ask again, for whom the one boarding waits.
    pub(crate) company: Option<Company>,
    pub(crate) looks: Vec<Look>,
    /// The journal may hold more than we know: read on before anything is decided.
    pub(crate) doubtful: bool,
    pub(crate) reading: bool,
    pub(crate) ticking: bool,
    /// Changed since the last forecast.
    pub(crate) stirred: bool,
    pub(crate) forecasting: bool,
}

/// A command with the way its answer goes back.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Do {
    /// What is asked.
    pub ask: Ask,
    /// Where the answer goes.
    pub reply: oneshot::Sender<Result<Reply, Trouble>>,
}

/// Another node has appended something.
#[derive(Message)]
#[rtype(result = "()")]
pub struct ReadOn;

/// Something that is in no event has changed for desks.
#[derive(Message)]
#[rtype(result = "()")]
pub struct ShowDesks {
    /// Which.
    pub desks: BTreeSet<DeskId>,
}

/// A clerk's screen wants the desk's views.
#[derive(Message)]
#[rtype(result = "()")]
pub struct WatchDesk {
    /// The desk.
    pub desk: DeskId,
    /// The socket.
    pub socket: Recipient<Frame>,
}

impl DepartmentActor {
    /// An actor over a replayed machine.
    pub fn new(shared: Arc<Shared>, confirmed: Department) -> Self {
        Self {
            shared,
            working: confirmed.clone(),
            confirmed,
            outlook: Arc::default(),
            recent: Recent::default(),
            queue: VecDeque::new(),
            in_flight: None,
            boarding: None,
            company: None,
            looks: Vec::new(),
            doubtful: false,
            reading: false,
            ticking: false,
            stirred: true,
            forecasting: false,
        }
    }

    /// The timers of the machine are commands like any other.
    fn pulse(&mut self, ctx: &mut Context<Self>) {
        let now = self.shared.clock.now();
        if !self.ticking && self.confirmed.seq() > 0 && self.confirmed.is_due(now) {
            self.ticking = true;
            let department = self.confirmed.config().id.clone();
            let ask = Ask { department, command: Command::Tick, actor: "timer".into(), key: None, person: None };
            self.queue.push_back(Pending::new(ask, now, oneshot::channel().0));
            self.pump(ctx);
        }
    }
}

impl Actor for DepartmentActor {
    type Context = Context<Self>;

    fn started(&mut self, ctx: &mut Self::Context) {
        ctx.set_mailbox_capacity(MAILBOX);
        ctx.run_interval(self.shared.pulse(), Self::pulse);
        ctx.run_interval(FORECAST_EVERY, Self::forecast);
        ctx.run_interval(FORECAST_AT_LEAST_EVERY, |actor, _| {
            actor.stirred |= actor.confirmed.waiting().all().next().is_some();
        });
        ctx.run_interval(LOOK_AROUND_EVERY, |actor, ctx| {
            actor.send_in_transit();
            if actor.shared.has_other_nodes() || actor.doubtful {
                actor.read_on(ctx);
            }
        });
    }
}

impl Handler<Do> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: Do, ctx: &mut Self::Context) {
        if self.queue.len() >= WAITING_MOST || self.shared.is_draining() {
            let _ = message.reply.send(Err(Trouble::TryAgain));
            return;
        }
        let now = self.shared.clock.now();
        self.queue.push_back(Pending::new(message.ask, now, message.reply));
        self.pump(ctx);
    }
}

impl Handler<ReadOn> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, _: ReadOn, ctx: &mut Self::Context) {
        // One's own appends are heard too; while something is in flight the head tells all there is to know.
        ctx.run_later(HEARD_AFTER, |actor, ctx| {
            if actor.in_flight.is_none() {
                actor.read_on(ctx);
            }
        });
    }
}

impl Handler<ShowDesks> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: ShowDesks, _: &mut Self::Context) {
        self.show_desks(|desk| message.desks.contains(desk));
    }
}

impl Handler<WatchDesk> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: WatchDesk, _: &mut Self::Context) {
        if let Some(frame) = self.desk_frame(&message.desk)
            && message.socket.try_send(frame).is_ok()
        {
            lock(&self.shared.desks).entry(message.desk).or_default().push(message.socket);
        }
    }
}
