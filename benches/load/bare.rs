//! The raw limit of durable commands: a bare group commit that writes the same rows (event, visit, answer, head) through
//! the same store with as many closed-loop clients, and nothing else: one thread writes, nobody decides.

use crate::databases::Base;
use crate::durable::Round;
use chrono::NaiveDate;
use okienko_store::{AnswerRow, Appender, Batch, Enclosure, EventRow, Outcome, VisitRow};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Departments that the commands go to.
pub const DEPARTMENTS: usize = 8;
/// Commands in one transaction.
const TOGETHER: usize = 256;

/// What the rows hold: the texts of a real command, as long as there.
#[derive(Clone)]
pub struct Words {
    /// The body of its event.
    pub event: String,
    /// Its answer.
    pub answer: String,
}

struct Wish {
    department: usize,
    tell: oneshot::Sender<()>,
}

/// The writer of the limit.
pub struct Bare {
    line: SyncSender<Wish>,
    _base: Base,
}

impl Bare {
    /// Over an empty database.
    pub fn start(base: Base, words: Words) -> Self {
        let (line, wishes) = sync_channel(8_192);
        let appender = base.store().appender().expect("a writer");
        std::thread::spawn(move || Writer::new(appender, words).run(&wishes));
        Self { line, _base: base }
    }

    /// One round of closed-loop clients.
    pub fn round(&self, clients: usize, lasts: Duration) -> Round {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_all().build().expect("a runtime");
        let local = tokio::task::LocalSet::new();
        local.block_on(
            &runtime,
            Round::of(clients, lasts, |client| {
                let line = self.line.clone();
                move |_| {
                    let (tell, told) = oneshot::channel();
                    let wish = Wish { department: client % DEPARTMENTS, tell };
                    line.send(wish).expect("the writer lives");
                    async move { told.await.is_ok() }
                }
            }),
        )
    }

    /// Milliseconds of one command alone.
    pub fn one(&self) -> f64 {
        let (tell, told) = oneshot::channel();
        let begun = Instant::now();
        self.line.send(Wish { department: 0, tell }).expect("the writer lives");
        told.blocking_recv().expect("an acknowledgement");
        crate::stats::ms(begun.elapsed())
    }
}

struct Writer {
    appender: Appender,
    words: Words,
    heads: [i64; DEPARTMENTS],
    hash: String,
    day: NaiveDate,
}

impl Writer {
    fn new(appender: Appender, words: Words) -> Self {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        Self { appender, words, heads: [0; DEPARTMENTS], hash: "0".repeat(64), day }
    }

    fn run(&mut self, wishes: &Receiver<Wish>) {
        while let Ok(first) = wishes.recv() {
            let more = std::iter::from_fn(|| wishes.try_recv().ok()).take(TOGETHER - 1);
            let together: Vec<Wish> = std::iter::once(first).chain(more).collect();
            let mut batches: [Option<Batch>; DEPARTMENTS] = Default::default();
            for wish in &together {
                self.add(wish.department, &mut batches[wish.department]);
            }
            let batches: Vec<Batch> = batches.into_iter().flatten().collect();
            let outcomes = self.appender.append(&batches).expect("the database takes them");
            assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Appended));
            for wish in together {
                // A client whose round has ended does not wait any more.
                let _ = wish.tell.send(());
            }
        }
    }

    fn add(&mut self, n: usize, batch: &mut Option<Batch>) {
        let department = format!("department-{n}");
        let batch = batch.get_or_insert_with(|| Batch {
            department: department.clone(),
            expected: self.heads[n],
            events: Vec::new(),
            enclosure: Enclosure::default(),
        });
        self.heads[n] += 1;
        let (seq, at_ms) = (self.heads[n], 1_795_417_200_000 + self.heads[n]);
        let ticket = format!("{department}-t{seq}");
        batch.enclosure.answers.push(AnswerRow {
            command: batch.events.len(),
            key: format!("load-{n:04}-{seq:012}"),
            body_hash: self.hash.clone(),
            answer: self.words.answer.clone(),
            created_ms: at_ms,
        });
        batch.enclosure.visits.push(visit(&department, ticket, n, seq, at_ms, self.day));
        batch.events.push(EventRow {
            department,
            seq,
            at_ms,
            day: self.day,
            kind: "ticket_issued".into(),
            actor: "kiosk:load".into(),
            body: self.words.event.clone(),
        });
    }
}

fn visit(department: &str, ticket: String, n: usize, seq: i64, at_ms: i64, day: NaiveDate) -> VisitRow {
    VisitRow {
        visit: ticket.clone(),
        ticket,
        leg: 1,
        department: department.to_owned(),
        day,
        code: format!("{}{seq:03}", ["A", "C", "E", "G", "I", "K", "M", "O"][n]),
        channel: "walk_in".into(),
        service: format!("service-{n}-0"),
        desk: None,
        priority: None,
        booked_for_ms: None,
        issued_ms: at_ms,
        called_ms: None,
        started_ms: None,
        finished_ms: None,
        state: "waiting".into(),
        recalls: 0,
        overtakes: 0,
        began_ms: at_ms,
        walked_ms: None,
        served_by: None,
    }
}
