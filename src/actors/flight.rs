//! One batch on its way to the journal: decided together, appended together, answered together.

use crate::answer::render;
use crate::ask::{Ask, Reply, Trouble};
use crate::booking::draw_code;
use crate::department::DepartmentActor;
use crate::enclose::Enclosing;
use crate::rows::signed;
use crate::stats::Stats;
use actix::prelude::*;
use okienko_queue::claims;
use okienko_queue::command::Command;
use okienko_queue::event::Record;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::Instant;
use okienko_store::{Batch, Fault, Outcome, Taken};
use tokio::sync::oneshot;

/// Commands in one batch.
const TOGETHER: usize = 256;

/// A command that waits for its fate.
pub struct Pending {
    pub(crate) ask: Ask,
    pub(crate) now: Instant,
    pub(crate) reply: oneshot::Sender<Result<Reply, Trouble>>,
    /// Somebody else holds what it claims: refused by name.
    pub(crate) refused: Option<Refusal>,
}

/// A decided command.
pub struct Decided {
    pending: Pending,
    outcome: Result<String, Refusal>,
}

/// What is being appended.
#[derive(Default)]
pub struct Flight {
    decided: Vec<Decided>,
    records: Vec<Record>,
}

/// The writer's word about the batch in flight.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Landed(Result<Outcome, Fault>);

impl Pending {
    /// A command received at an office instant.
    pub fn new(ask: Ask, now: Instant, reply: oneshot::Sender<Result<Reply, Trouble>>) -> Self {
        Self { ask, now, reply, refused: None }
    }

    /// A visit gets its six digits before it is answered and enclosed.
    fn draw_code(&mut self) {
        if let (Command::Book { .. }, Some(person)) = (&self.ask.command, &mut self.ask.person) {
            person.code.get_or_insert_with(draw_code);
        }
    }

    fn forget_code(&mut self) {
        if let Some(person) = &mut self.ask.person {
            person.code = None;
        }
    }

    fn answer(self, answer: Result<Reply, Trouble>) {
        // A caller that has gone away takes its answer with it; what was done stays done.
        let _ = self.reply.send(answer);
    }
}

impl DepartmentActor {
    /// Decides all that wait, as one batch, unless one is in flight or the journal must be read first.
    pub(crate) fn pump(&mut self, ctx: &mut Context<Self>) {
        if self.in_flight.is_some() || self.reading || self.queue.is_empty() {
            return;
        }
        if self.doubtful {
            self.read_on(ctx);
            return;
        }
        let (mut flight, mut enclosing, mut twins) = (Flight::default(), Enclosing::new(&self.shared), Vec::new());
        while flight.decided.len() < TOGETHER
            && let Some(pending) = self.queue.pop_front()
        {
            match self.known(&pending, &flight) {
                Known::Answered(answer) => pending.answer(answer),
                Known::UnderWay => twins.push(pending),
                Known::New => self.decide(pending, &mut flight, &mut enclosing),
            }
        }
        twins.into_iter().rev().for_each(|twin| self.queue.push_front(twin));
        self.launch(flight, enclosing, ctx);
    }

    fn known(&self, pending: &Pending, flight: &Flight) -> Known {
        let Some(key) = &pending.ask.key else { return Known::New };
        let under_way = |decided: &Decided| decided.pending.ask.key.as_ref().is_some_and(|own| own.key == key.key);
        match self.recent.answer(key) {
            Some(answer) => Known::Answered(answer.map(|body| Reply { body: body.to_string() })),
            None if flight.decided.iter().any(under_way) => Known::UnderWay,
            None => Known::New,
        }
    }

    fn decide(&mut self, mut pending: Pending, flight: &mut Flight, enclosing: &mut Enclosing) {
        let mut outcome = match pending.refused.clone() {
            Some(refusal) => Err(refusal),
            None => {
                pending.draw_code();
                let step = self.working.step(&pending.ask.command, &pending.ask.actor, pending.now);
                enclosing.command(flight.decided.len(), &pending, &step, &self.working);
                flight.records.extend(step.records);
                let render = |answer| render(&answer, &self.working, &self.outlook, &self.shared, &pending);
                step.outcome.map(render)
            }
        };
        if let (Ok(body), Some(key)) = (&outcome, &pending.ask.key) {
            enclosing.answer(flight.decided.len(), key, body);
        }
        if let Err(Refusal::SlotTaken { nearest }) = &mut outcome
            && nearest.is_empty()
        {
            *nearest = self.nearest(&pending);
        }
        flight.decided.push(Decided { pending, outcome });
    }

    fn launch(&mut self, flight: Flight, enclosing: Enclosing, ctx: &mut Context<Self>) {
        if flight.decided.is_empty() {
            if !self.queue.is_empty() {
                ctx.notify(Pump);
            }
            return;
        }
        let batch = enclosing.finish(&mut self.working, &flight.records, signed(self.confirmed.seq()));
        let batch = match batch {
            Ok(batch) => batch,
            Err(fault) => {
                self.in_flight = Some(flight);
                return self.land(Err(fault), ctx);
            }
        };
        self.in_flight = Some(flight);
        // A refusal appends nothing, but another node may know better: ask for the head. Over SQLite there is no other.
        if is_empty(&batch) && !self.shared.has_other_nodes() {
            return self.land(Ok(Outcome::Appended), ctx);
        }
        let own = ctx.address();
        self.shared.writer.append(batch, move |outcome| own.do_send(Landed(outcome)));
    }

    fn land(&mut self, outcome: Result<Outcome, Fault>, ctx: &mut Context<Self>) {
        let Some(flight) = self.in_flight.take() else { return };
        self.ticking = false;
        match outcome {
            Ok(Outcome::Appended) => self.confirm(flight, ctx),
            Ok(Outcome::HeadMoved { .. }) => {
                Stats::add(&self.shared.stats.heads_moved, 1);
                self.doubtful = true;
                self.again(flight, None);
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

    fn confirm(&mut self, flight: Flight, ctx: &mut Context<Self>) {
        for record in &flight.records {
            self.confirmed.apply(record);
        }
        self.confirmed.take_touched();
        let stats = &self.shared.stats;
        Stats::add(&stats.events, flight.records.len());
        Stats::add(&stats.appends, usize::from(!flight.records.is_empty()));
        for Decided { pending, outcome } in flight.decided {
            match outcome {
                Ok(body) => {
                    Stats::add(&stats.commands, 1);
                    if let Some(key) = &pending.ask.key {
                        self.recent.remember(key, &body);
                    }
                    pending.answer(Ok(Reply { body }));
                }
                Err(refusal) => {
                    Stats::add(&stats.refusals, 1);
                    refuse(&self.shared, pending, refusal, ctx);
                }
            }
        }
        self.publish(&flight.records);
    }

    /// Decides the same commands again on what the journal really holds, in their order and before all others.
    fn again(&mut self, flight: Flight, leave_out: Option<usize>) {
        self.working = self.confirmed.clone();
        let pending = flight.decided.into_iter().enumerate().filter(|(index, _)| Some(*index) != leave_out);
        let pending: Vec<Pending> = pending.map(|(_, decided)| decided.pending).collect();
        pending.into_iter().rev().for_each(|pending| self.queue.push_front(pending));
    }

    fn taken(&mut self, mut flight: Flight, command: usize, what: Taken, ctx: &mut Context<Self>) {
        let Some(decided) = flight.decided.get_mut(command) else { return self.again(flight, None) };
        match what {
            // The first of a person's claims that fails names the refusal; a taken code only wants another draw.
            Taken::Claim { kind, .. } => decided.pending.refused = Some(claims::refusal(&kind)),
            Taken::Code => decided.pending.forget_code(),
            Taken::Key => {
                let decided = flight.decided.remove(command);
                self.again(flight, None);
                return answered_before(&self.shared, decided.pending, Trouble::TryAgain, ctx);
            }
        }
        self.again(flight, None);
    }

    fn give_up(&mut self, flight: Flight, trouble: &Trouble) {
        Stats::add(&self.shared.stats.troubles, flight.decided.len());
        self.again(flight, None);
        self.doubtful = true;
        for pending in self.queue.drain(..) {
            pending.answer(Err(trouble.clone()));
        }
    }

    /// All that wait are told to try again: the database is away.
    pub(crate) fn turn_away(&mut self, trouble: &Trouble) {
        self.ticking = false;
        self.looks.clear();
        for pending in self.queue.drain(..) {
            pending.answer(Err(trouble.clone()));
        }
    }
}

enum Known {
    Answered(Result<Reply, Trouble>),
    UnderWay,
    New,
}

fn is_empty(batch: &Batch) -> bool {
    batch.events.is_empty() && batch.enclosure.answers.is_empty() && batch.enclosure.claims.is_empty()
}

/// A refusal is only told once nobody has answered the same key before.
fn refuse(
    shared: &std::sync::Arc<crate::shared::Shared>,
    pending: Pending,
    refusal: Refusal,
    ctx: &mut Context<DepartmentActor>,
) {
    if pending.ask.key.is_some() {
        answered_before(shared, pending, Trouble::Refused(refusal), ctx);
    } else {
        pending.answer(Err(Trouble::Refused(refusal)));
    }
}

/// Looks for an answer that was given under the same key, by any node and before any restart.
fn answered_before(
    shared: &std::sync::Arc<crate::shared::Shared>,
    pending: Pending,
    otherwise: Trouble,
    ctx: &mut Context<DepartmentActor>,
) {
    let Some(key) = pending.ask.key.clone() else { return pending.answer(Err(otherwise)) };
    let shared = shared.clone();
    let look = async move {
        let answer = crate::directory::answer_under(&shared, key).await;
        pending.answer(match answer {
            Ok(Some(answer)) => answer,
            Ok(None) => Err(otherwise),
            Err(trouble) => Err(trouble),
        });
    };
    ctx.spawn(actix::fut::wrap_future(look));
}

/// Goes on with what still waits.
#[derive(Message)]
#[rtype(result = "()")]
struct Pump;

impl Handler<Pump> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, _: Pump, ctx: &mut Self::Context) {
        self.pump(ctx);
    }
}

impl Handler<Landed> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: Landed, ctx: &mut Self::Context) {
        self.land(message.0, ctx);
    }
}
