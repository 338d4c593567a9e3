//! One batch on its way to the journal: decided together, appended together, answered together.

use crate::answer::render;
use crate::ask::{Ask, Key, Reply, Trouble};
use crate::booking::{draw_chance, draw_code};
use crate::department::DepartmentActor;
use crate::enclose::Enclosing;
use crate::reading::Look;
use crate::rows::signed;
use crate::shared::Shared;
use actix::prelude::*;
use okienko_queue::command::{Command, Terms};
use okienko_queue::event::Record;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::Instant;
use okienko_store::{Batch, Fault, Outcome};
use std::sync::Arc;
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
    pub(crate) pending: Pending,
    pub(crate) outcome: Result<String, Refusal>,
}

/// A batch: boarding while the one before it is in flight, then in flight itself.
pub struct Flight {
    pub(crate) decided: Vec<Decided>,
    pub(crate) records: Vec<Record>,
    /// Looks asked for before it left: its landing shows that nobody was faster.
    pub(crate) looks: Vec<Look>,
    enclosing: Enclosing,
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

    /// All chance is drawn before the core decides: a visit's six digits, and how long a term that is left rests.
    fn draw(&mut self) {
        let new_term = matches!(self.ask.command, Command::Book { .. } | Command::MoveAppointment { .. });
        if let Some(person) = self.ask.person.as_mut().filter(|_| new_term) {
            person.code.get_or_insert_with(draw_code);
        }
        match &mut self.ask.command {
            Command::MoveAppointment { terms: Terms { chance, .. }, .. }
            | Command::CancelAppointment { chance, .. }
                if *chance == 0 =>
            {
                *chance = draw_chance();
            }
            _ => {}
        }
    }

    pub(crate) fn forget_code(&mut self) {
        if let Some(person) = &mut self.ask.person {
            person.code = None;
        }
    }

    pub(crate) fn answer(self, answer: Result<Reply, Trouble>) {
        // A caller that has gone away takes its answer with it; what was done stays done.
        let _ = self.reply.send(answer);
    }
}

impl Flight {
    fn new(shared: &Arc<Shared>) -> Self {
        Self { decided: Vec::new(), records: Vec::new(), looks: Vec::new(), enclosing: Enclosing::new(shared) }
    }

    fn carries(&self, key: &Key) -> bool {
        self.decided.iter().any(|decided| decided.pending.ask.key.as_ref().is_some_and(|own| own.key == key.key))
    }
}

impl DepartmentActor {
    /// Decides all that wait and sends them off as one batch, or reads the journal first where it is in doubt. While
    /// one batch is in flight the next one boards: it is decided on the working state that the first will leave.
    pub(crate) fn pump(&mut self, ctx: &mut Context<Self>) {
        if self.reading {
            return;
        }
        if self.doubtful {
            return self.read_on(ctx);
        }
        self.board();
        self.launch(ctx);
    }

    fn board(&mut self) {
        let mut flight = self.boarding.take().unwrap_or_else(|| Flight::new(&self.shared));
        let mut twins = Vec::new();
        while flight.decided.len() < TOGETHER
            && let Some(pending) = self.queue.pop_front()
        {
            match self.known(&pending, &flight) {
                Known::Answered(answer) => pending.answer(answer),
                Known::UnderWay => twins.push(pending),
                Known::New => self.decide(pending, &mut flight),
            }
        }
        twins.into_iter().rev().for_each(|twin| self.queue.push_front(twin));
        self.boarding = Some(flight).filter(|flight| !flight.decided.is_empty());
    }

    fn known(&self, pending: &Pending, boarding: &Flight) -> Known {
        let Some(key) = &pending.ask.key else { return Known::New };
        let in_flight = self.in_flight.as_ref().is_some_and(|flight| flight.carries(key));
        match self.recent.answer(key) {
            Some(answer) => Known::Answered(answer.map(|body| Reply { body: body.to_string(), repeated: true })),
            None if in_flight || boarding.carries(key) => Known::UnderWay,
            None => Known::New,
        }
    }

    fn decide(&mut self, mut pending: Pending, flight: &mut Flight) {
        let index = flight.decided.len();
        let mut outcome = match pending.refused.clone() {
            Some(refusal) => Err(refusal),
            None => {
                pending.draw();
                let step = self.working.step(&pending.ask.command, &pending.ask.actor, pending.now);
                flight.enclosing.command(index, &pending, &step, &self.working);
                flight.records.extend(step.records);
                let render = |answer| render(&answer, &self.working, &self.outlook, &self.shared, &pending);
                step.outcome.map(render)
            }
        };
        if let (Ok(body), Some(key)) = (&outcome, &pending.ask.key) {
            flight.enclosing.answer(index, key, body);
        }
        if let Err(Refusal::SlotTaken { nearest }) = &mut outcome
            && nearest.is_empty()
        {
            *nearest = self.nearest(&pending);
        }
        flight.decided.push(Decided { pending, outcome });
    }

    fn launch(&mut self, ctx: &mut Context<Self>) {
        if self.in_flight.is_some() || !self.is_complete() {
            return;
        }
        let Some(mut flight) = self.boarding.take() else { return };
        self.leave_company(ctx);
        flight.looks = std::mem::take(&mut self.looks);
        let expected = signed(self.confirmed.seq());
        let enclosing = std::mem::replace(&mut flight.enclosing, Enclosing::new(&self.shared));
        let batch = enclosing.finish(&mut self.working, &flight.records, expected);
        self.in_flight = Some(flight);
        match batch {
            // A refusal appends nothing, but another node may know better: ask for the head. Over SQLite there is none.
            Ok(batch) if is_empty(&batch) && !self.shared.has_other_nodes() => {
                self.land(Ok(Outcome::Appended), ctx);
            }
            Ok(batch) => {
                let own = ctx.address();
                self.shared.writer.append(batch, move |outcome| own.do_send(Landed(outcome)));
            }
            Err(fault) => self.land(Err(fault), ctx),
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

impl Handler<Landed> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: Landed, ctx: &mut Self::Context) {
        self.land(message.0, ctx);
    }
}
